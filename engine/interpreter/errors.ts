/** Errors and escalations look for their handler from the inside out (BPMN 2.0 sections 10.5.7 and 13.5.5). */
import type { ActivityNode, EventNode, FlowNode, Id, Json } from '../graph/types.js';
import { startEventSubProcess, triggerBoundary } from './firing.js';
import { emptyScope, eventSubProcesses, startEventOf } from './scopes.js';
import type { Turn } from './turn.js';

type Kind = 'error' | 'escalation';
type Payload = Readonly<Record<string, Json>>;
interface Handler { handle(): void }

/** A BPMN error: ends what it passes through. Uncaught, it ends the process as failed. */
export function throwError(turn: Turn, origin: Origin, code: string | undefined, message: string, data: Payload = {}): void {
  const handler = findHandler(turn, 'error', origin, code, data);
  turn.emit({ type: 'errorThrown', node: origin.node, ...(code === undefined ? {} : { code }), message, caught: handler !== undefined });
  if (handler) { handler.handle(); return; }
  if (turn.state.root !== undefined) emptyScope(turn, turn.state.root, 'terminated');
  turn.emit({ type: 'processEnded', status: 'failed', error: { code: code ?? 'error', message } });
}

/** Uncaught, an escalation is written down and the process goes on. */
export function throwEscalation(turn: Turn, origin: Origin, code: string | undefined, data: Payload = {}): void {
  const handler = findHandler(turn, 'escalation', origin, code, data);
  turn.emit({ type: 'escalationThrown', node: origin.node, ...(code === undefined ? {} : { code }), caught: handler !== undefined });
  handler?.handle();
}

/** Where it was thrown: inside a scope, or by an activity whose own boundary is asked first. */
export interface Origin { node: Id; scope: Id; activity?: Id }

function findHandler(turn: Turn, kind: Kind, origin: Origin, code: string | undefined, data: Payload): Handler | undefined {
  let activity = origin.activity;
  let scopeId: Id | undefined = origin.scope;
  let fromEventSubProcess = false;
  while (scopeId !== undefined) {
    if (activity !== undefined) {
      const found = onBoundary(turn, kind, activity, code, data);
      if (found) return found;
    }
    const found = fromEventSubProcess ? undefined : inEventSubProcess(turn, kind, scopeId, code, data);
    if (found) return found;
    const owner: Id | undefined = turn.scope(scopeId).owner;
    if (owner === undefined) return undefined;
    const instance = turn.instance(owner);
    const node = turn.node(instance);
    // What an event sub-process throws is not for its siblings but for those outside the scope they share.
    fromEventSubProcess = node.kind === 'activity' && node.triggeredByEvent === true;
    activity = instance.body ?? owner;
    scopeId = instance.scope;
  }
  return undefined;
}

function onBoundary(turn: Turn, kind: Kind, id: Id, code: string | undefined, data: Payload): Handler | undefined {
  const instance = turn.instance(turn.instance(id).body ?? id);
  const node = turn.node(instance);
  if (node.kind !== 'activity') return undefined;
  const event = best(node.boundary.map((each) => turn.nodeIn(instance.scope, each)), kind, code);
  return event && { handle: () => triggerBoundary(turn, instance.id, event, data) };
}

function inEventSubProcess(turn: Turn, kind: Kind, scopeId: Id, code: string | undefined, data: Payload): Handler | undefined {
  const scope = turn.scope(scopeId);
  if (scope.interruptedBy !== undefined) return undefined;
  const graph = turn.graph(scope.process);
  const starts = eventSubProcesses(graph, scope.element).flatMap((sub: ActivityNode) => startEventOf(graph, sub.id) ?? []);
  const start = best(starts, kind, code);
  return start && { handle: () => startEventSubProcess(turn, scopeId, start, data) };
}

/** The handler that names the code wins over one that takes any. */
function best(nodes: readonly FlowNode[], kind: Kind, code: string | undefined): EventNode | undefined {
  let any: EventNode | undefined;
  for (const node of nodes) {
    if (node.kind !== 'event') continue;
    for (const definition of node.definitions) {
      if (definition.kind !== kind) continue;
      if (definition.code !== undefined && definition.code === code) return node;
      if (definition.code === undefined) any ??= node;
    }
  }
  return any;
}
