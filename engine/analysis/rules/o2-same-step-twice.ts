import type { ActivityNode, Id } from '../../graph/types.js';
import type { Answer } from '../finding.js';
import type { Rule, Subject } from '../subject.js';

/** O2: steps with the same label in meaning and the same kind, in different units, on one path. */
export const sameStepTwice: Rule = {
  check: 'O2',
  run(subject) {
    const steps = subject.activities.filter((each) => each.name !== undefined && subject.words.normalise(each.name) !== '');
    if (steps.length < 2) return [];
    if (!subject.hasDepartments) return [{ check: 'O2', missing: ['df:department'] }];
    const byLabel = new Map<string, ActivityNode[]>();
    for (const step of steps) byLabel.set(subject.words.normalise(step.name!), [...(byLabel.get(subject.words.normalise(step.name!)) ?? []), step]);
    return [...byLabel.values()].flatMap((group) => answersFor(subject, group));
  },
};

function answersFor(subject: Subject, group: readonly ActivityNode[]): Answer[] {
  const missing = new Set<string>();
  const found = new Set<Id>();
  for (const [at, a] of group.entries()) {
    for (const b of group.slice(at + 1)) {
      if (!subject.follows(a.id, b.id) && !subject.follows(b.id, a.id)) continue;
      const facts = missingFor(subject, [a, b]);
      for (const fact of facts) missing.add(fact);
      if (facts.length > 0 || a.step?.kind !== b.step?.kind || subject.department(a.id)?.id === subject.department(b.id)?.id) continue;
      found.add(a.id).add(b.id);
    }
  }
  if (found.size === 0) return missing.size > 0 ? [{ check: 'O2', missing: [...missing] }] : [];
  const ids = group.map((each) => each.id).filter((id) => found.has(id));
  const units = [...new Set(ids.map((id) => subject.department(id)!.id))];
  return [{
    check: 'O2', severity: 'warning', elements: ids, message: { key: 'O2.message', values: { elements: subject.labels(ids), units: units.join(', ') } },
    suggestion: { key: 'O2.suggestion' }, evidence: { steps: ids, units }, lostHours: ids.reduce((sum, id) => sum + subject.workHours(id), 0) - Math.max(...ids.map((id) => subject.workHours(id))),
  }];
}
function missingFor(subject: Subject, steps: readonly ActivityNode[]): string[] {
  return steps.flatMap((each) => [
    ...(each.step?.kind === undefined ? [`df:step kind of ${each.id}`] : []),
    ...(subject.department(each.id) === undefined ? [`df:department of ${each.id}`] : []),
  ]);
}
