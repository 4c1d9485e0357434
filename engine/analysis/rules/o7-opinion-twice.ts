import type { ActivityNode, Id } from '../../graph/types.js';
import type { Answer } from '../finding.js';
import type { Rule, Subject } from '../subject.js';

/** O7: one unit is asked for its opinion twice on a path and has no new document for the second answer. */
export const opinionTwice: Rule = {
  check: 'O7',
  run(subject) {
    if (subject.activities.length < 2) return [];
    if (subject.activities.every((each) => each.step?.kind === undefined)) return [{ check: 'O7', missing: ['df:step kind'] }];
    const asked = subject.activities.filter((each) => each.step?.kind === 'consult');
    const unknown = asked.length < 2 ? [] : asked.filter((each) => consulted(subject, each) === undefined);
    const found = asked.flatMap((a) => asked.filter((b) => subject.follows(a.id, b.id) && isSameUnit(subject, a, b) && !hasNewDocument(subject, a.id, b.id)).map((b) => finding(subject, [a.id, b.id], consulted(subject, a)!)));
    return unknown.length > 0 && found.length === 0 ? [{ check: 'O7', missing: unknown.map((each) => `df:department of ${each.id}`) }] : found;
  },
};

/** Who gives the opinion: the pool that a message goes to, or else the unit in whose lane the step stands. */
function consulted(subject: Subject, { id }: ActivityNode): string | undefined {
  const message = subject.model.messageFlows.find((each) => each.source === id);
  return message?.target ?? subject.department(id)?.id;
}
function isSameUnit(subject: Subject, a: ActivityNode, b: ActivityNode): boolean {
  const unit = consulted(subject, a);
  return unit !== undefined && unit === consulted(subject, b) && !asksOthers(subject, a, b);
}
/** "Ask the police", "ask the tax office", both in the lane of the one who asks: two units, named by the labels. */
function asksOthers(subject: Subject, a: ActivityNode, b: ActivityNode): boolean {
  const unit = subject.department(a.id)?.id;
  const worksToo = subject.humanSteps.some((each) => each.step?.kind !== 'consult' && subject.department(each.id)?.id === unit);
  const [one, two] = [subject.words.objectOf(a.name ?? ''), subject.words.objectOf(b.name ?? '')];
  return worksToo && subject.words.isAsking(a.name ?? '') && subject.words.isAsking(b.name ?? '') && one !== '' && two !== '' && one !== two;
}
function hasNewDocument(subject: Subject, a: Id, b: Id): boolean {
  const { documents } = subject;
  const known = documents.readsOf(a);
  const between = new Set(subject.between(a, b).flatMap((id) => documents.writesOf(id)));
  return documents.readsOf(b).some((doc) => (!known.includes(doc) && !documents.writesOf(a).includes(doc)) || between.has(doc));
}

function finding(subject: Subject, steps: readonly Id[], unit: string): Answer {
  const pool = subject.model.participants.find((each) => each.id === unit)?.name;
  const known = steps.every((id) => subject.documents.readsOf(id).length > 0);
  return {
    check: 'O7', severity: 'warning', elements: steps, message: { key: 'O7.message', values: { unit: pool ?? subject.unitName(unit), elements: subject.labels(steps) } },
    suggestion: { key: 'O7.suggestion' }, evidence: { steps, unit }, confidence: known ? 0.95 : 0.7, lostHours: subject.workHours(steps[1]!),
  };
}
