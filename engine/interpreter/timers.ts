/** Timer expressions (BPMN 2.0 section 10.5.5.6, ISO 8601): when a timer is due, and again. */
import type { Instant, Json } from '../graph/types.js';

export type Due = { ok: true; dueAt: Instant; interval?: number; left?: number } | { ok: false; message: string };

const DURATION = /^(-)?P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?)?(?:Z|([+-])(\d\d):?(\d\d))?(?:[@[].*)?$/;
/** An instant without an offset is local time of the agency. */
const LOCAL_OFFSET_MINUTES = 7 * 60;

/** Instant of `from` plus an ISO 8601 duration; years and months are calendar ones. Undefined for any other text. */
export function addDuration(from: Instant, text: string): Instant | undefined {
  const match = DURATION.exec(text);
  if (!match || text.endsWith('P') || text.endsWith('T')) return undefined;
  const [, minus, ...parts] = match;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => (part === undefined ? 0 : Number(part)));
  const sign = minus ? -1 : 1;
  const shifted = addMonths(from, sign * Math.round(years * 12 + months));
  return shifted + sign * Math.round((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000);
}
function addMonths(from: Instant, months: number): Instant {
  if (months === 0) return from;
  const date = new Date(from);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

export function parseInstant(text: string): Instant | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', sign, offHours = '0', offMinutes = '0'] = match;
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second), Math.round(Number(`0${fraction}`) * 1000));
  const zoned = /Z/.test(text) || sign !== undefined;
  const offset = zoned ? (sign === '-' ? -1 : 1) * (Number(offHours) * 60 + Number(offMinutes)) : LOCAL_OFFSET_MINUTES;
  return local - offset * 60_000;
}

/** FEEL values of dates and durations are tagged; texts are taken as they are. */
function textOf(value: Json): string | undefined {
  if (typeof value === 'string') return value.trim();
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    const tagged = (value as Record<string, Json>)['value'];
    if (typeof tagged === 'string') return tagged;
  }
  return undefined;
}

export function dueOf(kind: 'date' | 'duration' | 'cycle', value: Json, now: Instant): Due {
  const text = textOf(value);
  if (text === undefined) return { ok: false, message: 'The timer expression gives no date or duration' };
  const due = kind === 'date' ? parseInstant(text) : kind === 'duration' ? addDuration(now, text) : undefined;
  if (due !== undefined) return { ok: true, dueAt: due };
  if (kind === 'cycle') return cycleOf(text, now);
  return { ok: false, message: `Not an ISO 8601 ${kind}: ${text}` };
}

/** `R3/PT10H`, `R/2026-01-01T00:00:00Z/P1D`, `R2/PT1H/2026-12-31T00:00:00Z`, or a bare duration without end. */
function cycleOf(text: string, now: Instant): Due {
  const parts = text.split('/');
  const repeat = /^R(-1|\d*)$/.exec(parts[0] ?? '');
  const [first, second] = repeat ? parts.slice(1) : parts;
  const left = repeat && repeat[1] !== '' && repeat[1] !== '-1' ? Number(repeat[1]) - 1 : -1;
  const start = first === undefined ? undefined : parseInstant(first);
  const duration = start === undefined ? first : second;
  const base = start ?? now;
  const next = duration === undefined ? undefined : addDuration(base, duration);
  if (next === undefined || next <= base || parts.length > 3) return { ok: false, message: `Not an ISO 8601 repeating interval: ${text}` };
  return { ok: true, dueAt: start !== undefined && start >= now ? start : next, interval: next - base, left: Math.max(left, -1) };
}
