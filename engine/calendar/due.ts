/**
 * When a limit ends, by the counting rules of format.md section 2.
 *
 * Where that page leaves a choice, it is made so:
 * - Days are whole under the day rules: a begun day counts as a day (0.25 workingDays is due as 1).
 * - A limit of zero has nothing to stop, so pauses do not move it; nor does a pause that begins at or after the due
 *   instant, so that stopping a dossier which is already late never makes it on time.
 * - A paused day is not counted under any of the day rules, nor does a due date fall on one.
 * - "Closing of that day" is never before the receipt: after closing, or on a day off, it is the next working day's.
 * - Where the limit begins anew after a stop, only the last stop that began before the due instant counts.
 * - `days` are always calendar days, except under `sameDay`, where the rule itself fixes the date and the value says nothing.
 */
import { closingOf, dayAt, dayStart, usualDayLength, workingDayAfter, workingDaysBetween } from './compile.js';
import type { WorkCalendar } from './compile.js';
import { HOUR, parseTimeOfDay } from './instants.js';
import { localDay, timeOfDay } from './offsets.js';
import { instantAtOpenTime, nextOpen, openTimeBefore } from './open-time.js';
import { mergePauses } from './pauses.js';
import { CalendarError } from './types.js';
import type { Allowance, CountingOptions, CountingRule, Instant, Pause } from './types.js';

export const DEFAULT_CUT_OFF = '15:00';
const NO_PAUSES: readonly Pause[] = [];

/** How a due date came about; what the ledger needs to tell it. */
export interface Outcome {
  rule: CountingRule;
  due: Instant;
  /** When the clock began: the receipt, the next opening, or the end of the last stop where the limit begins anew. */
  begins: Instant;
  /** Under the day rules: the day of receipt, the last day counted (none for a limit of zero), and the day of `due`. */
  receiptDay?: number;
  lastDay?: number;
  dueDay?: number;
}

/** Throws `CalendarError` for a limit, rule, cut-off or pause that makes no sense, and outside the calendar's range. */
export function dueAt(calendar: WorkCalendar, from: Instant, allowance: Allowance, options: CountingOptions = {}): Instant {
  return resolveDue(calendar, from, allowance, options).due;
}

export function resolveDue(calendar: WorkCalendar, from: Instant, allowance: Allowance, options: CountingOptions): Outcome {
  if (!Number.isSafeInteger(from)) throw new CalendarError('BAD_INSTANT', 'the receipt is not an instant');
  const rule = countingRule(allowance, options.counting);
  const start = (at: Instant): Instant => (options.outsideHours === 'nextOpening' ? nextOpen(calendar, at) : at);
  // What was over before the clock began stopped nothing.
  const pauses = allowance.value === 0 && rule !== 'sameDay' ? NO_PAUSES : mergePauses(options.pauses, start(from));
  const count = (begins: Instant, stops: readonly Pause[]): Outcome => ({ ...counted(calendar, rule, begins, allowance, options, stops), begins });
  if (options.afterStop !== 'restarts') return count(start(from), pauses);
  let outcome = count(start(from), NO_PAUSES);
  for (const pause of pauses) {
    if (pause.from >= outcome.due) break;
    outcome = count(start(pause.to), NO_PAUSES);
  }
  return outcome;
}

type Counted = Omit<Outcome, 'begins'>;

function counted(calendar: WorkCalendar, rule: CountingRule, from: Instant, allowance: Allowance, options: CountingOptions, pauses: readonly Pause[]): Counted {
  switch (rule) {
    case 'hourExact': return { rule, due: hourExact(calendar, from, allowedTime(calendar, from, allowance), pauses) };
    case 'dayCount': return dayCount(calendar, from, wholeDays(calendar, from, allowance), pauses);
    case 'calendarDays': return calendarDays(calendar, from, ceil(allowance.value), pauses);
    case 'sameDay': return sameDay(calendar, from, options.cutOff ?? DEFAULT_CUT_OFF, pauses);
  }
}

/** The rule that holds for a limit. Throws `CalendarError` BAD_ALLOWANCE or BAD_COUNTING. */
export function countingRule({ value, unit }: Allowance, counting: CountingRule | undefined): CountingRule {
  if (!Number.isFinite(value) || value < 0) throw new CalendarError('BAD_ALLOWANCE', 'a limit is a number, zero or more');
  const byUnit = DEFAULT_RULE[unit] as CountingRule | undefined;
  if (!byUnit) throw new CalendarError('BAD_ALLOWANCE', `a limit is in workingHours, workingDays or days, not "${String(unit)}"`);
  if (counting === undefined || counting === 'sameDay') return counting ?? byUnit;
  if (counting !== 'hourExact' && counting !== 'dayCount' && counting !== 'calendarDays') {
    throw new CalendarError('BAD_COUNTING', `counting is hourExact, dayCount, sameDay or calendarDays, not "${String(counting)}"`);
  }
  if (unit === 'days') return 'calendarDays';
  if (counting === 'calendarDays') throw new CalendarError('BAD_COUNTING', `calendarDays counts days, not ${unit}`);
  return counting;
}
const DEFAULT_RULE = { workingHours: 'hourExact', workingDays: 'dayCount', days: 'calendarDays' } as const;

