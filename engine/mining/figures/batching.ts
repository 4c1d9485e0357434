/** Work that one person completes in heaps: completions of an activity close behind each other. */
import { type EventLog, MICROS } from '../log/types.js';
import { gatherPairs } from './pairs.js';

export interface Batching {
  activity: string; resource: string;
  completions: number;
  /** Completions within 15 minutes of another one by the same person. */
  inBatches: number;
  share: number;
  /** Groups of at least two, each within 15 minutes of the next. */
  batches: number;
  meanSize: number;
}

/** Two completions no further apart belong to one batch. */
export const BATCH_GAP = 15 * 60 * MICROS;
const TOP = 50;

/** By activity and resource, most completions in batches first. */
export function batchingOf(used: EventLog): Batching[] {
  const size = Math.max(used.activities.length, used.resources.length);
  const pairs = gatherPairs(size, (visit) => {
    for (let i = 0; i < used.activity.length; i += 1) if (used.resource[i]! >= 0) visit(used.activity[i]!, used.resource[i]!, used.time[i]!);
  });
  return pairs.flatMap(({ from, to, values }): Batching[] => {
    const sizes = batchSizes(values.sort());
    const inBatches = sizes.reduce((sum, n) => sum + n, 0);
    if (inBatches === 0) return [];
    return [{
      activity: used.activities[from]!, resource: used.resources[to]!, completions: values.length, inBatches, share: inBatches / values.length,
      batches: sizes.length, meanSize: inBatches / sizes.length,
    }];
  }).sort((a, b) => b.inBatches - a.inBatches).slice(0, TOP);
}

/** Sizes of the groups of at least two. `times` ascending. */
export function batchSizes(times: ArrayLike<number>): number[] {
  const sizes: number[] = [];
  let size = 1;
  for (let i = 1; i <= times.length; i += 1) {
    if (i < times.length && times[i]! - times[i - 1]! <= BATCH_GAP) size += 1;
    else {
      if (size > 1) sizes.push(size);
      size = 1;
    }
  }
  return sizes;
}
