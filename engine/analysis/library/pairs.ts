/** All pairs of procedures that are alike enough. */
import type { LabelNumbers } from './label-numbers.js';
import type { Shape } from './similarity.js';
import { Comparison } from './similarity.js';

export interface AlikePair { a: number; b: number; similarity: number }

/** @param numbers of the labels of all shapes */
export function alikePairs(shapes: readonly Shape[], least: number, numbers: LabelNumbers): AlikePair[] {
  return shapes.flatMap((shape, at) => alikeTo(shape, shapes.slice(0, at), least, numbers).map(({ place, similarity }) => ({ a: place, b: at, similarity })));
}
/** Those that are alike enough to one. */
export function alikeTo(shape: Shape, others: readonly Shape[], least: number, numbers: LabelNumbers): { place: number; similarity: number }[] {
  const comparison = new Comparison(shape, numbers);
  return others.flatMap((other, place) => {
    const similarity = comparison.with(other, least);
    return similarity >= least ? [{ place, similarity }] : [];
  });
}
