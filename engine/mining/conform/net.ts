/** Petri nets with labels, and the markings reached so far: each marking once, with what is enabled in it. */

/** Place and how many tokens. */
export type Arcs = readonly (readonly [place: number, tokens: number])[];
export interface Transition {
  id: string;
  /** Undefined: silent, the log does not show it. */
  label?: string;
  take: Arcs;
  give: Arcs;
  /** Places that have to be empty (inhibitor arcs). */
  empty?: readonly number[];
  /** Places that are emptied before it gives (reset arcs). */
  clears?: readonly number[];
  /** BPMN element that it stands for. */
  element?: string;
}
export interface PetriNet {
  /** Ids of places; a place is its index. */
  places: readonly string[];
  transitions: readonly Transition[];
  initial: Arcs;
  final: Arcs;
}

/** Tokens by place; never changed after it was made. */
export type Marking = Uint16Array;

/** Markings by number: equal markings have equal numbers. What follows from a marking is worked out once. */
export class MarkingTable {
  readonly initial: number;
  readonly final: number;
  private readonly markings: Marking[] = [];
  private readonly index = new Map<string, number>();
  private readonly enabled: (Int32Array | undefined)[] = [];
  private readonly successors: (Int32Array | undefined)[] = [];

  constructor(readonly net: PetriNet) {
    this.initial = this.of(markingOf(net, net.initial));
    this.final = this.of(markingOf(net, net.final));
  }

  get size(): number {
    return this.markings.length;
  }

  of(marking: Marking): number {
    const key = String.fromCharCode(...marking);
    const known = this.index.get(key);
    if (known !== undefined) return known;
    this.index.set(key, this.markings.length);
    this.markings.push(marking);
    return this.markings.length - 1;
  }

  at(number: number): Marking {
    return this.markings[number]!;
  }

  /** Numbers of the transitions enabled in the marking, ascending. */
  enabledIn(number: number): Int32Array {
    return this.enabled[number] ??= Int32Array.from(this.net.transitions.flatMap((transition, t) => (isEnabled(this.at(number), transition) ? [t] : [])));
  }

  /** Markings after the transitions of `enabledIn`, in the same order. */
  successorsOf(number: number): Int32Array {
    return this.successors[number] ??= this.enabledIn(number).map((t) => this.fire(number, this.net.transitions[t]!));
  }

  /** Tokens that are not there are taken as there. */
  fire(number: number, { take, give, clears }: Transition): number {
    const next = this.at(number).slice();
    for (const [place, tokens] of take) next[place] = Math.max(0, next[place]! - tokens);
    for (const place of clears ?? []) next[place] = 0;
    for (const [place, tokens] of give) next[place]! += tokens;
    return this.of(next);
  }
}

export function markingOf(net: PetriNet, arcs: Arcs): Marking {
  const marking = new Uint16Array(net.places.length);
  for (const [place, tokens] of arcs) marking[place]! += tokens;
  return marking;
}

function isEnabled(marking: Marking, { take, empty }: Transition): boolean {
  return missingFor(marking, take) === 0 && !empty?.some((place) => marking[place]! > 0);
}

/** How many tokens would have to be added so that all can be taken. */
export function missingFor(marking: Marking, take: Arcs): number {
  let missing = 0;
  for (const [place, tokens] of take) if (marking[place]! < tokens) missing += tokens - marking[place]!;
  return missing;
}

export const tokensOf = (arcs: Arcs): number => arcs.reduce((sum, [, tokens]) => sum + tokens, 0);
