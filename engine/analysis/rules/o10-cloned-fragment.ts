import { clonesOf } from '../library/clones.js';
import { chainsOf } from '../library/fragments.js';
import { isSameProcedure } from '../library/library.js';
import type { LibraryRule } from '../library/rule.js';

const FEWEST_STEPS = 4;

/** O10: a part of 4 or more steps with one way in and one way out stands in several procedures. */
export const clonedFragment: LibraryRule = {
  check: 'O10',
  runLibrary({ members }) {
    const clones = clonesOf(members.map((each) => chainsOf(each.subject)), FEWEST_STEPS, (a, b) => isSameProcedure(members[a]!, members[b]!));
    return clones.map(({ places, steps }) => {
      const [first] = places;
      return {
        check: 'O10', severity: 'advice', elements: first!.steps, members: places.map((place) => members[place.member]!),
        message: { key: 'O10.message', values: { count: steps, files: places.length, elements: members[first!.member]!.subject.labels(first!.steps) } },
        suggestion: { key: 'O10.suggestion' }, evidence: { steps: first!.steps, places: places.map((place) => ({ file: members[place.member]!.file, steps: place.steps })) },
      };
    });
  },
};
