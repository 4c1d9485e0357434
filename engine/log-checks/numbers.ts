/** Percentiles, shares and intervals that the checks count with. */
import { percentile, sumOf } from '../statistics/series.js';

export function quantile(values: readonly number[], share: number): number {
  return values.length === 0 ? 0 : percentile(Float64Array.from(values).sort(), share);
}
export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const total = (values: readonly number[]): number => sumOf(Float64Array.from(values));
export const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : total(values) / values.length);
export const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
/** For people: one decimal. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;
export const percent = (part: number): number => Math.round(part * 1000) / 10;

export function countBy<T>(items: Iterable<T>, key: (item: T) => string | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    const name = key(item);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
export function groupBy<T>(items: Iterable<T>, key: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    if (name === undefined) continue;
    const known = groups.get(name);
    if (known) known.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
/** The name counted most often. */
export function most(counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  for (const [name, n] of counts) if (best === undefined || n > counts.get(best)!) best = name;
  return best;
}

/** At most so many values of each side of a shift are compared. */
const MOST_VALUES = 300;
const Z95 = 1.959964;

/** Hodges-Lehmann shift of `after` against `before` with its 95 % interval (normal approximation of the rank sum). */
export function shift(before: readonly number[], after: readonly number[]): { shift: number; low: number; high: number } {
  const [a, b] = [thinned(before), thinned(after)];
  const differences = Float64Array.from(a.flatMap((x) => b.map((y) => y - x))).sort();
  const half = Z95 * Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12);
  const at = Math.max(0, Math.floor(differences.length / 2 - half));
  return { shift: percentile(differences, 0.5), low: differences[at]!, high: differences[differences.length - 1 - at]! };
}
/** Evenly picked from the sorted values. */
function thinned(values: readonly number[]): number[] {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted.length <= MOST_VALUES ? sorted : Array.from({ length: MOST_VALUES }, (_, i) => percentile(Float64Array.from(sorted), (i + 0.5) / MOST_VALUES));
}

/** Difference of two shares with its 95 % interval (Newcombe 1998, from Wilson intervals). */
export function shareShift(x1: number, n1: number, x2: number, n2: number): { shift: number; low: number; high: number } {
  const [p1, p2] = [share(x1, n1), share(x2, n2)];
  const [[l1, u1], [l2, u2]] = [wilson(p1, n1), wilson(p2, n2)];
  const shift = p2 - p1;
  return { shift, low: shift - Math.hypot(p2 - l2, u1 - p1), high: shift + Math.hypot(u2 - p2, p1 - l1) };
}
function wilson(p: number, n: number): [number, number] {
  const square = Z95 * Z95;
  const middle = (p + square / (2 * n)) / (1 + square / n);
  const half = (Z95 * Math.sqrt((p * (1 - p)) / n + square / (4 * n * n))) / (1 + square / n);
  return [middle - half, middle + half];
}
