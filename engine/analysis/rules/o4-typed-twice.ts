import type { ActivityNode, Id } from '../../graph/types.js';
import type { Answer } from '../finding.js';
import type { Rule, Subject } from '../subject.js';

/** O4: a field is written by hand in two systems, or on paper and in a system; or paper and electronic form of a document are both originals. */
export const typedTwice: Rule = {
  check: 'O4',
  run(subject) {
    const { documents } = subject;
    const fields = new Set(documents.all.flatMap((doc) => [...documents.fields(doc)]));
    const writing = subject.humanSteps.filter((each) => documents.writesOf(each.id).length > 0);
    const originals = documents.all.filter((doc) => isTwiceOriginal(subject, doc)).map((doc) => bothOriginal(subject, doc));
    const missing = writing.length > 1 && fields.size === 0 ? ['df:document fields'] : [];
    if (writing.some((each) => each.step?.medium !== undefined)) missing.push(...unstated(subject, writing));
    else if (writing.length > 1) missing.push('df:step medium');
    else if (documents.all.length === 0 && subject.activities.length > 0) missing.push('df:document', 'df:step medium');
    const typed = [...fields].flatMap((field) => typedByTwo(subject, writing, field));
    const merged = mergeFields([...typed]);
    return [...merged.map((each) => finding(subject, each)), ...originals, ...(missing.length > 0 && typed.length + originals.length === 0 ? [{ check: 'O4', missing }] : [])];
  },
};

interface Typed { fields: string[]; steps: Id[]; media: string[] }

/** Steps that might type a field a second time but do not say where. */
function unstated(subject: Subject, writing: readonly ActivityNode[]): string[] {
  const fieldsOf = (id: Id): string[] => subject.documents.writesOf(id).flatMap((doc) => [...subject.documents.fields(doc)]);
  return writing.filter((each) => each.step?.medium === undefined && writing.some((other) => other !== each && fieldsOf(other.id).some((field) => fieldsOf(each.id).includes(field))))
    .map((each) => `df:step medium of ${each.id}`);
}
function typedByTwo(subject: Subject, writing: readonly ActivityNode[], field: string): Typed[] {
  const steps = writing.filter((each) => subject.documents.writesOf(each.id).some((doc) => subject.documents.fields(doc).has(field)));
  const twice = steps.filter((a) => steps.some((b) => a !== b && differ(a.step?.medium, b.step?.medium) && subject.inOneRun(a.id, b.id)));
  if (twice.length < 2) return [];
  return [{ fields: [field], steps: twice.map((each) => each.id), media: [...new Set(twice.map((each) => each.step!.medium!))] }];
}
/** Two systems, or paper beside anything electronic. `online` is the way in, not a system of its own. */
function differ(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return false;
  return a === 'paper' || b === 'paper' || (a.startsWith('system:') && b.startsWith('system:'));
}
/** Fields that the same steps type are one finding. */
function mergeFields(all: readonly Typed[]): Typed[] {
  const merged = new Map<string, Typed>();
  for (const each of all) {
    const key = each.steps.join(' ');
    merged.set(key, { ...each, fields: [...(merged.get(key)?.fields ?? []), ...each.fields] });
  }
  return [...merged.values()];
}

function finding(subject: Subject, { fields, steps, media }: Typed): Answer {
  return {
    check: 'O4', severity: 'warning', elements: steps,
    message: { key: 'O4.message', values: { fields: fields.join(', '), elements: subject.labels(steps), media: media.map((each) => each.replace('system:', '')).join(', ') } },
    suggestion: { key: 'O4.suggestion' }, evidence: { fields, steps, media },
  };
}

function isTwiceOriginal({ documents }: Subject, doc: string): boolean {
  const originals = new Set(documents.requirements(doc).map((each) => each.original));
  return (documents.forms(doc).has('paper') && documents.forms(doc).has('electronic')) || (originals.has('original') && originals.has('electronic'));
}
function bothOriginal(subject: Subject, document: string): Answer {
  const steps = subject.inOrder([...subject.documents.writers(document), ...subject.documents.readers(document)]).filter((id) => subject.activity(id));
  return {
    check: 'O4', severity: 'warning', elements: steps, message: { key: 'O4.original', values: { document: subject.documents.name(document) } },
    suggestion: { key: 'O4.suggestion' }, evidence: { document, steps },
  };
}
