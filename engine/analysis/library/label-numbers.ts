/** Labels as numbers, and how alike two of them are, each pair worked out once. One for all procedures that are compared. */
import type { ShapeNode } from './similarity.js';

/** Above this many different labels the table would be larger than it is worth. */
const MOST_CACHED = 6_000;
/** Likeness in steps of one hundredth. */
export const FULL = 100;

export class LabelNumbers {
  private readonly words = new Map<string, number>();
  private readonly labels = new Map<string, number>();
  private readonly contents: { type: string; words: readonly number[] }[] = [];
  private readonly rows: (Uint8Array | undefined)[] = [];

  /** `type` of the node and normalised label. */
  node(type: string, label: string): ShapeNode {
    const key = `${type}:${label}`;
    const known = this.labels.get(key);
    if (known !== undefined) return { label: known, words: this.contents[known]!.words };
    const words = label === '' ? [] : [...new Set(label.split(' '))].map((word) => this.word(word)).sort((a, b) => a - b);
    this.labels.set(key, this.contents.length);
    this.contents.push({ type, words });
    return { label: this.contents.length - 1, words };
  }
  private word(word: string): number {
    const number = this.words.get(word) ?? this.words.size;
    this.words.set(word, number);
    return number;
  }

  /** Likeness of a label with every other one, by number, 0 to `FULL`: the share of words in common; 0 when the nodes are of different types. */
  row(label: number): Uint8Array {
    const known = this.rows[label];
    if (known?.length === this.contents.length) return known;
    const row = Uint8Array.from(this.contents, (_, other) => this.compare(label, other));
    if (this.contents.length <= MOST_CACHED) this.rows[label] = row;
    return row;
  }
  /** Dice's coefficient; both lists ascend. */
  private compare(a: number, b: number): number {
    if (a === b) return FULL;
    const [one, two] = [this.contents[a]!, this.contents[b]!];
    const [left, right] = [one.words, two.words];
    if (one.type !== two.type || left.length === 0 || right.length === 0) return 0;
    let [common, i, j] = [0, 0, 0];
    while (i < left.length && j < right.length) {
      if (left[i]! === right[j]!) { common += 1; i += 1; j += 1; } else if (left[i]! < right[j]!) i += 1;
      else j += 1;
    }
    return Math.round((2 * common * FULL) / (left.length + right.length));
  }
}
