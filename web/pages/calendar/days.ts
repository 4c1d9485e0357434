/** What a calendar says of single days, and how a day of it is changed. Days are `YYYY-MM-DD`. */
import { combineCalendars } from '../../../engine/calendar/combine.js';
import { compileCalendar, dayPlan, usualDayLength, type WorkCalendar } from '../../../engine/calendar/compile.js';
import { formatDay, HOUR, MINUTE, parseDay, weekdayOf } from '../../../engine/calendar/instants.js';
import { readCalendar } from '../../../engine/calendar/read.js';
import type { CalendarFile, CalendarProblem, DaySpan } from '../../../engine/calendar/types.js';

/** The calendar of whoever has none of its own. */
export const COMMON = 'vn-office';

export type DayKind = 'open' | 'half' | 'makeUp' | 'holiday' | 'off' | 'none';
export interface DayInfo { date: string; kind: DayKind; name?: string; spans: string[]; minutes: number; expected: boolean; /** Said by the calendar itself, not by the one it takes its days off from. */ own: boolean }

/** The draft with the days of its base, ready to be asked; undefined with what is wrong. */
export function ready(file: CalendarFile, base: CalendarFile | undefined): { calendar?: WorkCalendar; problems: CalendarProblem[] } {
  const alone = readCalendar(file);
  const problems = alone.problems.filter(({ severity }) => severity === 'error');
  if (problems.length > 0) return { problems };
  const { calendar } = base ? readCalendar(combineCalendars(base, file)) : alone;
  return calendar ? { calendar: compileCalendar(calendar), problems } : { problems };
}

const two = (n: number): string => String(n).padStart(2, '0');
const timeOf = (ms: number): string => `${two(Math.floor(ms / HOUR))}:${two(Math.round((ms % HOUR) / MINUTE))}`;
export const spanText = ({ start, end }: DaySpan): string => `${timeOf(start)}-${timeOf(end)}`;

/** Less than three quarters of the usual day is a half day. */
const HALF = 0.75;

export function dayInfo(calendar: WorkCalendar, file: CalendarFile, date: string): DayInfo {
  const day = parseDay(date) ?? 0;
  const own = file.closed?.[date] !== undefined || file.open?.[date] !== undefined;
  if (day < calendar.firstDay) return { date, kind: 'none', spans: [], minutes: 0, expected: false, own };
  const plan = dayPlan(calendar, day);
  const length = plan.spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const kind = plan.kind === 'holiday' ? 'holiday' : length === 0 ? 'off' : plan.kind === 'makeUp' ? 'makeUp' : length < HALF * usualDayLength(calendar, day) ? 'half' : 'open';
  return { date, kind, ...(plan.name ? { name: plan.name } : {}), spans: plan.spans.map(spanText), minutes: Math.round(length / MINUTE), expected: plan.expected === true, own };
}

export interface Month { year: number; /** 1 to 12. */ month: number }
export const monthOf = (date: string): Month => ({ year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) });
export function addMonths({ year, month }: Month, n: number): Month {
  const index = year * 12 + month - 1 + n;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}
export const shiftDay = (date: string, n: number): string => formatDay((parseDay(date) ?? 0) + n);
export const firstOf = ({ year, month }: Month): string => `${year}-${two(month)}-01`;
export const daysIn = (month: Month): number => (parseDay(firstOf(addMonths(month, 1))) ?? 0) - (parseDay(firstOf(month)) ?? 0);

/** Whole weeks from Monday to Sunday; days of other months are undefined. */
export function weeksOf(month: Month): (string | undefined)[][] {
  const first = firstOf(month);
  const before = weekdayOf(parseDay(first) ?? 0);
  const cells = [...Array<undefined>(before), ...Array.from({ length: daysIn(month) }, (_, i) => shiftDay(first, i))];
  const weeks = [];
  for (let at = 0; at < cells.length; at += 7) weeks.push([...cells.slice(at, at + 7), ...Array<undefined>(Math.max(0, at + 7 - cells.length))]);
  return weeks;
}

export interface DayEdit { mode: 'week' | 'closed' | 'hours'; name: string; hours: string; basis: string; source: string; confirmed: boolean }

export function editOf(file: CalendarFile, info: DayInfo): DayEdit {
  const { date } = info;
  const note = file.notes?.[date];
  const mode = file.open?.[date] !== undefined ? 'hours' : file.closed?.[date] !== undefined ? 'closed' : 'week';
  return { mode, name: file.closed?.[date] ?? note?.name ?? '', hours: (file.open?.[date] ?? info.spans).join(', '), basis: note?.basis ?? '', source: note?.source ?? '', confirmed: note?.confirmed !== false };
}

export const spansOf = (text: string): string[] => text.split(',').map((part) => part.trim().replace(/\s*[-–]\s*/, '-')).filter(Boolean);

/** The file with the day changed; a day without a word of its own follows the week, or the base. */
export function withDay(file: CalendarFile, date: string, edit: DayEdit): CalendarFile {
  const without = <T>(days: Readonly<Record<string, T>> | undefined): Record<string, T> => Object.fromEntries(Object.entries(days ?? {}).filter(([each]) => each !== date));
  const [closed, open, notes] = [without(file.closed), without(file.open), without(file.notes)];
  if (edit.mode === 'closed') closed[date] = edit.name.trim();
  if (edit.mode === 'hours') open[date] = spansOf(edit.hours);
  if (edit.mode !== 'week') {
    const said = { name: edit.mode === 'hours' ? edit.name.trim() : '', basis: edit.basis.trim(), source: edit.source.trim() };
    notes[date] = { ...Object.fromEntries(Object.entries(said).filter(([, text]) => text !== '')), confirmed: edit.confirmed };
  }
  const sorted = <T>(days: Record<string, T>): Record<string, T> => Object.fromEntries(Object.entries(days).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { ...file, closed: sorted(closed), open: sorted(open), notes: sorted(notes) };
}
