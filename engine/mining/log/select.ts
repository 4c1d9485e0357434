/** Parts of a log: some of its events, all names kept. */
import type { EventLog, Micros } from './types.js';

/** Cases left without an event are left out. */
export function selectEvents(log: EventLog, keep: (event: number, caseIndex: number) => boolean): EventLog {
  const chosen: number[] = [];
  const cases: number[] = [];
  const offsets = [0];
  for (let c = 0; c < log.cases.length; c += 1) {
    const before = chosen.length;
    for (let i = log.offsets[c]!; i < log.offsets[c + 1]!; i += 1) if (keep(i, c)) chosen.push(i);
    if (chosen.length === before) continue;
    cases.push(c);
    offsets.push(chosen.length);
  }
  const pick = (column: Int32Array): Int32Array => Int32Array.from(chosen, (i) => column[i]!);
  return {
    ...log, cases: cases.map((c) => log.cases[c]!), offsets: Int32Array.from(offsets),
    activity: pick(log.activity), resource: pick(log.resource), group: pick(log.group), transition: pick(log.transition), position: pick(log.position),
    time: Float64Array.from(chosen, (i) => log.time[i]!),
    ...(log.extra && { extra: { ...log.extra, events: chosen.map((i) => log.extra!.events[i]!), cases: cases.map((c) => log.extra!.cases[c]!) } }),
  };
}

export interface Lifecycle { start: number; complete: number }

/** Number of a transition under the name of XES or of our own log; -1 when the log has none. */
export function transitionOf(log: EventLog, names: readonly string[]): number {
  return log.transitions.findIndex((name) => names.includes(name));
}

/** Numbers of the two transitions when the log has both; control flow is then counted on complete events. */
export function lifecycleOf(log: EventLog): Lifecycle | undefined {
  const start = transitionOf(log, ['start', 'started']);
  const complete = transitionOf(log, ['complete', 'completed']);
  if (start < 0 || complete < 0) return undefined;
  return log.transition.includes(start) && log.transition.includes(complete) ? { start, complete } : undefined;
}

/** The events that control flow is counted on: complete events when the log has start and complete, all events otherwise. */
export function controlFlow(log: EventLog): EventLog {
  const lifecycle = lifecycleOf(log);
  return lifecycle ? selectEvents(log, (i) => log.transition[i] === lifecycle.complete) : log;
}

/** Whole cases whose first event lies in the half-open period. */
export function startedWithin(log: EventLog, from: Micros, to: Micros): EventLog {
  const first = (c: number): Micros => log.time[log.offsets[c]!]!;
  const chosen = selectEvents(log, (_event, c) => first(c) >= from && first(c) < to);
  return chosen.cases.length === log.cases.length ? log : { ...chosen, eventsInFile: chosen.activity.length };
}
