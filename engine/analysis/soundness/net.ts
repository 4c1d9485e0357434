/**
 * The token game on a net of atoms: which atoms are enabled in a marking and what firing them gives.
 * A marking counts the tokens on each place; places are edges. Data decide nothing here: every choice is free.
 */
import type { Atom, AtomGraph, Edge } from './atoms.js';

export type Marking = Uint8Array;

/** One way for an atom to fire. */
export interface Mode { atom: Atom; take: readonly number[]; give: readonly number[]; clears: boolean; inclusive: boolean }

export interface Net {
  edges: readonly Edge[];
  /** Ways to fire, by the place that triggers them (the first place they take from). */
  modesAt: readonly (readonly Mode[])[];
  inclusiveJoins: readonly InclusiveJoin[];
  /** Places that hold tokens for good: reached ends. They count to two and no further. */
  isEnd: readonly boolean[];
  /** Places that count for nothing when they end: no element stands for them. */
  isSilent: readonly boolean[];
  isHole: readonly boolean[];
  initial: Marking;
}

export interface InclusiveJoin {
  mode: Mode;
  ins: readonly number[];
  /** For each place, the incoming edges of the join it leads to without passing the join, as bits. */
  reach: Int32Array;
}

/** More outgoing edges than this on an inclusive split are not enumerated. */
export const MAX_INCLUSIVE = 10;
/** More incoming edges than this on an inclusive join have no bit each. */
const MAX_JOINED = 31;
export class TooWide extends Error {}

export function compile(graph: AtomGraph): Net {
  const edges = [...graph.edges.values()];
  const place = new Map(edges.map((edge, at) => [edge.index, at]));
  const at = (indices: readonly number[]): number[] => indices.map((index) => place.get(index)!);
  const modesAt: Mode[][] = edges.map(() => []);
  const inclusiveJoins: InclusiveJoin[] = [];
  for (const atom of graph.atoms.values()) {
    if (atom.kind === 'orJoin') {
      const mode = { atom, take: [], give: at(atom.outs), clears: false, inclusive: true };
      inclusiveJoins.push({ mode, ins: at(atom.ins), reach: reachOf(graph, atom, edges) });
      continue;
    }
    for (const mode of modesOf(atom, at(atom.ins), at(atom.outs))) if (mode.take.length > 0) modesAt[mode.take[0]!]!.push(mode);
  }
  const kindAt = (edge: Edge): string => graph.get(edge.to).kind;
  const initial = new Uint8Array(edges.length);
  for (const [index, edge] of edges.entries()) if (graph.get(edge.from).kind === 'source') initial[index] = 1;
  return {
    edges, modesAt, inclusiveJoins, initial, isEnd: edges.map((edge) => kindAt(edge) === 'sink'),
    isSilent: edges.map((edge) => kindAt(edge) === 'sink' && graph.get(edge.to).node === undefined && edge.flows.length + edge.covers.length === 0),
    isHole: edges.map((edge) => kindAt(edge) === 'hole'),
  };
}

function modesOf(atom: Atom, ins: readonly number[], outs: readonly number[]): Mode[] {
  const mode = (take: readonly number[], give: readonly number[], clears = false): Mode => ({ atom, take, give, clears, inclusive: false });
  switch (atom.kind) {
    case 'source': case 'sink': case 'hole': return [];
    case 'clear': return ins.map((each) => mode([each], [], true));
    case 'xorJoin': return ins.map((each) => mode([each], outs));
    case 'xorSplit': return outs.map((each) => mode(ins, [each]));
    case 'orSplit': return subsets(outs).map((each) => mode(ins, each));
    case 'weigh': return [mode(repeat(ins, atom.need ?? 1), repeat(outs, atom.give ?? 1))];
    default: return [mode(ins, outs)];
  }
}
function repeat(places: readonly number[], times: number): number[] { return places.flatMap((each) => Array<number>(times).fill(each)); }
function subsets(items: readonly number[]): number[][] {
  if (items.length > MAX_INCLUSIVE) throw new TooWide();
  const all = items.reduce<number[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
  return all.filter((set) => set.length > 0).sort((a, b) => a.length - b.length);
}

function reachOf(graph: AtomGraph, join: Atom, edges: readonly Edge[]): Int32Array {
  if (join.ins.length > MAX_JOINED) throw new TooWide();
  const reach = new Map<number, number>(join.ins.map((index, at) => [index, 1 << at]));
  let changed = true;
  while (changed) {
    changed = false;
    for (const edge of edges) {
      if (edge.to === join.index) continue;
      const before = reach.get(edge.index) ?? 0;
      const after = graph.get(edge.to).outs.reduce((sum, next) => sum | (reach.get(next) ?? 0), before);
      if (after === before) continue;
      reach.set(edge.index, after);
      changed = true;
    }
  }
  return Int32Array.from(edges, (edge) => reach.get(edge.index) ?? 0);
}

export function enabledModes(net: Net, marking: Marking): Mode[] {
  const enabled: Mode[] = [];
  for (let place = 0; place < marking.length; place += 1) {
    if (marking[place] === 0) continue;
    for (const mode of net.modesAt[place]!) if (canTake(marking, mode.take)) enabled.push(mode);
  }
  for (const join of net.inclusiveJoins) {
    const mode = inclusiveMode(join, marking);
    if (mode) enabled.push(mode);
  }
  return enabled;
}
function canTake(marking: Marking, take: readonly number[]): boolean {
  if (take.length === 1) return true;
  for (const place of take) if (marking[place]! < take.filter((each) => each === place).length) return false;
  return true;
}

/**
 * BPMN 2.0 section 13.4.3: activated when some incoming flow has a token and every token that can still reach an empty
 * incoming flow without passing the gateway can also reach one that has a token.
 */
function inclusiveMode(join: InclusiveJoin, marking: Marking): Mode | undefined {
  let [full, empty] = [0, 0];
  for (let at = 0; at < join.ins.length; at += 1) {
    if (marking[join.ins[at]!]! > 0) full |= 1 << at;
    else empty |= 1 << at;
  }
  if (full === 0) return undefined;
  for (let place = 0; place < marking.length; place += 1) {
    if (marking[place] === 0) continue;
    const reach = join.reach[place]!;
    if ((reach & empty) !== 0 && (reach & full) === 0) return undefined;
  }
  return { ...join.mode, take: join.ins.filter((place) => marking[place]! > 0) };
}

/** Most tokens counted on one place; more than this is unbounded for every purpose here. */
export const MOST_TOKENS = 60;

/** @param next where the marking afterwards is written; it may be one that is used again and again */
export function fire(net: Net, marking: Marking, mode: Mode, next: Marking = new Uint8Array(marking.length)): Marking {
  if (mode.clears) return next.fill(0);
  next.set(marking);
  for (const place of mode.take) next[place]! -= 1;
  for (const place of mode.give) {
    if (net.isSilent[place]) continue;
    if (!net.isEnd[place] || next[place]! < 2) next[place]! += 1;
  }
  return next;
}
