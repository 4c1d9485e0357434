/** Instants before and after another one, in office time: when a reminder is due, until when an apology may go out. */
import { dayAt, usualDayLength, type WorkCalendar } from './compile.js';
import { HOUR } from './instants.js';
import { instantAtOpenTime, openTimeBefore } from './open-time.js';
import type { Allowance, Instant } from './types.js';

const DAY = 24 * HOUR;

/**
 * `value` may be negative. Working hours and days are counted exactly: a working day before 10:00 is 10:00 of the working
 * day before. Calendar days keep the time of day. Throws `CalendarError` outside the calendar's range.
 */
export function shift(calendar: WorkCalendar, from: Instant, { value, unit }: Allowance): Instant {
  if (value === 0) return from;
  if (unit === 'days') return from + Math.round(value * DAY);
  const length = unit === 'workingHours' ? HOUR : usualDayLength(calendar, dayAt(calendar, from));
  return instantAtOpenTime(calendar, openTimeBefore(calendar, from) + Math.round(value * length));
}
