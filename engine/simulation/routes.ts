/** What chance decides in a drawing: which flows are taken, by the scenario, then by the drawing, then evenly. */
import type { FlowNode, Id, ProcessGraph } from '../graph/types.js';
import type { Random } from './random.js';

export class Routes {
  private readonly weights = new Map<Id, readonly number[]>();

  constructor(private readonly graph: ProcessGraph, private readonly branches: Readonly<Record<Id, number>>) {}

  /** One of the node's flows. */
  one(node: FlowNode, random: Random): Id {
    if (node.outgoing.length === 1) return node.outgoing[0]!;
    const weights = this.weightsOf(node);
    let rest = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
    const at = weights.findIndex((weight) => (rest -= weight) < 0);
    return node.outgoing[at < 0 ? weights.length - 1 : at]!;
  }

  /** At least one: each flow by its own probability; when none comes out, the default flow or one of them. */
  some(node: FlowNode, random: Random): Id[] {
    const own = node.outgoing.map((flow) => this.stated(flow));
    const fallback = node.kind === 'event' ? undefined : node.defaultFlow;
    const chosen = node.outgoing.filter((flow, i) => flow !== fallback && random.next() < (own[i] ?? (this.graph.flows[flow]!.condition ? 0.5 : 1)));
    if (chosen.length > 0) return chosen;
    return [fallback ?? this.one(node, random)];
  }

  /** Probability that the scenario or the drawing states. */
  stated(flow: Id): number | undefined {
    return this.branches[flow] ?? this.graph.flows[flow]?.facts?.probability;
  }

  /** What is not stated shares what the stated leave. */
  private weightsOf(node: FlowNode): readonly number[] {
    let weights = this.weights.get(node.id);
    if (!weights) {
      const own = node.outgoing.map((flow) => this.stated(flow));
      const open = own.filter((each) => each === undefined).length;
      const left = Math.max(0, 1 - own.reduce<number>((sum, each) => sum + (each ?? 0), 0));
      weights = own.map((each) => each ?? left / open);
      if (weights.every((weight) => weight === 0)) weights = weights.map(() => 1);
      this.weights.set(node.id, weights);
    }
    return weights;
  }
}
