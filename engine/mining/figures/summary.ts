/** Summaries of times. Input: whole microseconds; output: seconds. */
import { percentile, sumOf } from '../../statistics/series.js';
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
