import { mainLimit } from '../library/frameworks.js';
import { isSameProcedure, nameOf, type Library, type Member } from '../library/library.js';
import { alikePairs, alikeTo } from '../library/pairs.js';
import type { LibraryRule } from '../library/rule.js';

const LEAST = 0.8;
/** Smaller procedures are alike whatever they are about. */
const FEWEST_STEPS = 3;

/** O9: two procedures whose graph edit similarity is at least 0.8. */
export const nearDuplicate: LibraryRule = {
  check: 'O9',
  isMutual: true,
  runLibrary(library) {
    return pairsOf(library).filter(({ one, two }) => !isSameProcedure(one, two)).map(({ one, two, similarity }) => {
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

function pairsOf({ members, about, shapes }: Library): { one: Member; two: Member; similarity: number }[] {
  const compared = members.filter((each) => each.subject.activities.length >= FEWEST_STEPS);
  const all = compared.map((each) => shapes.of(each.subject));
  if (!about) return alikePairs(all, LEAST, shapes.numbers).map(({ a, b, similarity }) => ({ one: compared[a]!, two: compared[b]!, similarity }));
  const own = all[compared.indexOf(about)];
  return own ? alikeTo(own, all, LEAST, shapes.numbers).map(({ place, similarity }) => ({ one: about, two: compared[place]!, similarity })).filter(({ two }) => two !== about) : [];
}