/** Rounds up, but not over the noise of binary fractions. */
function ceil(value: number): number {
  return Math.ceil(value - 1e-9);
}

function officeDay(calendar: WorkCalendar, from: Instant): number {
  const length = usualDayLength(calendar, dayAt(calendar, from));
  if (length === 0) throw new CalendarError('BAD_ALLOWANCE', 'the week of the calendar has no office day, so days and hours cannot be converted');
  return length;
}

function allowedTime(calendar: WorkCalendar, from: Instant, { value, unit }: Allowance): number {
  return Math.round(value * (unit === 'workingHours' ? HOUR : officeDay(calendar, from)));
}

function wholeDays(calendar: WorkCalendar, from: Instant, { value, unit }: Allowance): number {
  return ceil(unit === 'workingDays' ? value : (value * HOUR) / officeDay(calendar, from));
}

function hourExact(calendar: WorkCalendar, from: Instant, allowed: number, pauses: readonly Pause[]): Instant {
  if (allowed === 0) return nextOpen(calendar, from);
  let target = openTimeBefore(calendar, from) + allowed;
  let due = instantAtOpenTime(calendar, target);
  for (const pause of pauses) {
    if (pause.from >= due) break;
    target += openTimeBefore(calendar, pause.to) - openTimeBefore(calendar, pause.from);
    due = instantAtOpenTime(calendar, target);
  }
  return due;
}

function dayCount(calendar: WorkCalendar, from: Instant, n: number, pauses: readonly Pause[]): Counted {
  const receiptDay = dayAt(calendar, from);
  if (n === 0) return closingOnOrAfter(calendar, 'dayCount', from, receiptDay, receiptDay, NO_PAUSES);
  let wanted = n;
  let day = workingDayAfter(calendar, receiptDay, wanted);
  forEachPausedRange(calendar, pauses, receiptDay, (first, last, pause) => {
    if (pause.from >= closingOf(calendar, day)!) return false;
    wanted += workingDaysBetween(calendar, first, last + 1);
    day = workingDayAfter(calendar, receiptDay, wanted);
    return true;
  });
  return { rule: 'dayCount', due: closingOf(calendar, day)!, receiptDay, lastDay: day, dueDay: day };
}

function calendarDays(calendar: WorkCalendar, from: Instant, n: number, pauses: readonly Pause[]): Counted {
  const receiptDay = dayAt(calendar, from);
  let day = receiptDay + n;
  forEachPausedRange(calendar, pauses, receiptDay, (first, last, pause) => {
    if (first > day || pause.from >= (closingOf(calendar, day) ?? dayStart(calendar, day + 1))) return false;
    day += last + 1 - first;
    return true;
  });
  return { ...closingOnOrAfter(calendar, 'calendarDays', from, receiptDay, day, pauses), lastDay: n === 0 ? undefined : day };
}

function sameDay(calendar: WorkCalendar, from: Instant, cutOff: string, pauses: readonly Pause[]): Counted {
  const latest = parseTimeOfDay(cutOff);
  if (latest === undefined) throw new CalendarError('BAD_CUT_OFF', `a cut-off is a time of day such as 15:00, not "${cutOff}"`);
  const receiptDay = dayAt(calendar, from);
  const inTime = timeOfDay(calendar.data.zone, from) < latest;
  const outcome = closingOnOrAfter(calendar, 'sameDay', from, receiptDay, inTime ? receiptDay : receiptDay + 1, pauses);
  return { ...outcome, lastDay: outcome.dueDay };
}

/** Walks the days touched by pauses after the receipt, each day in one range only, until `visit` has seen enough. */
function forEachPausedRange(
  calendar: WorkCalendar, pauses: readonly Pause[], receiptDay: number,
  visit: (first: number, last: number, pause: Pause) => boolean,
): void {
  let next = receiptDay + 1;
  for (const pause of pauses) {
    const first = Math.max(next, localDay(calendar.data.zone, pause.from));
    const last = localDay(calendar.data.zone, pause.to - 1);
    if (last < first) continue;
    if (!visit(first, last, pause)) return;
    next = last + 1;
  }
}

/** Closing of the first day, from the given one on, that is worked, closes after the receipt and is not paused before it closes. */
function closingOnOrAfter(
  calendar: WorkCalendar, rule: CountingRule, from: Instant, receiptDay: number, first: number, pauses: readonly Pause[],
): Counted {
  let day = first;
  for (;;) {
    const due = closingOf(calendar, day);
    if (due !== undefined && due > from && !isPaused(pauses, dayStart(calendar, day), due)) {
      return { rule, due, receiptDay, dueDay: day };
    }
    day = workingDayAfter(calendar, day, 1);
  }
}

/** Whether any of the pauses lies in part between two instants. */
export function isPaused(pauses: readonly Pause[], from: Instant, to: Instant): boolean {
  return pauses.some((pause) => pause.from < to && pause.to > from);
}
