/** Standard loops and multi-instance activities (BPMN 2.0 sections 10.3.8, 13.3.6 and 13.3.7). */
import type { ActivityNode, EventDefinition, Id, Json, MultiInstance, StandardLoop } from '../graph/types.js';
import { dataOf, evaluateIn, holds, visibleData, writeData } from './data.js';
import { throwError, throwEscalation } from './errors.js';
import { cancelInstance, openScope } from './scopes.js';
import { throwMessage, throwSignal } from './signals.js';
import type { LoopState, NodeInstance } from './state.js';
import { enterNode } from './tokens.js';
import type { Turn } from './turn.js';

/** Turns of one multi-instance activity. */
export const LOOP_LIMIT = 10_000;

/** The instance becomes the body, which holds the boundary events; its turns do the work. */
export function enterLoop(turn: Turn, body: NodeInstance, node: ActivityNode): void {
  if (!node.loop) return;
  const prepared = node.loop.kind === 'standard' ? { started: 0, completed: 0 } : prepare(turn, body, node.loop);
  if (typeof prepared === 'string') { turn.raiseIncident(body.id, 'loop-invalid', prepared); return; }
  turn.emit({ type: 'loopChanged', instance: body.id, loop: prepared });
  if (node.loop.kind === 'standard') enterStandard(turn, body, node.loop);
  else startTurns(turn, body.id, node.loop);
}

function enterStandard(turn: Turn, body: NodeInstance, loop: StandardLoop): void {
  if (!loop.testBefore) { startTurn(turn, body.id); return; }
  goOn(turn, body.id, loop);
}
/** "Go on while true", at most `maximum` times. */
function goOn(turn: Turn, bodyId: Id, loop: StandardLoop): void {
  const body = turn.instance(bodyId);
  const { completed } = loopOf(turn, bodyId);
  if (loop.maximum !== undefined && completed >= loop.maximum) { completeBody(turn, bodyId); return; }
  if (loop.condition) {
    const result = holds(turn, loop.condition, { ...dataOf(turn, body), loopCounter: completed });
    if (!result.ok) { turn.raiseIncident(bodyId, 'condition-failed', result.message); return; }
    if (!result.value) { completeBody(turn, bodyId); return; }
  } else if (loop.maximum === undefined && completed > 0) { completeBody(turn, bodyId); return; }
  startTurn(turn, bodyId);
}

function prepare(turn: Turn, body: NodeInstance, loop: MultiInstance): LoopState | string {
  const data = dataOf(turn, body);
  const expression = loop.collection ?? loop.cardinality;
  if (!expression) return 'Neither a number nor a list of instances is given';
  const result = evaluateIn(turn, expression, data);
  if (!result.ok) return result.message;
  const items = loop.collection ? result.value : undefined;
  if (items !== undefined && !Array.isArray(items)) return `Not a list: ${expression.text}`;
  const total = items ? (items as Json[]).length : Number(result.value);
  if (!Number.isInteger(total) || total < 0) return `Not a whole number of instances: ${expression.text}`;
  if (total > LOOP_LIMIT) return `More than ${LOOP_LIMIT} instances: ${total}`;
  return { started: 0, completed: 0, total, ...(items ? { items: [...(items as Json[])] } : {}), ...(loop.outputCollection ? { outputs: Array<Json>(total).fill(null) } : {}) };
}

function startTurns(turn: Turn, bodyId: Id, loop: MultiInstance): void {
  const { total = 0, started } = loopOf(turn, bodyId);
  if (total === 0) { completeBody(turn, bodyId); return; }
  if (loop.sequential) { if (started < total) startTurn(turn, bodyId); return; }
  // All turns exist before any of them acts: an early one must be able to end the others.
  for (let n = started; n < total; n += 1) turn.moves.push(() => { if (turn.state.instances[bodyId]) startTurn(turn, bodyId); });
}

function startTurn(turn: Turn, bodyId: Id): void {
  const body = turn.instance(bodyId);
  const loop = loopOf(turn, bodyId);
  if (loop.total !== undefined && loop.started >= loop.total) return;
  const counter = loop.started + 1;
  turn.emit({ type: 'loopChanged', instance: bodyId, loop: { ...loop, started: counter } });
  enterNode(turn, body.scope, body.node, { body: bodyId, counter });
}

/** Local data of a turn: its number and its item; empty for an activity that does not loop. */
export function turnData(turn: Turn, instance: NodeInstance, node: ActivityNode): Record<string, Json> {
  if (instance.body === undefined) return {};
  const loop = instance.body === undefined ? undefined : turn.instance(instance.body).loop;
  const item = node.loop?.kind === 'multiInstance' ? node.loop.inputItem : undefined;
  return {
    loopCounter: instance.counter ?? 0,
    // A result named by the loop stays in its turn, so that parallel turns do not overwrite each other's.
    ...(node.loop?.kind === 'multiInstance' && node.loop.outputItem?.ast.kind === 'name' ? { [node.loop.outputItem.ast.name]: null } : {}),
    ...(item !== undefined && loop?.items ? { [item]: loop.items[(instance.counter ?? 1) - 1] ?? null } : {}),
  };
}
export function openTurnScope(turn: Turn, instance: NodeInstance, node: ActivityNode): void {
  openScope(turn, { process: turn.scope(instance.scope).process, element: node.id, parent: instance.scope, owner: instance.id, local: true, data: turnData(turn, instance, node) });
}

