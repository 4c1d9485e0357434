/** Dates of a dossier that the calendar gives: the due date with what extended it, and until when it may be extended. */
import { closingOf, dayAt, type WorkCalendar } from '../../engine/calendar/compile.js';
import { dueAt as dueAfter } from '../../engine/calendar/due.js';
import { parseDay } from '../../engine/calendar/instants.js';
import { workingTime } from '../../engine/calendar/open-time.js';
import { shift } from '../../engine/calendar/shift.js';
import type { Pause } from '../../engine/calendar/types.js';
import type { CaseRules } from '../../engine/casework/rules.js';
import type { CaseState, ExtensionWindow } from '../../engine/casework/types.js';
import type { Instant } from '../../engine/graph/types.js';
import { answerOf } from '../calendar.js';

const HOUR = 3_600_000;

/** The date of the last extension, moved by what the clock stood still since; `due` where there was none. */
export function extendedDue(calendar: WorkCalendar, due: Instant | undefined, casework: Pick<CaseState, 'extensions'> | undefined, pauses: readonly Pause[]): Instant | undefined {
  const extension = casework?.extensions?.at(-1);
  if (!extension) return due;
  const later = pauses.filter((pause) => pause.to > extension.at);
  if (later.length === 0) return extension.newDueAt;
  const left = answerOf(() => workingTime(calendar, extension.at, extension.newDueAt));
  return left === undefined ? undefined : answerOf(() => dueAfter(calendar, extension.at, { value: left / HOUR, unit: 'workingHours' }, { pauses: later }));
}

/** Undefined when the calendar cannot say. A new date is a day: the last one counts to its close, at whatever hour the old one was. */
export function windowOf(calendar: WorkCalendar, dueAt: Instant, rules: CaseRules): ExtensionWindow | undefined {
  return answerOf(() => {
    const latest = shift(calendar, dueAt, rules['extension.longest']);
    return { dueAt, until: shift(calendar, dueAt, rules['extension.noticeBefore']), latest: closingOf(calendar, dayAt(calendar, latest)) ?? latest };
  });
}

/** Close of business on `YYYY-MM-DD`; undefined when that is no day, or no working day. */
export function closingOn(calendar: WorkCalendar, date: string): Instant | undefined {
  const day = parseDay(date);
  return day === undefined ? undefined : answerOf(() => closingOf(calendar, day));
}
