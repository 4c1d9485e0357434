/** What the address of the page says: which period and place, and which list is open. */
import { INDICATOR_IDS, type IndicatorId } from '../../../engine/service-index/indicators.js';
import { deskDay } from '../../format.js';

export const KINDS = ['month', 'quarter', 'year'] as const;
export type Kind = (typeof KINDS)[number];
/** `period`: `2026-11`, `2026-Q4` or `2026`; absent: the month that has begun. */
export interface IndexSearch { period?: string | undefined; agency?: string | undefined; department?: string | undefined; procedure?: string | undefined; show?: IndicatorId | undefined; met?: boolean | undefined; page?: number | undefined }

const PERIOD = /^20\d\d(-(0[1-9]|1[0-2])|-Q[1-4])?$/;
const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : typeof value === 'number' ? String(value) : undefined);

export function parseIndexSearch(raw: Record<string, unknown>): IndexSearch {
  const period = text(raw.period);
  return {
    period: period !== undefined && PERIOD.test(period) ? period : undefined, agency: text(raw.agency), department: text(raw.department), procedure: text(raw.procedure),
    show: INDICATOR_IDS.find((each) => each === raw.show), met: raw.met === true || raw.met === 'true' ? true : undefined, page: Number(raw.page) > 1 ? Number(raw.page) : undefined,
  };
}

export const kindOf = (period: string): Kind => (period.includes('Q') ? 'quarter' : period.length === 4 ? 'year' : 'month');
export function daysOf(period: string): { from: string; to: string } {
  const year = Number(period.slice(0, 4));
  const [first, months] = kindOf(period) === 'year' ? [0, 12] : kindOf(period) === 'quarter' ? [(Number(period.slice(6)) - 1) * 3, 3] : [Number(period.slice(5)) - 1, 1];
  const day = (month: number, date: number): string => new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
  return { from: day(first, 1), to: day(first + months, 0) };
}
/** The period whose days these are, as far as they have come; none where they are no month, quarter or year. */
export function periodNamed({ from, to }: { from?: string | undefined; to?: string | undefined }, today = deskDay()): string | undefined {
  if (from === undefined || to === undefined) return undefined;
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  return [from.slice(0, 7), `${year}-Q${Math.ceil(month / 3)}`, year].find((period) => {
    const days = daysOf(period);
    return PERIOD.test(period) && days.from === from && (days.to === to || (to === today && days.to > today));
  });
}
export const thisMonth = (): string => deskDay().slice(0, 7);

const SHOWN: Readonly<Record<Kind, number>> = { month: 24, quarter: 12, year: 5 };
/** The latest first, down to some years ago. */
export function choicesOf(kind: Kind, now = thisMonth()): string[] {
  const [year, month] = [Number(now.slice(0, 4)), Number(now.slice(5)) - 1];
  return Array.from({ length: SHOWN[kind] }, (_, n) => {
    if (kind === 'year') return String(year - n);
    const months = year * 12 + month - n * (kind === 'month' ? 1 : 3);
    const [ofYear, ofMonth] = [Math.floor(months / 12), months % 12];
    return kind === 'month' ? `${ofYear}-${String(ofMonth + 1).padStart(2, '0')}` : `${ofYear}-Q${Math.floor(ofMonth / 3) + 1}`;
  });
}
