/** What the address of the overview says: which dossiers, in which period, and the pages of its lists. */
import { deskDay } from '../../format.js';
import { CHANNELS, dayIn, instantsOf, oneOf, textIn } from '../practice/search.js';

export const STEPS_OF_TIME = ['day', 'month', 'quarter', 'year'] as const;
/** `from`, `to`: days of the desk, both looked at; `heat`: the procedure whose heat map is shown. */
export interface OverviewSearch { agency?: string; department?: string; procedure?: string; field?: string; channel?: (typeof CHANNELS)[number]; from?: string; to?: string; by?: (typeof STEPS_OF_TIME)[number]; late?: number; risk?: number; heat?: string }
export interface OverviewFilter { agency?: string; department?: string; procedure?: string; field?: string; channel?: string }
export interface OverviewRange { from?: string; to?: string; by?: string }

const pageIn = (value: unknown): number | undefined => (Number.isInteger(Number(value)) && Number(value) > 1 ? Number(value) : undefined);

export function parseOverviewSearch(raw: Record<string, unknown>): OverviewSearch {
  return {
    agency: textIn(raw.agency), department: textIn(raw.department), procedure: textIn(raw.procedure), field: textIn(raw.field), channel: oneOf(CHANNELS, raw.channel),
    from: dayIn(raw.from), to: dayIn(raw.to), by: oneOf(STEPS_OF_TIME, raw.by), late: pageIn(raw.late), risk: pageIn(raw.risk), heat: textIn(raw.heat),
  };
}

export const filterOf = ({ agency, department, procedure, field, channel }: OverviewSearch): OverviewFilter => ({ agency, department, procedure, field, channel });
/** The last thirty days where no day is named. */
export function rangeOf({ from, to, by }: OverviewSearch, today = deskDay()): OverviewRange {
  return { ...instantsOf({ from: from ?? (to === undefined ? daysBefore(today, 29) : undefined), to }), by };
}

const DAY_MS = 86_400_000;
const daysBefore = (day: string, n: number): string => new Date(Date.parse(day) - n * DAY_MS).toISOString().slice(0, 10);

/** Periods that are chosen by name; their days stand in the address. */
export function namedPeriods(today = deskDay()): { key: string; from?: string; to?: string }[] {
  const [year, month] = [today.slice(0, 4), Number(today.slice(5, 7))];
  const first = (n: number): string => `${year}-${String(n).padStart(2, '0')}-01`;
  return [
    { key: 'days30' }, { key: 'days7', from: daysBefore(today, 6), to: today }, { key: 'days90', from: daysBefore(today, 89), to: today }, { key: 'month', from: first(month), to: today },
    { key: 'quarter', from: first(month - ((month - 1) % 3)), to: today }, { key: 'year', from: first(1), to: today }, { key: 'lastYear', from: `${Number(year) - 1}-01-01`, to: `${Number(year) - 1}-12-31` },
  ];
}
