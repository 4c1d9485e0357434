/** Opening and cancelling scopes (BPMN 2.0 section 13.3.4). */
import type { ActivityNode, FlowNode, Id, Json, ProcessGraph } from '../graph/types.js';
import { disarmOwnedBy } from './catchers.js';
import type { DoneRecord, NodeInstance } from './state.js';
import type { Turn } from './turn.js';

export interface OpenScope { process: Id; element: Id; parent?: Id; owner?: Id; local?: true; data?: Record<string, Json>; done?: DoneRecord[] }

export function openScope(turn: Turn, { process, element, parent, owner, local, data = {}, done }: OpenScope): Id {
  const scope = turn.newId('s');
  turn.emit({
    type: 'scopeOpened', scope, process, element, data,
    ...(parent === undefined ? {} : { parent }), ...(owner === undefined ? {} : { owner }), ...(local ? { local } : {}), ...(done ? { done } : {}),
  });
  turn.touched.add(scope);
  return scope;
}

/** Nodes directly inside a process or sub-process, in document order. */
export function childrenOf(graph: ProcessGraph, element: Id): FlowNode[] {
  return graph.order.flatMap((id) => {
    const node = graph.nodes[id];
    return node && node.scope === element ? [node] : [];
  });
}
export function eventSubProcesses(graph: ProcessGraph, element: Id): ActivityNode[] {
  return childrenOf(graph, element).filter((node): node is ActivityNode => node.kind === 'activity' && node.triggeredByEvent === true);
}
export function startEventOf(graph: ProcessGraph, subProcess: Id): Extract<FlowNode, { kind: 'event' }> | undefined {
  for (const node of childrenOf(graph, subProcess)) if (node.kind === 'event' && node.type === 'startEvent') return node;
  return undefined;
}

export function closeLocalScope(turn: Turn, instance: NodeInstance): void {
  const scope = instance.inner === undefined ? undefined : turn.state.scopes[instance.inner];
  if (scope) closeScope(turn, scope.id);
}
export function closeScope(turn: Turn, scope: Id): void {
  disarmOwnedBy(turn, scope);
  const { owner, parent } = turn.scope(scope);
  if (owner === undefined && parent !== undefined) turn.touched.add(parent);
  turn.emit({ type: 'scopeClosed', scope });
}

/** Ends whatever runs in a scope; the scope itself stays. `except` names an instance to keep. */
export function emptyScope(turn: Turn, scopeId: Id, reason: 'interrupted' | 'terminated', except?: Id): void {
  disarmOwnedBy(turn, scopeId);
  for (const instance of turn.instancesIn(scopeId)) {
    if (instance.id !== except && turn.state.instances[instance.id]) cancelInstance(turn, instance.id, reason);
  }
  for (const [thrower, undoing] of Object.entries(turn.state.undoing ?? {})) if (undoing.scope === scopeId) turn.emit({ type: 'compensationEnded', instance: thrower });
  // A sub-process opened again to be compensated hangs on its scope, not on an instance.
  for (const scope of Object.values(turn.state.scopes)) {
    if (scope.parent === scopeId && scope.owner === undefined) { emptyScope(turn, scope.id, reason); closeScope(turn, scope.id); }
  }
  const flows = Object.entries(turn.scope(scopeId).tokens).flatMap(([flow, n]) => Array<Id>(n).fill(flow));
  if (flows.length > 0) turn.emit({ type: 'tokensRemoved', scope: scopeId, flows });
  turn.touched.add(scopeId);
}

/** Interrupts or withdraws a node instance, with everything inside it. */
export function cancelInstance(turn: Turn, id: Id, reason: 'interrupted' | 'withdrawn' | 'terminated' | 'failed'): void {
  const instance = turn.instance(id);
  for (const each of Object.values(turn.state.instances)) if (each.body === id) cancelInstance(turn, each.id, 'terminated');
  disarmOwnedBy(turn, id);
  const inner = instance.inner === undefined ? undefined : turn.state.scopes[instance.inner];
  if (inner) {
    emptyScope(turn, inner.id, 'terminated');
    closeScope(turn, inner.id);
  }
  turn.touched.add(instance.scope);
  turn.emit({ type: 'nodeCancelled', instance: id, node: instance.node, scope: instance.scope, reason });
}
