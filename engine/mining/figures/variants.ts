/** Variants: cases with the same sequence of activities. */
import type { EventLog } from '../log/types.js';

export interface Variant {
  /** Indices of activities. */
  sequence: readonly number[];
  /** Indices of cases. */
  cases: readonly number[];
}
export interface VariantFigures {
  count: number;
  /** Variants of a single case. */
  singletons: number;
  top: { activities: string[]; cases: number; share: number }[];
}

const TOP = 50;

/** All variants, most cases first, then by first appearance. */
export function variantsOf(used: EventLog): Variant[] {
  // A tree of sequences: the node reached by an activity from another node; node 0 is the empty sequence.
  const children = new Map<number, number>();
  const width = used.activities.length;
  let nodes = 1;
  const casesAt = new Map<number, number[]>();
  for (let c = 0; c < used.cases.length; c += 1) {
    let node = 0;
    for (let i = used.offsets[c]!; i < used.offsets[c + 1]!; i += 1) {
      const key = node * width + used.activity[i]!;
      let next = children.get(key);
      if (next === undefined) {
        next = nodes;
        nodes += 1;
        children.set(key, next);
      }
      node = next;
    }
    const cases = casesAt.get(node);
    if (cases) cases.push(c);
    else casesAt.set(node, [c]);
  }
  const sequence = (c: number): number[] => Array.from(used.activity.subarray(used.offsets[c], used.offsets[c + 1]));
  return [...casesAt.values()].map((cases) => ({ sequence: sequence(cases[0]!), cases })).sort((a, b) => b.cases.length - a.cases.length || a.cases[0]! - b.cases[0]!);
}

export function variantFigures(used: EventLog, variants: readonly Variant[]): VariantFigures {
  return {
    count: variants.length, singletons: variants.filter(({ cases }) => cases.length === 1).length,
    top: variants.slice(0, TOP).map(({ sequence, cases }) => ({
      activities: sequence.map((index) => used.activities[index]!), cases: cases.length, share: cases.length / used.cases.length,
    })),
  };
}
