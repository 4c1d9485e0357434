/** How many went which way, from how often each step was carried out: what goes into a node comes out of it. */
import type { FlowNode, Id, ProcessGraph } from '../graph/types.js';

/** By sequence flow behind a split, as far as the numbers determine it; 0 to 1. `executions`: complete ones of an activity. */
export function branchesOf(graph: ProcessGraph, executions: (id: Id) => number, cases: number): Record<Id, number> {
  const balance = new Balance(graph, executions, cases);
  const branches: Record<Id, number> = {};
  for (const node of Object.values(graph.nodes)) {
    if (node.outgoing.length < 2 || node.type === 'parallelGateway' || node.type === 'eventBasedGateway') continue;
    const passed = balance.through.get(node.id);
    if (passed === undefined || passed <= 0) continue;
    const known = node.outgoing.map((flow) => balance.flows.get(flow));
    const left = Math.max(0, passed - known.reduce<number>((sum, n) => sum + (n ?? 0), 0));
    const open = known.filter((n) => n === undefined).length;
    node.outgoing.forEach((flow, i) => { branches[flow] = Math.min(1, Math.max(0, known[i] ?? left / open) / passed); });
  }
  return branches;
}

class Balance {
  readonly flows = new Map<Id, number>();
  readonly through = new Map<Id, number>();

  constructor(private readonly graph: ProcessGraph, executions: (id: Id) => number, cases: number) {
    const nodes = Object.values(graph.nodes);
    const starts = nodes.filter(({ type, scope }) => type === 'startEvent' && scope === graph.id);
    if (starts.length === 1) this.through.set(starts[0]!.id, cases);
    for (const node of nodes) if (node.kind === 'activity' && (node.children?.length ?? 0) === 0) this.through.set(node.id, executions(node.id));
    while (nodes.filter((node) => this.infer(node)).length > 0);
  }

  /** True when something more is known than before. */
  private infer(node: FlowNode): boolean {
    const before = this.flows.size + this.through.size;
    // What enters and does not complete leaves by the event at the border.
    if (!(node.kind === 'activity' && node.boundary.length > 0)) this.side(node, node.incoming, node.type === 'parallelGateway' || node.type === 'inclusiveGateway');
    this.side(node, node.outgoing, node.type !== 'exclusiveGateway' && node.type !== 'eventBasedGateway');
    return this.flows.size + this.through.size > before;
  }

  /** `all`: each of the flows is taken by all that pass; else each that passes takes one. */
  private side(node: FlowNode, flows: readonly Id[], all: boolean): void {
    if (flows.length === 0) return;
    if (all && flows.length > 1) return this.every(node, flows);
    const open = flows.filter((flow) => !this.flows.has(flow));
    const sum = flows.reduce((total, flow) => total + (this.flows.get(flow) ?? 0), 0);
    const passed = this.through.get(node.id);
    if (passed === undefined && open.length === 0) this.through.set(node.id, sum);
    if (passed !== undefined && open.length === 1) this.flows.set(open[0]!, Math.max(0, passed - sum));
  }
  private every(node: FlowNode, flows: readonly Id[]): void {
    // Of an inclusive gateway, or of conditions behind a step, nobody knows how many ways one took.
    if (node.type !== 'parallelGateway') return;
    const passed = this.through.get(node.id) ?? flows.map((flow) => this.flows.get(flow)).find((each) => each !== undefined);
    if (passed === undefined) return;
    this.through.set(node.id, passed);
    for (const flow of flows) this.flows.set(flow, passed);
  }
}
