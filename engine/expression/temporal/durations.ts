import { temporal, type Temporal } from '../values.js';
import { DAY_MS } from './civil.js';
import { Cursor } from './text.js';

/** A duration is either whole months or milliseconds, never both (DMN 1.5, 10.3.2.3.7 and 10.3.2.3.8). */
export type Duration = { months: number; ms?: undefined } | { ms: number; months?: undefined };

/** `P1Y2M` or `P3DT4H5M6.5S`; undefined for anything else, a mixture included. */
export function parseDuration(text: string): Duration | undefined {
  const cursor = new Cursor(text);
  const sign = cursor.eat('-') ? -1 : 1;
  if (!cursor.eat('P') || cursor.done) return undefined;
  const date = readParts(cursor, ['Y', 'M', 'W', 'D']);
  const timed = cursor.eat('T') !== undefined;
  const time = timed ? readParts(cursor, ['H', 'M', 'S']) : {};
  if (!date || !time || !cursor.done || (timed && !Object.keys(time).length)) return undefined;
  const inMonths = 'Y' in date || 'M' in date;
  if (inMonths) {
    if (timed || 'D' in date || 'W' in date) return undefined;
    return { months: sign * ((date.Y ?? 0) * 12 + (date.M ?? 0)) + 0 };
  }
  const days = (date.W ?? 0) * 7 + (date.D ?? 0);
  const ms = Math.round(days * DAY_MS + (time.H ?? 0) * 3_600_000 + (time.M ?? 0) * 60_000 + (time.S ?? 0) * 1000);
  return { ms: sign * ms + 0 };
}

/** Numbers with their designators, each at most once and in order; only seconds may have a fraction. */
function readParts(cursor: Cursor, designators: string[]): Record<string, number> | undefined {
  const parts: Record<string, number> = {};
  let next = 0;
  for (let digits = cursor.digits(1, 12); digits !== undefined; digits = cursor.digits(1, 12)) {
    const fraction = cursor.eat('.') ? cursor.digits(1, 9) : '';
    const unit = cursor.eat(...designators.slice(next));
    if (fraction === undefined || !unit || (fraction && unit !== 'S')) return undefined;
    parts[unit] = Number(fraction ? `${digits}.${fraction}` : digits);
    next = designators.indexOf(unit) + 1;
  }
  return parts;
}

export function formatDuration(duration: Duration): string {
  return duration.months !== undefined ? formatMonths(duration.months) : formatMs(duration.ms);
}

function formatMonths(months: number): string {
  const size = Math.abs(months);
  const years = Math.floor(size / 12);
  const text = (years ? `${years}Y` : '') + (size % 12 ? `${size % 12}M` : '');
  return `${months < 0 ? '-' : ''}P${text || '0M'}`;
}

function formatMs(ms: number): string {
  const size = Math.abs(ms);
  const days = Math.floor(size / DAY_MS);
  const rest = size % DAY_MS;
  const hours = Math.floor(rest / 3_600_000);
  const minutes = Math.floor(rest / 60_000) % 60;
  const seconds = (rest % 60_000) / 1000;
  const time = (hours ? `${hours}H` : '') + (minutes ? `${minutes}M` : '') + (seconds ? `${seconds}S` : '');
  if (!size) return 'PT0S';
  return `${ms < 0 ? '-' : ''}P${days ? `${days}D` : ''}${time ? `T${time}` : ''}`;
}

export function durationValue(duration: Duration): Temporal {
  const kind = duration.months !== undefined ? 'years and months duration' : 'days and time duration';
  return temporal(kind, formatDuration(duration));
}
