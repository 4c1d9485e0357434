/** Two procedures step by step. */
import type { Id } from '../../graph/types.js';
import type { Subject } from '../subject.js';
import type { Shapes } from './shapes.js';
import { comparedNodes, Comparison } from './similarity.js';

/** `a` and `b`: elements, undefined where there is no counterpart. */
export interface Counterpart { a?: Id; b?: Id; likeness: number }
export interface Counterparts { similarity: number; pairs: Counterpart[] }

export function counterpartsOf(one: Subject, two: Subject, shapes: Shapes): Counterparts {
  const [a, b] = [shapes.of(one), shapes.of(two)];
  const [left, right] = [one, two].map((each) => comparedNodes(each).map((node) => node.id)) as [Id[], Id[]];
  const comparison = new Comparison(a, shapes.numbers);
  const matches = comparison.matches(b);
  const [known, met] = [new Set(matches.map((each) => each.a)), new Set(matches.map((each) => each.b))];
  return {
    similarity: comparison.with(b, 0),
    pairs: [
      ...matches.map((each) => ({ a: left[each.a]!, b: right[each.b]!, likeness: each.likeness / 100 })),
      ...left.filter((_, at) => !known.has(at)).map((id) => ({ a: id, likeness: 0 })), ...right.filter((_, at) => !met.has(at)).map((id) => ({ b: id, likeness: 0 })),
    ],
  };
}
