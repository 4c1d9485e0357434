/**
 * How alike two procedures are: graph edit similarity (Dijkman et al. 2011), one minus the mean of the share of nodes and of
 * flows without a counterpart and of how much the labels of counterparts differ.
 */
import type { FlowNode } from '../../graph/types.js';
import type { Subject } from '../subject.js';
import { FULL, LEAST_LABEL, type LabelNumbers } from './label-numbers.js';

/** A procedure as it is compared: the number of each node's label, and which follows which; `hasEdge` holds `from * count + to`. */
export interface Shape { labels: Int32Array; from: Int32Array; to: Int32Array; hasEdge: ReadonlySet<number>; count: number }

/** Steps, named events and splits; the nodes of a shape in their order. */
export function comparedNodes(subject: Subject): FlowNode[] {
  return subject.graph.order.map((id) => subject.node(id)).filter((node) => node.kind === 'activity' || (node.kind === 'event' && node.name !== undefined) || isSplit(node));
}

export function shapeOf(subject: Subject, numbers: LabelNumbers): Shape {
  const all = comparedNodes(subject);
  const index = new Map(all.map((node, at) => [node.id, at]));
  const labels = Int32Array.from(all, (node) => numbers.of(node.kind === 'activity' ? 'activity' : node.type, subject.words.normalise(node.name ?? '')));
  const edges = new Set<number>();
  for (const node of all) for (const next of nextKept(subject, node, index)) edges.add(index.get(node.id)! * all.length + next);
  const from = Int32Array.from(edges, (edge) => Math.floor(edge / all.length));
  return { labels, from, to: Int32Array.from(edges, (edge) => edge % all.length), hasEdge: edges, count: all.length };
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

/**
 * Compares one procedure with many. Most are told to be too different by what is known of each label beforehand: how much it
 * is like the label of any node here, which nodes these are and what follows them, as bits by place modulo 32.
 */
export class Comparison {
  private readonly best: Uint8Array;
  private readonly near: Uint32Array;
  private readonly after: Uint32Array;
  private readonly counts = new Int32Array(FULL + 1);
  private rows?: readonly Uint8Array[];
  /** Likeness of each node of the one with each of the other, row by row. */
  private values = new Uint8Array(0);
  private readonly buckets: number[][] = Array.from({ length: FULL + 1 }, () => []);

  /** @param numbers of the labels of all procedures that it will be compared with */
  constructor(private readonly a: Shape, private readonly numbers: LabelNumbers) {
    [this.best, this.near, this.after] = [new Uint8Array(numbers.size), new Uint32Array(numbers.size), new Uint32Array(numbers.size)];
    const follows = new Uint32Array(a.count);
    for (let edge = 0; edge < a.from.length; edge += 1) follows[a.from[edge]!]! |= 1 << (a.to[edge]! % 32);
    for (let one = 0; one < a.count; one += 1) {
      for (const [label, likeness] of numbers.like(a.labels[one]!)) {
        this.best[label] = Math.max(this.best[label]!, likeness);
        this.near[label]! |= 1 << (one % 32);
        this.after[label]! |= follows[one]!;
      }
    }
  }

  /** Similarity 0 to 1; 0 as soon as it is certain that `least` is not reached. */
  with(b: Shape, least: number): number {
    const { a } = this;
    // With the smaller one wholly inside the larger, this share of nodes is still left over.
    const atLeastSkipped = 1 - (2 * Math.min(a.count, b.count)) / (a.count + b.count);
    if (a.count + b.count === 0 || 1 - atLeastSkipped / 3 < least) return 0;
    const ofNodes = this.leastOfNodes(b);
    if (1 - ofNodes / 3 < least || 1 - (ofNodes + this.leastOfFlows(b)) / 3 < least) return 0;
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

  /** Counterparts as places in the two shapes, with their likeness in hundredths. */
  matches(b: Shape): { a: number; b: number; likeness: number }[] {
    const toB = new Int32Array(this.a.count).fill(-1);
    this.counterparts(b, toB);
    return [...toB].flatMap((two, one) => (two < 0 ? [] : [{ a: one, b: two, likeness: this.values[one * b.count + two]! }]));
  }

  /** What nodes without counterpart and differing labels count together at least: were every node free to take the one most like it. */
  private leastOfNodes({ count, labels }: Shape): number {
    const { a, best, counts } = this;
    counts.fill(0);
    for (let two = 0; two < count; two += 1) counts[best[labels[two]!]!]! += 1;
    let [least, sum, pairs] = [2, 0, 0];
    for (let value = FULL; value >= LEAST_LABEL; value -= 1) {
      for (let left = counts[value]!; left > 0 && pairs < a.count; left -= 1) {
        sum += value;
        pairs += 1;
        least = Math.min(least, 1 - (2 * pairs) / (a.count + count) + 1 - sum / (pairs * FULL));
      }
    }
    return least;
  }
  /** What lost flows count at least: a flow is kept only when some flow of the other joins nodes alike. */
  private leastOfFlows({ labels, from, to }: Shape): number {
    const { a, near, after } = this;
    let possible = 0;
    for (let edge = 0; edge < from.length; edge += 1) if ((after[labels[from[edge]!]!]! & near[labels[to[edge]!]!]!) !== 0) possible += 1;
    const flows = a.from.length + from.length;
    return flows === 0 ? 0 : 1 - (2 * Math.min(possible, a.from.length)) / flows;
  }

  /** Greedy: the most alike first, of equally alike ones in the order of the drawings. */
  private counterparts(b: Shape, toB: Int32Array): { pairs: number; alike: number } {
    this.fill(b);
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
  private fill(b: Shape): void {
    if (this.values.length < this.a.count * b.count) this.values = new Uint8Array(this.a.count * b.count);
    this.rows ??= this.likenessByLabel();
    let at = 0;
    for (const row of this.rows) for (let two = 0; two < b.count; two += 1, at += 1) this.values[at] = row[b.labels[two]!]!;
  }
  /** For each node here. */
  private likenessByLabel(): Uint8Array[] {
    const rows = new Map<number, Uint8Array>();
    for (const label of new Set(this.a.labels)) {
      const row = new Uint8Array(this.numbers.size);
      for (const [other, likeness] of this.numbers.like(label)) row[other] = likeness;
      rows.set(label, row);
    }
    return Array.from(this.a.labels, (label) => rows.get(label)!);
  }
}
