/**
 * Optimal alignments (Adriansyah 2014): the cheapest way to make a trace and a run of the net agree, where an event that
 * the net does not follow costs 1, a step of the net that the trace does not show costs 1, and silent steps are free.
 * A* over (marking, place in the trace) with the bounds of `potentials`.
 */
import type { MarkingTable } from './net.js';
import { type Potential, Potentials, wholeCost } from './potentials.js';

/** `transition` alone: a step of the net that the trace does not show (or a silent one); `event` alone: the other way round. */
export interface Move { transition?: number; event?: number }
export interface Alignment { cost: number; moves: readonly Move[] }

/** The net has no run, or the search was given up. */
export class AlignmentError extends Error {}

/** Bounds kept: those found last. */
const MOST_POTENTIALS = 8;
/** A bound costs as much time to find as it takes to look at so many states. */
const STATES_PER_BOUND = 50;
/** States of one trace after which the search is given up. */
const MOST_STATES = 5_000_000;
const LOG_MOVE = -1;

export class Aligner {
  private readonly labels: readonly string[];
  private readonly labelOf: Int32Array;
  private readonly potentials: Potentials;
  private readonly known: KnownBound[] = [];
  private found = 0;

  constructor(private readonly table: MarkingTable) {
    const { transitions } = table.net;
    this.labels = [...new Set(transitions.flatMap(({ label }) => label ?? []))];
    const index = new Map(this.labels.map((label, a) => [label, a]));
    this.labelOf = Int32Array.from(transitions, ({ label }) => (label === undefined ? -1 : index.get(label)!));
    this.potentials = new Potentials(table.net, this.labels);
  }

  /** Throws `AlignmentError`. */
  align(trace: readonly string[]): Alignment {
    const index = new Map(this.labels.map((label, a) => [label, a]));
    const known = trace.flatMap((label, event) => (index.has(label) ? [{ event, label: index.get(label)! }] : []));
    const search = new Search(this, Int32Array.from(known, ({ label }) => label));
    const found = search.run();
    return { cost: found.cost + trace.length - known.length, moves: withUnknown(found.moves, known.map(({ event }) => event), trace.length) };
  }

  get net(): MarkingTable {
    return this.table;
  }
  label(transition: number): number {
    return this.labelOf[transition]!;
  }
  get labelCount(): number {
    return this.labels.length;
  }

  /** How many bounds were ever found. */
  get version(): number {
    return this.found;
  }
  get bounds(): readonly KnownBound[] {
    return this.known;
  }
  /** The dual part of the marking: y (final - m). */
  placeValue({ potential, atMarking }: KnownBound, marking: number): number {
    const value = atMarking[marking];
    if (value !== undefined) return value;
    const final = this.table.at(this.table.final);
    const tokens = this.table.at(marking);
    let sum = 0;
    for (let p = 0; p < tokens.length; p += 1) sum += potential.place[p]! * (final[p]! - tokens[p]!);
    atMarking[marking] = sum;
    return sum;
  }
  /** The best bound for a state; undefined when the final marking cannot be reached from there. */
  solve(marking: number, counts: Float64Array): KnownBound | undefined {
    const bound = this.potentials.solve(this.table.at(this.table.final), this.table.at(marking), counts);
    if (bound === 'unreachable') return undefined;
    this.found += 1;
    return { id: this.found, potential: bound.potential, atMarking: [] };
  }
  keep(bound: KnownBound): void {
    if (this.known.length === MOST_POTENTIALS) this.known.shift();
    this.known.push(bound);
  }
}

/** A potential, with its value at each marking as far as it was asked for. */
interface KnownBound { id: number; potential: Potential; atMarking: (number | undefined)[] }

/** One search: states are numbered as they are met. */
class Search {
  private readonly marking: number[] = [];
  private readonly position: number[] = [];
  private readonly cost: number[] = [];
  private readonly parent: number[] = [];
  private readonly move: number[] = [];
  private readonly closed: boolean[] = [];
  private readonly bound: number[] = [];
  /** Version of the bounds that the state was looked at with. */
  private readonly version: number[] = [];
  private sinceBound = STATES_PER_BOUND;
  private readonly index = new Map<number, number>();
  /** States by cost so far plus bound; the last one in comes out first, which goes deep. */
  private readonly open: number[][] = [];
  /** Label counts of the rest of the trace from each position. */
  private readonly counts: Float64Array[];
  /** For each position, the label part of each potential by its id. */
  private readonly labelValues: Map<number, number>[];

  constructor(private readonly aligner: Aligner, private readonly trace: Int32Array) {
    this.counts = Array.from({ length: trace.length + 1 }, () => new Float64Array(aligner.labelCount));
    for (let i = trace.length - 1; i >= 0; i -= 1) {
      this.counts[i]!.set(this.counts[i + 1]!);
      this.counts[i]![trace[i]!]! += 1;
    }
    this.labelValues = this.counts.map(() => new Map());
  }

