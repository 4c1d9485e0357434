/** Throwing signals and messages (BPMN 2.0 sections 10.5.5.4 and 10.5.5.5). */
import type { Id, Json, MessageRef } from '../graph/types.js';
import { rememberKeys } from './correlation.js';
import { evaluateIn } from './data.js';
import type { Turn } from './turn.js';

/** Reaches every catcher of this instance at once; the host tells the other instances. */
export function throwSignal(turn: Turn, name: string, data: Readonly<Record<string, Json>>, node?: Id): void {
  turn.emit({ type: 'signalThrown', name, data: { ...data }, ...(node === undefined ? { external: true } : { node }) });
  const waiting = Object.values(turn.state.catchers).flatMap((catcher) =>
    catcher.waits.filter((wait) => wait.kind === 'signal' && wait.name === name).map((wait) => ({ catcher: catcher.id, wait: wait.id })));
  for (const { catcher, wait } of waiting) turn.machine.fire(turn, catcher, wait, data);
}

/** The host finds the receiver, in this instance or another. */
export function throwMessage(turn: Turn, node: Id, message: MessageRef, data: Readonly<Record<string, Json>>, visible: Record<string, Json>): void {
  rememberKeys(turn, message.id, data);
  const key = message.correlation && evaluateIn(turn, message.correlation, visible);
  turn.emit({ type: 'messageThrown', node, name: message.name, data: { ...data }, ...(key?.ok ? { key: key.value } : {}) });
}
