/** Days of a report that are both counted, `YYYY-MM-DD`, as the kept figures and as the lists ask for them. Pure. */
import { deskMidnight } from '../desk.js';
import { type By, cellsOf, dayAfter, dayBefore, type Span, spansOf } from '../figures/periods.js';

export interface BothDays { from: string; to: string }

export const instantsOf = ({ from, to }: BothDays): { $gte: Date; $lt: Date } => ({ $gte: deskMidnight(from), $lt: deskMidnight(dayAfter(to)) });
export const periodsOf = ({ from, to }: BothDays): string[] => cellsOf({ from, to: dayAfter(to) });

export type IndexBy = Exclude<By, 'day'>;
const SERIES: Readonly<Record<IndexBy, { months: number; shown: number }>> = { month: { months: 1, shown: 12 }, quarter: { months: 3, shown: 8 }, year: { months: 12, shown: 5 } };
/** The last months, quarters or years up to the day, which ends the last of them. */
export function lastSpans(to: string, by: IndexBy): (Pick<Span, 'name'> & BothDays)[] {
  const { months, shown } = SERIES[by];
  const month = Number(to.slice(5, 7)) - 1;
  const first = new Date(Date.UTC(Number(to.slice(0, 4)), month - (month % months) - (shown - 1) * months, 1)).toISOString().slice(0, 10);
  return spansOf({ from: first, to: dayAfter(to) }, by).map((span) => ({ name: span.name, from: span.from, to: dayBefore(span.to) }));
}
