/** Arming and disarming what waits for an event (BPMN 2.0 section 13.5). Firing is in `firing.ts`. */
import type { EventDefinition, EventNode, FlowNode, Id, Json } from '../graph/types.js';
import { evaluateIn, holds, visibleData } from './data.js';
import type { Catcher, Wait } from './state.js';
import { calendarOf, dueOf } from './timers.js';
import type { Turn } from './turn.js';

/** Definitions a node waits for; a receive task waits for its message. */
export function definitionsOf(node: FlowNode): readonly EventDefinition[] {
  if (node.kind === 'event') return node.definitions;
  if (node.type === 'receiveTask') return [{ kind: 'message', message: (node.kind === 'activity' ? node.message : undefined) ?? { name: node.id } }];
  return [];
}

/**
 * Arms a catching node for its owner (an instance, or a scope for event sub-processes). Errors, escalations,
 * compensation and cancel are not armed: whoever throws them looks for the handler.
 * Returns the catcher's id, or undefined when there is nothing to wait for or an incident was raised on the owner.
 */
export function arm(turn: Turn, role: Catcher['role'], node: FlowNode, scope: Id, owner: Id): Id | undefined {
  const waits: Wait[] = [];
  for (const [index, definition] of definitionsOf(node).entries()) {
    const wait = waitFor(turn, definition, index, scope);
    if (typeof wait === 'string') {
      turn.raiseIncident(turn.state.instances[owner] ? owner : standIn(turn, node, scope), 'timer-invalid', wait);
      return undefined;
    }
    if (wait) waits.push(wait);
  }
  if (waits.length === 0) return undefined;
  // Ids are taken only now that they are sure to stand in an event: the counter must be the same after a fold.
  const id = turn.newId('c');
  for (const wait of waits) wait.id = turn.newId('w');
  turn.emit({ type: 'catcherArmed', catcher: { id, node: node.id, scope, owner, role, waits } });
  for (const wait of waits) if (wait.kind === 'conditional' && wait.value) turn.moves.push(() => turn.machine.fire(turn, id, wait.id));
  return id;
}

/** An event sub-process that cannot be armed is entered for its incident to have a place; see `retry`. */
function standIn(turn: Turn, start: FlowNode, scope: Id): Id {
  const instance = turn.newId('i');
  turn.emit({ type: 'nodeEntered', instance, node: start.scope, scope });
  return instance;
}

function waitFor(turn: Turn, definition: EventDefinition, index: number, scope: Id): Wait | string | undefined {
  const base = { id: '', index };
  switch (definition.kind) {
    case 'message': {
      const key = definition.message.correlation && evaluateIn(turn, definition.message.correlation, visibleData(turn, scope));
      return { ...base, kind: 'message', name: definition.message.name, ...(key?.ok ? { key: key.value } : {}) };
    }
    case 'signal': return { ...base, kind: 'signal', name: definition.name };
    case 'conditional': return { ...base, kind: 'conditional', value: conditionNow(turn, definition.condition, scope) };
    case 'timer': {
      const value = evaluateIn(turn, definition.expression, visibleData(turn, scope));
      if (!value.ok) return value.message;
      const due = dueOf(definition.timerKind, value.value, turn.at, calendarOf(turn.plan, turn.state));
      if (!due.ok) return due.message;
      const { dueAt, interval, left, working } = due;
      return { ...base, kind: 'timer', dueAt, ...(working ? { working } : {}), ...(interval === undefined ? {} : { interval, left: left ?? -1 }) };
    }
    default: return undefined;
  }
}

/** A condition over data that are not there yet is simply not true yet. */
export function conditionNow(turn: Turn, condition: Extract<EventDefinition, { kind: 'conditional' }>['condition'], scope: Id): boolean {
  const result = holds(turn, condition, visibleData(turn, scope));
  return result.ok && result.value;
}

export function disarm(turn: Turn, id: Id): void {
  const catcher = turn.state.catchers[id];
  if (!catcher) return;
  turn.emit({ type: 'catcherDisarmed', catcher: id, timers: catcher.waits.filter((wait) => wait.kind === 'timer').map((wait) => wait.id) });
}
export function disarmOwnedBy(turn: Turn, owner: Id): void {
  for (const catcher of Object.values(turn.state.catchers)) if (catcher.owner === owner) disarm(turn, catcher.id);
}

/** Payload of a message or signal: what the output mappings name goes where they say, the rest under its own name, as for activities. */
export function receivedData(turn: Turn, node: EventNode, scope: Id, data: Readonly<Record<string, Json>>): Record<string, Json> {
  if (!node.outputs?.length) return { ...data };
  const view = { ...visibleData(turn, scope), ...data };
  const values: Record<string, Json> = {};
  const taken = new Set<string>();
  for (const { source, target } of node.outputs) {
    const result = evaluateIn(turn, source, view);
    if (result.ok) values[target] = result.value;
    if (source.ast.kind === 'name') taken.add(source.ast.name);
  }
  return { ...Object.fromEntries(Object.entries(data).filter(([name]) => !taken.has(name))), ...values };
}
