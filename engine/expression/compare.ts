import type { Run } from './run.js';
import { parseDuration } from './temporal/durations.js';
import { instantOf, parseDate, parseDateTime, parseTime } from './temporal/moments.js';
import { DAY_MS } from './temporal/civil.js';
import {
  isContext, isList, isRange, isTemporal, kindOf, type Context, type Range, type Temporal, type Value,
} from './values.js';

/**
 * Place of a temporal value on the line of its kind: days, milliseconds or months. Undefined for a text that is
 * not of its kind, which stored data may hold.
 */
export function ordinalOf(value: Temporal, localOffset: number): number | undefined {
  switch (value['@']) {
    case 'date': return parseDate(value.value);
    case 'date and time': {
      const moment = parseDateTime(value.value);
      return moment && instantOf(moment, localOffset);
    }
    case 'time': {
      const clock = parseTime(value.value);
      return clock && clock.ms - (clock.offset ?? localOffset) * 60_000;
    }
    case 'days and time duration': return parseDuration(value.value)?.ms;
    case 'years and months duration': return parseDuration(value.value)?.months;
  }
}

/**
 * Order of two values: negative, zero, positive; undefined when FEEL does not order them (DMN 1.5, 10.3.2).
 * A date and a date and time meet at the date's midnight.
 */
export function order(run: Run, a: Value, b: Value): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') {
    run.charge(a.length / 1000);
    return a < b ? -1 : a > b ? 1 : 0;
  }
  if (!isTemporal(a) || !isTemporal(b)) return undefined;
  const left = ordinalOf(a, run.offsetMinutes);
  const right = ordinalOf(b, run.offsetMinutes);
  if (left === undefined || right === undefined) return undefined;
  if (a['@'] === b['@']) return left - right;
  const line = (value: Temporal, ordinal: number): number | undefined =>
    value['@'] === 'date' ? ordinal * DAY_MS - run.offsetMinutes * 60_000 : value['@'] === 'date and time' ? ordinal : undefined;
  const leftInstant = line(a, left);
  const rightInstant = line(b, right);
  return leftInstant === undefined || rightInstant === undefined ? undefined : leftInstant - rightInstant;
}

/** Equality (DMN 1.5, 10.3.2): null for values of different kinds, except that null equals only null. */
export function equal(run: Run, a: Value, b: Value): boolean | null {
  run.charge(typeof a === 'string' ? 0.1 + a.length / 1000 : 0.1);
  if (a === null || b === null) return a === b;
  if (isList(a) && isList(b)) return run.within(() => equalLists(run, a, b));
  if (isTemporal(a) && isTemporal(b)) {
    const ordered = order(run, a, b);
    return ordered === undefined ? (a['@'] === b['@'] ? a.value === b.value : null) : ordered === 0;
  }
  const kind = kindOf(a);
  if (kind !== kindOf(b)) return null;
  if (isRange(a) && isRange(b)) return run.within(() => equalRanges(run, a, b));
  if (isContext(a) && isContext(b)) return run.within(() => equalContexts(run, a, b));
  return a === b;
}

function equalLists(run: Run, a: Value[], b: Value[]): boolean {
  return a.length === b.length && a.every((item, at) => equal(run, item, b[at]!) === true);
}

function equalContexts(run: Run, a: Context, b: Context): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length
    && keys.every((key) => Object.hasOwn(b, key) && equal(run, a[key] ?? null, b[key] ?? null) === true);
}

function equalRanges(run: Run, a: Range, b: Range): boolean {
  return a.startIncluded === b.startIncluded && a.endIncluded === b.endIncluded
    && equal(run, a.start, b.start) === true && equal(run, a.end, b.end) === true;
}

/** Whether a range holds a value; null when they cannot be compared. An endpoint of null is open. */
export function includes(run: Run, range: Range, value: Value): boolean | null {
  if (range.start === null && range.end === null) return null;
  const above = range.start === null ? 1 : order(run, value, range.start);
  const below = range.end === null ? -1 : order(run, value, range.end);
  if (above === undefined || below === undefined) return null;
  return (above > 0 || (above === 0 && range.startIncluded)) && (below < 0 || (below === 0 && range.endIncluded));
}
