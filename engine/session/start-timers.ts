/** Timers that start processes: their expressions stand alone, without data. */
import { evaluate } from '../expression/evaluate.js';
import type { EventDefinition, Instant, Json, Plan } from '../graph/types.js';
import { calendarOf, dueOf } from '../interpreter/timers.js';

export function dueOfDefinition(definition: EventDefinition, now: Instant, plan?: Plan): { dueAt: Instant; interval?: number; left?: number } | undefined {
  if (definition.kind !== 'timer') return undefined;
  const { value } = evaluate(definition.expression.ast, {}, { now });
  const due = dueOf(definition.timerKind, value as Json, now, calendarOf(plan));
  return due.ok ? { dueAt: due.dueAt, ...(due.interval === undefined ? {} : { interval: due.interval, left: due.left ?? -1 }) } : undefined;
}

/** The next firing of a cycle, or nothing when it was the last. */
export function nextFiring(timer: { dueAt: Instant; interval?: number; left?: number }): { dueAt: Instant; left: number } | undefined {
  if (timer.interval === undefined || timer.left === 0) return undefined;
  return { dueAt: timer.dueAt + timer.interval, left: (timer.left ?? -1) < 0 ? -1 : (timer.left ?? 0) - 1 };
}
