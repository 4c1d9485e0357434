import { likelyPath, unitsAlong } from '../likely-path.js';
import type { Rule } from '../subject.js';

const MOST_HANDOFFS = 5;
const MOST_PER_STEP = 0.5;

/** T5: the unit changes more than 5 times on the most likely path, or more than once for every 2 steps. */
export const handOffs: Rule = {
  check: 'T5',
  run(subject) {
    const path = likelyPath(subject).filter((id) => subject.holdsDossier(id));
    if (path.length === 0) return [];
    const unknown = path.filter((id) => !subject.department(id));
    const { units, steps } = unitsAlong(subject, likelyPath(subject));
    const handoffs = Math.max(0, units.length - 1);
    if (handoffs <= MOST_HANDOFFS && (unknown.length > 0 || handoffs / steps.length <= MOST_PER_STEP)) {
      return unknown.length === 0 ? [] : [{ check: 'T5', missing: subject.hasDepartments ? unknown.map((id) => `df:department of ${id}`) : ['df:department'] }];
    }
    return [{
      check: 'T5', severity: 'warning', elements: steps,
      message: { key: 'T5.message', values: { handoffs, steps: steps.length, units: units.map((unit) => subject.unitName(unit)).join(' → ') } },
      suggestion: { key: 'T5.suggestion' }, evidence: { handoffs, steps, units }, confidence: handoffs > MOST_HANDOFFS ? 0.9 : 0.6,
    }];
  },
};
