/** Pauses put in order: clipped to the receipt, joined where they touch or overlap, empty ones left out. */
import { CalendarError } from './types.js';
import type { Instant, Pause } from './types.js';

/** Throws `CalendarError` BAD_PAUSE when one ends before it begins. */
export function mergePauses(pauses: readonly Pause[] | undefined, from: Instant): Pause[] {
  if (!pauses || pauses.length === 0) return [];
  const merged: Pause[] = [];
  for (const pause of clip(pauses, from)) {
    const last = merged[merged.length - 1];
    if (last && pause.from <= last.to) last.to = Math.max(last.to, pause.to);
    else merged.push({ from: pause.from, to: pause.to });
  }
  return merged;
}

/** In order of their beginning, each with its own reason; for the ledger, which names every one. */
export function clip(pauses: readonly Pause[], from: Instant): Pause[] {
  for (const pause of pauses) {
    if (!Number.isSafeInteger(pause.from) || !Number.isSafeInteger(pause.to)) {
      throw new CalendarError('BAD_PAUSE', 'a pause needs a beginning and an end');
    }
    if (pause.to < pause.from) throw new CalendarError('BAD_PAUSE', 'a pause ends before it begins');
  }
  return pauses
    .filter((pause) => pause.to > pause.from && pause.to > from)
    .map((pause) => ({ ...pause, from: Math.max(pause.from, from) }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}
