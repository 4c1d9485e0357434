import type { ActivityNode } from '../../graph/types.js';
import type { Answer } from '../finding.js';
import type { Rule, Subject } from '../subject.js';

/** T14: two steps are declared separate (four eyes), yet one role of one department can do both. */
export const fourEyes: Rule = {
  check: 'T14',
  run(subject) {
    if (subject.isBare) return subject.humanSteps.length < 2 ? [] : [{ check: 'T14', missing: ['df:step separateFrom'] }];
    const seen = new Set<string>();
    return subject.activities.flatMap((step) => (step.step?.separateFrom ?? []).flatMap((id): Answer[] => {
      const other = subject.activity(id);
      const key = [step.id, id].sort().join(' ');
      if (!other || other === step || seen.has(key)) return [];
      seen.add(key);
      return judge(subject, other, step);
    }));
  },
};

function judge(subject: Subject, a: ActivityNode, b: ActivityNode): Answer[] {
  const [one, two] = [subject.department(a.id), subject.department(b.id)];
  const [role, other] = [a.step?.role, b.step?.role];
  if (one && two && one.id !== two.id) return [];
  if (role !== undefined && other !== undefined && role !== other) return [];
  const sameRole = role !== undefined && role === other;
  const samePlace = one && two ? subject.lane(a.id) === subject.lane(b.id) || sameRole : !one && !two && sameRole;
  if (samePlace) return [finding(subject, a, b)];
  return [{ check: 'T14', missing: [a, b].flatMap((each) => [...(subject.department(each.id) ? [] : [`df:department of ${each.id}`]), ...(each.step?.role === undefined ? [`df:step role of ${each.id}`] : [])]) }];
}
function finding(subject: Subject, a: ActivityNode, b: ActivityNode): Answer {
  const steps = [a.id, b.id];
  const role = a.step?.role ?? b.step?.role ?? null;
  const unit = subject.department(b.id)?.id ?? null;
  return {
    check: 'T14', severity: 'error', elements: steps, message: { key: 'T14.message', values: { elements: subject.labels(steps) } },
    suggestion: { key: 'T14.suggestion' }, evidence: { steps, role, unit },
  };
}
