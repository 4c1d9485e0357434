/** The parts of a process that are checked one by one: each scope's main flow, and what runs beside it. */
import type { ActivityNode, FlowNode, Id, ProcessGraph } from '../../graph/types.js';
import { boundaryEvents, childrenOf, eventStart, isEventSubProcess, linkOf, ownerOf, sidePaths } from './handlers.js';
import type { Region } from './normalise.js';

export type RegionPlan = Omit<Region, 'neverCompletes'>;

export function mainRegion(graph: ProcessGraph, scope: Id): RegionPlan {
  const aside = new Set([...sidePaths(graph, scope).values()].flatMap((part) => [...part]));
  const nodes = childrenOf(graph, scope).filter((node) => !aside.has(node.id) && takesTokens(node));
  return { graph, scope, nodes, starts: startsOf(graph, scope, nodes) };
}

/** What a non-interrupting boundary event starts beside the main flow. */
export function sideRegions(graph: ProcessGraph, scope: Id): { event: Id; region: RegionPlan }[] {
  const paths = sidePaths(graph, scope);
  return [...paths].map(([event, part]) => {
    const nested = new Set([...paths].filter(([other]) => other !== event && part.has(other)).flatMap(([, inner]) => [...inner]));
    const nodes = childrenOf(graph, scope).filter((node) => part.has(node.id) && !nested.has(node.id));
    return { event, region: { graph, scope, nodes, starts: [[event]] } };
  });
}

function takesTokens(node: FlowNode): boolean {
  if (node.kind === 'event') return !node.definitions.some((each) => each.kind === 'compensation' && node.type === 'boundaryEvent');
  return node.kind !== 'activity' || (!node.triggeredByEvent && !node.isForCompensation);
}

/** BPMN 2.0 section 13.2: none start events begin together, each triggered one alone; without any, what no flow leads to. */
function startsOf(graph: ProcessGraph, scope: Id, nodes: readonly FlowNode[]): Id[][] {
  const starts = nodes.filter((node) => node.kind === 'event' && node.type === 'startEvent');
  const plain = starts.filter((node) => node.kind === 'event' && node.definitions.length === 0).map((node) => node.id);
  const triggered = starts.filter((node) => !plain.includes(node.id)).map((node) => [node.id]);
  const entries = nodes.filter((node) => node.incoming.length === 0 && node.type !== 'boundaryEvent' && node.type !== 'startEvent' && linkOf(node) === undefined);
  const instantiating = entries.filter((node) => 'instantiate' in node && node.instantiate).map((node) => [node.id]);
  if (scope !== graph.id) {
    if (plain.length > 0) return [plain];
    if (triggered[0]) return [triggered[0]];
  } else if (starts.length > 0 || instantiating.length > 0) {
    return [...(plain.length > 0 ? [plain] : []), ...triggered, ...instantiating];
  }
  return entries.length > 0 ? [entries.map((node) => node.id)] : [];
}

/** True when something from outside can end the scope at any time, so that a token stuck inside does not stay for ever. */
export function canBeInterrupted(graph: ProcessGraph, scope: Id): boolean {
  const outside = new Set(['message', 'timer', 'signal', 'conditional']);
  for (let at: Id | undefined = scope; at !== undefined;) {
    const here: Id = at;
    const subs: ActivityNode[] = childrenOf(graph, here).filter(isEventSubProcess);
    const starts = subs.map((sub) => eventStart(graph, sub.id)).filter((start) => start?.isInterrupting !== false);
    if (starts.some((start) => start?.definitions.some((each) => outside.has(each.kind)))) return true;
    const owner = ownerOf(graph, here);
    if (!owner) return false;
    const events = boundaryEvents(graph, owner).filter((event) => event.cancelActivity !== false);
    if (events.some((event) => event.definitions.some((each) => outside.has(each.kind)))) return true;
    at = owner.scope;
  }
  return false;
}
