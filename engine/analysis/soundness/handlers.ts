/**
 * Who catches what is thrown in a scope, and which parts of a scope run beside it: event sub-processes, and what a
 * non-interrupting boundary event starts when it never meets the main flow again (BPMN 2.0 sections 13.5.3 and 13.5.4).
 */
import type { ActivityNode, EventDefinition, EventNode, FlowNode, Id, ProcessGraph } from '../../graph/types.js';

export function childrenOf(graph: ProcessGraph, scope: Id): FlowNode[] {
  return graph.order.map((id) => graph.nodes[id]!).filter((node) => node.scope === scope);
}
/** The sub-process a node or scope stands in; none at the top. A global task bears the id of its process, so ids alone do not tell. */
export function ownerOf(graph: ProcessGraph, scope: Id): ActivityNode | undefined {
  const owner = scope === graph.id ? undefined : graph.nodes[scope];
  return owner?.kind === 'activity' ? owner : undefined;
}
export function isEventSubProcess(node: FlowNode): node is ActivityNode { return node.kind === 'activity' && node.triggeredByEvent === true; }
/** Embedded sub-processes whose inside follows sequence flow; an ad-hoc one has no order to check. */
export function hasInside(node: FlowNode): node is ActivityNode {
  return node.kind === 'activity' && (node.type === 'subProcess' || node.type === 'transaction');
}
export function boundaryEvents(graph: ProcessGraph, activity: ActivityNode): EventNode[] {
  return activity.boundary.map((id) => graph.nodes[id]).filter((node): node is EventNode => node?.kind === 'event');
}
export function eventStart(graph: ProcessGraph, sub: Id): EventNode | undefined {
  return childrenOf(graph, sub).find((node): node is EventNode => node.kind === 'event' && node.type === 'startEvent');
}

function catches(definition: EventDefinition, thrown: EventDefinition): boolean {
  if (definition.kind !== thrown.kind) return false;
  if (definition.kind !== 'error' && definition.kind !== 'escalation') return true;
  const code = (each: EventDefinition): string | undefined => ('code' in each ? each.code : undefined);
  return code(definition) === undefined || code(definition) === code(thrown);
}

/** True when throwing this in the scope ends the scope: an error always does, an escalation when an interrupting event catches it. */
export function endsScope(graph: ProcessGraph, scope: Id, thrown: EventDefinition): boolean {
  if (thrown.kind === 'terminate' || thrown.kind === 'error' || thrown.kind === 'cancel') return true;
  if (thrown.kind !== 'escalation') return false;
  for (let at: Id | undefined = scope; at !== undefined;) {
    const inner: Id = at;
    for (const sub of childrenOf(graph, inner).filter(isEventSubProcess)) {
      const start = eventStart(graph, sub.id);
      if (start?.definitions.some((each) => catches(each, thrown))) return start.isInterrupting !== false;
    }
    const owner = ownerOf(graph, inner);
    if (!owner) return false;
    const caught = boundaryEvents(graph, owner).find((event) => event.definitions.some((each) => catches(each, thrown)));
    if (caught) return caught.cancelActivity !== false;
    at = owner.scope;
  }
  return false;
}

/** False for a boundary event that nothing can trigger: an escalation or cancel that is thrown nowhere inside. */
export function canTrigger(graph: ProcessGraph, activity: ActivityNode, event: EventNode): boolean {
  if (event.definitions.length === 0) return true;
  return event.definitions.some((definition) => {
    if (definition.kind !== 'escalation' && definition.kind !== 'cancel') return definition.kind !== 'compensation';
    // What is drawn as collapsed and empty may throw anything.
    if (!hasInside(activity) || childrenOf(graph, activity.id).length === 0) return true;
    return insideOf(graph, activity.id).some((node) => node.type === 'callActivity' || (node.kind === 'event' && isThrow(node) && node.definitions.some((each) => catches(definition, each))));
  });
}
function isThrow(node: EventNode): boolean { return node.type === 'endEvent' || node.type === 'intermediateThrowEvent'; }

/** All nodes inside a sub-process, at any depth. */
export function insideOf(graph: ProcessGraph, scope: Id): FlowNode[] {
  return childrenOf(graph, scope).flatMap((node) => (node.kind === 'activity' && node.children ? [node, ...insideOf(graph, node.id)] : [node]));
}

/** What a scope's flows lead to next, links and boundary events included; handlers of compensation are left out. */
export function successors(graph: ProcessGraph, node: FlowNode): Id[] {
  const next = node.outgoing.map((id) => graph.flows[id]!.target);
  if (node.kind === 'activity') for (const event of boundaryEvents(graph, node)) if (!isCompensation(event)) next.push(event.id);
  const link = linkOf(node);
  if (link !== undefined && node.type === 'intermediateThrowEvent') {
    for (const target of childrenOf(graph, node.scope)) if (target.type === 'intermediateCatchEvent' && linkOf(target) === link) next.push(target.id);
  }
  return next;
}
export function linkOf(node: FlowNode): string | undefined {
  if (node.kind !== 'event') return undefined;
  const link = node.definitions.find((each) => each.kind === 'link');
  return link?.kind === 'link' ? link.name : undefined;
}
export function isCompensation(event: EventNode): boolean { return event.definitions.some((each) => each.kind === 'compensation'); }

/** Nodes that only a non-interrupting boundary event starts, by event; undefined members are those that rejoin the main flow. */
export function sidePaths(graph: ProcessGraph, scope: Id): Map<Id, Set<Id>> {
  const paths = new Map<Id, Set<Id>>();
  const nodes = childrenOf(graph, scope);
  for (const node of nodes) {
    if (node.type !== 'boundaryEvent' || node.kind !== 'event' || node.cancelActivity !== false || isCompensation(node)) continue;
    const part = reachable(graph, [node.id]);
    const entered = nodes.some((other) => !part.has(other.id) && successors(graph, other).some((id) => id !== node.id && part.has(id)));
    if (!entered && !part.has(node.attachedTo ?? '')) paths.set(node.id, part);
  }
  return paths;
}
export function reachable(graph: ProcessGraph, from: readonly Id[]): Set<Id> {
  const seen = new Set(from);
  for (const id of seen) for (const next of graph.nodes[id] ? successors(graph, graph.nodes[id]!) : []) seen.add(next);
  return seen;
}
