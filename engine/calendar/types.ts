/**
 * Working calendars: the file (format.md section 2), what is carried into a workflow, and what is asked of them.
 * All times are `Instant` (epoch ms, UTC); all durations are integer milliseconds; days are days since 1970-01-01.
 */
import type { Counting, Instant, TimeUnit } from '../graph/types.js';

export type { Counting, Instant, TimeUnit };

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** The calendar file as written. Spans are `HH:MM-HH:MM`, half-open; `24:00` may end one. Dates are `YYYY-MM-DD`. */
export interface CalendarFile {
  name?: string;
  /** IANA name, `UTC`, or a fixed offset such as `+07:00`. */
  zone: string;
  /** Id of the stored calendar whose holidays and make-up days hold here too (combine.ts). */
  base?: string;
  /** Each holds from its first day until the next begins; before the first there is no calendar. */
  periods: readonly CalendarFilePeriod[];
  /** Days off by name. */
  closed?: Readonly<Record<string, string>>;
  /** Days with hours of their own: make-up days, half days. They win over `closed` and over the week. */
  open?: Readonly<Record<string, readonly string[]>>;
  /** What is known about single days besides their hours. */
  notes?: Readonly<Record<string, DayNote>>;
}
/** Office hours from a day on; a season has a period for its beginning and one for its end. */
export interface CalendarFilePeriod extends Omit<DayNote, 'confirmed'> { from: string; week: Readonly<Partial<Record<Weekday, readonly string[]>>> }
export interface DayNote {
  /** Name of the make-up or half day; a day off has its name in `closed`. */
  name?: string;
  /** The legal basis, and where it was read. */
  basis?: string;
  source?: string;
  /** False: expected, and not announced yet. */
  confirmed?: boolean;
}

/** Something wrong in a calendar file. `field` is a path such as `periods[0].week.mon[1]`. */
export interface CalendarProblem { severity: 'error' | 'warning'; field: string; message: string }

/** Offsets of a zone as data, so that the arithmetic needs no zone database. Milliseconds east of UTC. */
export interface Zone {
  name: string;
  /** Offset before the first transition. */
  offset: number;
  /** Ascending: from `at` on, `offset` holds. */
  transitions: readonly { at: Instant; offset: number }[];
}

/** A half-open span of local time, in ms since local midnight. */
export interface DaySpan { start: number; end: number }

/** A checked calendar as plain JSON: what is stored, sent into a workflow, and compiled there. */
export interface CalendarData {
  name?: string;
  zone: Zone;
  /** Ascending by `from` (day number); `week[0]` is Monday. */
  periods: readonly { from: number; week: readonly (readonly DaySpan[])[] }[];
  closed: readonly ({ day: number; name: string } & Expected)[];
  open: readonly ({ day: number; spans: readonly DaySpan[]; name?: string } & Expected)[];
}

/** Of a day that is not announced yet. */
export interface Expected { expected?: true }

export type CountingRule = Counting | 'calendarDays';
export interface Allowance { value: number; unit: TimeUnit }

/** Half-open stretch in which the clock stands still; `why` names who stopped it for what. */
export interface Pause { from: Instant; to: Instant; why?: string }

export interface CountingOptions {
  /** Default by unit: workingHours `hourExact`, workingDays `dayCount`, days `calendarDays`. */
  counting?: CountingRule;
  /** Local time `HH:MM`, used by `sameDay` only; default `15:00`. */
  cutOff?: string;
  /** In any order; they may overlap. */
  pauses?: readonly Pause[];
  /** Whether what was used before a pause counts on (default), or the limit begins anew when the pause is over. */
  afterStop?: 'continues' | 'restarts';
  /** A receipt in closed time holds as it was made (default), or as one made at the next opening. */
  outsideHours?: 'asReceived' | 'nextOpening';
}

/** Why a span of the ledger was counted or not. */
export type LedgerReason =
  | 'openHours' | 'makeUpDay' | 'calendarDay'
  | 'night' | 'break' | 'weekend' | 'dayOff' | 'holiday'
  | 'pause' | 'pausedDay' | 'beganAnew' | 'receiptDay' | 'afterCutOff' | 'moved';

export interface LedgerSpan {
  from: Instant;
  to: Instant;
  counted: boolean;
  /** One short sentence in English; `explain` gives the other language. */
  why: string;
  reason: LedgerReason;
  /** Name of the holiday or make-up day, or what the pause was for. */
  name?: string;
  /** The day is as expected, and not announced yet. */
  expected?: true;
}
/** The spans cover the time from receipt to `due` without a gap. */
export interface Ledger { due: Instant; rule: CountingRule; ledger: LedgerSpan[] }

export type CalendarErrorCode = 'OUT_OF_RANGE' | 'BAD_ALLOWANCE' | 'BAD_CUT_OFF' | 'BAD_PAUSE' | 'BAD_COUNTING' | 'BAD_INSTANT';

/** A question that the calendar cannot answer. */
export class CalendarError extends Error {
  constructor(readonly code: CalendarErrorCode, message: string) {
    super(message);
    this.name = 'CalendarError';
  }
}
