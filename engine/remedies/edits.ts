/** Changes of a drawing as data: made on the graph to see what becomes of it, and on the file (`engine/bpmn/edit.ts`) when somebody takes them. */
import type { ActivityNode, FlowNode, GatewayNode, GatewayType, Id, ProcessGraph, SequenceFlow, StepFacts } from '../graph/types.js';

export type Edit =
  | { edit: 'retype'; node: Id; type: GatewayType }
  | { edit: 'addGateway'; node: Id; type: GatewayType; scope: Id; lane?: Id }
  /** With its flows and boundary events gone by then. */
  | { edit: 'removeNode'; node: Id }
  | { edit: 'addFlow'; flow: Id; source: Id; target: Id }
  | { edit: 'removeFlow'; flow: Id }
  | { edit: 'redirect'; flow: Id; source?: Id; target?: Id }
  | { edit: 'facts'; node: Id; facts: Partial<Pick<StepFacts, 'limit' | 'checks' | 'applicantContact' | 'standardMinutes'>> }
  /** Documents that a step reads and writes besides, by id of data element. */
  | { edit: 'data'; node: Id; reads: readonly Id[]; writes: readonly Id[] };

type Draft = { -readonly [K in keyof ProcessGraph]: ProcessGraph[K] } & { nodes: Record<Id, FlowNode>; flows: Record<Id, SequenceFlow>; order: Id[] };

/** A changed copy. Flows of a node are listed in the order of the file, new ones last. */
export function applyEdits(graph: ProcessGraph, edits: readonly Edit[]): ProcessGraph {
  const draft: Draft = { ...graph, nodes: { ...graph.nodes }, flows: { ...graph.flows }, order: [...graph.order], lanes: graph.lanes };
  for (const edit of edits) applyOne(draft, edit);
  return relinked(draft);
}

function applyOne(draft: Draft, edit: Edit): void {
  switch (edit.edit) {
    case 'retype': draft.nodes[edit.node] = { ...(draft.nodes[edit.node] as GatewayNode), type: edit.type }; return;
    case 'addGateway':
      draft.nodes[edit.node] = { kind: 'gateway', type: edit.type, id: edit.node, scope: edit.scope, incoming: [], outgoing: [], ...(edit.lane !== undefined && { lane: edit.lane }) };
      draft.order.push(edit.node);
      draft.lanes = draft.lanes.map((lane) => (lane.id === edit.lane ? { ...lane, nodes: [...lane.nodes, edit.node] } : lane));
      return;
    case 'removeNode':
      delete draft.nodes[edit.node];
      draft.order = draft.order.filter((id) => id !== edit.node);
      draft.lanes = draft.lanes.map((lane) => ({ ...lane, nodes: lane.nodes.filter((id) => id !== edit.node) }));
      return;
    case 'addFlow': draft.flows[edit.flow] = { id: edit.flow, source: edit.source, target: edit.target }; return;
    case 'removeFlow': delete draft.flows[edit.flow]; return;
    case 'redirect': {
      const flow = draft.flows[edit.flow]!;
      draft.flows[edit.flow] = { ...flow, source: edit.source ?? flow.source, target: edit.target ?? flow.target };
      return;
    }
    case 'facts': {
      const node = draft.nodes[edit.node] as ActivityNode;
      draft.nodes[edit.node] = { ...node, ...(node.step && { step: { ...node.step, ...edit.facts } }) };
      return;
    }
    case 'data': {
      const node = draft.nodes[edit.node] as ActivityNode;
      draft.nodes[edit.node] = { ...node, reads: [...new Set([...node.reads, ...edit.reads])], writes: [...new Set([...node.writes, ...edit.writes])] };
    }
  }
}

/** Nodes that list the flows there now are. */
function relinked(draft: Draft): ProcessGraph {
  const flows = Object.values(draft.flows);
  for (const id of draft.order) {
    const node = draft.nodes[id]!;
    const listed = (known: readonly Id[], end: 'source' | 'target'): Id[] => {
      const own = flows.filter((flow) => flow[end] === id).map((flow) => flow.id);
      return [...known.filter((flow) => own.includes(flow)), ...own.filter((flow) => !known.includes(flow))];
    };
    draft.nodes[id] = { ...node, incoming: listed(node.incoming, 'target'), outgoing: listed(node.outgoing, 'source') };
  }
  return draft;
}

/** Takes a step with one way in and one way out from its place; what came before it goes on to what came after. Undefined when it has more ways. */
export function takeOut(graph: ProcessGraph, id: Id): Edit[] | undefined {
  const node = graph.nodes[id]!;
  const [into, out] = [node.incoming[0], node.outgoing[0]];
  const hasEvents = node.kind === 'activity' && (node.boundary.length > 0 || (node.children?.length ?? 0) > 0);
  if (node.incoming.length !== 1 || node.outgoing.length !== 1 || hasEvents || graph.flows[out!]!.condition) return undefined;
  return [{ edit: 'redirect', flow: into!, target: graph.flows[out!]!.target }, { edit: 'removeFlow', flow: out! }];
}
/** An id that no element of the process bears. */
export function freeId(graph: ProcessGraph, base: string, taken: readonly Id[] = []): Id {
  const isTaken = (id: Id): boolean => graph.nodes[id] !== undefined || graph.flows[id] !== undefined || graph.data[id] !== undefined || graph.lanes.some((lane) => lane.id === id) || taken.includes(id);
  let id = base;
  for (let count = 2; isTaken(id); count += 1) id = `${base}_${count}`;
  return id;
}
