/**
 * A calendar of its own hours over the days of another: public holidays and make-up days are written once for all
 * agencies, hours by each of them.
 */
import { parseDay, weekdayOf } from './instants.js';
import type { CalendarFile, CalendarFilePeriod, Weekday } from './types.js';

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * `own` with the days of `base` that it says nothing about itself. A make-up day of the base is worked at the own
 * hours of a Monday, or of the first office day of the week, for the base knows only its own. Both have been checked.
 */
export function combineCalendars(base: CalendarFile, own: CalendarFile): CalendarFile {
  const speaks = (date: string): boolean => own.closed?.[date] !== undefined || own.open?.[date] !== undefined;
  const inherited = <T>(days: Readonly<Record<string, T>> | undefined): [string, T][] => Object.entries(days ?? {}).filter(([date]) => !speaks(date));
  const open = inherited(base.open).map(([date, spans]) => [date, isMakeUp(base, date) ? hoursOf(own, date) ?? spans : spans] as const);
  const { base: _base, ...rest } = own;
  return {
    ...rest,
    closed: { ...Object.fromEntries(inherited(base.closed)), ...own.closed },
    open: { ...Object.fromEntries(open), ...own.open },
    notes: { ...Object.fromEntries(inherited(base.notes)), ...own.notes },
  };
}

function periodOf(file: CalendarFile, date: string): CalendarFilePeriod | undefined {
  return [...file.periods].sort((a, b) => (a.from < b.from ? -1 : 1)).filter(({ from }) => from <= date).pop();
}

function isMakeUp(file: CalendarFile, date: string): boolean {
  const weekday = WEEKDAYS[weekdayOf(parseDay(date) ?? 0)]!;
  return file.closed?.[date] !== undefined || (periodOf(file, date)?.week[weekday] ?? []).length === 0;
}

function hoursOf(file: CalendarFile, date: string): readonly string[] | undefined {
  const week = periodOf(file, date)?.week;
  return WEEKDAYS.map((day) => week?.[day] ?? []).find((spans) => spans.length > 0);
}
