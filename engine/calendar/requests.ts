/** Limits and pauses as people and files write them. */
import { parseInstant } from './instants.js';
import { CalendarError } from './types.js';
import type { Allowance, Pause } from './types.js';

const ALLOWANCE = /^\s*(\d+(?:\.\d+)?)\s*(workingHours|workingDays|days)\s*$/;

/** `8 workingHours`, `0.25 workingDays`, `15 days`. Throws `CalendarError` BAD_ALLOWANCE. */
export function parseAllowance(text: string): Allowance {
  const match = ALLOWANCE.exec(text);
  if (!match) throw new CalendarError('BAD_ALLOWANCE', `"${text}" is not a limit such as "8 workingHours", "0.25 workingDays" or "15 days"`);
  return { value: Number(match[1]), unit: match[2] as Allowance['unit'] };
}

/** `FROM/TO`, two instants with their offsets. Throws `CalendarError` BAD_PAUSE. */
export function parsePause(text: string): Pause {
  const ends = text.split('/');
  if (ends.length !== 2) throw new CalendarError('BAD_PAUSE', `"${text}" is not a pause, written FROM/TO`);
  const [from, to] = ends.map((end) => {
    const instant = parseInstant(end.trim());
    if (instant === undefined) throw new CalendarError('BAD_PAUSE', `"${end}" is not an instant with an offset such as 2026-02-13T16:00:00+07:00`);
    return instant;
  }) as [number, number];
  if (to < from) throw new CalendarError('BAD_PAUSE', `"${text}" ends before it begins`);
  return { from, to };
}
