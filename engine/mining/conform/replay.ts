/**
 * Token replay (Rozinat and van der Aalst 2008; with silent transitions as in Berti and van der Aalst 2019): the net is
 * made to follow the trace, and what had to be added and what was left over is counted. Silent transitions fire when the
 * next event needs them: the shortest way that enables it, or, when there is none, as far towards it as they go.
 */
import { HiddenWays, type Walked } from './hidden-ways.js';
import { type MarkingTable, missingFor, tokensOf } from './net.js';

export interface Replayed {
  produced: number;
  consumed: number;
  missing: number;
  remaining: number;
  /** Nothing missing before the end, nothing remaining. Events of activities that the net does not have are passed over. */
  fits: boolean;
}
type Way = Walked;
interface Step extends Walked { missing: number }
/** Markings reached by silent transitions alone, nearest first, the marking itself before all; `complete`: there are no more. */
interface Surroundings { ways: readonly Way[]; complete: boolean }

/** Markings looked at around a marking; where there are more, only the direct way is tried. */
const MOST_MARKINGS = 100;

export class TokenReplay {
  private readonly byLabel = new Map<string, number[]>();
  private readonly silent: boolean[];
  private readonly steps = new Map<string, Step>();
  private readonly ends = new Map<number, Step>();
  private readonly hidden: HiddenWays;
  private readonly surroundings: (Surroundings | undefined)[] = [];

  constructor(private readonly table: MarkingTable) {
    const { transitions } = table.net;
    this.hidden = new HiddenWays(table);
    this.silent = transitions.map(({ label }) => label === undefined);
    transitions.forEach(({ label }, t) => {
      if (label !== undefined) this.byLabel.set(label, [...(this.byLabel.get(label) ?? []), t]);
    });
  }

  replay(trace: readonly string[]): Replayed {
    const { net } = this.table;
    const sum = { produced: tokensOf(net.initial), consumed: 0, missing: 0 };
    let marking = this.table.initial;
    const go = (step: Step): void => {
      sum.produced += step.produced;
      sum.consumed += step.consumed;
      sum.missing += step.missing;
      marking = step.marking;
    };
    for (const label of trace) if (this.byLabel.has(label)) go(this.step(marking, label));
    const before = sum.missing;
    const end = this.end(marking);
    go(end);
    const remaining = this.table.at(end.marking).reduce((total, tokens) => total + tokens, 0) - tokensOf(net.final) + end.missing;
    return { ...sum, consumed: sum.consumed + tokensOf(net.final), remaining, fits: before === 0 && remaining === 0 };
  }

  /** The marking after the label when the trace goes on without a token missing; undefined when it cannot. */
  advance(marking: number, label: string): number | undefined {
    if (!this.byLabel.has(label)) return marking;
    const step = this.step(marking, label);
    return step.missing === 0 ? step.marking : undefined;
  }

  /** Labels that can come next, over silent transitions. */
  possible(marking: number): Set<string> {
    const { ways, complete } = this.around(marking);
    const labels = new Set<string>();
    for (const way of ways) {
      for (const t of this.table.enabledIn(way.marking)) {
        const { label } = this.table.net.transitions[t]!;
        if (label !== undefined) labels.add(label);
      }
    }
    if (!complete) for (const label of this.byLabel.keys()) if (this.step(marking, label).missing === 0) labels.add(label);
    return labels;
  }

  private step(marking: number, label: string): Step {
    const key = `${marking} ${label}`;
    let known = this.steps.get(key);
    if (!known) {
      known = this.findStep(marking, this.byLabel.get(label)!);
      this.steps.set(key, known);
    }
    return known;
  }

  private findStep(marking: number, candidates: readonly number[]): Step {
    for (const way of this.around(marking).ways) {
      const enabled = this.table.enabledIn(way.marking);
      const transition = candidates.find((candidate) => enabled.includes(candidate));
      if (transition !== undefined) return this.fired(way, transition);
    }
    const last = candidates[candidates.length - 1]!;
    return this.fired(this.hidden.toEnable(marking, last), last);
  }

  private fired(way: Walked, t: number): Step {
    const transition = this.table.net.transitions[t]!;
    return {
      missing: missingFor(this.table.at(way.marking), transition.take), marking: this.table.fire(way.marking, transition),
      produced: way.produced + tokensOf(transition.give), consumed: way.consumed + tokensOf(transition.take),
    };
  }

  private end(marking: number): Step {
    let known = this.ends.get(marking);
    if (!known) {
      known = this.findEnd(marking);
      this.ends.set(marking, known);
    }
    return known;
  }

  /** To the final marking; or else to where all its tokens are, with others left; or else as near as it gets. */
  private findEnd(marking: number): Step {
    const { final } = this.table.net;
    let covered: Way | undefined;
    for (const way of this.around(marking).ways) {
      if (way.marking === this.table.final) return { ...way, missing: 0 };
      if (!covered && missingFor(this.table.at(way.marking), final) === 0) covered = way;
    }
    const way = covered ?? this.hidden.toEnd(marking);
    return { marking: way.marking, produced: way.produced, consumed: way.consumed, missing: missingFor(this.table.at(way.marking), final) };
  }

  private around(marking: number): Surroundings {
    return this.surroundings[marking] ??= this.look(marking);
  }

  private look(from: number): Surroundings {
    const seen = new Set([from]);
    const ways: Way[] = [{ marking: from, produced: 0, consumed: 0 }];
    for (let at = 0; at < ways.length; at += 1) {
      const way = ways[at]!;
      const enabled = this.table.enabledIn(way.marking);
      const successors = this.table.successorsOf(way.marking);
      for (let i = 0; i < enabled.length; i += 1) {
        const next = successors[i]!;
        if (!this.silent[enabled[i]!] || seen.has(next)) continue;
        if (ways.length === MOST_MARKINGS) return { ways, complete: false };
        seen.add(next);
        const { take, give } = this.table.net.transitions[enabled[i]!]!;
        ways.push({ marking: next, produced: way.produced + tokensOf(give), consumed: way.consumed + tokensOf(take) });
      }
    }
    return { ways, complete: true };
  }
}
