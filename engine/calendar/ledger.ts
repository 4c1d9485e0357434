/** Every due date explained: the time from receipt to due in spans, each counted or not, with the reason. */
import { dayAt, dayPlan, dayStart, openSpans } from './compile.js';
import type { DayPlan, WorkCalendar } from './compile.js';
import { isPaused, resolveDue } from './due.js';
import type { Outcome } from './due.js';
import { weekdayOf } from './instants.js';
import { clip } from './pauses.js';
import type { Allowance, CountingOptions, Instant, Ledger, LedgerReason, LedgerSpan, Pause } from './types.js';
import { explain } from './why.js';

type Piece = Omit<LedgerSpan, 'why'>;

/**
 * The due instant of `dueAt` with its ledger. Under `hourExact` the counted spans add up to the limit to the millisecond;
 * under `dayCount` they are the office hours of the days counted, as many days as the limit has; under `calendarDays` one
 * span for each day counted. Throws what `dueAt` throws.
 */
export function ledger(calendar: WorkCalendar, from: Instant, allowance: Allowance, options: CountingOptions = {}): Ledger {
  const outcome = resolveDue(calendar, from, allowance, options);
  const stopped = outcome.rule === 'sameDay' || allowance.value > 0 ? clip(options.pauses ?? [], from) : [];
  const pieces: Piece[] = [];
  const { begins, due } = outcome;
  pieces.push(...within(calendar, from, begins, stopped, (day) => uncounted(officePieces(calendar, day), 'beganAnew')));
  // Where the limit began anew, what was stopped before is told already, and nothing was after.
  const later = options.afterStop === 'restarts' ? [] : clip(stopped, begins);
  pieces.push(...within(calendar, begins, due, later, (day) => dayPieces(calendar, day, outcome, later)));
  return { due: outcome.due, rule: outcome.rule, ledger: join(pieces).map((piece) => ({ ...piece, why: explain(piece, 'en') })) };
}

/** The pieces of all days from one instant to another, cut to these ends, without what was stopped. */
function within(calendar: WorkCalendar, from: Instant, to: Instant, stopped: readonly Pause[], piecesOf: (day: number) => Piece[]): Piece[] {
  if (to <= from) return [];
  const pieces: Piece[] = [];
  const lastDay = dayAt(calendar, to - 1);
  for (let day = dayAt(calendar, from); day <= lastDay; day += 1) {
    for (const piece of piecesOf(day)) {
      const clipped = { ...piece, from: Math.max(piece.from, from), to: Math.min(piece.to, to) };
      if (clipped.to > clipped.from) pieces.push(...cutOut(clipped, stopped));
    }
  }
  return pieces;
}

function dayPieces(calendar: WorkCalendar, day: number, outcome: Outcome, pauses: readonly Pause[]): Piece[] {
  const whole = wholeDay(calendar, day);
  const base = officePieces(calendar, day);
  if (outcome.rule === 'hourExact') return base;
  // A day on which the clock stands still is not counted; on the due day only what comes before the due instant matters.
  const paused = isPaused(pauses, whole.from, day === outcome.dueDay ? outcome.due : whole.to);
  if (outcome.rule === 'sameDay') {
    if (day === outcome.dueDay) return base;
    return uncounted(base, paused ? 'pausedDay' : day === outcome.receiptDay ? 'afterCutOff' : 'moved');
  }
  if (day === outcome.receiptDay) return [{ ...whole, counted: false, reason: 'receiptDay' }];
  if (outcome.lastDay === undefined || day > outcome.lastDay) return uncounted(base, 'moved');
  if (paused) {
    return outcome.rule === 'dayCount' ? uncounted(base, 'pausedDay') : [{ ...whole, counted: false, reason: 'pausedDay' }];
  }
  return outcome.rule === 'dayCount' ? base : [{ ...whole, counted: true, reason: 'calendarDay' }];
}

const wholeDay = (calendar: WorkCalendar, day: number) => ({ from: dayStart(calendar, day), to: dayStart(calendar, day + 1) });

/** Open hours, counted, and the closed time around them, not counted. */
function officePieces(calendar: WorkCalendar, day: number): Piece[] {
  const whole = wholeDay(calendar, day);
  const plan = dayPlan(calendar, day);
  const spans = openSpans(calendar, day);
  if (spans.length === 0) return [{ ...whole, counted: false, ...closedReason(plan, day) }];
  const makeUp = plan.kind === 'makeUp';
  const pieces: Piece[] = [];
  let at = whole.from;
  spans.forEach((span, i) => {
    if (span.from > at) pieces.push({ from: at, to: span.from, counted: false, reason: i === 0 ? 'night' : 'break' });
    pieces.push({ ...span, counted: true, reason: makeUp ? 'makeUpDay' : 'openHours', ...named(plan) });
    at = span.to;
  });
  if (whole.to > at) pieces.push({ from: at, to: whole.to, counted: false, reason: 'night' });
  return pieces;
}

function closedReason(plan: DayPlan, day: number): Pick<Piece, 'reason' | 'name' | 'expected'> {
  if (plan.kind === 'holiday') return { reason: 'holiday', ...named(plan) };
  if (plan.name) return { reason: 'dayOff', ...named(plan) };
  return { reason: weekdayOf(day) >= 5 ? 'weekend' : 'dayOff', ...named(plan) };
}

const named = ({ name, expected }: DayPlan): Pick<Piece, 'name' | 'expected'> => ({ ...(name && { name }), ...(expected && { expected }) });

function uncounted(pieces: Piece[], reason: LedgerReason): Piece[] {
  return pieces.map((piece) => (piece.counted ? { from: piece.from, to: piece.to, counted: false, reason } : piece));
}

/** Replaces the paused parts of a piece. Where pauses overlap, the earlier one is named until it ends. */
function cutOut(piece: Piece, pauses: readonly Pause[]): Piece[] {
  const pieces: Piece[] = [];
  let at = piece.from;
  for (const pause of pauses) {
    const from = Math.max(pause.from, at);
    const to = Math.min(pause.to, piece.to);
    if (to <= from) continue;
    if (from > at) pieces.push({ ...piece, from: at, to: from });
    pieces.push({ from, to, counted: false, reason: 'pause', ...(pause.why && { name: pause.why }) });
    at = to;
  }
  if (at < piece.to) pieces.push({ ...piece, from: at, to: piece.to });
  return pieces;
}

/** Joins neighbours with the same reason; each calendar day stays a span of its own, so that the days can be counted. */
function join(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined[joined.length - 1];
    const same = last && last.to === piece.from && last.reason === piece.reason && last.name === piece.name && last.expected === piece.expected;
    if (same && piece.reason !== 'calendarDay') last.to = piece.to;
    else joined.push({ ...piece });
  }
  return joined;
}
