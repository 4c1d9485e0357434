/** What the host has to do after a step; derived from the events, so that a replay asks for the same. */
import type { Data, Id, Instant, Json } from '../graph/types.js';
import type { ProcessEvent } from './events.js';
import type { Wait } from './state.js';

export type Effect =
  | { type: 'startTimer'; timer: Id; dueAt: Instant }
  | { type: 'cancelTimer'; timer: Id }
  | { type: 'invokeService'; instance: Id; node: Id; implementation?: string; attempt: number; data: Data }
  /** A message thrown; the host finds who waits for it, or which process it starts. */
  | { type: 'sendMessage'; node: Id; name: string; key?: Json; data: Data }
  /** A signal for everyone else; this instance's own catchers have had it already. */
  | { type: 'broadcastSignal'; name: string; data: Data };

/** What the events ask of the host, in order; a timer armed and disarmed within the same events is left out. */
export function effectsOf(events: readonly ProcessEvent[]): readonly Effect[] {
  const effects = events.flatMap(effectsOfOne);
  const cancelled = new Set(effects.flatMap((effect) => (effect.type === 'cancelTimer' ? [effect.timer] : [])));
  const started = new Set(effects.flatMap((effect) => (effect.type === 'startTimer' ? [effect.timer] : [])));
  return effects.filter((effect) => !('timer' in effect) || !(cancelled.has(effect.timer) && started.has(effect.timer)));
}

function effectsOfOne(event: ProcessEvent): Effect[] {
  switch (event.type) {
    case 'catcherArmed': return event.catcher.waits.flatMap(timerOf);
    case 'waitChanged': return [...(event.replaces === undefined ? [] : [{ type: 'cancelTimer' as const, timer: event.replaces }]), ...timerOf(event.wait)];
    case 'catcherDisarmed': return event.timers.map((timer) => ({ type: 'cancelTimer', timer }));
    case 'serviceInvoked': return [{ type: 'invokeService', instance: event.instance, node: event.node, attempt: event.attempt, data: event.data, ...(event.implementation === undefined ? {} : { implementation: event.implementation }) }];
    case 'messageThrown': return [{ type: 'sendMessage', node: event.node, name: event.name, data: event.data, ...(event.key === undefined ? {} : { key: event.key }) }];
    case 'signalThrown': return event.external ? [] : [{ type: 'broadcastSignal', name: event.name, data: event.data }];
    default: return [];
  }
}
function timerOf(wait: Wait): Effect[] {
  return wait.kind === 'timer' && wait.dueAt !== undefined ? [{ type: 'startTimer', timer: wait.id, dueAt: wait.dueAt }] : [];
}
