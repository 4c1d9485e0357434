/**
 * How alike two procedures are: graph edit similarity (Dijkman et al. 2011), one minus the mean of the share of nodes and of
 * flows without a counterpart and of how much the labels of counterparts differ.
 */
import type { FlowNode } from '../../graph/types.js';
import type { Subject } from '../subject.js';

/** A procedure as it is compared: what its nodes are called, and which follows which. Edges are `from * count + to`. */
export interface Shape { nodes: readonly ShapeNode[]; edges: ReadonlySet<number>; count: number }
/** `words`: numbers of the words of the label, ascending, each once. */
interface ShapeNode { key: string; type: string; words: readonly number[] }

/** Labels less alike than this have nothing to do with each other. */
const LEAST_LABEL = 0.5;

/** Numbers words, so that labels are compared by numbers. One for all shapes that are compared. */
export class WordNumbers {
  private readonly known = new Map<string, number>();
  of(label: string): number[] {
    const words = label === '' ? [] : [...new Set(label.split(' '))];
    return words.map((word) => {
      const number = this.known.get(word) ?? this.known.size;
      this.known.set(word, number);
      return number;
    }).sort((a, b) => a - b);
  }
}

export function shapeOf(subject: Subject, numbers: WordNumbers): Shape {
  const all = subject.graph.order.map((id) => subject.node(id)).filter((node) => node.kind === 'activity' || (node.kind === 'event' && node.name !== undefined) || isSplit(node));
  const index = new Map(all.map((node, at) => [node.id, at]));
  const nodes = all.map((node): ShapeNode => {
    const label = subject.words.normalise(node.name ?? '');
    const type = node.kind === 'activity' ? 'activity' : node.type;
    return { type, key: `${type}:${label}`, words: numbers.of(label) };
  });
  const edges = new Set<number>();
  for (const node of all) for (const next of nextKept(subject, node, index)) edges.add(index.get(node.id)! * all.length + next);
  return { nodes, edges, count: nodes.length };
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

/** Similarity 0 to 1; 0 as soon as it is certain that `least` is not reached. */
export function similarity(a: Shape, b: Shape, least: number): number {
  // With the smaller one wholly inside the larger, this share of nodes is still left over.
  const atLeastSkipped = 1 - (2 * Math.min(a.count, b.count)) / (a.count + b.count);
  if (a.count + b.count === 0 || 1 - atLeastSkipped / 3 < least) return 0;
  const pairs = counterparts(a, b);
  const skipped = 1 - (2 * pairs.length) / (a.count + b.count);
  const differ = pairs.length === 0 ? 1 : pairs.reduce((sum, pair) => sum + 1 - pair.alike, 0) / pairs.length;
  if (1 - (skipped + differ) / 3 < least) return 0;
  return 1 - (skipped + differ + lostFlows(a, b, pairs)) / 3;
}
function lostFlows(a: Shape, b: Shape, pairs: readonly Pair[]): number {
  const toB = new Map(pairs.map((pair) => [pair.a, pair.b]));
  let kept = 0;
  for (const edge of a.edges) {
    const [from, to] = [toB.get(Math.floor(edge / a.count)), toB.get(edge % a.count)];
    if (from !== undefined && to !== undefined && b.edges.has(from * b.count + to)) kept += 1;
  }
  const flows = a.edges.size + b.edges.size;
  return flows === 0 ? 0 : 1 - (2 * kept) / flows;
}

interface Pair { a: number; b: number; alike: number }
/** Greedy: equal labels first, in the order of the drawing, then the most alike. */
function counterparts(a: Shape, b: Shape): Pair[] {
  const free = new Map<string, number[]>();
  for (const [at, node] of b.nodes.entries()) push(free, node.key, at);
  const pairs: Pair[] = [];
  const rest: number[] = [];
  for (const [at, node] of a.nodes.entries()) {
    const match = free.get(node.key)?.shift();
    if (match === undefined) rest.push(at);
    else pairs.push({ a: at, b: match, alike: 1 });
  }
  const others = [...free.values()].flat();
  const possible: Pair[] = [];
  for (const one of rest) {
    for (const two of others) {
      const alike = labelsAlike(a.nodes[one]!, b.nodes[two]!);
      if (alike >= LEAST_LABEL) possible.push({ a: one, b: two, alike });
    }
  }
  possible.sort((x, y) => y.alike - x.alike);
  const [usedA, usedB] = [new Set<number>(), new Set<number>()];
  for (const pair of possible) {
    if (usedA.has(pair.a) || usedB.has(pair.b)) continue;
    usedA.add(pair.a);
    usedB.add(pair.b);
    pairs.push(pair);
  }
  return pairs;
}
function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
/** Share of words in common (Dice); both lists ascend. */
function labelsAlike(a: ShapeNode, b: ShapeNode): number {
  const [left, right] = [a.words, b.words];
  if (a.type !== b.type || left.length === 0 || right.length === 0) return 0;
  let [common, i, j] = [0, 0, 0];
  while (i < left.length && j < right.length) {
    if (left[i]! === right[j]!) { common += 1; i += 1; j += 1; } else if (left[i]! < right[j]!) i += 1;
    else j += 1;
  }
  return (2 * common) / (left.length + right.length);
}
