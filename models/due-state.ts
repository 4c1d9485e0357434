/** Early, on time, due soon, overdue: worked out when asked, because time goes on by itself. */
import type { WorkCalendar } from '../engine/calendar/compile.js';
import type { DueState } from '../server/contract.js';
import { dueOf, minutesBetween } from './calendar.js';

/** A limit that ends within one working day is due soon. */
const SOON = { value: 1, unit: 'workingDays', options: { counting: 'hourExact' } } as const;

/** The present, and the instant before which a due date is soon: one for all rows of an answer. */
export interface Moment { now: Date; soon: Date }

export function momentOf(calendar: WorkCalendar, now: Date): Moment {
  return { now, soon: new Date(dueOf(calendar, now.getTime(), SOON) ?? now.getTime()) };
}

interface Timed { dueAt?: Date; paused: boolean; settledAt?: Date; endedAt?: Date }

export function dueStateOf({ dueAt, paused, settledAt }: Timed, { now, soon }: Moment): DueState {
  if (settledAt) return dueAt ? settledState(settledAt, dueAt) : 'none';
  if (paused) return 'paused';
  if (!dueAt) return 'none';
  if (dueAt < now) return 'overdue';
  return dueAt <= soon ? 'dueSoon' : 'onTime';
}

const DAY = 86_400_000;

/** Early is at least a day before; on the last day is on time. */
function settledState(settledAt: Date, dueAt: Date): DueState {
  if (settledAt > dueAt) return 'late';
  return dueAt.getTime() - settledAt.getTime() >= DAY ? 'early' : 'onTime';
}

/** Minutes of office time past the due date; undefined when not past it. */
export function overdueMinutesOf(timed: Timed, moment: Moment, calendar: WorkCalendar): number | undefined {
  const { dueAt, settledAt } = timed;
  const until = settledAt ?? (timed.paused ? undefined : moment.now);
  if (!dueAt || !until || until <= dueAt) return undefined;
  return minutesBetween(calendar, dueAt.getTime(), until.getTime());
}
