import type { ActivityNode } from '../../graph/types.js';
import type { Answer } from '../finding.js';
import type { Rule, Subject } from '../subject.js';

/**
 * O6: the same work (same object, same kind) of one run has two units that are accountable for it: an error; or several units
 * do it and none is: a warning. An opinion asked of several units needs nobody accountable.
 */
export const twoAccountable: Rule = {
  check: 'O6',
  run(subject) {
    if (subject.activities.length < 2) return [];
    if (!subject.hasDepartments) return [{ check: 'O6', missing: ['df:department'] }];
    const steps = subject.activities.filter((each) => each.step?.kind !== undefined && subject.department(each.id));
    if (steps.length === 0) return [{ check: 'O6', missing: ['df:step kind'] }];
    const seen = new Set<string>();
    return steps.flatMap((step): Answer[] => {
      const group = steps.filter((each) => each === step || (isSameWork(subject, each, step) && subject.inOneRun(each.id, step.id)));
      const answer = judge(subject, group);
      const key = answer?.elements.join(' ');
      if (!answer || seen.has(key!)) return [];
      seen.add(key!);
      return [answer];
    });
  },
};

function isSameWork(subject: Subject, a: ActivityNode, b: ActivityNode): boolean {
  if (a.step!.kind !== b.step!.kind) return false;
  const [one, two] = [subject.words.objectOf(a.name ?? ''), subject.words.objectOf(b.name ?? '')];
  if (one !== '' && one === two) return true;
  return subject.documents.writesOf(a.id).some((doc) => subject.documents.writesOf(b.id).includes(doc));
}

function judge(subject: Subject, group: readonly ActivityNode[]): (Answer & { elements: readonly string[] }) | undefined {
  const unitsOf = (steps: readonly ActivityNode[]): string[] => [...new Set(steps.map((each) => subject.department(each.id)!.id))];
  const accountable = group.filter((each) => each.step!.accountable);
  const [units, all] = [unitsOf(accountable), unitsOf(group)];
  if (units.length > 1) return finding(subject, accountable, units, true);
  return units.length === 0 && all.length > 1 && group[0]!.step!.kind !== 'consult' ? finding(subject, group, all, false) : undefined;
}

function finding(subject: Subject, group: readonly ActivityNode[], units: readonly string[], two: boolean): Answer & { elements: readonly string[] } {
  const steps = group.map((each) => each.id);
  return {
    check: 'O6', severity: two ? 'error' : 'warning', elements: steps,
    message: { key: two ? 'O6.two' : 'O6.none', values: { elements: subject.labels(steps), units: units.map((unit) => subject.unitName(unit)).join(', ') } },
    suggestion: { key: 'O6.suggestion' }, evidence: { steps, units, kind: group[0]!.step!.kind! }, confidence: two ? 0.95 : 0.8,
  };
}
