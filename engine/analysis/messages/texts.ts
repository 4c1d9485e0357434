/** Texts by key, in both languages; `{name}` stands for a value. */
export type Language = 'vi' | 'en';
export type Texts = Readonly<Record<string, Readonly<Record<Language, string>>>>;
