import { isDuration, type Temporal, type Value } from '../values.js';
import { civilFromDays, isoWeekday } from './civil.js';
import { durationValue, parseDuration } from './durations.js';
import { parseDateTime, parseTime, type ClockTime } from './moments.js';

/** Property of a date, time or duration (DMN 1.5, 10.3.2.3); undefined when its kind has no such property. */
export function temporalPart(value: Temporal, name: string): Value | undefined {
  if (isDuration(value['@'])) return durationPart(value.value, name);
  const moment = value['@'] === 'time' ? undefined : parseDateTime(value.value);
  const clock = value['@'] === 'date' ? undefined : value['@'] === 'time' ? parseTime(value.value) : moment?.clock;
  return (moment && datePart(moment.days, name)) ?? (clock && clockPart(clock, name));
}

function datePart(days: number, name: string): Value | undefined {
  switch (name) {
    case 'year': case 'month': case 'day': return civilFromDays(days)[name];
    case 'weekday': return isoWeekday(days);
    default: return undefined;
  }
}

function clockPart(clock: ClockTime, name: string): Value | undefined {
  const seconds = Math.floor(clock.ms / 1000);
  switch (name) {
    case 'hour': return Math.floor(seconds / 3600);
    case 'minute': return Math.floor(seconds / 60) % 60;
    case 'second': return seconds % 60;
    case 'time offset': return clock.offset === null ? null : durationValue({ ms: clock.offset * 60_000 });
    case 'timezone': return null;
    default: return undefined;
  }
}

function durationPart(text: string, name: string): Value | undefined {
  const duration = parseDuration(text);
  if (!duration) return undefined;
  const divisors: Record<string, [unit: number, modulus: number]> = duration.months !== undefined
    ? { years: [12, Infinity], months: [1, 12] }
    : { days: [86_400_000, Infinity], hours: [3_600_000, 24], minutes: [60_000, 60], seconds: [1000, 60] };
  if (!Object.hasOwn(divisors, name)) return undefined;
  const [unit, modulus] = divisors[name]!;
  const whole = Math.trunc((duration.months ?? duration.ms) / unit);
  return (modulus === Infinity ? whole : whole % modulus) + 0;
}
