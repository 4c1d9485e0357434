import type { Member } from '../library/library.js';
import type { LibraryAnswer, LibraryRule } from '../library/rule.js';
import { askingSteps } from './o3-document-twice.js';

/** O3 across a library: a document is asked of the applicant although another procedure of the library reads it from a state database. */
export const heldElsewhere: LibraryRule = {
  check: 'O3',
  runLibrary({ members, asked }) {
    const holders = holdersOf(members);
    return asked.flatMap((member): LibraryAnswer[] => member.subject.documents.all.flatMap((document): LibraryAnswer[] => {
      const { documents } = member.subject;
      const own = documents.sources(document);
      const steps = askingSteps(member.subject, document);
      if (!own.has('applicant') || steps.length === 0 || [...own].some(isDatabase)) return [];
      const holder = holders.get(document)?.find((each) => each !== member);
      if (!holder) return [];
      const database = [...holder.subject.documents.sources(document)].find(isDatabase)!.slice('database:'.length);
      return [{
        check: 'O3', severity: 'warning', elements: steps, members: [member, holder], message: { key: 'O3.database', values: { document: documents.name(document), database } },
        suggestion: { key: 'O3.suggestion' }, evidence: { document, steps, database }, confidence: 0.8,
      }];
    }));
  },
};
/** By document: the procedures that have it from a state database. */
function holdersOf(members: readonly Member[]): Map<string, Member[]> {
  const found = new Map<string, Member[]>();
  for (const member of members) {
    const { documents } = member.subject;
    const named = new Set([...documents.all, ...(member.facts?.requiredDocuments ?? []).map((each) => each.type)]);
    for (const document of named) if ([...documents.sources(document)].some(isDatabase)) found.set(document, [...(found.get(document) ?? []), member]);
  }
  return found;
}
function isDatabase(source: string): boolean { return source.startsWith('database:'); }
