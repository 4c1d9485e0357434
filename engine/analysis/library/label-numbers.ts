/** Labels as numbers, and which of them are alike, each pair worked out once. One for all procedures that are compared. */

/** Likeness in steps of one hundredth. */
export const FULL = 100;
/** Labels less alike than this have nothing to do with each other. */
export const LEAST_LABEL = 50;

export class LabelNumbers {
  private readonly numbers = new Map<string, number>();
  private readonly labels: { key: string; words: readonly string[] }[] = [];
  /** Labels that have a word; nodes of another type have words of their own. */
  private readonly holders = new Map<string, number[]>();
  private readonly alike: Map<number, number>[] = [];

  get size(): number { return this.labels.length; }

  /** @param label normalised */
  of(type: string, label: string): number {
    const key = `${type}:${label}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.size;
    const words = label === '' ? [] : [...new Set(label.split(' '))].map((word) => `${type}:${word}`);
    this.numbers.set(key, number);
    this.labels.push({ key, words });
    this.alike.push(new Map([[number, FULL]]));
    this.compare(number, words);
    for (const word of words) {
      const held = this.holders.get(word);
      if (held) held.push(number);
      else this.holders.set(word, [number]);
    }
    return number;
  }
  /** Forgets the labels that came last. */
  keepFirst(size: number): void {
    for (let number = this.size - 1; number >= size; number -= 1) {
      const { key, words } = this.labels.pop()!;
      this.numbers.delete(key);
      for (const other of this.alike.pop()!.keys()) this.alike[other]?.delete(number);
      for (const word of words) this.holders.get(word)!.pop();
    }
  }

  /** Likeness of a label with itself and all that are at least `LEAST_LABEL` alike, by number. */
  like(label: number): ReadonlyMap<number, number> { return this.alike[label]!; }

  /** Dice's coefficient: the share of words in common. */
  private compare(label: number, words: readonly string[]): void {
    const common = new Map<number, number>();
    for (const word of words) for (const other of this.holders.get(word) ?? []) common.set(other, (common.get(other) ?? 0) + 1);
    for (const [other, count] of common) {
      const likeness = Math.round((2 * count * FULL) / (words.length + this.labels[other]!.words.length));
      if (likeness < LEAST_LABEL) continue;
      this.alike[label]!.set(other, likeness);
      this.alike[other]!.set(label, likeness);
    }
  }
}
