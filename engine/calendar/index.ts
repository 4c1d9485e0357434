/**
 * Working time. Workflows import the leaf modules (`due`, `ledger`, `open-time`, `compile`, `vn-office`), never this
 * page nor `read` and `zone`, which look zones up.
 */
export { combineCalendars } from './combine.js';
export { closingOf, compileCalendar, dayAt, dayPlan, dayStart, openSpans, usualDayLength, workingDayAfter } from './compile.js';
export type { DayPlan, WorkCalendar } from './compile.js';
export { countingRule, DEFAULT_CUT_OFF, dueAt } from './due.js';
export { formatDay, formatInstant, parseDay, parseInstant, parseTimeOfDay } from './instants.js';
export { ledger } from './ledger.js';
export { localDay, offsetAt, timeOfDay, toInstant } from './offsets.js';
export { isOpen, nextOpen, workingTime } from './open-time.js';
export { readCalendar } from './read.js';
export { parseAllowance, parsePause } from './requests.js';
export { CalendarError } from './types.js';
export type {
  Allowance, CalendarData, CalendarErrorCode, CalendarFile, CalendarFilePeriod, CalendarProblem, Counting, CountingOptions, CountingRule, DayNote,
  DaySpan, Instant, Ledger, LedgerReason, LedgerSpan, Pause, TimeUnit, Weekday, Zone,
} from './types.js';
export { vnOffice, vnOfficeData } from './vn-office.js';
export { explain } from './why.js';
export { resolveZone } from './zone.js';
