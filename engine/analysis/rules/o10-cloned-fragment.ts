import { clonesOf, type Clone } from '../library/clones.js';
import { chainsOf } from '../library/fragments.js';
import { isSameProcedure, type Library, type Member } from '../library/library.js';
import type { LibraryRule } from '../library/rule.js';

const FEWEST_STEPS = 4;
/** A clone and the procedures of its places, in their order. */
export interface Clones extends Clone { members: readonly Member[] }

/** O10: a part of 4 or more steps with one way in and one way out stands in several procedures. */
export const clonedFragment: LibraryRule = {
  check: 'O10',
  isMutual: true,
  runLibrary(library) {
    return clonesIn(library).map(({ places, steps, members }) => {
      const [first] = places;
      return {
        check: 'O10', severity: 'advice', elements: first!.steps, members,
        message: { key: 'O10.message', values: { count: steps, files: places.length, elements: members[0]!.subject.labels(first!.steps) } },
        suggestion: { key: 'O10.suggestion' }, evidence: { steps: first!.steps, places: places.map((place, at) => ({ file: members[at]!.file, steps: place.steps })) },
      };
    });
  },
};

export function clonesIn({ members, about }: Library): Clones[] {
  const isSame = (a: number, b: number): boolean => isSameProcedure(members[a]!, members[b]!);
  const clones = clonesOf(members.map((each) => chainsOf(each.subject)), FEWEST_STEPS, isSame, about && members.indexOf(about));
  return clones.map((clone) => ({ ...clone, members: clone.places.map((place) => members[place.member]!) }));
}
