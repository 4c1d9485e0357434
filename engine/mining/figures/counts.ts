/** How much there is: cases, events, names, and how often each occurs. */
import type { EventLog } from '../log/types.js';

export interface Counts {
  cases: number;
  /** In the file, or in the period asked for. */
  events: number;
  /** Those that control flow is counted on. */
  eventsUsed: number;
  activities: number;
  resources: number;
  first: string | null;
  last: string | null;
}

/** `used`: the events of `log` that control flow is counted on. */
export function countsOf(log: EventLog, used: EventLog): Counts {
  let first = Infinity;
  let last = -Infinity;
  for (const time of log.time) {
    if (time < first) first = time;
    if (time > last) last = time;
  }
  const present = (column: Int32Array): number => new Set(column).size - (column.includes(-1) ? 1 : 0);
  return {
    cases: log.cases.length, events: log.eventsInFile, eventsUsed: used.activity.length,
    activities: present(used.activity), resources: present(used.resource), first: isoOf(first), last: isoOf(last),
  };
}

/** UTC, with microseconds only where there are any; null for no time. */
export function isoOf(micros: number): string | null {
  if (!Number.isFinite(micros)) return null;
  const ms = Math.floor(micros / 1000);
  const rest = micros - ms * 1000;
  const iso = new Date(ms).toISOString();
  if (rest > 0) return `${iso.slice(0, -1)}${String(rest).padStart(3, '0')}Z`;
  return ms % 1000 === 0 ? `${iso.slice(0, 19)}Z` : iso;
}

/** How often each name occurs, most often first. Indices of -1 are no name. */
export function frequencies(column: Int32Array, names: readonly string[]): Record<string, number> {
  const counts = new Float64Array(names.length);
  for (const index of column) if (index >= 0) counts[index]! += 1;
  return byName(counts, names);
}

/** Names with a count above zero, highest first, then by number. */
export function byName(counts: ArrayLike<number>, names: readonly string[]): Record<string, number> {
  const present = names.map((_name, index) => index).filter((index) => counts[index]! > 0).sort((a, b) => counts[b]! - counts[a]! || a - b);
  return Object.fromEntries(present.map((index) => [names[index]!, counts[index]!]));
}

/** How many cases start and end with each activity. */
export function startsAndEnds(used: EventLog): { startActivities: Record<string, number>; endActivities: Record<string, number> } {
  const starts = new Float64Array(used.activities.length);
  const ends = new Float64Array(used.activities.length);
  for (let c = 0; c < used.cases.length; c += 1) {
    starts[used.activity[used.offsets[c]!]!]! += 1;
    ends[used.activity[used.offsets[c + 1]! - 1]!]! += 1;
  }
  return { startActivities: byName(starts, used.activities), endActivities: byName(ends, used.activities) };
}
