/** All pairs of procedures that are alike enough, without comparing all of them in full. */
import type { LabelNumbers } from './label-numbers.js';
import type { Shape } from './similarity.js';
import { Comparison } from './similarity.js';

export interface AlikePair { a: number; b: number; similarity: number }

/**
 * Share of the words of two procedures that must be common for them to be compared in full. A similarity of 0.8 leaves
 * 0.6 for nodes and flows without counterpart and for labels that differ, of which labels can take no more than a half.
 */
const LEAST_COMMON = 0.5;

export function alikePairs(shapes: readonly Shape[], least: number, numbers: LabelNumbers): AlikePair[] {
  const bags = shapes.map(wordBag);
  const found: AlikePair[] = [];
  const common = new Float64Array(shapes.length);
  const holders = new Map<number, { at: number; count: number }[]>();
  for (const [at, shape] of shapes.entries()) {
    common.fill(0, 0, at);
    const comparison = new Comparison(shape, numbers);
    for (const [word, count] of bags[at]!.counts) {
      const list = holders.get(word) ?? [];
      for (const other of list) common[other.at]! += Math.min(count, other.count);
      list.push({ at, count });
      holders.set(word, list);
    }
    for (let other = 0; other < at; other += 1) {
      if ((2 * common[other]!) / (bags[at]!.total + bags[other]!.total) < LEAST_COMMON) continue;
      const value = comparison.with(shapes[other]!, least);
      if (value >= least) found.push({ a: other, b: at, similarity: value });
    }
  }
  return found;
}

/** How often each word stands in the labels of a procedure. */
function wordBag(shape: Shape): { counts: ReadonlyMap<number, number>; total: number } {
  const counts = new Map<number, number>();
  for (const node of shape.nodes) for (const word of node.words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, total: Math.max(1, [...counts.values()].reduce((sum, each) => sum + each, 0)) };
}
