/** A due date with the ledger that explains it, as pages and programs get it. */
import type { WorkCalendar } from '../engine/calendar/compile.js';
import { ledger } from '../engine/calendar/ledger.js';
import type { Pause } from '../engine/calendar/types.js';
import { explain } from '../engine/calendar/why.js';
import type { Instant } from '../engine/graph/types.js';
import type { DueView } from '../server/contract.js';
import type { Limit } from './calendar.js';
import { limitText } from './limit-text.js';
import type { DossierDoc } from './schemas/dossier.js';

const MINUTE = 60_000;

/** Throws `CalendarError` when the calendar cannot say. */
export function dueViewOf(calendar: WorkCalendar, from: Instant, limit: Limit, pauses: readonly Pause[] = []): DueView {
  const { value, unit, options } = limit;
  const answer = ledger(calendar, from, { value, unit }, { ...options, pauses });
  return {
    dueAt: new Date(answer.due).toISOString(), limit: limitText(limit), rule: answer.rule,
    ledger: answer.ledger.map((span) => ({
      from: new Date(span.from).toISOString(), to: new Date(span.to).toISOString(), countedMinutes: span.counted ? Math.round((span.to - span.from) / MINUTE) : 0,
      why: { code: span.reason, vi: explain(span, 'vi'), en: explain(span, 'en') },
    })),
    pausedMinutes: Math.round(pauses.reduce((sum, { from: start, to }) => sum + to - start, 0) / MINUTE),
  };
}

/** The limit as it was counted, and after it what an approved apology added. */
export function withExtensions(due: DueView, { casework, dueAt }: Pick<DossierDoc, 'casework' | 'dueAt'>): DueView {
  if (!casework?.extensions.length) return due;
  const added = casework.extensions.map(({ dueAt: from, newDueAt, reason }) => ({
    from: new Date(from).toISOString(), to: new Date(newDueAt).toISOString(), countedMinutes: 0, why: { code: 'extension', vi: `gia hạn: ${reason}`, en: `extended: ${reason}` },
  }));
  return { ...due, ...(dueAt ? { dueAt: dueAt.toISOString() } : {}), ledger: [...due.ledger, ...added] };
}
