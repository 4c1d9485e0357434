/** Search forms of Vietnamese text: what people type without marks finds what was written with them. */

/** Lower case, canonical decomposition, marks dropped, đ as d, one space between words. Control characters stand between words too: the database takes no pattern with a NUL. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}+/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** A pattern that finds `text` literally inside a folded field. */
export function foldedPattern(text: string): RegExp {
  return new RegExp(fold(text).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

/** What a text is found by: its words as typed, and their parts between marks. Each once. */
export function wordsOf(text: string): string[] {
  const typed = fold(text).split(' ');
  return [...new Set([...typed, ...typed.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u))])].filter((word) => word !== '');
}

/** A number as it is looked up: people write it with spaces, dots and dashes. */
export function numberKey(text: string | undefined): string {
  return (text ?? '').replace(/[\s.\-()]/g, '').toLowerCase();
}

const MOST_WORDS = 8;
/** Documents with words that begin as those of `text` do: each beginning is looked up in an index. */
export function byWords(text: string): { $and?: { words: RegExp }[] } {
  const typed = fold(text).split(' ').filter((word) => word !== '').slice(0, MOST_WORDS);
  return typed.length === 0 ? {} : { $and: typed.map((word) => ({ words: beginning(word) })) };
}
const beginning = (word: string): RegExp => new RegExp(`^${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

/** The same, and by a number of the applicant among documents for which `readable` holds. */
export function byWordsOrNumber<T extends object>(text: string, readable: T): object {
  const key = numberKey(text);
  return /^\d{4,}$/.test(key) ? { $or: [byWords(text), { keys: beginning(key), ...readable }] } : byWords(text);
}
