/** Where a scope starts (BPMN 2.0 section 13.2). */
import type { FlowNode, Id, ProcessGraph } from '../graph/types.js';
import { arm } from './catchers.js';
import { childrenOf, eventSubProcesses, startEventOf } from './scopes.js';
import { enterNode } from './tokens.js';
import type { Turn } from './turn.js';

/** Arms the event sub-processes of a scope, then enters where it starts. */
export function startScope(turn: Turn, scopeId: Id, startNode?: Id): void {
  const { process, element } = turn.scope(scopeId);
  const graph = turn.graph(process);
  for (const sub of eventSubProcesses(graph, element)) {
    const start = startEventOf(graph, sub.id);
    if (start) arm(turn, 'eventSubProcess', start, scopeId, scopeId);
  }
  if (!turn.state.scopes[scopeId]) return;
  for (const node of startNode === undefined ? startNodes(graph, element) : [startNode]) {
    turn.moves.push(() => { if (turn.state.scopes[scopeId]) enterNode(turn, scopeId, node); });
  }
}

/** The none start events; without any start event, every node that no flow leads to (BPMN 2.0 section 13.2). */
function startNodes(graph: ProcessGraph, element: Id): Id[] {
  const children = childrenOf(graph, element);
  const starts = children.filter((node) => node.kind === 'event' && node.type === 'startEvent');
  const none = starts.filter((node) => node.kind === 'event' && node.definitions.length === 0);
  if (none.length > 0) return none.map((node) => node.id);
  if (starts[0]) return [starts[0].id];
  return children.filter(isEntry).map((node) => node.id);
}
function isEntry(node: FlowNode): boolean {
  if (node.incoming.length > 0) return false;
  if (node.kind === 'event') return node.type !== 'boundaryEvent' && !(node.type === 'intermediateCatchEvent' && node.definitions.some((each) => each.kind === 'link'));
  return node.kind !== 'activity' || (!node.triggeredByEvent && !node.isForCompensation);
}
