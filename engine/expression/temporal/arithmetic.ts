import { ordinalOf } from '../compare.js';
import { rounded } from '../number.js';
import { isDuration, isTemporal, kindOf, type Temporal, type Value } from '../values.js';
import { civilFromDays, DAY_MS, daysFromCivil, plusMonths } from './civil.js';
import { durationValue, parseDuration, type Duration } from './durations.js';
import { dateTimeValue, dateValue, instantOf, parseDate, parseDateTime, parseTime, timeValue, type Moment } from './moments.js';

/** `+` with a temporal operand (DMN 1.5, 10.3.2); undefined when FEEL does not define it. */
export function addTemporal(a: Value, b: Value): Value | undefined {
  if (!isTemporal(a) || !isTemporal(b)) return undefined;
  if (isDuration(a['@']) && isDuration(b['@'])) return combine(a, b, 1);
  if (isDuration(b['@'])) return shift(a, b, 1);
  return isDuration(a['@']) ? shift(b, a, 1) : undefined;
}

/** `-` with a temporal operand; two points in time give the duration between them. */
export function subtractTemporal(a: Value, b: Value, localOffset: number): Value | undefined {
  if (!isTemporal(a) || !isTemporal(b)) return undefined;
  if (isDuration(a['@'])) return isDuration(b['@']) ? combine(a, b, -1) : undefined;
  if (isDuration(b['@'])) return shift(a, b, -1);
  const left = millisecondsOf(a, localOffset);
  const right = millisecondsOf(b, localOffset);
  if (left === undefined || right === undefined || (a['@'] === 'time') !== (b['@'] === 'time')) return undefined;
  return durationValue({ ms: left - right });
}

/** `*` and `/` with a duration. */
export function scaleTemporal(op: '*' | '/', a: Value, b: Value): Value | undefined {
  if (op === '*' && typeof a === 'number') return scaleTemporal('*', b, a);
  const duration = durationOf(a);
  if (!duration) return undefined;
  if (typeof b === 'number') return op === '/' && b === 0 ? null : scaled(duration, op === '*' ? b : 1 / b);
  const divisor = durationOf(b);
  if (op !== '/' || !divisor || kindOf(a) !== kindOf(b)) return undefined;
  const by = sizeOf(divisor);
  return by === 0 ? null : rounded(sizeOf(duration) / by);
}

export function durationOf(value: Value): Duration | undefined {
  return isTemporal(value) && isDuration(value['@']) ? parseDuration(value.value) : undefined;
}

export const sizeOf = (duration: Duration): number => duration.months ?? duration.ms ?? 0;

function scaled(duration: Duration, factor: number): Value {
  return duration.months !== undefined
    ? durationValue({ months: Math.trunc(rounded(duration.months * factor)) + 0 })
    : durationValue({ ms: Math.round(duration.ms * factor) + 0 });
}

function combine(a: Temporal, b: Temporal, sign: 1 | -1): Value | undefined {
  const left = parseDuration(a.value);
  const right = parseDuration(b.value);
  if (!left || !right) return undefined;
  if (left.months !== undefined) {
    return right.months !== undefined ? durationValue({ months: left.months + sign * right.months }) : undefined;
  }
  return right.ms !== undefined ? durationValue({ ms: left.ms + sign * right.ms }) : undefined;
}

function millisecondsOf(value: Temporal, localOffset: number): number | undefined {
  const ordinal = ordinalOf(value, localOffset);
  return ordinal === undefined || value['@'] !== 'date' ? ordinal : ordinal * DAY_MS - localOffset * 60_000;
}

/** A point in time moved by a duration; it keeps its kind and offset. */
function shift(point: Temporal, by: Temporal, sign: 1 | -1): Value | undefined {
  const duration = parseDuration(by.value);
  if (!duration) return undefined;
  if (point['@'] === 'time') {
    const clock = parseTime(point.value);
    if (!clock || duration.ms === undefined) return undefined;
    const ms = (clock.ms + sign * duration.ms) % DAY_MS;
    return timeValue({ ...clock, ms: (ms + DAY_MS) % DAY_MS });
  }
  if (point['@'] === 'date') {
    const days = parseDate(point.value);
    if (days === undefined) return undefined;
    return dateValue(moved({ days, clock: { ms: 0, offset: 0 } }, duration, sign).days);
  }
  const moment = parseDateTime(point.value);
  return moment && dateTimeValue(moved(moment, duration, sign));
}

function moved(moment: Moment, duration: Duration, sign: 1 | -1): Moment {
  if (duration.months !== undefined) {
    const date = plusMonths(civilFromDays(moment.days), sign * duration.months);
    return { ...moment, days: daysFromCivil(date.year, date.month, date.day) };
  }
  const at = instantOf(moment, 0) + (moment.clock.offset ?? 0) * 60_000 + sign * duration.ms;
  const days = Math.floor(at / DAY_MS);
  return { days, clock: { ms: at - days * DAY_MS, offset: moment.clock.offset } };
}
