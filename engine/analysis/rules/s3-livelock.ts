import type { Rule } from '../subject.js';
import { notDecided } from './not-decided.js';

/** S3: a reachable state from which neither an end nor a deadlock can be reached: the run goes round for ever. */
export const livelock: Rule = {
  check: 'S3',
  run(subject) {
    const { endless } = subject.soundness;
    return notDecided(subject, 'S3', endless.length > 0) ?? endless.map(({ cycle, run }) => ({
      check: 'S3', severity: 'error', elements: cycle, message: { key: 'S3.message', values: { elements: subject.labels(cycle) } },
      suggestion: { key: 'S3.suggestion' }, evidence: { cycle, run },
    }));
  },
};
