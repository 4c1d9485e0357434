/** Open time as one long line: how far along it an instant stands, and which instant stands at a given point. */
import { ensureDay, extend } from './compile.js';
import type { WorkCalendar } from './compile.js';
import { localDay } from './offsets.js';
import { CalendarError } from './types.js';
import type { Instant } from './types.js';

/** Index of the first span that ends after the instant; the table reaches over the instant's day, not always to that span. */
function spanEndingAfter(calendar: WorkCalendar, instant: Instant): number {
  ensureDay(calendar, localDay(calendar.data.zone, instant));
  const { end } = calendar.table;
  let low = 0;
  let high = end.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (end[middle]! <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Open time in ms between the calendar's first day and the instant. Throws `CalendarError` OUT_OF_RANGE. */
export function openTimeBefore(calendar: WorkCalendar, instant: Instant): number {
  const span = spanEndingAfter(calendar, instant);
  const { start, before } = calendar.table;
  return before[span]! + Math.max(0, instant - (start[span] ?? instant));
}

/** The earliest instant with so much open time before it, which is the end of the last ms consumed. `open` > 0. */
export function instantAtOpenTime(calendar: WorkCalendar, open: number): Instant {
  const { table } = calendar;
  while (table.before[table.before.length - 1]! < open) extend(calendar);
  let low = 0;
  let high = table.start.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (table.before[middle]! < open) low = middle;
    else high = middle - 1;
  }
  return table.start[low]! + open - table.before[low]!;
}

/** The instant itself when the office is open, otherwise the next opening. */
export function nextOpen(calendar: WorkCalendar, instant: Instant): Instant {
  const span = spanEndingAfter(calendar, instant);
  const { start } = calendar.table;
  while (start.length <= span) extend(calendar);
  return Math.max(instant, start[span]!);
}

export function isOpen(calendar: WorkCalendar, instant: Instant): boolean {
  return nextOpen(calendar, instant) === instant;
}

/** Working time in ms between two instants. Throws `CalendarError` BAD_INSTANT when `to` is before `from`. */
export function workingTime(calendar: WorkCalendar, from: Instant, to: Instant): number {
  if (to < from) throw new CalendarError('BAD_INSTANT', 'the end is before the beginning');
  return openTimeBefore(calendar, to) - openTimeBefore(calendar, from);
}
