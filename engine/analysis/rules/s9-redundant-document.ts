import type { Doc } from '../documents.js';
import type { Rule, Subject } from '../subject.js';

/** S9: a document is written, and on no run read, used in a condition, archived or given to the applicant. */
export const redundantDocument: Rule = {
  check: 'S9',
  run(subject) {
    const { documents } = subject;
    if (!documents.areDeclared) return subject.activities.length === 0 ? [] : [{ check: 'S9', missing: ['dataInputAssociation', 'dataOutputAssociation'] }];
    const redundant = documents.all.filter((doc) => isRedundant(subject, doc));
    // Without a single fact nobody has said what the applicant gets.
    if (subject.isBare) return redundant.length === 0 ? [] : [{ check: 'S9', missing: ['df:procedure result'] }];
    return redundant.map((document) => {
      const steps = subject.inOrder(documents.writers(document));
      return {
        check: 'S9', severity: 'warning', elements: steps, message: { key: 'S9.message', values: { document: documents.name(document) } },
        suggestion: { key: 'S9.suggestion', values: { elements: subject.labels(steps) } }, evidence: { document, steps },
      };
    });
  },
};

function isRedundant(subject: Subject, doc: Doc): boolean {
  const writers = subject.documents.writers(doc);
  if (writers.length === 0 || doc === subject.graph.procedure?.result) return false;
  return !writers.some((writer) => isReadAfter(subject, writer, doc) || isArchivedAfter(subject, writer));
}
function isReadAfter(subject: Subject, writer: string, doc: Doc): boolean {
  const after = subject.paths.reach(writer, undefined, false);
  const again = subject.paths.next(writer).some((step) => subject.paths.reach(step.to, undefined, false).has(writer));
  return subject.documents.readers(doc).some((reader) => (reader === writer ? again : after.has(reader)) || subject.isBeside(writer, reader) || !subject.paths.order.includes(reader));
}
/** An archive step that does not say what it takes in takes the whole dossier. */
function isArchivedAfter(subject: Subject, writer: string): boolean {
  const after = subject.paths.reach(writer, undefined, false);
  return subject.activities.some((each) => each.step?.kind === 'archive' && after.has(each.id) && subject.documents.readsOf(each.id).length === 0);
}
