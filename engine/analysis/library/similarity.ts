/**
 * How alike two procedures are: graph edit similarity (Dijkman et al. 2011), one minus the mean of the share of nodes and of
 * flows without a counterpart and of how much the labels of counterparts differ.
 */
import type { FlowNode } from '../../graph/types.js';
import type { Subject } from '../subject.js';
import { FULL, type LabelNumbers } from './label-numbers.js';

/** A procedure as it is compared: what its nodes are called, and which follows which; `hasEdge` holds `from * count + to`. */
export interface Shape { nodes: readonly ShapeNode[]; from: Int32Array; to: Int32Array; hasEdge: ReadonlySet<number>; count: number }
/** `label`: number of type and label together; `words`: numbers of the words of the label, ascending, each once. */
export interface ShapeNode { label: number; words: readonly number[] }

/** Labels less alike than this, in hundredths, have nothing to do with each other. */
const LEAST_LABEL = 50;

export function shapeOf(subject: Subject, numbers: LabelNumbers): Shape {
  const all = subject.graph.order.map((id) => subject.node(id)).filter((node) => node.kind === 'activity' || (node.kind === 'event' && node.name !== undefined) || isSplit(node));
  const index = new Map(all.map((node, at) => [node.id, at]));
  const nodes = all.map((node) => numbers.node(node.kind === 'activity' ? 'activity' : node.type, subject.words.normalise(node.name ?? '')));
  const edges = new Set<number>();
  for (const node of all) for (const next of nextKept(subject, node, index)) edges.add(index.get(node.id)! * all.length + next);
  const from = Int32Array.from(edges, (edge) => Math.floor(edge / all.length));
  return { nodes, from, to: Int32Array.from(edges, (edge) => edge % all.length), hasEdge: edges, count: nodes.length };
}
function isSplit(node: FlowNode): boolean { return node.kind === 'gateway' && node.outgoing.length > 1; }
/** What follows when joins and unnamed events are looked through. */
function nextKept(subject: Subject, node: FlowNode, index: ReadonlyMap<string, number>): Set<number> {
  const found = new Set<number>();
  const queue = new Set(node.outgoing.map((flow) => subject.graph.flows[flow]!.target));
  for (const at of queue) {
    const known = index.get(at);
    if (known !== undefined) found.add(known);
    else for (const flow of subject.node(at).outgoing) queue.add(subject.graph.flows[flow]!.target);
  }
  return found;
}

/** Compares one procedure with many: what is known of its labels is looked up once. */
export class Comparison {
  private readonly rows: readonly Uint8Array[];
  /** Likeness of each node of the one with each of the other, row by row. */
  private values = new Uint8Array(0);
  private readonly buckets: number[][] = Array.from({ length: FULL + 1 }, () => []);

  constructor(private readonly a: Shape, numbers: LabelNumbers) { this.rows = a.nodes.map((node) => numbers.row(node.label)); }

  /** Similarity 0 to 1; 0 as soon as it is certain that `least` is not reached. */
  with(b: Shape, least: number): number {
    const { a } = this;
    // With the smaller one wholly inside the larger, this share of nodes is still left over.
    const atLeastSkipped = 1 - (2 * Math.min(a.count, b.count)) / (a.count + b.count);
    if (a.count + b.count === 0 || 1 - atLeastSkipped / 3 < least) return 0;
    this.fill(b);
    if (1 - (this.leastOfNodes(b) + this.leastOfFlows(b)) / 3 < least) return 0;
    const toB = new Int32Array(a.count).fill(-1);
    const { pairs, alike } = this.counterparts(b, toB);
    const skipped = 1 - (2 * pairs) / (a.count + b.count);
    const differ = pairs === 0 ? 1 : 1 - alike / (pairs * FULL);
    let kept = 0;
    for (let edge = 0; edge < a.from.length; edge += 1) {
      const [from, to] = [toB[a.from[edge]!]!, toB[a.to[edge]!]!];
      if (from >= 0 && to >= 0 && b.hasEdge.has(from * b.count + to)) kept += 1;
    }
    const flows = a.from.length + b.from.length;
    return 1 - (skipped + differ + (flows === 0 ? 0 : 1 - (2 * kept) / flows)) / 3;
  }

  private fill(b: Shape): void {
    if (this.values.length < this.a.count * b.count) this.values = new Uint8Array(this.a.count * b.count);
    let at = 0;
    for (const row of this.rows) for (let two = 0; two < b.count; two += 1, at += 1) this.values[at] = row[b.nodes[two]!.label]!;
  }
  /** What nodes without counterpart and differing labels count together at least: were every node free to take the one most like it. */
  private leastOfNodes(b: Shape): number {
    const { a, values } = this;
    const best: number[] = [];
    for (let one = 0; one < a.count; one += 1) {
      let most = 0;
      for (let at = one * b.count; at < (one + 1) * b.count; at += 1) if (values[at]! > most) most = values[at]!;
      if (most >= LEAST_LABEL) best.push(most);
    }
    best.sort((x, y) => y - x);
    let [least, sum] = [2, 0];
    for (let pairs = 1; pairs <= Math.min(best.length, b.count); pairs += 1) {
      sum += best[pairs - 1]!;
      least = Math.min(least, 1 - (2 * pairs) / (a.count + b.count) + 1 - sum / (pairs * FULL));
    }
    return least;
  }
  /** What lost flows count at least: a flow is kept only when some flow of the other joins nodes alike. */
  private leastOfFlows(b: Shape): number {
    const { a, values } = this;
    let possible = 0;
    for (let edge = 0; edge < a.from.length; edge += 1) {
      const [from, to] = [a.from[edge]! * b.count, a.to[edge]! * b.count];
      for (let other = 0; other < b.from.length; other += 1) {
        if (values[from + b.from[other]!]! < LEAST_LABEL || values[to + b.to[other]!]! < LEAST_LABEL) continue;
        possible += 1;
        break;
      }
    }
    const flows = a.from.length + b.from.length;
    return flows === 0 ? 0 : 1 - (2 * Math.min(possible, b.from.length)) / flows;
  }

  /** Greedy: the most alike first, of equally alike ones in the order of the drawings. */
  private counterparts(b: Shape, toB: Int32Array): { pairs: number; alike: number } {
    for (const bucket of this.buckets) bucket.length = 0;
    for (let at = 0; at < this.a.count * b.count; at += 1) if (this.values[at]! >= LEAST_LABEL) this.buckets[this.values[at]!]!.push(at);
    const used = new Uint8Array(b.count);
    let [pairs, alike] = [0, 0];
    for (let value = FULL; value >= LEAST_LABEL; value -= 1) {
      for (const pair of this.buckets[value]!) {
        const [one, two] = [Math.floor(pair / b.count), pair % b.count];
        if (toB[one]! >= 0 || used[two]) continue;
        toB[one] = two;
        used[two] = 1;
        pairs += 1;
        alike += value;
      }
    }
    return { pairs, alike };
  }
}
