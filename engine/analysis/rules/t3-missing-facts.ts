import type { ActivityNode, Id } from '../../graph/types.js';
import type { Rule, Subject } from '../subject.js';

/**
 * T3: a human step without limit, owner (department of its lane, or role) or legal basis (its own, or the procedure's). Where other
 * steps have both a department and a role, this one needs them too.
 * A step during which the clock stands still needs no limit. A drawing without any facts has not begun to state them.
 */
export const missingFacts: Rule = {
  check: 'T3',
  run(subject) {
    if (!subject.hasSteps && !subject.hasDepartments && !subject.graph.procedure) {
      return subject.humanSteps.length === 0 ? [] : [{ check: 'T3', missing: ['df:step', 'df:department', 'df:legalBasis'] }];
    }
    const missing: Record<Id, string[]> = {};
    for (const step of subject.humanSteps) {
      const facts = missingOf(subject, step);
      if (facts.length > 0) missing[step.id] = facts;
    }
    const steps = Object.keys(missing);
    if (steps.length === 0) return [];
    return [{
      check: 'T3', severity: 'warning', elements: steps, message: { key: 'T3.message', values: { elements: subject.labels(steps) } },
      suggestion: { key: 'T3.suggestion' }, evidence: { steps, missing },
    }];
  },
};

function missingOf(subject: Subject, { id, step, legalBasis }: ActivityNode): string[] {
  const facts: string[] = [];
  if (step?.clock !== 'stopped') {
    if (step?.limit === undefined) facts.push('limit');
    else if (step.unit === undefined) facts.push('unit');
  }
  if (!step?.role && !subject.department(id)) facts.push('owner');
  // Where the drawing names units and roles, it names them for every step.
  else if (!subject.department(id) && subject.hasDepartments) facts.push('department');
  else if (!step?.role && subject.humanSteps.some((each) => each.step?.role !== undefined)) facts.push('role');
  if (!legalBasis?.length && !subject.graph.procedure?.legalBasis.length) facts.push('legalBasis');
  return facts;
}
