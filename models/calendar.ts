/** What the register asks of the working calendar: due dates of dossiers and steps, and minutes of office time. */
import { dueAt } from '../engine/calendar/due.js';
import { workingTime } from '../engine/calendar/open-time.js';
import type { WorkCalendar } from '../engine/calendar/compile.js';
import { CalendarError, type Allowance, type CountingOptions, type Pause } from '../engine/calendar/types.js';
import type { Instant, ProcedureFacts, StepFacts } from '../engine/graph/types.js';

const MINUTE = 60_000;

/** How the clock of a limit runs where the drawing does not say; kept by a dossier as it was when it was received. */
export type ClockRules = Required<Pick<CountingOptions, 'afterStop' | 'outsideHours'>>;
export interface Limit extends Allowance { options: Omit<CountingOptions, 'pauses'> }

/** One of the published limits, by default the first one without a condition, counted by the procedure's rule. */
export function limitOf(facts: ProcedureFacts | undefined, index?: number, clock?: ClockRules): Limit | undefined {
  const limit = index === undefined ? facts?.timeLimits.find((each) => each.when === undefined) : facts?.timeLimits[index];
  if (!facts || !limit) return undefined;
  // A rule is about the unit it was made for: days by the calendar are never counted in office hours.
  const counting = limit.unit === 'days' ? undefined : facts.counting;
  return { value: limit.value, unit: limit.unit, options: { ...(counting ? { counting } : {}), ...(facts.cutOff ? { cutOff: facts.cutOff } : {}), ...clock } };
}

/** Steps are counted exactly: half a working day given at ten o'clock ends at two. */
export function stepLimitOf(step: StepFacts | undefined): Limit | undefined {
  const { limit, unit } = step ?? {};
  if (limit === undefined || unit === undefined) return undefined;
  return { value: limit, unit, options: { counting: unit === 'days' ? 'calendarDays' : 'hourExact' } };
}

/** Undefined when the calendar cannot say: no limit, or a date outside the years it knows. */
export function dueOf(calendar: WorkCalendar, from: Instant, limit: Limit | undefined, pauses: readonly Pause[] = []): Instant | undefined {
  if (!limit) return undefined;
  return answerOf(() => dueAt(calendar, from, { value: limit.value, unit: limit.unit }, { ...limit.options, pauses }));
}

/** Office minutes from one instant to a later one; 0 when the calendar cannot say. */
export function minutesBetween(calendar: WorkCalendar, from: Instant, to: Instant): number {
  return Math.round((answerOf(() => workingTime(calendar, from, Math.max(from, to))) ?? 0) / MINUTE);
}

/** What the calendar answers; undefined when it cannot say. */
export function answerOf<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CalendarError) return undefined;
    throw error;
  }
}
