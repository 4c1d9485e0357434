/** Undoing completed activities, in reverse order of their completion (BPMN 2.0 section 13.5.6). */
import type { ActivityNode, EventNode, FlowNode, Id, ProcessGraph } from '../graph/types.js';
import { occur, startEventSubProcess } from './firing.js';
import { cancelInstance, eventSubProcesses, openScope, startEventOf } from './scopes.js';
import type { DoneRecord, NodeInstance, Scope } from './state.js';
import { enterNode, passOn } from './tokens.js';
import type { Turn } from './turn.js';

function handlerOf(graph: ProcessGraph, node: FlowNode): Id | undefined {
  if (node.kind !== 'activity') return undefined;
  for (const id of node.boundary) {
    const event = graph.nodes[id];
    if (event?.kind === 'event' && event.compensationHandler !== undefined && event.definitions.some((each) => each.kind === 'compensation')) return event.compensationHandler;
  }
  return undefined;
}
function compensationStart(graph: ProcessGraph, subProcess: Id): EventNode | undefined {
  for (const sub of eventSubProcesses(graph, subProcess)) {
    const start = startEventOf(graph, sub.id);
    if (start?.kind === 'event' && start.definitions.some((each) => each.kind === 'compensation')) return start;
  }
  return undefined;
}

/** Whether a completed activity has to be remembered. */
export function isCompensable(turn: Turn, scope: Id, node: ActivityNode, inner?: DoneRecord['inner']): boolean {
  const graph = turn.graphOf(scope);
  if (handlerOf(graph, node) !== undefined) return true;
  if (!inner || inner.process !== graph.id) return false;
  return inner.done.length > 0 || compensationStart(graph, node.id) !== undefined;
}

/** The scope whose completed activities a throw in `scope` means: that of the event sub-process it stands in, or its own. */
function targetScope(turn: Turn, scope: Scope): Scope {
  const node = turn.graph(scope.process).nodes[scope.element];
  const inEventSub = node?.kind === 'activity' && node.triggeredByEvent === true && scope.parent !== undefined;
  return inEventSub ? targetScope(turn, turn.scope(scope.parent ?? '')) : scope;
}

/** Starts compensation for a throwing instance; it ends when all is undone, or at once when it need not wait. */
export function throwCompensation(turn: Turn, instance: NodeInstance, activity: Id | undefined, waits: boolean): void {
  const scope = targetScope(turn, turn.scope(instance.scope));
  const queue = [...scope.done].reverse().filter((record) => activity === undefined || record.node === activity || activity === scope.element);
  start(turn, instance, scope.id, queue, 'complete');
  if (!waits && turn.state.instances[instance.id]) passOnKeeping(turn, instance);
}
/** Not waiting: the event passes its token on while the handlers run. They report to an instance that is gone. */
function passOnKeeping(turn: Turn, instance: NodeInstance): void {
  const rest = instance.compensating?.queue.slice(1) ?? [];
  for (const record of rest) runHandler(turn, instance, record);
  passOn(turn, turn.instance(instance.id));
}

/** A cancel end event: everything done in the transaction is undone, then the transaction is left by its cancel event. */
export function cancelTransaction(turn: Turn, instance: NodeInstance): void {
  const scope = turn.scope(instance.scope);
  start(turn, instance, scope.id, [...scope.done].reverse(), 'cancelTransaction');
}

function start(turn: Turn, instance: NodeInstance, scope: Id, queue: DoneRecord[], then: 'complete' | 'cancelTransaction'): void {
  if (queue.length > 0) turn.emit({ type: 'doneForgotten', scope, instances: queue.map((record) => record.instance) });
  turn.emit({ type: 'compensationStarted', instance: instance.id, queue: queue.flatMap((record) => flatten(turn, scope, record)), then });
  next(turn, instance.id);
}

/** A sub-process without a handler of its own is undone by undoing what it did, last first. */
function flatten(turn: Turn, scope: Id, record: DoneRecord): DoneRecord[] {
  const graph = turn.graphOf(scope);
  const node = graph.nodes[record.node];
  if (!node || !record.inner || handlerOf(graph, node) !== undefined || compensationStart(graph, node.id)) return [record];
  return [...record.inner.done].reverse().flatMap((each) => flatten(turn, scope, each));
}

export function compensationAdvanced(turn: Turn, thrower: Id): void {
  if (!turn.state.instances[thrower]?.compensating) return;
  turn.emit({ type: 'compensationAdvanced', instance: thrower });
  next(turn, thrower);
}

function next(turn: Turn, thrower: Id): void {
  const instance = turn.instance(thrower);
  const record = instance.compensating?.queue[0];
  if (record) { runHandler(turn, instance, record); return; }
  if (instance.compensating?.then === 'cancelTransaction') leaveTransaction(turn, instance);
  else passOn(turn, instance);
}

function runHandler(turn: Turn, thrower: NodeInstance, record: DoneRecord): void {
  const graph = turn.graphOf(thrower.scope);
  const node = graph.nodes[record.node];
  const handler = node && handlerOf(graph, node);
  if (handler !== undefined) { enterNode(turn, thrower.scope, handler, { compensates: thrower.id }); return; }
  const startEvent = node && compensationStart(graph, node.id);
  if (!startEvent || !record.inner) { compensationAdvanced(turn, thrower.id); return; }
  // The sub-process is opened again, with the data it ended with, for its compensation event sub-process to run in.
  const reopened = openScope(turn, { process: graph.id, element: record.inner.element, parent: thrower.scope, data: record.inner.data, done: record.inner.done });
  startEventSubProcess(turn, reopened, startEvent, {}, { compensates: thrower.id });
}

function leaveTransaction(turn: Turn, cancelEnd: NodeInstance): void {
  const scope = turn.scope(cancelEnd.scope);
  const owner = scope.owner === undefined ? undefined : turn.instance(scope.owner);
  turn.emit({ type: 'nodeCompleted', instance: cancelEnd.id, node: cancelEnd.node, scope: cancelEnd.scope });
  if (!owner) return;
  const activity = turn.instance(owner.body ?? owner.id);
  const node = turn.node(activity);
  cancelInstance(turn, activity.id, 'interrupted');
  for (const id of node.kind === 'activity' ? node.boundary : []) {
    const event = turn.nodeIn(activity.scope, id);
    if (event.kind === 'event' && event.definitions.some((each) => each.kind === 'cancel')) occur(turn, activity.scope, event);
  }
}
