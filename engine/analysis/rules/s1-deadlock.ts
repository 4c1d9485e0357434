import type { Rule } from '../subject.js';
import { notDecided } from './not-decided.js';

/** S1: a reachable state with tokens in which nothing is enabled. */
export const deadlock: Rule = {
  check: 'S1',
  run(subject) {
    const { stuck } = subject.soundness;
    return notDecided(subject, 'S1', stuck.length > 0) ?? stuck.map(({ at, run }) => ({
      check: 'S1', severity: 'error', elements: at, message: { key: 'S1.message', values: { elements: subject.labels(at) } },
      suggestion: { key: 'S1.suggestion' }, evidence: { stuckAt: at, run },
    }));
  },
};
