import type { Id } from '../../graph/types.js';
import type { Answer, Raw } from '../finding.js';
import type { Rule, Subject } from '../subject.js';

/**
 * T18: the dossier comes in, or the result goes out, through a unit that is not the one-stop; or the dossier passes between
 * agencies without a recorded hand-over: a document given on, a step of kind `transfer` or `receive`, a message, the one-stop itself.
 */
export const oneStopBypassed: Rule = {
  check: 'T18',
  run(subject) {
    if (subject.activities.length === 0) return [];
    if (!subject.hasDepartments) return [{ check: 'T18', missing: ['df:department oneStop'] }];
    const out = subject.activities.filter((each) => each.step?.kind === 'return').map((each) => each.id);
    const doors: Answer[] = servesApplicants(subject) ? [...through(subject, entering(subject), 'T18.in'), ...through(subject, out, 'T18.out')] : [];
    return [...doors, ...handovers(subject)];
  },
};

/** Internal procedures have no applicant and need no one-stop. */
function servesApplicants(subject: Subject): boolean {
  const asked = subject.graph.procedure?.requiredDocuments.some((each) => (each.source ?? 'applicant') === 'applicant');
  return asked === true || subject.activities.some((each) => each.step?.applicantContact) || subject.graph.lanes.some((lane) => lane.department?.oneStop);
}
/** First steps in which a person has the dossier. */
function entering(subject: Subject): Id[] {
  const found = new Set<Id>();
  const queue = new Set<Id>(subject.paths.entries);
  for (const at of queue) {
    if (subject.humanSteps.some((each) => each.id === at)) found.add(at);
    else for (const { to } of subject.paths.nextForward(at)) queue.add(to);
  }
  return subject.inOrder(found);
}
function through(subject: Subject, steps: readonly Id[], key: 'T18.in' | 'T18.out'): Answer[] {
  const unknown = steps.filter((id) => !subject.department(id));
  const wrong = steps.filter((id) => subject.department(id)?.oneStop === false);
  return [
    ...wrong.map((id): Raw => ({
      check: 'T18', severity: 'warning', elements: [id], message: { key, values: { element: subject.labels([id]), unit: subject.unitName(subject.department(id)!.id) } },
      suggestion: { key: 'T18.suggestion' }, evidence: { step: id, unit: subject.department(id)!.id, door: key === 'T18.in' ? 'in' : 'out' }, confidence: 0.9,
    })),
    ...(unknown.length > 0 ? [{ check: 'T18', missing: unknown.map((id) => `df:department of ${id}`) }] : []),
  ];
}

function handovers(subject: Subject): Answer[] {
  return subject.activities.filter((each) => subject.holdsDossier(each.id)).flatMap(({ id }) => nextHolders(subject, id).filter((next) => isUnrecorded(subject, id, next)).map((next): Answer => {
    const agencies = [subject.department(id)!.agency!, subject.department(next)!.agency!];
    return {
      check: 'T18', severity: 'warning', elements: [id, next], message: { key: 'T18.handover', values: { elements: subject.labels([id, next]) } },
      suggestion: { key: 'T18.handoverSuggestion' }, evidence: { steps: [id, next], agencies }, confidence: 0.8,
    };
  }));
}
function nextHolders(subject: Subject, from: Id): Id[] {
  const found = new Set<Id>();
  const queue = new Set(subject.paths.nextForward(from).map((step) => step.to));
  for (const at of queue) {
    if (subject.holdsDossier(at)) found.add(at);
    else for (const { to } of subject.paths.nextForward(at)) queue.add(to);
  }
  return [...found];
}
function isUnrecorded(subject: Subject, a: Id, b: Id): boolean {
  const [one, two] = [subject.department(a), subject.department(b)];
  if (one?.agency === undefined || two?.agency === undefined || one.agency === two.agency || one.oneStop || two.oneStop) return false;
  const kinds = [subject.activity(a)!.step?.kind, subject.activity(b)!.step?.kind];
  if (kinds[0] === 'transfer' || kinds[1] === 'transfer' || kinds[1] === 'receive') return false;
  const given = subject.activities.filter((each) => subject.department(each.id)?.agency === one.agency && (each.id === a || subject.follows(each.id, a))).flatMap((each) => subject.documents.writesOf(each.id));
  if (subject.documents.readsOf(b).some((doc) => given.includes(doc))) return false;
  return !subject.model.messageFlows.some((each) => each.source === a || each.target === b);
}
