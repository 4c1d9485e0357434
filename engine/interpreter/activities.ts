/** The life of an activity around what it does: boundary events, loops, mappings, completion, outgoing flows. */
import type { ActivityNode, DataMapping, Id, Json } from '../graph/types.js';
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
      if (turn.hasIncident(instance.id)) return;
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

/** What a mapping names is mapped; the rest of what was brought is written under its own name, unless a call says what comes back. */
function writeOutputs(turn: Turn, instance: NodeInstance, node: ActivityNode, data: Readonly<Record<string, Json>>): boolean {
  const local = instance.inner === undefined ? undefined : turn.scope(instance.inner);
  const given = { ...local?.data, ...data };
  const mappings = (node.outputs ?? []).filter(({ source }) => isGiven(turn, instance, source, given));
  const mapped = mapData(turn, mappings, { ...dataOf(turn, instance), ...data });
  if (!mapped.ok) { turn.raiseIncident(instance.id, 'expression-failed', mapped.message); return false; }
  const taken = new Set(mappings.flatMap(({ source }) => (source.ast.kind === 'name' ? [source.ast.name] : [])));
  const all = node.type !== 'callActivity' || (node.passesAll?.out ?? !node.outputs?.length);
  const own = all ? Object.entries(data).filter(([name]) => !taken.has(name)) : [];
  writeResults(turn, instance, node, { ...Object.fromEntries(own), ...mapped.values });
  return true;
}
/** An output that nobody filled is not copied over what is there. */
function isGiven(turn: Turn, instance: NodeInstance, source: DataMapping['source'], given: Readonly<Record<string, Json>>): boolean {
  if (source.ast.kind !== 'name' || Object.hasOwn(given, source.ast.name)) return true;
  const seen = visibleData(turn, instance.scope)[source.ast.name];
  return seen !== undefined && seen !== null;
}
/** Inputs of an activity are its own copy; results go to the data around it. Only the result of a turn stays with the turn. */
function writeResults(turn: Turn, instance: NodeInstance, node: ActivityNode, values: Record<string, Json>): void {
  const item = node.loop?.kind === 'multiInstance' && node.loop.outputItem?.ast.kind === 'name' ? node.loop.outputItem.ast.name : undefined;
  const outside = Object.entries(values).filter(([name]) => name !== item || instance.inner === undefined);
  if (item !== undefined && instance.inner !== undefined && Object.hasOwn(values, item)) {
    turn.emit({ type: 'dataSet', scope: instance.inner, values: { [item]: values[item] ?? null } });
  }
  if (outside.length > 0) writeData(turn, instance.scope, Object.fromEntries(outside));
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
  return { node: node.id, instance: instance.id, ...(inner ? { inner } : {}) };
}
