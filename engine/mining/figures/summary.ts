/** Summaries of times. Input: whole microseconds; output: seconds. */
import { MICROS } from '../log/types.js';

export interface Summary {
  n: number;
  mean: number | null;
  median: number | null;
  min: number | null;
  max: number | null;
  /** Of the sample (n - 1 below the line); 0 for a single value. */
  stdev: number | null;
  p90: number | null;
  p95: number | null;
}

/** Sum with the rounding error of each addition kept (Neumaier 1974): the order of the values does not matter. */
export function sumOf(values: Float64Array): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** Percentile of type 7 (Hyndman and Fan 1996) of ascending values; `share` 0 to 1. */
export function percentile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const low = sorted[below]!;
  return below + 1 < sorted.length ? low + (at - below) * (sorted[below + 1]! - low) : low;
}

/** Sorts `values` in place. Without values all but `n` is null. */
export function summaryOf(values: Float64Array): Summary {
  const n = values.length;
  if (n === 0) return { n, mean: null, median: null, min: null, max: null, stdev: null, p90: null, p95: null };
  values.sort();
  const mean = sumOf(values) / n;
  const squares = sumOf(values.map((value) => (value - mean) ** 2));
  const seconds = (micros: number): number => micros / MICROS;
  return {
    n, mean: seconds(mean), median: seconds(percentile(values, 0.5)), min: seconds(values[0]!), max: seconds(values[n - 1]!),
    stdev: n > 1 ? seconds(Math.sqrt(squares / (n - 1))) : 0, p90: seconds(percentile(values, 0.9)), p95: seconds(percentile(values, 0.95)),
  };
}

/** Whole microseconds in seconds. */
export const inSeconds = (micros: number): number => micros / MICROS;
