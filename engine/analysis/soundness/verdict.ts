/** Decides one region: reduces its net, looks at all states of what is left, and falls back to weaker means when those are too many. */
import type { Id } from '../../graph/types.js';
import type { AtomGraph } from './atoms.js';
import { concurrencyOf } from './concurrency.js';
import { searchDeadlock } from './deadlock-search.js';
import type { Exploration } from './explore.js';
import { endless, explore, fillsForEver, isWaiting, statesFrom } from './explore.js';
import type { Marking, Mode, Net } from './net.js';
import { compile, TooWide } from './net.js';
import type { Region } from './normalise.js';
import { normalise } from './normalise.js';
import { prune, reduce } from './reduce.js';

/** Moves played before the answer is "not decided": some five milliseconds. */
export const MOVE_BUDGET = 6_000;

export type SoundnessCheck = 'S1' | 'S2' | 'S3' | 'S4' | 'S5';
export interface Stuck { at: Id[]; run: Id[] }
export interface Crowded { flow: Id; node: Id; run: Id[]; unbounded: boolean }
export interface EndTwice { end: Id; run: Id[] }
export interface Endless { cycle: Id[]; run: Id[] }

export interface Verdict {
  stuck: Stuck[];
  crowded: Crowded[];
  endTwice: EndTwice[];
  endless: Endless[];
  /** Elements that some run passes; what is in neither set was not decided. */
  alive: Set<Id>;
  dead: Set<Id>;
  /** True when some run completes the scope normally. */
  completes: boolean;
  undecided: SoundnessCheck[];
}

export function decide(region: Region, budget = MOVE_BUDGET): Verdict {
  const graph = normalise(region);
  prune(graph);
  reduce(graph);
  try {
    const net = compile(graph);
    return new Judge(region, graph, net, explore(net, budget), budget).verdict();
  } catch (error) {
    if (!(error instanceof TooWide)) throw error;
    return { stuck: [], crowded: [], endTwice: [], endless: [], alive: new Set(), dead: new Set(), completes: true, undecided: ['S1', 'S2', 'S3', 'S4', 'S5'] };
  }
}

class Judge {
  private readonly elements: Id[];

  constructor(
    private readonly region: Region, private readonly graph: AtomGraph, private readonly net: Net,
    private readonly found: Exploration, private readonly budget: number,
  ) {
    this.elements = region.nodes.map((node) => node.id);
  }

  verdict(): Verdict {
    const { found } = this;
    const result: Verdict = {
      stuck: this.stuckStates(found), crowded: this.crowded(), endTwice: this.endTwice(),
      endless: found.complete ? this.endlessStates() : [], alive: this.aliveElements(), dead: new Set(),
      completes: this.completesNormally(),
      undecided: [],
    };
    if (!found.complete) this.settle(result);
    else for (const id of this.elements) if (!result.alive.has(id)) result.dead.add(id);
    return result;
  }

  /** The search was cut short: what it found is true, what it did not find needs a proof of another kind. */
  private settle(result: Verdict): void {
    const possible = concurrencyOf(this.graph);
    const search = searchDeadlock(this.net, this.budget / 4);
    for (const mode of search.fired) for (const place of mode.give) this.cover(place, result.alive);
    if (result.stuck.length === 0 && search.stuck) result.stuck.push({ at: this.waitingAt(search.stuck.marking), run: this.inElements(search.stuck.run) });
    if (result.stuck.length === 0 && !search.provesNone) result.undecided.push('S1');
    const twice = [...possible.marked].filter((edge) => possible.with(edge).includes(edge)).map((edge) => this.graph.at(edge));
    if (result.crowded.length === 0 && twice.some((edge) => edge.flows.length > 0)) result.undecided.push('S2');
    if (hasCycle(this.graph)) result.undecided.push('S3');
    if (result.endTwice.length === 0 && twice.some((edge) => this.graph.get(edge.to).kind === 'sink')) result.undecided.push('S5');
    const maybe = new Set(result.alive);
    for (const edge of possible.marked) for (const id of this.graph.at(edge).covers) maybe.add(id);
    for (const id of this.elements) if (!maybe.has(id)) result.dead.add(id);
    if (maybe.size > result.alive.size) result.undecided.push('S4');
    result.completes = true;
  }

  private stuckStates(found: Exploration): Stuck[] {
    const seen = new Set<string>();
    const list: Stuck[] = [];
    for (const state of found.stuck) {
      const at = this.waitingAt(found.states[state]!);
      if (seen.has(at.join(' '))) continue;
      seen.add(at.join(' '));
      list.push({ at, run: this.runTo(state) });
    }
    // A state stuck at more places than another one says nothing new.
    return list.filter((each) => !list.some((other) => other !== each && other.at.length < each.at.length && other.at.every((id) => each.at.includes(id))));
  }

