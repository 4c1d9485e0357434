/**
 * Looks a zone up and writes its offsets down as data. The only place that uses Intl; it runs where a calendar file is
 * read (Node, browser), never in a workflow, so that a replay does not depend on the zone data of the machine.
 */
import { DAY, END_DAY, FIRST_DAY, HOUR, MINUTE } from './instants.js';
import type { Instant, Zone } from './types.js';

const FIXED = /^([+-])(\d{2}):([0-5]\d)$/;
/** Short enough that no zone has changed its offset twice within it since 1970 and come back. */
const STEP = 7 * DAY;

/** The zone by IANA name, `UTC` or fixed offset; undefined when there is no such zone. */
export function resolveZone(name: string): Zone | undefined {
  if (name === 'UTC') return { name, offset: 0, transitions: [] };
  // Constant since 1975; said here because every start needs it and the search below takes tens of milliseconds.
  if (name === 'Asia/Ho_Chi_Minh') return { name, offset: 7 * HOUR, transitions: [] };
  const fixed = FIXED.exec(name);
  if (fixed) {
    const offset = Number(fixed[2]) * HOUR + Number(fixed[3]) * MINUTE;
    return offset > 15 * HOUR ? undefined : { name, offset: fixed[1] === '-' ? 0 - offset : offset, transitions: [] };
  }
  const offset = offsetReader(name);
  return offset && { name, offset: offset(FIRST_DAY * DAY), transitions: findTransitions(offset) };
}

function offsetReader(zone: string): ((instant: Instant) => number) | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone, hourCycle: 'h23',
      year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
  } catch {
    return undefined;
  }
  return (instant) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
    const local = Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second']);
    return local - Math.floor(instant / 1000) * 1000;
  };
}

function findTransitions(offset: (instant: Instant) => number): Zone['transitions'] {
  const found: { at: Instant; offset: number }[] = [];
  let held = offset(FIRST_DAY * DAY);
  for (let from = FIRST_DAY * DAY; from < END_DAY * DAY; from += STEP) {
    let next = offset(from + STEP);
    if (next === held) continue;
    let low = from;
    let high = from + STEP;
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000;
      if (offset(middle) === held) low = middle;
      else { high = middle; next = offset(middle); }
    }
    found.push({ at: high, offset: next });
    held = next;
    // A second change within the same step is found by looking at the rest of it again.
    if (offset(from + STEP) !== held) from = high - STEP;
  }
  return found;
}
