import type { Run } from '../run.js';
import { durationOf } from '../temporal/arithmetic.js';
import { civilFromDays, daysFromCivil, daysInMonth, isoWeekday } from '../temporal/civil.js';
import { durationValue, parseDuration } from '../temporal/durations.js';
import {
  dateTimeValue, dateValue, momentAt, parseDate, parseDateTime, parseTime, timeValue, type Moment,
} from '../temporal/moments.js';
import { kindOf, type Temporal, type Value } from '../values.js';
import { builtin, type Builtin } from './define.js';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
];

/** Dates, times and durations: conversions and functions (DMN 1.5, 10.3.4). */
export const temporals: Record<string, Builtin> = {
  date: builtin('from:any, month?:number, day?:number', toDate),
  'date and time': builtin('from:any, time?:any', toDateTime),
  time: builtin('from:any, minute?:number, second?:number, offset?:days and time duration', toTime),
  duration: builtin('from:any', (run: Run, from: Value) => {
    if (durationOf(from)) return from;
    const duration = typeof from === 'string' ? parseDuration(from) : undefined;
    return duration ? durationValue(duration) : unreadable(run, from, 'duration');
  }),
  'years and months duration': builtin('from:temporal, to:temporal', monthsBetween),
  now: builtin('', (run: Run) => dateTimeValue(momentAt(run.now, run.offsetMinutes))),
  today: builtin('', (run: Run) => dateValue(momentAt(run.now, run.offsetMinutes).days)),
  'day of week': onDate((days) => weekdays[isoWeekday(days) - 1]!),
  'day of year': onDate((days) => days - daysFromCivil(civilFromDays(days).year, 1, 1) + 1),
  'week of year': onDate(isoWeek),
  'month of year': onDate((days) => months[civilFromDays(days).month - 1]!),
  'last day of month': onDate((days) => daysInMonth(civilFromDays(days).year, civilFromDays(days).month)),
};

function unreadable(run: Run, value: Value, wanted: string): null {
  if (value === null) return run.problem('null-operand', `${wanted}() is asked of null`);
  const shown = typeof value === 'string' ? `"${value.slice(0, 40)}"` : `a ${kindOf(value)}`;
  return run.problem('arguments', `${shown} is no ${wanted}`);
}

function onDate(read: (days: number) => Value): Builtin {
  return builtin('date:any', (run: Run, value: Value) => {
    const moment = pointOf(value);
    return moment ? read(moment.days) : unreadable(run, value, 'date');
  });
}

/** The moment of a date or a date and time. */
function pointOf(value: Value): Moment | undefined {
  const kind = kindOf(value);
  return kind === 'date' || kind === 'date and time' ? parseDateTime((value as Temporal).value) : undefined;
}

function toDate(run: Run, from: Value, month: number | null, day: number | null): Value {
  if (typeof from === 'number') {
    const real = month !== null && day !== null && [from, month, day].every(Number.isInteger) && Math.abs(from) <= 999_999_999
      && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(from, month);
    return real ? dateValue(daysFromCivil(from, month, day)) : run.problem('arguments', `${from}, ${month}, ${day} is no date`);
  }
  // A date and time in text gives its date as well, since forms and services send either.
  const days = typeof from === 'string' ? parseDateTime(from)?.days : pointOf(from)?.days;
  return days === undefined ? unreadable(run, from, 'date') : dateValue(days);
}

function toDateTime(run: Run, from: Value, time: Value): Value {
  if (time !== null) {
    const day = pointOf(from);
    const clock = kindOf(time) === 'time' ? parseTime((time as Temporal).value) : undefined;
    if (day && clock) return dateTimeValue({ days: day.days, clock });
    return run.problem('arguments', `date and time() takes a date and a time, not a ${kindOf(from)} and a ${kindOf(time)}`);
  }
  const moment = typeof from === 'string' ? parseDateTime(from) : pointOf(from);
  return moment ? dateTimeValue(moment) : unreadable(run, from, 'date and time');
}

function toTime(run: Run, from: Value, minute: number | null, second: number | null, offset: Temporal | null): Value {
  if (typeof from === 'number') {
    const zone = offset ? parseDuration(offset.value)?.ms : undefined;
    const fits = from >= 0 && from < 24 && Number.isInteger(from) && minute !== null && Number.isInteger(minute)
      && minute >= 0 && minute < 60 && (second ?? 0) >= 0 && (second ?? 0) < 60;
    if (!fits) return run.problem('arguments', `${from}, ${minute}, ${second} is no time`);
    const ms = Math.floor(((from * 60 + minute) * 60 + (second ?? 0)) * 1000);
    return timeValue({ ms, offset: zone === undefined ? null : Math.trunc(zone / 60_000) });
  }
  const moment = pointOf(from);
  const clock = moment ? (kindOf(from) === 'date' ? { ms: 0, offset: 0 } : moment.clock)
    : typeof from === 'string' ? parseTime(from) ?? (parseDate(from) === undefined ? parseDateTime(from)?.clock : undefined)
      : kindOf(from) === 'time' ? parseTime((from as Temporal).value) : undefined;
  return clock ? timeValue(clock) : unreadable(run, from, 'time');
}

/** Whole months from one date to another, rounded towards zero. */
function monthsBetween(run: Run, from: Value, to: Value): Value {
  const [start, end] = [pointOf(from), pointOf(to)];
  if (!start || !end) return unreadable(run, start ? to : from, 'date');
  const [a, b] = [civilFromDays(start.days), civilFromDays(end.days)];
  let count = (b.year - a.year) * 12 + b.month - a.month;
  const rest = b.day - a.day || end.clock.ms - start.clock.ms;
  if (count > 0 && rest < 0) count--;
  if (count < 0 && rest > 0) count++;
  return durationValue({ months: count });
}

/** ISO 8601 week: the one that holds the Thursday of the same week. */
function isoWeek(days: number): number {
  const thursday = days - isoWeekday(days) + 4;
  return Math.floor((thursday - daysFromCivil(civilFromDays(thursday).year, 1, 1)) / 7) + 1;
}
