/** Local time and instants, over the offsets that a zone carries as data. */
import type { Instant, Zone } from './types.js';

const DAY = 86_400_000;

/** Offset in ms east of UTC that holds at the instant. */
export function offsetAt(zone: Zone, instant: Instant): number {
  const { transitions } = zone;
  let low = 0;
  let high = transitions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (transitions[middle]!.at <= instant) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? zone.offset : transitions[low - 1]!.offset;
}

/**
 * The instant at which clocks in the zone show `local` (ms since 1970-01-01T00:00 local time).
 * A time shown twice is the earlier one; a time skipped is read with the offset before the change,
 * which is what people mean who kept an appointment made earlier.
 */
export function toInstant(zone: Zone, local: number): Instant {
  if (zone.transitions.length === 0) return local - zone.offset;
  const before = offsetAt(zone, local - DAY);
  const after = offsetAt(zone, local + DAY);
  if (before === after || offsetAt(zone, local - before) === before) return local - before;
  return offsetAt(zone, local - after) === after ? local - after : local - before;
}

/** Day number of the local date at the instant. */
export function localDay(zone: Zone, instant: Instant): number {
  return Math.floor((instant + offsetAt(zone, instant)) / DAY);
}

/** Ms since local midnight, as the clock on the wall shows it. */
export function timeOfDay(zone: Zone, instant: Instant): number {
  const local = instant + offsetAt(zone, instant);
  return local - Math.floor(local / DAY) * DAY;
}
