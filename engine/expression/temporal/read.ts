import type { Temporal } from '../values.js';
import { durationValue, parseDuration } from './durations.js';
import { dateTimeValue, dateValue, parseDate, parseDateTime, parseTime, timeValue } from './moments.js';

/** The value that an ISO 8601 text stands for, as after `@`; undefined when it is none. */
export function temporalFromText(text: string): Temporal | undefined {
  if (text.startsWith('P') || text.startsWith('-P')) {
    const duration = parseDuration(text);
    return duration && durationValue(duration);
  }
  const days = parseDate(text);
  if (days !== undefined) return dateValue(days);
  const moment = text.indexOf('T') > 0 ? parseDateTime(text) : undefined;
  if (moment) return dateTimeValue(moment);
  const clock = parseTime(text);
  return clock && timeValue(clock);
}
