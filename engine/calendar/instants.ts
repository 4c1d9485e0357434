/** Instants, dates and times of day as text, without the host's zone or locale. */
import { offsetAt } from './offsets.js';
import type { Instant, Zone } from './types.js';

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;
/** First day, and first day no longer, for which zones and calendars are worked out: 1970-01-01 and 2100-01-01. */
export const FIRST_DAY = 0;
export const END_DAY = 47_482;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{2}):(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):?(\d{2}))$/;

/** `YYYY-MM-DD` as days since 1970-01-01, or undefined when there is no such day. */
export function parseDay(text: string): number | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  const day = ms / DAY;
  return formatDay(day) === text ? day : undefined;
}

export function formatDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** 0 is Monday. Day 0, 1970-01-01, was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** `HH:MM` (00:00 to 24:00) as ms since midnight, or undefined. */
export function parseTimeOfDay(text: string): number | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const hour = Number(match[1]);
  const minute = Number(match[2]);
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return undefined;
  return hour * HOUR + minute * MINUTE;
}

/**
 * An ISO 8601 date and time with an offset (`Z`, `+07:00`, `+0700`), seconds optional; undefined when it is not one.
 * Text without an offset names no instant and is refused.
 */
export function parseInstant(text: string): Instant | undefined {
  const match = INSTANT.exec(text);
  if (!match) return undefined;
  const [, date = '', hour, minute, second = '0', fraction = '', sign, offsetHour = '0', offsetMinute = '0'] = match;
  const day = parseDay(date);
  if (day === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  if (Number(offsetHour) > 15 || Number(offsetMinute) > 59) return undefined;
  const offset = (Number(offsetHour) * HOUR + Number(offsetMinute) * MINUTE) * (sign === '-' ? -1 : 1);
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  return day * DAY + Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * 1000 + ms - offset;
}

/** Local date and time in the zone, with its offset: `2026-02-13T17:00:00+07:00`; milliseconds only when there are any. */
export function formatInstant(zone: Zone, instant: Instant): string {
  const offset = offsetAt(zone, instant);
  const local = new Date(instant + offset).toISOString();
  const seconds = local.endsWith('.000Z') ? local.slice(0, 19) : local.slice(0, 23);
  return seconds + formatOffset(offset);
}

function formatOffset(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / MINUTE);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
