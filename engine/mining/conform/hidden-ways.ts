/**
 * How far silent transitions bring a net towards places that lack tokens when they cannot bring it there (Berti and
 * van der Aalst 2019, section 4): along the shortest ways from marked places, as long as the transitions are enabled.
 */
import { type Arcs, type MarkingTable, missingFor, tokensOf } from './net.js';

export interface Walked { marking: number; produced: number; consumed: number }

const MOST_ROUNDS = 5;
const DEEPEST = 5;

export class HiddenWays {
  /** Silent transitions on the shortest way from one place to another, over places alone. */
  private readonly ways: Map<number, number[]>[];
  /** Places by their names, the order in which ways of the same length are tried. */
  private readonly byName: number[];

  constructor(private readonly table: MarkingTable) {
    const { places } = table.net;
    this.ways = places.map((_id, place) => this.waysFrom(place));
    this.byName = places.map((_id, place) => place).sort((a, b) => (places[a]! < places[b]! ? -1 : 1));
  }

  /** Towards enabling the transition. */
  toEnable(from: number, transition: number): Walked {
    const walk = new Walk(this.table, from);
    this.enable(walk, transition, 0, new Set());
    return walk;
  }

  private enable(walk: Walk, transition: number, depth: number, visited: Set<number>): void {
    if (depth >= DEEPEST || visited.has(transition)) return;
    visited.add(transition);
    const { take } = this.table.net.transitions[transition]!;
    const lacking = this.lacking(walk.marking, take);
    this.inTurns(walk, transition, this.groups(walk.marking, lacking), visited);
    if (walk.enables(transition)) return;
    for (const group of this.groups(walk.marking, lacking)) {
      for (const step of group) {
        if (step === transition || visited.has(step)) continue;
        if (!walk.enables(step)) this.enable(walk, step, depth + 1, visited);
        if (walk.enables(step)) {
          walk.fire(step);
          visited.add(step);
        }
      }
    }
  }

  /** One way after the other, until one of them brings nothing. */
  private inTurns(walk: Walk, transition: number, groups: readonly (readonly number[])[], visited: Set<number>): void {
    for (const group of groups) {
      let moved = false;
      for (const step of group) {
        if (step !== transition && !visited.has(step) && walk.enables(step)) {
          walk.fire(step);
          visited.add(step);
          moved = true;
        }
        if (walk.enables(transition)) return;
      }
      if (!moved) return;
    }
  }

  /** Towards the final marking. */
  toEnd(from: number): Walked {
    const walk = new Walk(this.table, from);
    const { final } = this.table.net;
    const places = final.map(([place]) => place);
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      for (const group of this.groups(walk.marking, places)) {
        for (const step of group) if (walk.enables(step)) walk.fire(step);
        if (missingFor(this.table.at(walk.marking), final) === 0) return walk;
      }
    }
    return walk;
  }

  private lacking(marking: number, take: Arcs): number[] {
    return take.filter(([place, tokens]) => this.table.at(marking)[place]! < tokens).map(([place]) => place);
  }

  /** Ways from marked places to the targets, the shortest first. */
  private groups(marking: number, targets: readonly number[]): number[][] {
    const marked = this.byName.filter((place) => this.table.at(marking)[place]! > 0);
    const sorted = this.byName.filter((place) => targets.includes(place));
    return marked.flatMap((from) => sorted.flatMap((to) => { const way = this.ways[from]!.get(to); return way ? [way] : []; })).sort((a, b) => a.length - b.length);
  }

  private waysFrom(place: number): Map<number, number[]> {
    const { transitions } = this.table.net;
    const found = new Map<number, number[]>();
    const queue: { at: number; way: number[] }[] = [{ at: place, way: [] }];
    for (const { at, way } of queue) {
      transitions.forEach(({ label, take, give }, t) => {
        if (label !== undefined || !take.some(([from]) => from === at)) return;
        for (const [to] of give) {
          if (found.has(to)) continue;
          found.set(to, [...way, t]);
          queue.push({ at: to, way: [...way, t] });
        }
      });
    }
    return found;
  }
}

class Walk implements Walked {
  produced = 0;
  consumed = 0;

  constructor(private readonly table: MarkingTable, public marking: number) {}

  enables(transition: number): boolean {
    return this.table.enabledIn(this.marking).includes(transition);
  }

  fire(transition: number): void {
    const { take, give } = this.table.net.transitions[transition]!;
    this.marking = this.table.fire(this.marking, this.table.net.transitions[transition]!);
    this.produced += tokensOf(give);
    this.consumed += tokensOf(take);
  }
}
