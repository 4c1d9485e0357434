/** Periods of a report, by days of the desk, and which kept cells make each of them up. Pure. */

/** `to` is the day after the last. */
export interface Days { from: string; to: string }
export type By = 'day' | 'month' | 'quarter' | 'year';
/** `name`: `2026-11-30`, `2026-11`, `2026-Q4` or `2026`. */
export interface Span extends Days { name: string; cells: string[] }

const DAY_MS = 86_400_000;
const MONTHS: Readonly<Record<Exclude<By, 'day'>, number>> = { month: 1, quarter: 3, year: 12 };
/** Up to so many days, day by day; up to so many, month by month. */
const [SHORT, LONG] = [62, 1_100];

export const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
export const dayBefore = (day: string, days = 1): string => new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
/** Of a day, `YYYY-MM`. */
export const monthBefore = (day: string): string => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 2, 1)).toISOString().slice(0, 7);
/** Of a month, `YYYY-MM`. */
export const monthAfter = (month: string): string => around(`${month}-01`, 'month').to.slice(0, 7);
export const daysIn = ({ from, to }: Days): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
export const usualBy = (days: Days): By => (daysIn(days) <= SHORT ? 'day' : daysIn(days) <= LONG ? 'month' : 'year');

/** The first day of what the day is in, and the first day after it. */
function around(day: string, by: By): Days {
  if (by === 'day') return { from: day, to: dayAfter(day) };
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1];
  const first = month - (month % MONTHS[by]);
  const at = (n: number): string => new Date(Date.UTC(year, n, 1)).toISOString().slice(0, 10);
  return { from: at(first), to: at(first + MONTHS[by]) };
}

function nameOf(day: string, by: By): string {
  if (by === 'quarter') return `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / MONTHS.quarter) + 1}`;
  return day.slice(0, { day: 10, month: 7, year: 4 }[by]);
}

/** One after the other; the first and the last hold what of them is in the period. */
export function spansOf({ from, to }: Days, by: By): Span[] {
  const spans: Span[] = [];
  for (let day = from; day < to;) {
    const whole = around(day, by);
    const span = { from: day, to: whole.to < to ? whole.to : to };
    spans.push({ ...span, name: nameOf(day, by), cells: cellsOf(span) });
    day = span.to;
  }
  return spans;
}

/** Whole years, then whole months, then days: the fewest that hold every day once. */
export function cellsOf({ from, to }: Days): string[] {
  const cells: string[] = [];
  for (let day = from; day < to;) {
    const by = (['year', 'month'] as const).find((each) => { const whole = around(day, each); return whole.from === day && whole.to <= to; }) ?? 'day';
    cells.push(nameOf(day, by));
    day = around(day, by).to;
  }
  return cells;
}