  private waitingAt(marking: Marking): Id[] {
    const at = new Set<Id>();
    for (const [place, edge] of this.net.edges.entries()) {
      const node = this.graph.get(edge.to).node;
      if (marking[place]! > 0 && !this.net.isEnd[place] && node !== undefined) at.add(node);
    }
    return this.inOrder(at);
  }

  /** Flows that hold two tokens although none before them does; the first found when they feed each other. */
  private crowded(): Crowded[] {
    const full = [...this.found.crowded].filter(([place]) => this.net.edges[place]!.flows.length > 0);
    const indices = new Set(full.map(([place]) => this.net.edges[place]!.index));
    const roots = full.filter(([place]) => !this.graph.get(this.net.edges[place]!.from).ins.some((edge) => indices.has(edge)));
    return (roots.length > 0 ? roots : full.slice(0, 1)).map(([place, state]) => {
      const flow = this.net.edges[place]!.flows[0]!;
      const unbounded = this.found.growing !== undefined || (this.net.isEnd[place]! && fillsForEver(this.net, this.found, place));
      return { flow, node: this.region.graph.flows[flow]!.source, run: this.runTo(state), unbounded };
    });
  }

  private endTwice(): EndTwice[] {
    return [...this.found.crowded].flatMap(([place, state]) => {
      const atom = this.graph.get(this.net.edges[place]!.to);
      return atom.kind === 'sink' && atom.node !== undefined ? [{ end: atom.node, run: this.runTo(state) }] : [];
    });
  }

  private endlessStates(): Endless[] {
    const states = endless(this.net, this.found);
    const first = states[0];
    if (first === undefined) return [];
    const turning = smallestTrap(this.found, first);
    const nodes = new Set<Id>();
    for (const state of turning) {
      for (const [place, edge] of this.net.edges.entries()) {
        if (this.found.states[state]![place] === 0 || this.net.isEnd[place]) continue;
        for (const id of edge.covers) nodes.add(id);
      }
    }
    return [{ cycle: this.inOrder(nodes), run: this.runTo(first) }];
  }

  private aliveElements(): Set<Id> {
    const alive = new Set<Id>();
    for (let place = 0; place < this.found.marked.length; place += 1) if (this.found.marked[place]) this.cover(place, alive);
    return alive;
  }
  private cover(place: number, alive: Set<Id>): void { for (const id of this.net.edges[place]!.covers) alive.add(id); }

  private completesNormally(): boolean {
    const terminates = [...this.found.fired].some((mode) => mode.clears && mode.atom.completes);
    return terminates || this.found.states.some((marking, state) => !isWaiting(this.net, marking) && !this.hasHole(marking) && !this.found.cleared.has(state));
  }
  private hasHole(marking: Marking): boolean { return this.net.isHole.some((hole, place) => hole && marking[place]! > 0); }

  private runTo(state: number): Id[] {
    const modes: Mode[] = [];
    for (let at = this.found.parents[state]; at; at = this.found.parents[at.state]) modes.unshift(at.mode);
    return this.inElements(modes);
  }
  private inElements(modes: readonly Mode[]): Id[] { return elementsOf(this.net, modes); }
  private inOrder(ids: ReadonlySet<Id>): Id[] { return this.elements.filter((id) => ids.has(id)); }
}

/** A run as the elements its tokens pass, in order. */
export function elementsOf(net: Net, modes: readonly Mode[]): Id[] {
  const begin = net.edges.filter((_, place) => net.initial[place]! > 0).flatMap((edge) => edge.trail);
  return [...begin, ...modes.flatMap((mode) => mode.give.flatMap((place) => net.edges[place]!.trail))];
}

/** Without a cycle every run ends somewhere. */
function hasCycle(graph: AtomGraph): boolean {
  const missing = new Map([...graph.atoms.values()].map((atom) => [atom, atom.ins.length]));
  const free = [...missing.keys()].filter((atom) => atom.ins.length === 0);
  for (const atom of free) {
    for (const edge of graph.outgoing(atom)) {
      const target = graph.get(edge.to);
      const left = missing.get(target)! - 1;
      missing.set(target, left);
      if (left === 0) free.push(target);
    }
  }
  return free.length < missing.size;
}

/** States that the run keeps passing once it is as far in as it can get. */
function smallestTrap(found: Exploration, from: number): number[] {
  let best = statesFrom(found, from);
  for (let tries = 0; tries < 50; tries += 1) {
    const smaller = statesFrom(found, best[best.length - 1]!);
    if (smaller.length >= best.length) return smaller;
    best = smaller;
  }
  return best;
}
