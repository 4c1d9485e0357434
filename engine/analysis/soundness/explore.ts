/** Breadth-first search of the reachable markings, so that the first witness of anything is a shortest one. */
import { MarkingIndex } from './marking-index.js';
import type { Mode, Marking, Net } from './net.js';
import { enabledModes, fire, MOST_TOKENS } from './net.js';

export interface Exploration {
  states: Marking[];
  /** How each state was first reached; the initial one has none. */
  parents: { state: number; mode: Mode }[];
  /** Successors of each expanded state. */
  next: number[][];
  /** Places that held more tokens than they may, with the first state in which they did. */
  crowded: Map<number, number>;
  /** States in which tokens wait and nothing can happen. */
  stuck: number[];
  /** States reached by an atom that ends the scope at once. */
  cleared: Set<number>;
  fired: Set<Mode>;
  /** Places that held a token at some time. */
  marked: Uint8Array;
  /** False when the budget was used up, or tokens multiply without end. */
  complete: boolean;
  /** Places on which tokens multiply without end, when that was recognised. */
  growing?: number[];
}

/**
 * @param budget moves played at most
 * @param until stops the search as soon as it reaches such a marking, which is then the last state
 */
export function explore(net: Net, budget: number, until?: (marking: Marking) => boolean): Exploration {
  const search = new Search(net, until);
  for (let at = 0; at < search.result.states.length && !search.stopped; at += 1) {
    if (search.moves > budget) {
      search.result.complete = false;
      break;
    }
    search.expand(at);
  }
  return search.result;
}

class Search {
  readonly result: Exploration = {
    states: [], parents: [], next: [], crowded: new Map(), stuck: [], cleared: new Set(), fired: new Set(),
    marked: new Uint8Array(0), complete: true,
  };
  stopped = false;
  moves = 0;
  private readonly known = new MarkingIndex();
  private readonly after: Marking;
  /** Tokens of each state. */
  private readonly totals: number[] = [];

  constructor(private readonly net: Net, private readonly until?: (marking: Marking) => boolean) {
    this.result.states = this.known.list;
    this.result.marked = new Uint8Array(net.initial.length);
    this.after = new Uint8Array(net.initial.length);
    this.add(net.initial);
  }

  expand(at: number): void {
    const { result, net } = this;
    const marking = result.states[at]!;
    result.next[at] = [];
    if (this.multiplies(at)) return;
    const modes = enabledModes(net, marking);
    for (const mode of modes) {
      if (this.stopped) return;
      const after = fire(net, marking, mode, this.after);
      this.moves += 1;
      result.fired.add(mode);
      const state = this.add(after, { state: at, mode });
      if (mode.clears) result.cleared.add(state);
      result.next[at].push(state);
    }
    if (modes.length === 0 && isWaiting(net, marking)) result.stuck.push(at);
  }

  private add(marking: Marking, parent?: { state: number; mode: Mode }): number {
    const before = this.known.list.length;
    const state = this.known.add(marking);
    if (state < before) return state;
    const { parents, crowded, marked } = this.result;
    if (parent) parents[state] = parent;
    this.stopped = this.until?.(marking) ?? false;
    let total = 0;
    for (let place = 0; place < marking.length; place += 1) {
      if (marking[place] === 0) continue;
      marked[place] = 1;
      total += marking[place]!;
      if (marking[place]! > this.net.edges[place]!.capacity && !crowded.has(place)) crowded.set(place, state);
    }
    this.totals[state] = total;
    return state;
  }

  /** True when the state has all tokens of one it came from and more besides, so that it could go on for ever (Karp and Miller). */
  private multiplies(at: number): boolean {
    const { states, parents, crowded } = this.result;
    if (crowded.size === 0) return false;
    const marking = states[at]!;
    const tooMany = marking.some((count) => count >= MOST_TOKENS);
    for (let earlier = parents[at]?.state; earlier !== undefined; earlier = parents[earlier]?.state) {
      const growing = this.totals[earlier]! < this.totals[at]! ? growth(this.net, states[earlier]!, marking) : undefined;
      if (!growing || !this.repeats(earlier, at)) continue;
      this.result.growing ??= growing;
      this.result.complete = false;
      return true;
    }
    if (tooMany) this.result.complete = false;
    return tooMany;
  }

  /** Plays the way from one state to a larger one again from there, twice: inclusive joins might forbid what plain nets allow. */
  private repeats(from: number, to: number): boolean {
    const way: Mode[] = [];
    for (let at = to; at !== from; at = this.result.parents[at]!.state) way.unshift(this.result.parents[at]!.mode);
    let marking = this.result.states[to]!;
    for (const mode of [...way, ...way]) {
      const again = enabledModes(this.net, marking).find((each) => each.atom === mode.atom && each.give.join() === mode.give.join() && each.take.join() === mode.take.join());
      if (!again) return false;
      marking = fire(this.net, marking, again);
    }
    return true;
  }
}

/** Places with more tokens, when no place has fewer; ends count for nothing. */
function growth(net: Net, before: Marking, after: Marking): number[] | undefined {
  const more: number[] = [];
  for (let place = 0; place < after.length; place += 1) {
    if (after[place]! < before[place]!) return undefined;
    if (after[place]! > before[place]! && !net.isEnd[place]) more.push(place);
  }
  return more.length > 0 ? more : undefined;
}

/** Tokens wait somewhere else than at reached ends and in sub-processes that never complete (those are reported inside). */
export function isWaiting(net: Net, marking: Marking): boolean {
  let waiting = false;
  for (let place = 0; place < marking.length; place += 1) {
    if (marking[place] === 0) continue;
    if (net.isHole[place]) return false;
    if (!net.isEnd[place]) waiting = true;
  }
  return waiting;
}

/** True when the run can come back to where it was, having put one more token on the place: ends count no further than two. */
export function fillsForEver(net: Net, found: Exploration, place: number): boolean {
  return found.next.some((next, state) => {
    if (found.states[state]![place]! < 2) return false;
    const modes = enabledModes(net, found.states[state]!);
    return next.some((after, at) => modes[at]!.give.includes(place) && statesFrom(found, after).includes(state));
  });
}
/** Each once, nearest first. */
export function statesFrom(found: Exploration, state: number): number[] {
  const isKnown = new Uint8Array(found.states.length);
  const seen = [state];
  isKnown[state] = 1;
  for (const each of seen) {
    for (const next of found.next[each] ?? []) {
      if (isKnown[next]) continue;
      isKnown[next] = 1;
      seen.push(next);
    }
  }
  return seen;
}

/** States from which neither an end nor a stuck state can be reached any more: the run goes round for ever. */
export function endless(net: Net, found: Exploration): number[] {
  const before: number[][] = found.states.map(() => []);
  for (const [state, next] of found.next.entries()) for (const each of next ?? []) before[each]!.push(state);
  // An end state may still have nothing to do but be one: all of its tokens are at ends.
  const leaves = [...found.states.keys()].filter((state) => found.next[state]?.length === 0 || !isWaiting(net, found.states[state]!));
  const isLeaf = new Uint8Array(found.states.length);
  for (const state of leaves) isLeaf[state] = 1;
  for (const state of leaves) {
    for (const each of before[state]!) {
      if (isLeaf[each]) continue;
      isLeaf[each] = 1;
      leaves.push(each);
    }
  }
  return [...found.states.keys()].filter((state) => !isLeaf[state]);
}
