import { unwrittenReads } from '../data-flow.js';
import type { Answer } from '../finding.js';
import type { Rule, Subject } from '../subject.js';

/** S8: on some run a step reads a document that no earlier step writes and that does not come from outside (applicant, database, procedure). */
export const readBeforeWritten: Rule = {
  check: 'S8',
  run(subject) {
    const { documents } = subject;
    if (!documents.areDeclared) return subject.activities.length === 0 ? [] : [{ check: 'S8', missing: ['dataInputAssociation', 'dataOutputAssociation'] }];
    return unwrittenReads(subject).map(({ step, document, run }): Answer => {
      if (!isMadeHere(subject, document)) return { check: 'S8', missing: [`df:document source of ${document}`] };
      return {
        check: 'S8', severity: 'error', elements: [step], message: { key: 'S8.message', values: { element: subject.labels([step]), document: documents.name(document) } },
        suggestion: { key: 'S8.suggestion' }, evidence: { step, document, run },
      };
    });
  },
};

/** Nobody outside is named for it: its source is the unit, or a step of a process that states facts writes it. */
function isMadeHere(subject: Subject, document: string): boolean {
  const { documents } = subject;
  if (documents.sources(document).size > 0) return true;
  return !subject.isBare && documents.writers(document).length > 0;
}
