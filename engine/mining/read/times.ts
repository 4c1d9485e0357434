/** Times as logs write them. ISO 8601 is the rule; the other forms are those of spreadsheets and common exports. */
import { toInstant } from '../../calendar/offsets.js';
import type { Zone } from '../../calendar/types.js';
import { LogError, type Micros } from '../log/types.js';

const MINUTE = 60_000;
const TIME = String.raw`(?:[T :,]\s*(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,:](\d{1,9}))?)?\s*([AaPp]\.?[Mm]\.?)?)?`;
const OFFSET = String.raw`\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}${OFFSET}$`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${TIME}${OFFSET}$`);
const MONTH_NAME = new RegExp(String.raw`^(\d{1,2})[- ]([A-Za-z]{3})[A-Za-z]*[- ](\d{4})${TIME}${OFFSET}$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?$/;
const EPOCH = /^\d{9,19}(?:\.\d+)?$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export type DayOrder = 'dayFirst' | 'monthFirst';

/**
 * Reads the times of one column. Times without an offset are local times of `zone` (default UTC).
 * `03/04/2026` says nothing about which number is the day: both readings are kept until a row decides; without one, the day is first.
 */
export class TimeReader {
  private order: DayOrder | undefined;
  /** Rows whose reading hangs on the order, with the other reading. */
  private readonly open: { row: number; other: Micros }[] = [];

  constructor(private readonly zone?: Zone) {}

  /** `row` comes back from `corrections`. Throws `LogError` without a line. */
  read(text: string, row: number): Micros {
    const iso = isoMicros(text);
    if (iso !== undefined) return iso;
    const time = this.yearFirst(text) ?? this.yearLast(text, row) ?? this.monthName(text) ?? compact(text, this.zone) ?? epoch(text);
    if (time === undefined) throw new LogError(`"${text.slice(0, 60)}" is not a time`);
    return time;
  }

  /** Rows read with the wrong order, with what they mean. */
  corrections(): readonly { row: number; other: Micros }[] {
    return this.order === 'monthFirst' ? this.open : [];
  }

  /** True when no row told which number is the day. */
  get ambiguous(): boolean {
    return this.order === undefined && this.open.length > 0;
  }

  private yearFirst(text: string): Micros | undefined {
    const match = YEAR_FIRST.exec(text);
    return match ? moment(Number(match[1]), Number(match[2]), Number(match[3]), match, this.zone) : undefined;
  }

  private monthName(text: string): Micros | undefined {
    const match = MONTH_NAME.exec(text);
    return match ? moment(Number(match[3]), MONTHS.indexOf(match[2]!.toLowerCase()) + 1, Number(match[1]), match, this.zone) : undefined;
  }

  private yearLast(text: string, row: number): Micros | undefined {
    const match = YEAR_LAST.exec(text);
    if (!match) return undefined;
    const [a, b, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
    const dayFirst = moment(year, b, a, match, this.zone);
    const monthFirst = moment(year, a, b, match, this.zone);
    if (a !== b && a <= 12 && b <= 12) {
      if (this.order === undefined) this.open.push({ row, other: monthFirst! });
      return this.order === 'monthFirst' ? monthFirst : dayFirst;
    }
    if (a !== b) this.decide(a > 12 ? 'dayFirst' : 'monthFirst', text);
    return dayFirst ?? monthFirst;
  }

  private decide(order: DayOrder, text: string): void {
    if (this.order !== undefined && this.order !== order) throw new LogError(`"${text}" has day and month in another order than the rows before`);
    this.order = order;
  }
}

/** Parts 4 to 8 of the match are hour, minute, second, fraction, AM or PM; then the offset. Undefined when there is no such time. */
function moment(year: number, month: number, day: number, match: RegExpExecArray, zone: Zone | undefined): Micros | undefined {
  const [, , , , hour = '0', minute = '0', second = '0', fraction = '', half, offset] = match;
  let hours = Number(hour);
  if (half) hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0);
  if (month < 1 || month > 12 || day < 1 || hours > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const date = Date.UTC(year, month - 1, day);
  if (new Date(date).getUTCDate() !== day) return undefined;
  const local = date + hours * 60 * MINUTE + Number(minute) * MINUTE + Number(second) * 1000;
  const ms = offset !== undefined ? local - offsetOf(offset) : zone ? toInstant(zone, local) : local;
  return ms * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

function offsetOf(text: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(text);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? '0')) * MINUTE;
}

function compact(text: string, zone: Zone | undefined): Micros | undefined {
  const match = COMPACT.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  return moment(Number(year), Number(month), Number(day), ['', '', '', '', hour, minute, second] as unknown as RegExpExecArray, zone);
}

/** Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their size. */
function epoch(text: string): Micros | undefined {
  if (!EPOCH.test(text)) return undefined;
  const digits = text.split('.')[0]!.length;
  const scale = digits <= 11 ? 1_000_000 : digits <= 14 ? 1000 : digits <= 17 ? 1 : 1 / 1000;
  return Math.floor(Number(text) * scale);
}

/** The common form with an offset, by character: logs have millions of them. */
export function isoMicros(text: string): Micros | undefined {
  if (text.length < 20 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return undefined;
  const separator = text.charCodeAt(10);
  if (separator !== 84 && separator !== 32) return undefined;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  const [hour, minute, second] = [digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19)];
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= 28 && hour <= 23 && minute <= 59 && second <= 59)) return undefined;
  let at = 19;
  let micros = 0;
  if (text.charCodeAt(19) === 46) {
    at = 20;
    let scale = 100_000;
    for (let code = text.charCodeAt(at); code >= 48 && code <= 57; code = text.charCodeAt(at)) {
      micros += (code - 48) * Math.floor(scale);
      scale /= 10;
      at += 1;
    }
  }
  const offset = offsetAtEnd(text, at);
  return offset === undefined ? undefined : (Date.UTC(year, month - 1, day, hour, minute, second) - offset) * 1000 + micros;
}

function offsetAtEnd(text: string, at: number): number | undefined {
  const sign = text.charCodeAt(at);
  if (sign === 90) return at + 1 === text.length ? 0 : undefined;
  if ((sign !== 43 && sign !== 45) || text.length !== at + 6 || text.charCodeAt(at + 3) !== 58) return undefined;
  const minutes = digits(text, at + 1, at + 3) * 60 + digits(text, at + 4, at + 6);
  return Number.isNaN(minutes) ? undefined : (sign === 45 ? -minutes : minutes) * MINUTE;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}
