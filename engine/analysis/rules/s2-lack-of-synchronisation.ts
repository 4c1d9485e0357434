import type { Rule } from '../subject.js';
import { notDecided } from './not-decided.js';

/** S2: a reachable state with two tokens on one flow, so that what follows runs twice; also when tokens multiply without end. */
export const lackOfSynchronisation: Rule = {
  check: 'S2',
  run(subject) {
    const { crowded } = subject.soundness;
    return notDecided(subject, 'S2', crowded.length > 0) ?? crowded.map(({ flow, node, run, unbounded }) => ({
      check: 'S2', severity: 'error', elements: [node, flow],
      message: { key: unbounded ? 'S2.unbounded' : 'S2.message', values: { element: subject.labels([node]) } },
      suggestion: { key: 'S2.suggestion' }, evidence: { flow, run, unbounded },
    }));
  },
};
