import type { Member } from '../library/library.js';
import type { LibraryAnswer, LibraryRule } from '../library/rule.js';

/** O11: the applicant has to hand in a document that is the result of another procedure of the library. One finding for each document and procedure. */
export const resultAskedAgain: LibraryRule = {
  check: 'O11',
  runLibrary({ members, asked }) {
    const giving = new Map<string, Member[]>();
    for (const each of members) if (each.facts?.result !== undefined) giving.set(each.facts.result, [...(giving.get(each.facts.result) ?? []), each]);
    return asked.flatMap((member) => askedOf(member).flatMap(({ document, isStated }): LibraryAnswer[] => {
      const from = givers(giving.get(document) ?? [], member);
      if (from.length > 0 && !isStated) return [{ check: 'O11', missing: [`df:requiredDocument source of ${document}`], member }];
      return from.map((giver): LibraryAnswer => {
        const steps = member.subject.activities.filter((each) => each.step?.applicantContact && member.subject.documents.readsOf(each.id).includes(document)).map((each) => each.id);
        const code = giver.code ?? giver.subject.graph.id;
        return {
          check: 'O11', severity: 'warning', elements: steps, members: [member, giver],
          message: { key: 'O11.message', values: { document: member.subject.documents.name(document), from: code } },
          suggestion: { key: 'O11.suggestion', values: { from: code } }, evidence: { document, from: code },
        };
      });
    }));
  },
};

/** Documents that come from the applicant: of the dossier, or read by a step. */
function askedOf({ facts, subject }: Member): { document: string; isStated: boolean }[] {
  const stated = new Map<string, boolean>();
  for (const each of facts?.requiredDocuments ?? []) if (each.source === 'applicant' || each.source === undefined) stated.set(each.type, each.source !== undefined || (stated.get(each.type) ?? false));
  for (const doc of subject.documents.all) if (subject.documents.declaredSources(doc).has('applicant')) stated.set(doc, true);
  return [...stated].map(([document, isStated]) => ({ document, isStated }));
}
/** Of procedures that have the document as their result the others, one for each code. */
function givers(giving: readonly Member[], member: Member): Member[] {
  const found = new Map<string, Member>();
  for (const each of giving) {
    const code = each.code ?? each.subject.graph.id;
    if (each !== member && code !== (member.code ?? member.subject.graph.id) && !found.has(code)) found.set(code, each);
  }
  return [...found.values()];
}
