import { ordinalOf } from './compare.js';
import { civilFromDays, DAY_MS, daysFromCivil, plusMonths } from './temporal/civil.js';
import type { Duration } from './temporal/durations.js';
import { instantOf, momentAt } from './temporal/moments.js';
import { durationOf } from './temporal/arithmetic.js';
import { temporalFromText } from './temporal/read.js';
import { isTemporal, type Json, type Temporal, type Value } from './values.js';

export type { Duration } from './temporal/durations.js';

/** Dates and durations may come from an expression, or as ISO 8601 texts from data. */
function temporalOf(value: Json): Temporal | undefined {
  if (typeof value === 'string') return temporalFromText(value);
  return isTemporal(value as Value) ? value as unknown as Temporal : undefined;
}

/** Epoch milliseconds of a date and time, or of a date's midnight, local at `offsetMinutes`; undefined for anything else. */
export function toInstant(value: Json, offsetMinutes: number): number | undefined {
  const point = temporalOf(value);
  if (point?.['@'] === 'date and time') return ordinalOf(point, offsetMinutes);
  const days = point?.['@'] === 'date' ? ordinalOf(point, offsetMinutes) : undefined;
  return days === undefined ? undefined : days * DAY_MS - offsetMinutes * 60_000;
}

/** Milliseconds or months of a duration; undefined for anything else. */
export function toDuration(value: Json): Duration | undefined {
  return durationOf(temporalOf(value) ?? null);
}

/** Instant after a duration; months move the local date at `offsetMinutes` and keep the time of day. */
export function addDuration(instant: number, duration: Duration, offsetMinutes: number): number {
  if (duration.months === undefined) return instant + duration.ms;
  const moment = momentAt(instant, offsetMinutes);
  const date = plusMonths(civilFromDays(moment.days), duration.months);
  return instantOf({ ...moment, days: daysFromCivil(date.year, date.month, date.day) }, offsetMinutes);
}

/** The same data with dates, times and durations as bare ISO 8601 texts, for people and other systems. */
export function plainTexts(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(plainTexts);
  if (isTemporal(value as Value)) return (value as unknown as Temporal).value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plainTexts(entry as Json)]));
}
