/**
 * A drawing with the processes that it calls written out in the places of the calls, for a log that shows what is done in them.
 * What comes from a called process has the id of the call before its own: `call/node`.
 */
import type { ActivityNode, FlowNode, Id, Model, ProcessGraph } from '../../graph/types.js';
import { plainLabel } from './from-graph.js';

const BETWEEN = '/';

/** The element of the drawing itself that stands for an element of it or of what it calls. */
export const drawnElement = (id: Id): Id => id.split(BETWEEN)[0]!;

/** `logged`: names of activities in the log, plain. A call that the log shows as a step of its own, or knows nothing of, stays a step. */
export function withCalls(graph: ProcessGraph, { processes }: Pick<Model, 'processes'>, logged: ReadonlySet<string>): ProcessGraph {
  return inlined(graph, new Map(processes.map((each) => [each.id, each])), logged, new Set([graph.id]));
}

function inlined(graph: ProcessGraph, processes: ReadonlyMap<Id, ProcessGraph>, logged: ReadonlySet<string>, within: ReadonlySet<Id>): ProcessGraph {
  const nodes: Record<Id, FlowNode> = { ...graph.nodes };
  const flows = { ...graph.flows };
  const order = [...graph.order];
  for (const call of Object.values(graph.nodes)) {
    const called = calledBy(call, processes);
    if (called === undefined || within.has(called.id) || logged.has(nameOf(call))) continue;
    const inside = inlined(called, processes, logged, new Set([...within, called.id]));
    if (!Object.values(inside.nodes).some((node) => node.kind === 'activity' && logged.has(nameOf(node)))) continue;
    const named = (id: Id): Id => (id === called.id ? call.id : `${call.id}${BETWEEN}${id}`);
    for (const node of Object.values(inside.nodes)) nodes[named(node.id)] = renamed(node, named);
    for (const flow of Object.values(inside.flows)) flows[named(flow.id)] = { ...flow, id: named(flow.id), source: named(flow.source), target: named(flow.target) };
    nodes[call.id] = { ...call as ActivityNode, children: inside.order.filter((id) => inside.nodes[id]!.scope === called.id).map(named) };
    order.push(...inside.order.map(named));
  }
  return { ...graph, nodes, flows, order };
}

const nameOf = ({ name, id }: FlowNode): string => plainLabel(name ?? id);

function calledBy(node: FlowNode, processes: ReadonlyMap<Id, ProcessGraph>): ProcessGraph | undefined {
  return node.kind === 'activity' && node.calledElement !== undefined ? processes.get(node.calledElement) : undefined;
}

function renamed(node: FlowNode, named: (id: Id) => Id): FlowNode {
  const base = { id: named(node.id), scope: named(node.scope), incoming: node.incoming.map(named), outgoing: node.outgoing.map(named) };
  if (node.kind === 'activity') return { ...node, ...base, boundary: node.boundary.map(named), ...(node.children ? { children: node.children.map(named) } : {}) };
  return node.kind === 'event' && node.attachedTo !== undefined ? { ...node, ...base, attachedTo: named(node.attachedTo) } : { ...node, ...base };
}
