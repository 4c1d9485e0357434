/** What follows what in a case, and after how long; and which of these steps from one to the next take most time. */
import { percentile, sumOf } from '../../statistics/series.js';
import type { EventLog } from '../log/types.js';
import { gatherPairs, type Pair } from './pairs.js';
import { inSeconds } from './summary.js';

export interface DirectlyFollows {
  from: string; to: string; n: number;
  /** Seconds from one event to the next. */
  sum: number; mean: number; median: number; min: number; max: number; p90: number;
  /** The same in working time, when a calendar was given. */
  working?: { sum: number; mean: number; median: number; p90: number };
}
export interface Bottleneck {
  from: string; to: string; n: number; sum: number; mean: number; median: number;
  /** Of the time between events that follow each other, in all cases. */
  share: number;
}
export interface Bottlenecks { byTotalTime: Bottleneck[]; byMeanTime: Bottleneck[] }

const TOP = 50;
/** A pair in fewer cases than this says little by its mean. */
const LEAST_SHARE_OF_CASES = 0.01;

/** Every pair, most frequent first, then by first appearance. `worked`: working time that lies before each event. */
export function directlyFollows(used: EventLog, worked?: Float64Array): DirectlyFollows[] {
  const open = worked && new Map(pairsOf(used, worked).map((pair) => [pair.from * used.activities.length + pair.to, pair.values]));
  return pairsOf(used, used.time).map((pair) => ({ ...figures(pair, used.activities), ...(open && { working: workingOf(open.get(pair.from * used.activities.length + pair.to)!) }) })).sort((a, b) => b.n - a.n);
}

function pairsOf(used: EventLog, time: Float64Array): Pair[] {
  return gatherPairs(used.activities.length, (visit) => {
    for (let c = 0; c < used.cases.length; c += 1) {
      for (let i = used.offsets[c]! + 1; i < used.offsets[c + 1]!; i += 1) {
        visit(used.activity[i - 1]!, used.activity[i]!, time[i]! - time[i - 1]!);
      }
    }
  });
}

function workingOf(values: Float64Array): NonNullable<DirectlyFollows['working']> {
  values.sort();
  const sum = sumOf(values);
  return { sum: inSeconds(sum), mean: inSeconds(sum / values.length), median: inSeconds(percentile(values, 0.5)), p90: inSeconds(percentile(values, 0.9)) };
}

function figures({ from, to, values }: Pair, names: readonly string[]): DirectlyFollows {
  values.sort();
  const n = values.length;
  const sum = sumOf(values);
  return {
    from: names[from]!, to: names[to]!, n, sum: inSeconds(sum), mean: inSeconds(sum / n), median: inSeconds(percentile(values, 0.5)),
    min: inSeconds(values[0]!), max: inSeconds(values[n - 1]!), p90: inSeconds(percentile(values, 0.9)),
  };
}

/** How often an activity follows itself. */
export function selfLoops(follows: readonly DirectlyFollows[]): Record<string, number> {
  return Object.fromEntries(follows.filter(({ from, to }) => from === to).map(({ from, n }) => [from, n]));
}

export function bottlenecks(follows: readonly DirectlyFollows[], cases: number): Bottlenecks {
  const total = sumOf(Float64Array.from(follows, ({ sum }) => sum));
  const all = follows.map(({ from, to, n, sum, mean, median }) => ({ from, to, n, sum, mean, median, share: total > 0 ? sum / total : 0 }));
  return {
    byTotalTime: [...all].sort((a, b) => b.sum - a.sum).slice(0, TOP),
    byMeanTime: all.filter(({ n }) => n >= cases * LEAST_SHARE_OF_CASES).sort((a, b) => b.mean - a.mean).slice(0, TOP),
  };
}
