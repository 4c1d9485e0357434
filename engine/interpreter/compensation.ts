/** Undoing completed activities, in reverse order of their completion (BPMN 2.0 sections 10.7 and 13.5.6). */
import type { ActivityNode, EventNode, FlowNode, Id, ProcessGraph } from '../graph/types.js';
import { occur, startEventSubProcess } from './firing.js';
import { cancelInstance, eventSubProcesses, openScope, startEventOf } from './scopes.js';
import type { DoneRecord, NodeInstance, Scope, Undoing } from './state.js';
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
  if (handlerOf(turn.graphOf(scope), node) !== undefined) return true;
  return inner !== undefined && (inner.done.length > 0 || compensationStart(turn.graph(inner.process), inner.element) !== undefined);
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
  begin(turn, instance.id, { scope: scope.id, queue, then: waits ? 'complete' : 'nothing' });
  if (!waits) passOn(turn, instance);
  next(turn, instance.id);
}

/** A cancel end event: everything done in the transaction is undone, then the transaction is left by its cancel event. */
export function cancelTransaction(turn: Turn, instance: NodeInstance): void {
  begin(turn, instance.id, { scope: instance.scope, queue: [...turn.scope(instance.scope).done].reverse(), then: 'cancelTransaction' });
  next(turn, instance.id);
}

function begin(turn: Turn, thrower: Id, undoing: Undoing): void {
  const { scope, queue } = undoing;
  if (queue.length > 0) turn.emit({ type: 'doneForgotten', scope, instances: queue.map((record) => record.instance) });
  turn.emit({ type: 'compensationStarted', instance: thrower, undoing });
}

/** A handler has ended: the one before it in time is next. */
export function compensationAdvanced(turn: Turn, thrower: Id): void {
  if (!turn.state.undoing?.[thrower]) return;
  turn.emit({ type: 'compensationAdvanced', instance: thrower });
  next(turn, thrower);
}

function next(turn: Turn, thrower: Id): void {
  const undoing = turn.state.undoing?.[thrower];
  if (!undoing) return;
  const record = undoing.queue[0];
  if (record) { undo(turn, thrower, undoing, record); return; }
  turn.emit({ type: 'compensationEnded', instance: thrower });
  turn.touched.add(undoing.scope);
  const instance = turn.state.instances[thrower];
  if (instance && undoing.then === 'complete') passOn(turn, instance);
  if (instance && undoing.then === 'cancelTransaction') leaveTransaction(turn, instance);
}

function undo(turn: Turn, thrower: Id, undoing: Undoing, record: DoneRecord): void {
  const scope = record.within ?? undoing.scope;
  const graph = turn.graphOf(scope);
  const node = graph.nodes[record.node];
  const handler = node && handlerOf(graph, node);
  if (handler !== undefined) { enterNode(turn, scope, handler, { compensates: thrower }); return; }
  const { inner } = record;
  if (!inner) { compensationAdvanced(turn, thrower); return; }
  // A sub-process is opened again with the data it ended with: for its compensation event sub-process to run in,
  // or else for what was done inside it to be undone, last first.
  const start = compensationStart(turn.graph(inner.process), inner.element);
  const reopened = openScope(turn, { process: inner.process, element: inner.element, parent: scope, data: { ...inner.data }, ...(start ? { done: inner.done } : {}) });
  if (start) { startEventSubProcess(turn, reopened, start, {}, { compensates: thrower }); return; }
  turn.emit({ type: 'compensationExpanded', instance: thrower, queue: [...inner.done].reverse().map((each) => ({ ...each, within: reopened })) });
  next(turn, thrower);
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
    if (event.kind === 'event' && event.definitions.some((each) => each.kind === 'cancel')) { occur(turn, activity.scope, event); return; }
  }
}
