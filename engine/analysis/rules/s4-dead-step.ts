import type { Rule } from '../subject.js';
import { notDecided } from './not-decided.js';

/** S4: steps executed in no run. */
export const deadStep: Rule = {
  check: 'S4',
  run(subject) {
    const steps = subject.soundness.dead;
    const unknown = notDecided(subject, 'S4', false);
    if (steps.length === 0) return unknown ?? [];
    return [{
      check: 'S4', severity: 'error', elements: steps, message: { key: 'S4.message', values: { elements: subject.labels(steps) } },
      suggestion: { key: 'S4.suggestion' }, evidence: { steps },
    }];
  },
};
