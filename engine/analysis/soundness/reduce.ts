/**
 * Makes the net small without changing any answer: series, parallel blocks and state-machine parts collapse into edges
 * that remember what they stood for. Structured drawings end as a single edge from start to end, whatever their size.
 * The rules are those of Murata's reduction of Petri nets, restricted to what keeps an inclusive join's view of the tokens
 * (BPMN 2.0 section 13.4.3): an inclusive join looks at where tokens can still go, so nothing may forget that.
 */
import type { Atom, AtomGraph, Edge } from './atoms.js';
import { collapseChoices } from './reduce-choices.js';

export function reduce(graph: AtomGraph): void {
  let changed = true;
  while (changed) {
    changed = removeSeries(graph);
    changed = mergeParallelEdges(graph) || changed;
    changed = fuseForks(graph) || changed;
    changed = mergeSinks(graph) || changed;
    changed = collapseChoices(graph) || changed;
  }
}

/** An atom with one edge in and one out does nothing but name an element. */
function removeSeries(graph: AtomGraph): boolean {
  let changed = false;
  for (const atom of [...graph.atoms.values()]) {
    if (atom.ins.length !== 1 || atom.outs.length !== 1 || atom.kind === 'weigh') continue;
    const before = graph.at(atom.ins[0]!);
    const after = graph.at(atom.outs[0]!);
    if (before === after) continue;
    before.trail.push(...after.trail);
    before.covers.push(...after.covers);
    before.flows.push(...after.flows);
    before.capacity = Math.max(before.capacity, after.capacity);
    const target = graph.get(after.to);
    graph.removeEdge(after);
    graph.moveTarget(before, target);
    graph.removeAtom(atom);
    changed = true;
  }
  return changed;
}

/** Edges between the same split and join that always fill and empty together, or of which one always does. */
function mergeParallelEdges(graph: AtomGraph): boolean {
  let changed = false;
  for (const split of [...graph.atoms.values()]) {
    if (split.outs.length < 2) continue;
    const first = new Map<number, Edge>();
    for (const edge of graph.outgoing(split)) {
      const join = graph.get(edge.to);
      if (!mergeable(split, join)) continue;
      const kept = first.get(edge.to);
      if (!kept) { first.set(edge.to, edge); continue; }
      absorb(kept, edge, split.kind === 'andSplit');
      graph.removeEdge(edge);
      changed = true;
    }
  }
  return changed;
}
function mergeable(split: Atom, join: Atom): boolean {
  if (split.kind === 'xorSplit') return join.kind === 'xorJoin' || join.kind === 'orJoin' || join.kind === 'clear';
  if (split.kind === 'andSplit') return join.kind === 'andJoin' || join.kind === 'orJoin';
  return split.kind === 'orSplit' && join.kind === 'orJoin';
}

/** `kept` stands for `other` too: for both of them one after the other, or for the shorter one. */
export function absorb(kept: Edge, other: Edge, both: boolean): void {
  if (both) kept.trail.push(...other.trail);
  else if (other.trail.length < kept.trail.length) kept.trail = other.trail;
  kept.covers.push(...other.covers);
  kept.flows.push(...other.flows);
  kept.capacity = Math.max(kept.capacity, other.capacity);
}

/** A parallel split right behind another is one with it; not before an inclusive join, which sees the token between them. */
function fuseForks(graph: AtomGraph): boolean {
  if ([...graph.atoms.values()].some((atom) => atom.kind === 'orJoin' && atom.ins.length > 1)) return false;
  let changed = false;
  for (const edge of [...graph.edges.values()]) {
    const from = graph.get(edge.from);
    const to = graph.get(edge.to);
    if (from === to || from.kind !== 'andSplit' || to.kind !== 'andSplit' || edge.capacity > 1) continue;
    const [first, ...others] = graph.outgoing(to);
    if (!first) continue;
    prefix(first, edge);
    for (const each of [first, ...others]) graph.moveSource(each, from);
    graph.removeEdge(edge);
    graph.removeAtom(to);
    changed = true;
  }
  return changed;
}
export function prefix(edge: Edge, before: Edge): void {
  edge.trail = [...before.trail, ...edge.trail];
  edge.covers.push(...before.covers);
  edge.flows.push(...before.flows);
}

/** Ends that are reached together, or of which the run chooses: one of them is reached twice exactly when another can be. */
function mergeSinks(graph: AtomGraph): boolean {
  let changed = false;
  for (const split of graph.atoms.values()) {
    if (!split.kind.endsWith('Split')) continue;
    const [kept, ...others] = graph.outgoing(split).filter((edge) => graph.get(edge.to).kind === 'sink');
    if (!kept) continue;
    for (const edge of others) {
      absorb(kept, edge, split.kind === 'andSplit');
      const [stays, goes] = [graph.get(kept.to), graph.get(edge.to)];
      if (stays.node === undefined && goes.node !== undefined) stays.node = goes.node;
      graph.removeEdge(edge);
      graph.removeAtom(goes);
      changed = true;
    }
  }
  return changed;
}

/** Takes away what no token ever reaches; a parallel join keeps the empty edge that it will wait for in vain. */
export function prune(graph: AtomGraph): void {
  const seen = new Set<number>();
  const stack = [...graph.atoms.values()].filter((atom) => atom.kind === 'source');
  for (const atom of stack) seen.add(atom.index);
  for (let atom = stack.pop(); atom; atom = stack.pop()) {
    for (const edge of graph.outgoing(atom)) {
      if (seen.has(edge.to)) continue;
      seen.add(edge.to);
      stack.push(graph.get(edge.to));
    }
  }
  const never = graph.atom('pass');
  for (const atom of [...graph.atoms.values()]) {
    if (seen.has(atom.index) || atom === never) continue;
    for (const edge of graph.outgoing(atom)) {
      const target = graph.get(edge.to);
      if (target.kind === 'andJoin' && seen.has(target.index)) graph.moveSource(edge, never);
      else graph.removeEdge(edge);
    }
    for (const edge of graph.incoming(atom)) graph.removeEdge(edge);
    graph.removeAtom(atom);
  }
}
