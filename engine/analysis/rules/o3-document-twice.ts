import type { Id } from '../../graph/types.js';
import type { Doc } from '../documents.js';
import type { Answer } from '../finding.js';
import type { Rule, Subject } from '../subject.js';

/**
 * O3: a document of the applicant is asked for by two steps of one run, or although an earlier step wrote it, or although a
 * state database has it. Asking is reading with contact to the applicant; a request for supplement asks for what was missing.
 */
export const documentTwice: Rule = {
  check: 'O3',
  run(subject) {
    const { documents } = subject;
    const named = documents.all.some((doc) => documents.sources(doc).size > 0);
    if (!named) return subject.activities.length === 0 ? [] : [{ check: 'O3', missing: ['df:document source', 'df:step applicantContact'] }];
    if (!documents.areDeclared) return [{ check: 'O3', missing: ['dataInputAssociation'] }];
    return documents.all.filter((doc) => documents.sources(doc).has('applicant')).flatMap((doc) => answersFor(subject, doc));
  },
};

/** Steps that ask the applicant for a document. */
export function askingSteps(subject: Subject, doc: Doc): Id[] {
  return subject.activities.filter((each) => each.step?.applicantContact && each.step.kind !== 'supplement' && each.step.kind !== 'return' && subject.documents.readsOf(each.id).includes(doc)).map((each) => each.id);
}

function answersFor(subject: Subject, document: Doc): Answer[] {
  const { documents } = subject;
  const asking = askingSteps(subject, document);
  const twice = subject.inOrder(asking.filter((a) => asking.some((b) => a !== b && subject.inOneRun(a, b))));
  if (twice.length > 1) return [finding(subject, document, twice, 'O3.twice', {})];
  const writer = documents.writers(document).find((each) => asking.some((step) => subject.follows(each, step)));
  if (writer !== undefined) return [finding(subject, document, [writer, ...asking.filter((step) => subject.follows(writer, step))], 'O3.written', {})];
  const database = [...documents.sources(document)].find((source) => source.startsWith('database:'))?.slice('database:'.length);
  if (database === undefined) return [];
  const steps = asking.length > 0 ? asking : subject.inOrder(documents.readers(document)).filter((id) => subject.activity(id));
  return [finding(subject, document, steps, 'O3.database', { database })];
}

function finding(subject: Subject, document: Doc, steps: readonly Id[], key: 'O3.twice' | 'O3.written' | 'O3.database', more: { database?: string }): Answer {
  return {
    check: 'O3', severity: 'warning', elements: steps,
    message: { key, values: { document: subject.documents.name(document), elements: subject.labels(steps), ...more } },
    suggestion: { key: 'O3.suggestion' }, evidence: { document, steps, ...more },
  };
}
