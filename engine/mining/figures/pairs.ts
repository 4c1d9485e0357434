/** Values gathered by an ordered pair of numbers (from, to): counted first, so that each pair's values stand together. */
export interface Pair { from: number; to: number; values: Float64Array }
export type Visit = (from: number, to: number, value: number) => void;

/**
 * `walk` is called twice and has to visit the same values in the same order. Pairs come in order of their first visit,
 * `size` is one more than the largest number.
 */
export function gatherPairs(size: number, walk: (visit: Visit) => void): Pair[] {
  const index = new Map<number, number>();
  const counts: number[] = [];
  const keys: number[] = [];
  walk((from, to) => {
    const key = from * size + to;
    const at = index.get(key);
    if (at === undefined) {
      index.set(key, counts.length);
      keys.push(key);
      counts.push(1);
    } else counts[at]! += 1;
  });
  const values = counts.map((n) => new Float64Array(n));
  const filled = new Int32Array(counts.length);
  walk((from, to, value) => {
    const at = index.get(from * size + to)!;
    values[at]![filled[at]!] = value;
    filled[at]! += 1;
  });
  return keys.map((key, at) => ({ from: Math.floor(key / size), to: key % size, values: values[at]! }));
}
