import { mainLimit } from '../library/frameworks.js';
import { LabelNumbers } from '../library/label-numbers.js';
import { isSameProcedure, nameOf } from '../library/library.js';
import { alikePairs } from '../library/pairs.js';
import type { LibraryRule } from '../library/rule.js';
import { shapeOf } from '../library/similarity.js';

const LEAST = 0.8;
/** Smaller procedures are alike whatever they are about. */
const FEWEST_STEPS = 3;

/** O9: two procedures whose graph edit similarity is at least 0.8. */
export const nearDuplicate: LibraryRule = {
  check: 'O9',
  runLibrary({ members }) {
    const numbers = new LabelNumbers();
    const compared = members.filter((each) => each.subject.activities.length >= FEWEST_STEPS);
    const pairs = alikePairs(compared.map((each) => shapeOf(each.subject, numbers)), LEAST, numbers);
    return pairs.filter(({ a, b }) => !isSameProcedure(compared[a]!, compared[b]!)).map(({ a, b, similarity }) => {
      const [one, two] = [compared[a]!, compared[b]!];
      const limits = [one, two].map((each) => mainLimit(each.facts)?.hours ?? null);
      const differ = limits[0] !== limits[1] && !limits.includes(null);
      return {
        check: 'O9', severity: 'warning', elements: [], members: [one, two],
        message: { key: differ ? 'O9.twoLimits' : 'O9.message', values: { first: limits[0] ?? '', second: limits[1] ?? '', one: nameOf(one), two: nameOf(two), percent: Math.round(similarity * 100) } },
        suggestion: { key: 'O9.suggestion' }, evidence: { similarity: Math.round(similarity * 1000) / 1000, codes: [one, two].map((each) => each.code ?? each.file), ...(differ && { limitHours: limits }) }, confidence: Math.round(similarity * 100) / 100,
      };
    });
  },
};
