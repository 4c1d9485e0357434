/** The life of an activity around what it does: boundary events, loops, mappings, completion, outgoing flows. */
import type { ActivityNode, Id, Json } from '../graph/types.js';
import { arm, disarmOwnedBy } from './catchers.js';
import { compensationAdvanced, isCompensable } from './compensation.js';
import { dataOf, mapData, visibleData, writeData } from './data.js';
import { enterLoop, openTurnScope, turnCompleted } from './loops.js';
import { openScope } from './scopes.js';
import type { DoneRecord, NodeInstance } from './state.js';
import { chooseFlows, finishNode, putTokens } from './tokens.js';
import type { Turn } from './turn.js';

/** What a kind of activity does once it is active. */
export type Perform = (turn: Turn, instance: NodeInstance, node: ActivityNode) => void;

export function enterActivity(turn: Turn, instance: NodeInstance, node: ActivityNode, perform: Perform): void {
  const isTurn = instance.body !== undefined;
  if (!isTurn) {
    for (const id of node.boundary) {
      const event = turn.nodeIn(instance.scope, id);
      if (event.kind === 'event') arm(turn, 'boundary', event, instance.scope, instance.id);
      if (!turn.state.instances[instance.id]) return;
    }
    if (node.loop) { turn.emit({ type: 'bodyMade', instance: instance.id }); enterLoop(turn, turn.instance(instance.id), node); return; }
  }
  if (isTurn && node.children === undefined && node.type !== 'callActivity') openTurnScope(turn, instance, node);
  if (!openInputs(turn, instance, node)) return;
  perform(turn, turn.instance(instance.id), node);
}

/** Input mappings make local data, which only this activity sees. Call activities map into the called process instead. */
function openInputs(turn: Turn, instance: NodeInstance, node: ActivityNode): boolean {
  if (!node.inputs?.length || node.type === 'callActivity') return true;
  const mapped = mapData(turn, node.inputs, dataOf(turn, instance));
  if (!mapped.ok) { turn.raiseIncident(instance.id, 'expression-failed', mapped.message); return false; }
  if (instance.inner !== undefined) turn.emit({ type: 'dataSet', scope: instance.inner, values: mapped.values });
  else if (node.children === undefined) openLocal(turn, instance, mapped.values);
  return true;
}
export function openLocal(turn: Turn, instance: NodeInstance, data: Record<string, Json>): Id {
  return openScope(turn, { process: turn.scope(instance.scope).process, element: instance.node, parent: instance.scope, owner: instance.id, local: true, data });
}

/** `data` is what the activity brings: written through the output mappings where there are any. */
export function completeActivity(turn: Turn, instance: NodeInstance, data: Readonly<Record<string, Json>> = {}, inner?: DoneRecord['inner']): void {
  const node = turn.node(instance) as ActivityNode;
  if (!writeOutputs(turn, instance, node, data)) return;
  if (instance.state === 'active') turn.emit({ type: 'stateChanged', instance: instance.id, state: 'completing' });
  leaveActivity(turn, turn.instance(instance.id), node, inner);
}

function writeOutputs(turn: Turn, instance: NodeInstance, node: ActivityNode, data: Readonly<Record<string, Json>>): boolean {
  const target = instance.inner ?? instance.scope;
  if (!node.outputs?.length) {
    if (Object.keys(data).length > 0) writeData(turn, localTarget(turn, instance) ?? target, data);
    return true;
  }
  const mapped = mapData(turn, node.outputs, { ...dataOf(turn, instance), ...data });
  if (!mapped.ok) { turn.raiseIncident(instance.id, 'expression-failed', mapped.message); return false; }
  writeData(turn, instance.body === undefined ? instance.scope : target, mapped.values);
  return true;
}
/** Data of a called process are written where it was called from, not inside it. */
function localTarget(turn: Turn, instance: NodeInstance): Id | undefined {
  const inner = instance.inner === undefined ? undefined : turn.state.scopes[instance.inner];
  return inner && !inner.local && inner.element === inner.process ? instance.scope : undefined;
}

/** Also where a retried incident goes on: everything before has happened. */
export function leaveActivity(turn: Turn, instance: NodeInstance, node: ActivityNode, inner?: DoneRecord['inner']): void {
  if (instance.body !== undefined) {
    if (!turnCompleted(turn, instance, node)) return;
    const done = doneRecord(turn, instance, node, inner);
    finishNode(turn, instance, done);
    return;
  }
  const flows = instance.compensates === undefined ? chooseFlows(turn, instance, node) : [];
  if (!flows) return;
  const done = instance.isBody ? undefined : doneRecord(turn, instance, node, inner);
  disarmOwnedBy(turn, instance.id);
  finishNode(turn, instance, done);
  if (instance.compensates !== undefined) compensationAdvanced(turn, instance.compensates);
  else putTokens(turn, instance.scope, flows, node.completionQuantity);
}

function doneRecord(turn: Turn, instance: NodeInstance, node: ActivityNode, inner?: DoneRecord['inner']): DoneRecord | undefined {
  if (!isCompensable(turn, instance.scope, node, inner)) return undefined;
  return { node: node.id, instance: instance.id, data: visibleData(turn, instance.inner ?? instance.scope), ...(inner ? { inner } : {}) };
}
