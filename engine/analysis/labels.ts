/** Labels of steps brought to one form, so that spellings of the same thing compare equal, and taken apart into verb and object. */
import english from './words/en.json' with { type: 'json' };
import vietnamese from './words/vi.json' with { type: 'json' };

/** Words of labels as people write them; an agency may hand in its own beside those that come with the program. */
export interface WordList {
  /** What a label may begin with. */
  verbs?: readonly string[];
  /** Verbs of asking somebody else for an opinion. */
  asking?: readonly string[];
  /** [as written, as compared]. */
  synonyms?: readonly (readonly string[])[];
  /** Words without meaning of their own in a label. */
  stopWords?: readonly string[];
}

const keys = ['verbs', 'asking', 'synonyms', 'stopWords'] as const;
/** Reads a word list; a text says what is wrong with it. */
export function readWords(value: unknown): WordList | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not an object with verbs, asking, synonyms or stopWords';
  const isTexts = (each: unknown): boolean => Array.isArray(each) && each.every((word) => typeof word === 'string');
  for (const [key, list] of Object.entries(value)) {
    if (!keys.some((known) => known === key)) return `"${key}" is not one of ${keys.join(', ')}`;
    const isRight = key === 'synonyms' ? Array.isArray(list) && list.every((pair) => isTexts(pair) && (pair as unknown[]).length === 2) : isTexts(list);
    if (!isRight) return key === 'synonyms' ? '"synonyms" is not a list of pairs of texts' : `"${key}" is not a list of texts`;
  }
  return value as WordList;
}

/** Lower case without diacritics, đ as d; safe for comparing only. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
function plain(text: string): string { return fold(text).replace(/[^a-z0-9]+/g, ' ').trim(); }
function byLength(a: string, b: string): number { return b.split(' ').length - a.split(' ').length; }

export class Words {
  private readonly verbs: readonly string[];
  private readonly asking: readonly string[];
  private readonly synonyms: readonly (readonly [string, string])[];
  private readonly stopWords: readonly string[];
  private readonly known = new Map<string, string>();
  private readonly objects = new Map<string, string>();

  constructor(lists: readonly WordList[]) {
    const all = (key: 'verbs' | 'asking' | 'stopWords'): string[] => [...new Set(lists.flatMap((each) => each[key] ?? []).map(plain))].sort(byLength);
    this.verbs = all('verbs');
    this.asking = all('asking');
    this.stopWords = all('stopWords');
    this.synonyms = lists.flatMap((each) => each.synonyms ?? []).map(([word = '', meaning = '']) => [plain(word), plain(meaning)] as const).sort((a, b) => byLength(a[0], b[0]));
  }

  /** The words that carry meaning, synonyms replaced by one of them, legal stop words left out. */
  normalise(label: string): string {
    const known = this.known.get(label);
    if (known !== undefined) return known;
    let text = ` ${plain(label)} `;
    for (const [word, meaning] of this.synonyms) text = text.split(` ${word} `).join(` ${meaning} `);
    for (const word of this.stopWords) text = text.split(` ${word} `).join(' ');
    const result = text.replace(/\s+/g, ' ').trim();
    this.known.set(label, result);
    return result;
  }
  /** The longest verb that the label begins with, folded. */
  verbOf(label: string): string | undefined { return beginning(this.verbs, plain(label)); }
  isAsking(label: string): boolean { return beginning(this.asking, plain(label)) !== undefined; }
  /** Whether anything stands behind the verb. */
  hasObject(label: string): boolean {
    const text = plain(label);
    return text.length > (beginning(this.verbs, text)?.length ?? 0);
  }
  /** What the step is about: the label without its verb, normalised; empty when there is none. */
  objectOf(label: string): string {
    const known = this.objects.get(label);
    if (known !== undefined) return known;
    const text = plain(label);
    const verb = this.verbOf(label);
    const object = this.normalise(verb === undefined ? text : text.slice(verb.length));
    this.objects.set(label, object);
    return object;
  }
}
function beginning(words: readonly string[], text: string): string | undefined { return words.find((word) => text === word || text.startsWith(`${word} `)); }

/** The words of both languages that come with the program. */
export const standardWords = new Words([vietnamese, english]);
export function wordsWith(own: WordList | undefined): Words { return own ? new Words([own, vietnamese, english]) : standardWords; }
