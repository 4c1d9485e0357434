import { likelyPath, unitsAlong } from '../likely-path.js';
import type { Rule, Subject } from '../subject.js';

const MOST_HANDOFFS = 5;
const MOST_PER_STEP = 0.5;

/**
 * T5: the unit changes more than 5 times on the most likely path, or more than once for every 2 steps. From the one-stop desk
 * and back to it the law makes the dossier go: these two are told, but not held against the number of steps.
 */
export const handOffs: Rule = {
  check: 'T5',
  run(subject) {
    const path = likelyPath(subject).filter((id) => subject.holdsDossier(id));
    if (path.length === 0) return [];
    const unknown = path.filter((id) => !subject.department(id));
    const { units, steps } = unitsAlong(subject, likelyPath(subject));
    const handoffs = Math.max(0, units.length - 1);
    const avoidable = handoffs - requiredOf(subject, steps);
    if (handoffs <= MOST_HANDOFFS && (unknown.length > 0 || avoidable / steps.length <= MOST_PER_STEP)) {
      return unknown.length === 0 ? [] : [{ check: 'T5', missing: subject.hasDepartments ? unknown.map((id) => `df:department of ${id}`) : ['df:department'] }];
    }
    return [{
      check: 'T5', severity: 'warning', elements: steps,
      message: { key: 'T5.message', values: { handoffs, steps: steps.length, units: units.map((unit) => subject.unitName(unit)).join(' → ') } },
      suggestion: { key: 'T5.suggestion' }, evidence: { handoffs, avoidable, steps, units }, confidence: handoffs > MOST_HANDOFFS ? 0.9 : 0.6,
    }];
  },
};

/** Hand-overs out of the one-stop desk at the beginning and into it at the end. */
function requiredOf(subject: Subject, steps: readonly string[]): number {
  const ends = [steps[0], steps[steps.length - 1]];
  return steps.length > 1 ? ends.filter((id) => id !== undefined && subject.department(id)?.oneStop).length : 0;
}
