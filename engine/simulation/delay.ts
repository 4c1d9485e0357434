/** How long an event that only waits takes. */
import type { WorkCalendar } from '../calendar/compile.js';
import type { Instant } from '../calendar/types.js';
import type { EventNode } from '../graph/types.js';
import { addDuration } from '../interpreter/timers.js';

/** When the duration of a timer is over; undefined without one that is written out. */
export function timerEnd(node: EventNode, at: Instant, calendar: WorkCalendar): Instant | undefined {
  const timer = node.definitions.find((each) => each.kind === 'timer');
  const text = timer?.kind === 'timer' && timer.timerKind === 'duration' ? literal(timer.expression.ast) : undefined;
  return text === undefined ? undefined : addDuration(at, text, calendar);
}

function literal(ast: { kind: string; value?: unknown; text?: string }): string | undefined {
  if (ast.kind === 'at') return ast.text;
  return ast.kind === 'literal' && typeof ast.value === 'string' ? ast.value : undefined;
}
