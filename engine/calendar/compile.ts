/**
 * A calendar made ready for counting: for every day and every open span, how much working time and how many working
 * days lie before it. A due date is then a look-up and a binary search instead of a walk.
 * The table grows on demand and is a function of the data alone, so that a replay builds the same one.
 */
import { DAY, END_DAY, formatDay, weekdayOf } from './instants.js';
import { localDay, toInstant } from './offsets.js';
import { CalendarError } from './types.js';
import type { CalendarData, DaySpan, Expected, Instant } from './types.js';

/** Days added at a time. */
const BLOCK = 512;

export interface WorkCalendar {
  readonly data: CalendarData;
  /** First day of the first period. */
  readonly firstDay: number;
  /** Of each period, in ms: the length of most of its office days, the longer one when two are as frequent. */
  readonly usualLengths: readonly number[];
  readonly table: Table;
  readonly days: { readonly closed: ReadonlyMap<number, CalendarData['closed'][number]>; readonly open: ReadonlyMap<number, CalendarData['open'][number]> };
}

/** Days are counted from `firstDay`. */
interface Table {
  /** Index of the first span of day i; one entry more than there are days. */
  firstSpan: number[];
  /** Number of working days before day i; one entry more than there are days. */
  rank: number[];
  /** Day of the k-th working day. */
  workingDays: number[];
  start: Instant[];
  end: Instant[];
  /** Open time before span i, in ms; one entry more than there are spans. */
  before: number[];
}

/** Throws nothing: `data` comes from `readCalendar`, which has checked it. */
export function compileCalendar(data: CalendarData): WorkCalendar {
  return {
    data,
    firstDay: data.periods[0]!.from,
    usualLengths: data.periods.map(({ week }) => usualLength(week)),
    table: { firstSpan: [0], rank: [0], workingDays: [], start: [], end: [], before: [0] },
    days: {
      closed: new Map(data.closed.map((entry) => [entry.day, entry])),
      open: new Map(data.open.map((entry) => [entry.day, entry])),
    },
  };
}

function usualLength(week: CalendarData['periods'][number]['week']): number {
  const lengths = week.map((spans) => spans.reduce((sum, { start, end }) => sum + end - start, 0)).filter((length) => length > 0);
  const count = (length: number) => lengths.filter((other) => other === length).length;
  return lengths.reduce((best, length) => {
    const more = count(length) - count(best);
    return more > 0 || (more === 0 && length > best) ? length : best;
  }, 0);
}

function periodIndex(calendar: WorkCalendar, day: number): number {
  const { periods } = calendar.data;
  let index = periods.length - 1;
  while (index > 0 && periods[index]!.from > day) index -= 1;
  return index;
}

/** Length in ms of the usual office day of the period in force on the day; 0 when its week has no office day. */
export function usualDayLength(calendar: WorkCalendar, day: number): number {
  return calendar.usualLengths[periodIndex(calendar, day)]!;
}

export interface DayPlan extends Expected {
  kind: 'usual' | 'makeUp' | 'holiday' | 'dayOff';
  /** Of a holiday or make-up day. */
  name?: string;
  spans: readonly DaySpan[];
}

/** What the calendar says of one day: `open` wins over `closed`, both over the week. */
export function dayPlan(calendar: WorkCalendar, day: number): DayPlan {
  const { closed, open } = calendar.days;
  const week = calendar.data.periods[periodIndex(calendar, day)]!.week[weekdayOf(day)]!;
  const holiday = closed.get(day);
  const own = open.get(day);
  if (own) {
    const expected = expectedOf(own);
    // Hours of its own on a day that is worked anyway (a half day) make it no make-up day.
    if (own.spans.length === 0) return { kind: 'dayOff', name: holiday?.name ?? own.name, spans: [], ...expected };
    const makeUp = week.length === 0 || holiday !== undefined;
    return { kind: makeUp ? 'makeUp' : 'usual', name: own.name, spans: own.spans, ...expected };
  }
  if (holiday !== undefined) return { kind: 'holiday', name: holiday.name, spans: [], ...expectedOf(holiday) };
  return { kind: week.length === 0 ? 'dayOff' : 'usual', spans: week };
}

