/** What came, what was finished and what was open, period by period. */
import { type EventLog, type Micros, MICROS } from '../log/types.js';
import { isoOf } from './counts.js';

export type PeriodUnit = 'day' | 'week' | 'month';
export interface OverTime {
  unit: PeriodUnit;
  periods: {
    /** Where the period begins, UTC. */
    from: string;
    /** Cases by their first event, and by their last. */
    arrivals: number; completions: number;
    /** Cases between first and last event when the period ends. */
    open: number;
  }[];
}

const DAY = 86_400 * MICROS;
const MOST_DAYS = 62;
const MOST_WEEKS = 106;
/** 1970-01-01 was a Thursday; weeks begin on Monday. */
const MONDAY = 4 * DAY;

export function overTime(log: EventLog, wanted?: PeriodUnit): OverTime {
  if (log.cases.length === 0) return { unit: wanted ?? 'day', periods: [] };
  const firsts = Float64Array.from(log.cases, (_id, c) => log.time[log.offsets[c]!]!).sort();
  const lasts = Float64Array.from(log.cases, (_id, c) => log.time[log.offsets[c + 1]! - 1]!).sort();
  const [from, to] = [firsts[0]!, lasts[lasts.length - 1]!];
  const unit = wanted ?? (to - from <= MOST_DAYS * DAY ? 'day' : to - from <= MOST_WEEKS * 7 * DAY ? 'week' : 'month');
  const periods: OverTime['periods'] = [];
  let [came, went] = [0, 0];
  for (let begin = beginOf(from, unit); begin <= to; begin = nextAfter(begin, unit)) {
    const end = nextAfter(begin, unit);
    const [before, done] = [came, went];
    while (came < firsts.length && firsts[came]! < end) came += 1;
    while (went < lasts.length && lasts[went]! < end) went += 1;
    periods.push({ from: isoOf(begin)!, arrivals: came - before, completions: went - done, open: came - went });
  }
  return { unit, periods };
}

export function beginOf(time: Micros, unit: PeriodUnit): Micros {
  if (unit === 'month') {
    const date = new Date(time / 1000);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth()) * 1000;
  }
  const day = Math.floor(time / DAY) * DAY;
  return unit === 'day' ? day : Math.floor((day - MONDAY) / (7 * DAY)) * 7 * DAY + MONDAY;
}

export function nextAfter(begin: Micros, unit: PeriodUnit): Micros {
  return unit === 'month' ? beginOf(begin + 32 * DAY, 'month') : begin + (unit === 'day' ? DAY : 7 * DAY);
}
