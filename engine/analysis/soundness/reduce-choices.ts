/** Collapses parts in which one token only chooses its way (exclusive splits and joins), loops included. */
import type { Atom, AtomGraph, Edge } from './atoms.js';

export function collapseChoices(graph: AtomGraph): boolean {
  const done = new Set<number>();
  let changed = false;
  for (const atom of [...graph.atoms.values()]) {
    if (!isChoice(atom) || done.has(atom.index)) continue;
    const part = componentOf(graph, atom);
    for (const each of part) done.add(each.index);
    if (part.size > 1 || hasSelfLoop(graph, atom)) changed = collapse(graph, part) || changed;
  }
  return changed;
}
function isChoice(atom: Atom): boolean { return atom.kind === 'xorSplit' || atom.kind === 'xorJoin'; }
function hasSelfLoop(graph: AtomGraph, atom: Atom): boolean { return graph.outgoing(atom).some((edge) => edge.to === atom.index); }

function componentOf(graph: AtomGraph, start: Atom): Set<Atom> {
  const part = new Set([start]);
  for (const atom of part) {
    for (const edge of graph.outgoing(atom)) if (isChoice(graph.get(edge.to)) && edge.capacity === 1) part.add(graph.get(edge.to));
    for (const edge of graph.incoming(atom)) if (isChoice(graph.get(edge.from)) && edge.capacity === 1) part.add(graph.get(edge.from));
  }
  return part;
}

/**
 * A part that can be left by the same exits wherever it was entered, and always, is one join followed by one split.
 * Anything else stays as drawn: it may be a livelock.
 */
function collapse(graph: AtomGraph, part: Set<Atom>): boolean {
  const inside: Edge[] = [];
  const exits: Edge[] = [];
  const entries: Edge[] = [];
  for (const atom of part) {
    for (const edge of graph.outgoing(atom)) (part.has(graph.get(edge.to)) ? inside : exits).push(edge);
    for (const edge of graph.incoming(atom)) if (!part.has(graph.get(edge.from))) entries.push(edge);
  }
  if (entries.length === 0 || exits.length === 0 || (inside.length === 1 && isPlainPair(graph, inside[0]!))) return false;
  if (!leavesAlways(graph, part, exits)) return false;
  const reached = entries.map((entry) => walk(graph, part, entry));
  const [first] = reached;
  if (!first || reached.some((each) => each.exits.size !== first.exits.size) || first.exits.size !== exits.length) return false;
  if (exits.every((exit) => exit.flows.length === 0) && !showsCrowding(entries, inside, reached)) return false;
  const trails = commonTrails(reached, exits);
  if (!trails) return false;
  rebuild(graph, part, { inside, exits, entries, reached, trails, common: inside.filter((edge) => reached.every((each) => each.edges.has(edge))) });
  return true;
}

/**
 * Where no exit is a flow, two tokens on one flow (S2) can be seen inside only: each flow there must be open to all entries,
 * or to a single one that is a flow itself, for the collapsed part to tell the same.
 */
function showsCrowding(entries: readonly Edge[], inside: readonly Edge[], reached: readonly Walk[]): boolean {
  return inside.filter((edge) => edge.flows.length > 0).every((edge) => {
    const from = entries.filter((_, at) => reached[at]!.edges.has(edge));
    return from.length === entries.length || (from.length === 1 && from[0]!.flows.length > 0);
  });
}

interface Trails { toExit: string[][]; fromEntry: string[][] }
/** Splits each way through the part into what depends on the entry and what depends on the exit; undefined when it cannot be. */
function commonTrails(reached: readonly Walk[], exits: readonly Edge[]): Trails | undefined {
  const ways = reached.map((each) => exits.map((exit) => each.trails.get(exit) ?? []));
  const length = (way: readonly string[][]): number => way.reduce((sum, trail) => sum + trail.length, 0);
  const toExit = ways.reduce((best, way) => (length(way) < length(best) ? way : best));
  const fromEntry: string[][] = [];
  for (const way of ways) {
    const head = way[0]!.slice(0, way[0]!.length - toExit[0]!.length);
    if (way.some((trail, at) => trail.join(' ') !== [...head, ...toExit[at]!].join(' '))) return undefined;
    fromEntry.push(head);
  }
  return { toExit, fromEntry };
}
/** A join right before a split is what the collapse itself leaves behind. */
function isPlainPair(graph: AtomGraph, edge: Edge): boolean {
  return graph.get(edge.from).kind === 'xorJoin' && graph.get(edge.to).kind === 'xorSplit' && edge.from !== edge.to;
}

function leavesAlways(graph: AtomGraph, part: Set<Atom>, exits: readonly Edge[]): boolean {
  const leaving = new Set(exits.map((edge) => graph.get(edge.from)));
  for (const atom of leaving) {
    for (const edge of graph.incoming(atom)) if (part.has(graph.get(edge.from))) leaving.add(graph.get(edge.from));
  }
  return leaving.size === part.size;
}

interface Walk { exits: Set<Edge>; edges: Set<Edge>; trails: Map<Edge, Edge['trail']> }

/** Where a token that came in by `entry` can go, with a shortest trail to each exit. */
function walk(graph: AtomGraph, part: Set<Atom>, entry: Edge): Walk {
  const result: Walk = { exits: new Set(), edges: new Set(), trails: new Map() };
  const trailTo = new Map<Atom, string[]>([[graph.get(entry.to), []]]);
  // Breadth first by number of edges: short enough, and the order is that of the drawing.
  for (const [atom, trail] of trailTo) {
    for (const edge of graph.outgoing(atom)) {
      const target = graph.get(edge.to);
      if (!part.has(target)) {
        if (!result.exits.has(edge)) result.trails.set(edge, trail);
        result.exits.add(edge);
        continue;
      }
      result.edges.add(edge);
      if (!trailTo.has(target)) trailTo.set(target, [...trail, ...edge.trail]);
    }
  }
  return result;
}

interface Part { inside: Edge[]; exits: Edge[]; entries: Edge[]; reached: Walk[]; trails: Trails; common: Edge[] }

function rebuild(graph: AtomGraph, part: Set<Atom>, { inside, exits, entries, reached, trails, common }: Part): void {
  const join = graph.atom(entries.length > 1 ? 'xorJoin' : 'pass', nodeOf(part, 'xorJoin'));
  const split = graph.atom(exits.length > 1 ? 'xorSplit' : 'pass', nodeOf(part, 'xorSplit'));
  for (const [at, edge] of exits.entries()) {
    edge.trail = [...trails.toExit[at]!, ...edge.trail];
    graph.moveSource(edge, split);
  }
  for (const [at, edge] of entries.entries()) {
    edge.trail.push(...trails.fromEntry[at]!);
    edge.covers = [...new Set([...edge.covers, ...[...reached[at]!.edges].flatMap((each) => each.covers)])];
    graph.moveTarget(edge, join);
  }
  for (const edge of inside) graph.removeEdge(edge);
  for (const atom of part) graph.removeAtom(atom);
  graph.edge(join, split, { flows: common.flatMap((edge) => edge.flows) });
}
function nodeOf(part: Set<Atom>, kind: Atom['kind']): string | undefined {
  for (const atom of part) if (atom.kind === kind && atom.node !== undefined) return atom.node;
  return undefined;
}
