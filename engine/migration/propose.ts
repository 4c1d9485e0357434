/** The migration plan that suggests itself: equal id, else equal name, always of equal type. */
import type { FlowNode, Id, Plan, ProcessGraph } from '../graph/types.js';
import type { MigrationPlan, ProcessMapping, Unmapped } from './types.js';

/** The rest stays unmapped: a person maps it, or it matters to no running dossier. */
export function proposeMigration(from: Plan, to: Plan): MigrationPlan {
  const processes: Record<Id, ProcessMapping> = {};
  const taken = new Set<Id>([to.root]);
  for (const graph of Object.values(from.processes)) {
    const target = graph.id === from.root ? to.processes[to.root] : counterpart(graph, to, taken);
    if (!target) continue;
    taken.add(target.id);
    processes[graph.id] = { to: target.id, nodes: proposeNodes(graph, target) };
  }
  return { from: from.hash, to: to.hash, processes };
}

/** What of the old plan has no counterpart, in document order. */
export function unmappedOf(from: Plan, plan: MigrationPlan): Unmapped[] {
  return Object.values(from.processes).flatMap((graph): Unmapped[] => {
    const mapping = plan.processes[graph.id];
    if (!mapping) return [{ process: graph.id, element: graph.id, type: 'process', ...named(graph) }];
    return graph.order.flatMap((id) => {
      const node = graph.nodes[id];
      return node && mapping.nodes[id] === undefined ? [{ process: graph.id, element: id, type: node.type, ...named(node) }] : [];
    });
  });
}
const named = ({ name }: { name?: string }): { name?: string } => (name === undefined ? {} : { name });

function counterpart(graph: ProcessGraph, to: Plan, taken: ReadonlySet<Id>): ProcessGraph | undefined {
  const free = Object.values(to.processes).filter((each) => !taken.has(each.id));
  const same = free.find((each) => each.id === graph.id);
  if (same || graph.name === undefined) return same;
  const alike = free.filter((each) => each.name === graph.name);
  return alike.length === 1 ? alike[0] : undefined;
}

function proposeNodes(from: ProcessGraph, to: ProcessGraph): Record<Id, Id> {
  const old = from.order.map((id) => from.nodes[id]!);
  const nodes: Record<Id, Id> = {};
  for (const node of old) if (to.nodes[node.id]?.type === node.type) nodes[node.id] = node.id;
  const left = old.filter((node) => nodes[node.id] === undefined);
  const free = Object.values(to.nodes).filter((node) => nodes[node.id] !== node.id);
  for (const node of left) {
    const alike = free.filter((each) => isAlike(node, each));
    // A name that stands for several elements says nothing.
    if (alike[0] && alike.length === 1 && left.filter((each) => isAlike(node, each)).length === 1) nodes[node.id] = alike[0].id;
  }
  return nodes;
}
function isAlike(a: FlowNode, b: FlowNode): boolean {
  return a.name !== undefined && a.name === b.name && a.type === b.type;
}
