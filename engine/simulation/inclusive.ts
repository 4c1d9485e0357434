/** Which inclusive joins have to wait for tokens that are elsewhere (BPMN 2.0 section 13.4.3). */
import type { FlowNode, GatewayNode, Id, ProcessGraph } from '../graph/types.js';

export class InclusiveReach {
  private readonly joins = new Map<Id, GatewayNode[]>();
  /** For each join, the incoming flows that a token at a node, or waiting on a flow, can still reach without passing the join. */
  private readonly reach = new Map<Id, ReadonlyMap<Id, ReadonlySet<Id>>>();

  constructor(graph: ProcessGraph) {
    for (const node of Object.values(graph.nodes)) {
      if (node.kind !== 'gateway' || (node.type !== 'inclusiveGateway' && node.type !== 'complexGateway') || node.incoming.length < 2) continue;
      this.joins.set(node.scope, [...(this.joins.get(node.scope) ?? []), node]);
      this.reach.set(node.id, reachOf(graph, node));
    }
  }

  joinsOf(scope: Id): readonly GatewayNode[] {
    return this.joins.get(scope) ?? [];
  }

  /** `at`: tokens by node and by flow. */
  mustWait(join: GatewayNode, full: readonly Id[], at: ReadonlyMap<Id, number>): boolean {
    const reach = this.reach.get(join.id)!;
    for (const place of at.keys()) {
      const reached = reach.get(place);
      if (!reached || join.incoming.includes(place)) continue;
      if (full.some((flow) => reached.has(flow))) continue;
      if (reached.size > 0) return true;
    }
    return false;
  }
}

function reachOf(graph: ProcessGraph, join: GatewayNode): Map<Id, Set<Id>> {
  const reach = new Map<Id, Set<Id>>();
  const nodes = Object.values(graph.nodes).filter((node) => node.scope === join.scope && node.id !== join.id);
  const next = (node: FlowNode): Id[] => [...node.outgoing, ...(node.kind === 'activity' ? node.boundary.flatMap((id) => graph.nodes[id]?.outgoing ?? []) : [])];
  for (let changed = true; changed;) {
    changed = false;
    for (const node of nodes) {
      const reached = reach.get(node.id) ?? new Set<Id>();
      const before = reached.size;
      for (const flow of next(node)) {
        if (graph.flows[flow]!.target === join.id) reached.add(flow);
        else for (const far of reach.get(graph.flows[flow]!.target) ?? []) reached.add(far);
      }
      if (reached.size === before) continue;
      reach.set(node.id, reached);
      // A token that waits on a flow of another join counts as being there.
      for (const flow of node.incoming) reach.set(flow, reached);
      changed = true;
    }
  }
  return reach;
}