  run(): Alignment {
    const { net } = this.aligner;
    this.visit(net.initial, 0, 0, -1, 0);
    for (let f = 0; f < this.open.length; f += 1) {
      const states = this.open[f];
      while (states && states.length > 0) {
        const state = states.pop()!;
        if (this.closed[state] || this.cost[state]! + this.bound[state]! !== f) continue;
        if (this.marking[state] === net.final && this.position[state] === this.trace.length) return this.path(state);
        if (!this.settle(state)) continue;
        this.closed[state] = true;
        this.expand(state);
        if (this.marking.length > MOST_STATES) throw new AlignmentError(`no alignment within ${MOST_STATES} states`);
      }
    }
    throw new AlignmentError('the model has no run from its start to its end');
  }

  /** Makes the bound of the state as good as is worth its time; false when the state then has to wait, or leads nowhere. */
  private settle(state: number): boolean {
    const before = this.bound[state]!;
    const marking = this.marking[state]!;
    const position = this.position[state]!;
    let bound = this.version[state] === this.aligner.version ? before : this.best(marking, position);
    this.sinceBound += 1;
    if (bound <= before && this.sinceBound > STATES_PER_BOUND) {
      this.sinceBound = 0;
      const found = this.aligner.solve(marking, this.counts[position]!);
      if (!found) {
        this.closed[state] = true;
        return false;
      }
      bound = this.valueOf(found, marking, position);
      if (bound > before) this.aligner.keep(found);
    }
    this.version[state] = this.aligner.version;
    if (bound <= before) return true;
    this.bound[state] = bound;
    this.push(state);
    return false;
  }

  /** The best of the bounds known. */
  private best(marking: number, position: number): number {
    let best = 0;
    for (const known of this.aligner.bounds) best = Math.max(best, this.valueOf(known, marking, position));
    return best;
  }
  private valueOf(known: KnownBound, marking: number, position: number): number {
    const values = this.labelValues[position]!;
    let label = values.get(known.id);
    if (label === undefined) {
      label = this.labelPart(known, position);
      values.set(known.id, label);
    }
    return wholeCost(this.aligner.placeValue(known, marking) + label + this.trace.length - position);
  }
  private labelPart({ potential }: KnownBound, position: number): number {
    const counts = this.counts[position]!;
    let sum = 0;
    for (let a = 0; a < counts.length; a += 1) if (counts[a]! > 0) sum += (potential.label[a]! - 2) * counts[a]!;
    return sum;
  }

  private expand(state: number): void {
    const { net } = this.aligner;
    const marking = this.marking[state]!;
    const position = this.position[state]!;
    const cost = this.cost[state]!;
    const next = position < this.trace.length ? this.trace[position]! : -2;
    if (next >= 0) this.visit(marking, position + 1, cost + 1, state, LOG_MOVE);
    const enabled = net.enabledIn(marking);
    const successors = net.successorsOf(marking);
    for (let i = 0; i < enabled.length; i += 1) {
      const label = this.aligner.label(enabled[i]!);
      this.visit(successors[i]!, position, label < 0 ? cost : cost + 1, state, enabled[i]! * 2);
      // Pushed last, so that what agrees is tried first.
      if (label === next) this.visit(successors[i]!, position + 1, cost, state, enabled[i]! * 2 + 1);
    }
  }

  private visit(marking: number, position: number, cost: number, parent: number, move: number): void {
    const key = marking * (this.trace.length + 1) + position;
    let state = this.index.get(key);
    if (state === undefined) {
      state = this.marking.length;
      this.index.set(key, state);
      this.marking.push(marking);
      this.position.push(position);
      this.bound.push(Math.max(parent < 0 ? 0 : this.cost[parent]! + this.bound[parent]! - cost, this.best(marking, position)));
      this.version.push(this.aligner.version);
    } else if (this.cost[state]! <= cost) return;
    this.closed[state] = false;
    this.cost[state] = cost;
    this.parent[state] = parent;
    this.move[state] = move;
    this.push(state);
  }

  private push(state: number): void {
    const f = this.cost[state]! + this.bound[state]!;
    (this.open[f] ??= []).push(state);
  }

  private path(state: number): Alignment {
    const moves: Move[] = [];
    for (let at = state; this.parent[at]! >= 0; at = this.parent[at]!) {
      const move = this.move[at]!;
      const event = this.position[at]! - 1;
      moves.push(move === LOG_MOVE ? { event } : { transition: move >> 1, ...(move & 1 && { event }) });
    }
    return { cost: this.cost[state]!, moves: moves.reverse() };
  }
}

/** Moves over the whole trace: events of activities that the net does not have are put in where they stood. */
function withUnknown(moves: readonly Move[], events: readonly number[], length: number): Move[] {
  const all: Move[] = [];
  let next = 0;
  for (const { transition, event } of moves) {
    const place = event === undefined ? undefined : events[event]!;
    for (; place !== undefined && next < place; next += 1) all.push({ event: next });
    if (place !== undefined) next = place + 1;
    all.push({ ...(transition !== undefined && { transition }), ...(place !== undefined && { event: place }) });
  }
  for (; next < length; next += 1) all.push({ event: next });
  return all;
}
