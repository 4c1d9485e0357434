/** Early, on time, due soon, overdue: worked out when asked, because time goes on by itself. */
import type { WorkCalendar } from '../engine/calendar/compile.js';
import { localDay } from '../engine/calendar/offsets.js';
import type { Zone } from '../engine/calendar/types.js';
import type { BusinessState, DueState } from '../server/contract.js';
import { dueOf, minutesBetween } from './calendar.js';
import { SETTINGS, type SettingValues } from './settings/definitions.js';

/** The present, and the instant before which a due date is soon: one for all rows of an answer. */
export interface Moment { now: Date; soon: Date; early: SettingValues['due.early']; zone: Zone }
export interface DueSettings { soon: SettingValues['due.soon']; early: SettingValues['due.early'] }

const DEFAULTS: DueSettings = { soon: SETTINGS['due.soon'].default, early: SETTINGS['due.early'].default };

export function momentOf(calendar: WorkCalendar, now: Date, { soon, early }: DueSettings = DEFAULTS): Moment {
  const counting = soon.unit === 'days' ? undefined : 'hourExact';
  const ends = dueOf(calendar, now.getTime(), { ...soon, options: counting ? { counting } : {} });
  return { now, soon: new Date(ends ?? now.getTime()), early, zone: calendar.data.zone };
}

interface Timed { dueAt?: Date; paused: boolean; settledAt?: Date; endedAt?: Date; /** Of the dossier; work items have none. */ state?: BusinessState }
/** Ended without the agency's decision: there is nothing that could be early or late. */
const UNDECIDED: ReadonlySet<BusinessState> = new Set(['withdrawn', 'notReceived', 'unresolved']);
export const isDecided = (state: BusinessState): boolean => !UNDECIDED.has(state);

export function dueStateOf({ dueAt, paused, settledAt, state }: Timed, moment: Moment): DueState {
  if (state !== undefined && !isDecided(state)) return 'none';
  if (settledAt) return dueAt ? settledState(settledAt, dueAt, moment) : 'none';
  if (paused) return 'paused';
  if (!dueAt) return 'none';
  if (dueAt < moment.now) return 'overdue';
  return dueAt <= moment.soon ? 'dueSoon' : 'onTime';
}

/** On the last day is on time, unless any time before the due instant counts as early. */
function settledState(settledAt: Date, dueAt: Date, { early, zone }: Moment): DueState {
  if (settledAt > dueAt) return 'late';
  if (early === 'anyTime') return settledAt < dueAt ? 'early' : 'onTime';
  return localDay(zone, settledAt.getTime()) < localDay(zone, dueAt.getTime()) ? 'early' : 'onTime';
}

/** Minutes of office time past the due date; undefined when not past it. */
export function overdueMinutesOf(timed: Timed, moment: Moment, calendar: WorkCalendar): number | undefined {
  const { dueAt, settledAt } = timed;
  const until = settledAt ?? (timed.paused ? undefined : moment.now);
  if (!dueAt || !until || until <= dueAt) return undefined;
  return minutesBetween(calendar, dueAt.getTime(), until.getTime());
}
