import type { ActivityNode, Id } from '../../graph/types.js';
import type { Answer } from '../finding.js';
import type { Rule, Subject } from '../subject.js';

/** O1: two steps of one run check the same requirement, and no step between them changes what is checked. */
export const requirementTwice: Rule = {
  check: 'O1',
  run(subject) {
    const checking = subject.activities.filter((each) => (each.step?.checks.length ?? 0) > 0);
    if (checking.length === 0) return subject.activities.length < 2 ? [] : [{ check: 'O1', missing: ['df:step checks'] }];
    const requirements = [...new Set(checking.flatMap((each) => each.step!.checks))];
    return requirements.flatMap((requirement) => {
      const steps = checking.filter((each) => each.step!.checks.includes(requirement)).map((each) => each.id);
      return groups(subject, steps).map((group) => finding(subject, group, requirement));
    });
  },
};

/** Steps of which each repeats one before it, so that a requirement checked three times is one finding. */
function groups(subject: Subject, steps: readonly Id[]): Id[][] {
  const found: Id[][] = [];
  for (const [at, a] of steps.entries()) {
    for (const b of steps.slice(at + 1)) {
      if (!repeats(subject, a, b)) continue;
      const group = found.find((each) => each.includes(a) || each.includes(b));
      if (group) group.push(...[a, b].filter((id) => !group.includes(id)));
      else found.push([a, b]);
    }
  }
  return found.map((group) => inTurn(subject, group));
}
function inTurn(subject: Subject, group: readonly Id[]): Id[] { return subject.paths.order.filter((id) => group.includes(id)); }

function repeats(subject: Subject, a: Id, b: Id): boolean {
  if (subject.isBeside(a, b)) return true;
  if (subject.follows(b, a)) return repeats(subject, b, a);
  return subject.follows(a, b) && !subject.between(a, b).some((id) => changes(subject, id, [a, b]));
}
/** A step changes what is checked when it brings a document that one of the checks reads, or a supplement of the dossier. */
function changes(subject: Subject, id: Id, checks: readonly Id[]): boolean {
  const { documents } = subject;
  const activity: ActivityNode | undefined = subject.activity(id);
  if (activity?.step?.kind === 'supplement') return true;
  return documents.writesOf(id).some((doc) => checks.some((each) => documents.readsOf(each).includes(doc)));
}

function finding(subject: Subject, steps: readonly Id[], requirement: string): Answer {
  const known = subject.between(steps[0]!, steps[steps.length - 1]!).filter((id) => subject.activity(id)).every((id) => isDeclared(subject, id));
  return {
    check: 'O1', severity: 'warning', elements: steps, message: { key: 'O1.message', values: { requirement, elements: subject.labels(steps) } },
    suggestion: { key: 'O1.suggestion', values: { first: subject.labels(steps.slice(0, 1)) } }, evidence: { steps, requirement },
    confidence: known ? 0.95 : 0.7, lostHours: Math.min(...steps.slice(1).map((id) => subject.workHours(id))),
  };
}
function isDeclared({ documents }: Subject, id: Id): boolean { return documents.readsOf(id).length + documents.writesOf(id).length > 0; }
