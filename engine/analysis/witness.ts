/** A run that proves a finding, step by step: where its tokens stand after each element. For showing it on the drawing. */
import type { FlowNode, GatewayType, Id, ProcessGraph } from '../graph/types.js';
import type { TellingFinding } from './finding.js';

/** `tokens`: how many wait on which flow; `stuck`: nothing can go on here. */
export interface Frame { element: Id; tokens: readonly { flow: Id; count: number }[]; stuck?: true }

/** The run of a finding as frames; empty when it has none. A path over time has one token, which is where it has come to. */
export function witnessOf(graph: ProcessGraph, { evidence }: TellingFinding): Frame[] {
  const run = idsIn(evidence['run']), path = idsIn(evidence['path']);
  if (run.length === 0) return path.filter((id) => graph.nodes[id]).map((element) => ({ element, tokens: [] }));
  return new Replay(graph, run, idsIn(evidence['stuckAt']), typeof evidence['flow'] === 'string' ? evidence['flow'] : undefined).frames();
}
function idsIn(value: unknown): Id[] { return Array.isArray(value) ? value.map(String) : []; }

const joining: readonly string[] = ['parallelGateway', 'inclusiveGateway'] satisfies GatewayType[];
const choosing: readonly string[] = ['exclusiveGateway', 'eventBasedGateway'] satisfies GatewayType[];

class Replay {
  private readonly tokens = new Map<Id, number>();
  /** Sub-processes that the run is in: their tokens go on when it has left them. */
  private readonly open: { node: FlowNode; at: number }[] = [];

  /** `held`: the flow on which two tokens meet. The first waits there for the second, so that both are seen. */
  constructor(private readonly graph: ProcessGraph, private readonly run: readonly Id[], private readonly stuckAt: readonly Id[], private readonly heldFlow?: Id) {}

  frames(): Frame[] {
    const frames: Frame[] = [];
    for (const [at, element] of this.run.entries()) {
      this.leave(at);
      const node = this.graph.nodes[element];
      if (node && this.waitsForHeld(node)) continue;
      if (node) this.pass(node, at);
      frames.push({ element, tokens: this.held() });
      if (this.heldFlow !== undefined && (this.tokens.get(this.heldFlow) ?? 0) > 1) return frames;
    }
    return [...frames, ...this.stuckAt.map((element): Frame => ({ element, tokens: this.held(), stuck: true }))];
  }

  /** Nothing leads to it but the token that is held, or those that it would have made. */
  private waitsForHeld(node: FlowNode): boolean {
    return this.heldFlow !== undefined && node.incoming.length > 0 && !node.incoming.some((flow) => flow !== this.heldFlow && (this.tokens.get(flow) ?? 0) > 0);
  }
  private held(): Frame['tokens'] { return [...this.tokens].filter(([, count]) => count > 0).map(([flow, count]) => ({ flow, count })); }
  private add(flow: Id, by: number): void { this.tokens.set(flow, Math.max(0, (this.tokens.get(flow) ?? 0) + by)); }

  private pass(node: FlowNode, at: number): void {
    const host = node.kind === 'event' && node.attachedTo !== undefined ? this.graph.nodes[node.attachedTo] : undefined;
    if (host && node.kind === 'event' && node.cancelActivity !== false) for (const flow of host.outgoing) this.add(flow, -1);
    this.take(node);
    if (this.isInside(this.run[at + 1], node.id)) this.open.push({ node, at });
    else this.give(node, at);
  }
  private take(node: FlowNode): void {
    const filled = node.incoming.filter((flow) => (this.tokens.get(flow) ?? 0) > 0);
    for (const flow of joining.includes(node.type) ? filled : filled.slice(0, 1)) this.add(flow, -1);
  }
  private give(node: FlowNode, at: number): void {
    const { outgoing } = node;
    const wanted = outgoing.map((flow) => this.nextVisit(this.graph.flows[flow]!.target, at));
    const soonest = Math.min(...wanted);
    const isFree = outgoing.length > 1 && (choosing.includes(node.type) || node.type === 'inclusiveGateway' || node.type === 'complexGateway' || outgoing.some((flow) => this.graph.flows[flow]!.condition));
    if (!isFree) for (const flow of outgoing) this.add(flow, 1);
    else if (choosing.includes(node.type) || soonest === Infinity) this.add(outgoing[Math.max(0, wanted.indexOf(soonest))]!, 1);
    else outgoing.forEach((flow, index) => { if (wanted[index]! < Infinity) this.add(flow, 1); });
  }
  /** When the run comes to an element after this moment; where it stays stuck counts as its end. */
  private nextVisit(id: Id, after: number): number {
    const at = this.run.indexOf(id, after + 1);
    return at >= 0 ? at : this.stuckAt.includes(id) ? this.run.length : Infinity;
  }

  private leave(at: number): void {
    while (this.open.length > 0) {
      const { node, at: since } = this.open[this.open.length - 1]!;
      if (this.isInside(this.run[at], node.id)) return;
      this.open.pop();
      this.give(node, since);
    }
  }
  private isInside(id: Id | undefined, scope: Id): boolean {
    for (let node = id === undefined ? undefined : this.graph.nodes[id]; node; node = this.graph.nodes[node.scope]) if (node.scope === scope) return true;
    return false;
  }
}
