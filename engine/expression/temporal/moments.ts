import { temporal, type Temporal } from '../values.js';
import { civilFromDays, DAY_MS, daysFromCivil, daysInMonth } from './civil.js';
import { Cursor, pad } from './text.js';

/** Milliseconds since midnight, and minutes east of UTC when the text names them. */
export interface ClockTime { ms: number; offset: number | null }
/** Days since 1970-01-01 in the offset the text names, and the time of that day. */
export interface Moment { days: number; clock: ClockTime }

/** Zones without summer time, which need no table of changes; others are refused. */
const fixedZones: Record<string, number> = {
  'Asia/Ho_Chi_Minh': 420, 'Asia/Saigon': 420, 'Asia/Bangkok': 420, 'Etc/UTC': 0, UTC: 0,
};

export function parseDate(text: string): number | undefined {
  const cursor = new Cursor(text);
  const days = readDate(cursor);
  return cursor.done ? days : undefined;
}

export function parseTime(text: string): ClockTime | undefined {
  const cursor = new Cursor(text);
  cursor.eat('T');
  const clock = readTime(cursor);
  return cursor.done ? clock : undefined;
}

/** `2026-11-23T08:30:00+07:00`; a date alone means its midnight. */
export function parseDateTime(text: string): Moment | undefined {
  const cursor = new Cursor(text);
  const days = readDate(cursor);
  if (days === undefined) return undefined;
  if (cursor.done) return { days, clock: { ms: 0, offset: null } };
  if (!cursor.eat('T')) return undefined;
  const clock = readTime(cursor);
  if (!clock || !cursor.done) return undefined;
  return clock.ms === DAY_MS ? { days: days + 1, clock: { ...clock, ms: 0 } } : { days, clock };
}

function readDate(cursor: Cursor): number | undefined {
  const sign = cursor.eat('-') ? -1 : 1;
  const year = cursor.digits(4, 9);
  if (year === undefined || !cursor.eat('-')) return undefined;
  const month = cursor.two(12);
  if (!(month >= 1) || !cursor.eat('-')) return undefined;
  const day = cursor.two(31);
  const signed = sign * Number(year);
  return day >= 1 && day <= daysInMonth(signed, month) ? daysFromCivil(signed, month, day) : undefined;
}

function readTime(cursor: Cursor): ClockTime | undefined {
  const hour = cursor.two(24);
  if (!cursor.eat(':')) return undefined;
  const minute = cursor.two(59);
  const second = cursor.eat(':') ? cursor.two(59) : 0;
  const fraction = cursor.eat('.') ? cursor.digits(1, 9) : '0';
  if (fraction === undefined) return undefined;
  const ms = ((hour * 60 + minute) * 60 + second) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
  const offset = readOffset(cursor);
  return ms <= DAY_MS && offset !== undefined ? { ms, offset } : undefined;
}

function readOffset(cursor: Cursor): number | null | undefined {
  if (cursor.done) return null;
  if (cursor.eat('Z', 'z')) return 0;
  if (cursor.eat('@')) {
    const zone = cursor.text.slice(cursor.at);
    cursor.at = cursor.text.length;
    return Object.hasOwn(fixedZones, zone) ? fixedZones[zone] : undefined;
  }
  const sign = cursor.eat('+', '-');
  if (!sign) return undefined;
  const hours = cursor.two(18);
  cursor.eat(':');
  const minutes = cursor.done ? 0 : cursor.two(59);
  return Number.isNaN(hours + minutes) ? undefined : (sign === '-' ? -1 : 1) * (hours * 60 + minutes);
}

export function formatDate(days: number): string {
  const { year, month, day } = civilFromDays(days);
  return `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

export function formatTime({ ms, offset }: ClockTime): string {
  const seconds = Math.floor(ms / 1000);
  // As decimals of a number, so that trailing zeros fall away.
  const fraction = ms % 1000 ? String((ms % 1000) / 1000).slice(1) : '';
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => pad(part, 2));
  return clock.join(':') + fraction + formatOffset(offset);
}

function formatOffset(offset: number | null): string {
  if (offset === null) return '';
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}:${pad(size % 60, 2)}`;
}

export const dateValue = (days: number): Temporal => temporal('date', formatDate(days));
export const timeValue = (clock: ClockTime): Temporal => temporal('time', formatTime(clock));
export const dateTimeValue = ({ days, clock }: Moment): Temporal =>
  temporal('date and time', `${formatDate(days)}T${formatTime(clock)}`);

/** Epoch milliseconds; a moment without an offset is read in `localOffset` (minutes east of UTC). */
export const instantOf = ({ days, clock }: Moment, localOffset: number): number =>
  days * DAY_MS + clock.ms - (clock.offset ?? localOffset) * 60_000;

/** Moment of an instant as clocks at `offset` show it; `shown` is the offset that the value then names. */
export function momentAt(instant: number, offset: number, shown: number | null = offset): Moment {
  const local = instant + offset * 60_000;
  const days = Math.floor(local / DAY_MS);
  return { days, clock: { ms: local - days * DAY_MS, offset: shown } };
}
