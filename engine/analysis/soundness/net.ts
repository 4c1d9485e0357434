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
  reach: readonly bigint[];
}

/** More outgoing edges than this on an inclusive split are not enumerated. */
export const MAX_INCLUSIVE = 10;
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

function reachOf(graph: AtomGraph, join: Atom, edges: readonly Edge[]): bigint[] {
  const bits = new Map<number, bigint>(join.ins.map((index, at) => [index, 1n << BigInt(at)]));
  const reach = new Map<number, bigint>(bits);
  let changed = true;
  while (changed) {
    changed = false;
    for (const edge of edges) {
      if (edge.to === join.index) continue;
      const before = reach.get(edge.index) ?? 0n;
      const after = graph.get(edge.to).outs.reduce((sum, next) => sum | (reach.get(next) ?? 0n), before);
      if (after === before) continue;
      reach.set(edge.index, after);
      changed = true;
    }
  }
  return edges.map((edge) => reach.get(edge.index) ?? 0n);
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
  const take = join.ins.filter((place) => marking[place]! > 0);
  if (take.length === 0) return undefined;
  const full = join.ins.reduce((sum, place, at) => (marking[place]! > 0 ? sum | (1n << BigInt(at)) : sum), 0n);
  const empty = ((1n << BigInt(join.ins.length)) - 1n) & ~full;
  for (let place = 0; place < marking.length; place += 1) {
    if (marking[place] === 0) continue;
    const reach = join.reach[place]!;
    if ((reach & empty) !== 0n && (reach & full) === 0n) return undefined;
  }
  return { ...join.mode, take };
}

/** Most tokens counted on one place; more than this is unbounded for every purpose here. */
export const MOST_TOKENS = 60;

export function fire(net: Net, marking: Marking, mode: Mode): Marking {
  if (mode.clears) return new Uint8Array(marking.length);
  const next = marking.slice();
  for (const place of mode.take) next[place]! -= 1;
  for (const place of mode.give) {
    if (net.isSilent[place]) continue;
    if (!net.isEnd[place] || next[place]! < 2) next[place]! += 1;
  }
  return next;
}
