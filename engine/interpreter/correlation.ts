/**
 * Correlation of messages with instances (BPMN 2.0 section 8.3.2). The first message sent or received with a key sets its
 * value for the instance (key-based); properties bound to process data have theirs from there (context-based).
 */
import type { CorrelationKey, Data, Id, Json } from '../graph/types.js';
import { evaluateIn, visibleData } from './data.js';
import type { Turn } from './turn.js';

const keysOf = (turn: Turn): readonly CorrelationKey[] => turn.graph(turn.plan.root).correlationKeys ?? [];

/** Values that a message has for a key; undefined when the key says nothing about this message. */
function inMessage(turn: Turn, key: CorrelationKey, message: Id, payload: Data): Json[] | undefined {
  const values: Json[] = [];
  for (const property of key.properties) {
    const path = property.paths[message];
    const value = path && evaluateIn(turn, path, { ...payload });
    if (!value?.ok || value.value === null) return undefined;
    values.push(value.value);
  }
  return values.length > 0 ? values : undefined;
}

/** Values that this instance is known by: set by an earlier message, or bound to its data. */
function ofInstance(turn: Turn, key: CorrelationKey): Json[] | undefined {
  const set = turn.state.correlation?.[key.id];
  if (set || turn.state.root === undefined) return set;
  const data = visibleData(turn, turn.state.root);
  const values: Json[] = [];
  for (const property of key.properties) {
    const value = property.binding && evaluateIn(turn, property.binding, data);
    if (!value?.ok || value.value === null) return undefined;
    values.push(value.value);
  }
  return values.length > 0 ? values : undefined;
}

/** Whether a message may be for this instance: no key of both says otherwise. */
export function mayReceive(turn: Turn, message: Id | undefined, payload: Data): boolean {
  if (message === undefined) return true;
  return keysOf(turn).every((key) => {
    const theirs = inMessage(turn, key, message, payload);
    const ours = theirs && ofInstance(turn, key);
    return !ours || JSON.stringify(ours) === JSON.stringify(theirs);
  });
}

/** A message sent or received gives the keys it carries their value, unless they have one. */
export function rememberKeys(turn: Turn, message: Id | undefined, payload: Data): void {
  if (message === undefined) return;
  for (const key of keysOf(turn)) {
    if (turn.state.correlation?.[key.id]) continue;
    const values = inMessage(turn, key, message, payload);
    if (values) turn.emit({ type: 'correlationSet', key: key.id, values });
  }
}