/** A turn has done its work. Counts it, then decides whether the activity goes on; false when an incident holds it. */
export function turnCompleted(turn: Turn, instance: NodeInstance, node: ActivityNode): boolean {
  const bodyId = instance.body ?? '';
  const loop = { ...loopOf(turn, bodyId) };
  if (node.loop?.kind === 'multiInstance' && node.loop.outputItem && loop.outputs) {
    const output = evaluateIn(turn, node.loop.outputItem, dataOf(turn, instance));
    if (!output.ok) { turn.raiseIncident(instance.id, 'expression-failed', output.message); return false; }
    loop.outputs = loop.outputs.map((each, index) => (index === (instance.counter ?? 1) - 1 ? output.value : each));
  }
  countTurn(turn, instance, node, loop);
  return true;
}
/** The turn is over, with or without a result; `loop` when outputs have changed. */
export function countTurn(turn: Turn, { body = '' }: NodeInstance, node: ActivityNode, loop: LoopState = loopOf(turn, body)): void {
  turn.emit({ type: 'loopChanged', instance: body, loop: { ...loop, completed: loop.completed + 1 } });
  turn.moves.push(() => { if (turn.state.instances[body] && node.loop) afterTurn(turn, body, node.loop); });
}

function afterTurn(turn: Turn, bodyId: Id, loop: StandardLoop | MultiInstance): void {
  if (loop.kind === 'standard') { goOn(turn, bodyId, loop); return; }
  throwBehaviour(turn, bodyId, loop);
  if (!turn.state.instances[bodyId]) return;
  const state = loopOf(turn, bodyId);
  if (loop.completionCondition) {
    const result = holds(turn, loop.completionCondition, { ...visibleData(turn, turn.instance(bodyId).scope), ...counts(state) });
    if (!result.ok) { turn.raiseIncident(bodyId, 'condition-failed', result.message); return; }
    if (result.value) { endTurns(turn, bodyId); return; }
  }
  if (state.completed >= (state.total ?? 0)) completeBody(turn, bodyId);
  else if (loop.sequential) startTurns(turn, bodyId, loop);
}

/** Runtime attributes of a multi-instance activity (BPMN 2.0 table 10.30). */
function counts(loop: LoopState): Record<string, Json> {
  const total = loop.total ?? 0;
  const active = loop.started - loop.completed;
  return {
    numberOfInstances: total, numberOfActiveInstances: active, numberOfCompletedInstances: loop.completed,
    numberOfTerminatedInstances: loop.terminated ?? 0, loopCounter: loop.completed,
    // The names that widespread engines use for the same things.
    nrOfInstances: total, nrOfActiveInstances: active, nrOfCompletedInstances: loop.completed,
  };
}
function endTurns(turn: Turn, bodyId: Id): void {
  const turns = Object.values(turn.state.instances).filter((each) => each.body === bodyId);
  for (const each of turns) if (turn.state.instances[each.id]) cancelInstance(turn, each.id, 'terminated');
  turn.emit({ type: 'loopChanged', instance: bodyId, loop: { ...loopOf(turn, bodyId), terminated: turns.length } });
  completeBody(turn, bodyId);
}
function completeBody(turn: Turn, bodyId: Id): void {
  const body = turn.instance(bodyId);
  const node = turn.node(body);
  const { outputs } = loopOf(turn, bodyId);
  if (outputs && node.kind === 'activity' && node.loop?.kind === 'multiInstance' && node.loop.outputCollection) {
    writeData(turn, body.scope, { [node.loop.outputCollection]: outputs });
  }
  turn.emit({ type: 'stateChanged', instance: bodyId, state: 'completing' });
  turn.machine.leaveActivity(turn, turn.instance(bodyId));
}
function loopOf(turn: Turn, bodyId: Id): LoopState {
  return turn.instance(bodyId).loop ?? { started: 0, completed: 0 };
}

/** Events thrown when an instance completes (BPMN 2.0 table 10.29, `behavior`). */
function throwBehaviour(turn: Turn, bodyId: Id, loop: MultiInstance): void {
  const { completed } = loopOf(turn, bodyId);
  if (loop.behavior === 'none' && loop.noneEvent) throwDefinition(turn, bodyId, loop.noneEvent);
  if (loop.behavior === 'one' && loop.oneEvent && completed === 1) throwDefinition(turn, bodyId, loop.oneEvent);
  if (loop.behavior !== 'complex') return;
  for (const { condition, event } of loop.complex ?? []) {
    if (!turn.state.instances[bodyId]) return;
    const result = holds(turn, condition, { ...visibleData(turn, turn.instance(bodyId).scope), ...counts(loopOf(turn, bodyId)) });
    if (!result.ok) { turn.raiseIncident(bodyId, 'condition-failed', result.message); return; }
    if (result.value) throwDefinition(turn, bodyId, event);
  }
}
function throwDefinition(turn: Turn, bodyId: Id, event: EventDefinition): void {
  const body = turn.instance(bodyId);
  const data = counts(loopOf(turn, bodyId));
  const origin = { node: body.node, scope: body.scope, activity: bodyId };
  if (event.kind === 'signal') throwSignal(turn, event.name, data, body.node);
  if (event.kind === 'message') throwMessage(turn, body.node, event.message, data, visibleData(turn, body.scope));
  if (event.kind === 'escalation') throwEscalation(turn, origin, event.code);
  if (event.kind === 'error') throwError(turn, origin, event.code, event.name ?? event.code ?? 'error');
}
