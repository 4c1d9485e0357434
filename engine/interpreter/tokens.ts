/** How tokens arrive at nodes and leave them (BPMN 2.0 sections 13.3 and 13.4). */
import type { ActivityNode, FlowNode, Id } from '../graph/types.js';
import { dataOf, holds } from './data.js';
import { closeLocalScope } from './scopes.js';
import type { DoneRecord, NodeInstance } from './state.js';
import { STEP_BUDGET, type Turn } from './turn.js';

export function putTokens(turn: Turn, scope: Id, flows: readonly Id[], count = 1): void {
  for (const flow of flows) {
    turn.emit({ type: 'flowTaken', scope, flow, ...(count === 1 ? {} : { count }) });
    for (let n = 0; n < count; n += 1) scheduleArrival(turn, scope, flow);
  }
}

/** Throws wait until every other move of the turn is made: siblings of a fork subscribe before one of them throws. */
export function scheduleArrival(turn: Turn, scope: Id, flow: Id): void {
  const target = turn.nodeIn(scope, turn.flow(scope, flow).target);
  const move = () => arrive(turn, scope, flow);
  (isThrow(target) ? turn.throws : turn.moves).push(move);
}
function isThrow(node: FlowNode): boolean {
  if (node.type === 'sendTask') return true;
  return (node.type === 'intermediateThrowEvent' || node.type === 'endEvent') && node.definitions.some((each) => each.kind !== 'link');
}

function arrive(turn: Turn, scopeId: Id, flow: Id): void {
  const scope = turn.state.scopes[scopeId];
  if (!scope || !scope.tokens[flow]) return;
  const node = turn.nodeIn(scopeId, turn.flow(scopeId, flow).target);
  const consumed = turn.machine.behaviourOf(node).tokensNeeded?.(turn, scopeId, node, flow) ?? [flow];
  if (consumed.length > 0) enterNode(turn, scopeId, node.id, { consumed });
}

export interface EnterOptions { consumed?: readonly Id[]; body?: Id; counter?: number; compensates?: Id }

/** Begins a node; returns the id of its instance, which may already be gone when the node passes at once. */
export function enterNode(turn: Turn, scope: Id, node: Id, options: EnterOptions = {}): Id {
  const instance = turn.newId('i');
  turn.emit({ type: 'nodeEntered', instance, node, scope, ...options });
  turn.entered += 1;
  if (turn.entered > STEP_BUDGET) {
    turn.raiseIncident(instance, 'step-budget', `More than ${STEP_BUDGET} steps without waiting`);
    return instance;
  }
  turn.machine.behaviourOf(turn.nodeIn(scope, node)).enter(turn, turn.instance(instance), options.consumed ?? []);
  return instance;
}

/** Ends a node without looking at its outgoing flows. */
export function finishNode(turn: Turn, instance: NodeInstance, done?: DoneRecord): void {
  closeLocalScope(turn, instance);
  turn.touched.add(instance.scope);
  turn.emit({ type: 'nodeCompleted', instance: instance.id, node: instance.node, scope: instance.scope, ...(done ? { done } : {}) });
}

/** Ends an event or gateway and puts a token on each of `flows` (default: all outgoing). */
export function passOn(turn: Turn, instance: NodeInstance, flows: readonly Id[] = turn.node(instance).outgoing): void {
  finishNode(turn, instance);
  putTokens(turn, instance.scope, flows);
}

/**
 * Outgoing flows of an activity or event whose conditions let a token pass: unconditional ones always, conditional ones
 * when true, the default when no conditional one is. Undefined when that cannot be told; an incident has then been raised.
 */
export function chooseFlows(turn: Turn, instance: NodeInstance, node: FlowNode): Id[] | undefined {
  const defaultFlow = node.kind === 'event' ? undefined : node.defaultFlow;
  const taken: Id[] = [];
  let conditional = 0;
  let held = 0;
  for (const id of node.outgoing) {
    const { condition } = turn.flow(instance.scope, id);
    if (id === defaultFlow) continue;
    if (!condition) { taken.push(id); continue; }
    conditional += 1;
    const result = holds(turn, condition, dataOf(turn, instance));
    if (!result.ok) { turn.raiseIncident(instance.id, 'condition-failed', result.message); return undefined; }
    if (result.value) { held += 1; taken.push(id); }
  }
  if (defaultFlow !== undefined && held === 0) taken.push(defaultFlow);
  if (taken.length === 0 && conditional > 0) {
    turn.raiseIncident(instance.id, 'no-outgoing-flow-taken', `No condition holds after ${node.name ?? node.id} and there is no default flow`);
    return undefined;
  }
  return taken;
}

/** Start quantity (BPMN 2.0 section 10.3.3): the flows that give the tokens needed, or none while there are too few. */
export function startQuantityTokens(turn: Turn, scopeId: Id, node: ActivityNode, flow: Id): readonly Id[] {
  if (node.startQuantity <= 1) return [flow];
  const { tokens } = turn.scope(scopeId);
  const available = node.incoming.flatMap((each) => Array<Id>(tokens[each] ?? 0).fill(each));
  return available.length >= node.startQuantity ? available.slice(0, node.startQuantity) : [];
}