const expectedOf = ({ expected }: Expected): Expected => (expected ? { expected } : {});

/** Makes sure that the table reaches over the day. Throws `CalendarError` OUT_OF_RANGE. */
export function ensureDay(calendar: WorkCalendar, day: number): void {
  if (day < calendar.firstDay) {
    throw new CalendarError('OUT_OF_RANGE', `the calendar begins on ${formatDay(calendar.firstDay)}; it says nothing about ${formatDay(day)}`);
  }
  if (day >= END_DAY) throw outOfFuture();
  while (calendar.table.rank.length - 1 <= day - calendar.firstDay) extend(calendar);
}

/** Adds a block of days, or throws `CalendarError` OUT_OF_RANGE when the calendar has come to its end. */
export function extend(calendar: WorkCalendar): void {
  const { table, firstDay } = calendar;
  const next = firstDay + table.rank.length - 1;
  if (next >= END_DAY) throw outOfFuture();
  for (let day = next; day < Math.min(next + BLOCK, END_DAY); day += 1) addDay(calendar, day);
}

function addDay(calendar: WorkCalendar, day: number): void {
  const { table, firstDay, data } = calendar;
  const first = table.start.length;
  for (const { start, end } of dayPlan(calendar, day).spans) {
    const opens = toInstant(data.zone, day * DAY + start);
    const closes = toInstant(data.zone, day * DAY + end);
    // A span that the clocks skipped when they were put forward does not exist.
    if (closes <= opens) continue;
    table.start.push(opens);
    table.end.push(closes);
    table.before.push(table.before[table.before.length - 1]! + closes - opens);
  }
  const worked = table.start.length > first;
  if (worked) table.workingDays.push(day - firstDay);
  table.rank.push(table.rank[table.rank.length - 1]! + (worked ? 1 : 0));
  table.firstSpan.push(table.start.length);
}

function outOfFuture(): CalendarError {
  return new CalendarError('OUT_OF_RANGE', `the calendar has no working time left before ${formatDay(END_DAY)}`);
}

/** Day number of the local date at the instant, with the table reaching over it. */
export function dayAt(calendar: WorkCalendar, instant: Instant): number {
  const day = localDay(calendar.data.zone, instant);
  ensureDay(calendar, day);
  return day;
}

/** First instant of the local day. */
export function dayStart(calendar: WorkCalendar, day: number): Instant {
  return toInstant(calendar.data.zone, day * DAY);
}

/** Open spans of a day, as instants. */
export function openSpans(calendar: WorkCalendar, day: number): { from: Instant; to: Instant }[] {
  ensureDay(calendar, day);
  const { firstSpan, start, end } = calendar.table;
  const i = day - calendar.firstDay;
  const spans = [];
  for (let span = firstSpan[i]!; span < firstSpan[i + 1]!; span += 1) spans.push({ from: start[span]!, to: end[span]! });
  return spans;
}

/** Closing time of a day: the end of its last open span; undefined when the day is not worked. */
export function closingOf(calendar: WorkCalendar, day: number): Instant | undefined {
  ensureDay(calendar, day);
  const { firstSpan, end } = calendar.table;
  const i = day - calendar.firstDay;
  return firstSpan[i + 1]! > firstSpan[i]! ? end[firstSpan[i + 1]! - 1] : undefined;
}

/** The k-th working day after the day (k from 1). Throws `CalendarError` OUT_OF_RANGE. */
export function workingDayAfter(calendar: WorkCalendar, day: number, k: number): number {
  ensureDay(calendar, day);
  const { rank, workingDays } = calendar.table;
  const index = rank[day - calendar.firstDay + 1]! + k - 1;
  while (workingDays.length <= index) extend(calendar);
  return calendar.firstDay + workingDays[index]!;
}

/** Number of working days from one day up to, not including, another. */
export function workingDaysBetween(calendar: WorkCalendar, from: number, to: number): number {
  ensureDay(calendar, to);
  const { rank } = calendar.table;
  return rank[to - calendar.firstDay]! - rank[from - calendar.firstDay]!;
}
