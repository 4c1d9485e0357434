import { countBy, most, percent, share } from '../numbers.js';
import { lacks, type LogRule } from '../rule.js';

const OFTEN = 2;
const LEAST_SHARE = 0.1;

/** L18: over a tenth of the work items are given to somebody else twice or more. */
export const reassignment: LogRule = {
  check: 'L18',
  run(subject) {
    if (!subject.log.transitions.some((name) => ['reassign', 'reassigned', 'assign', 'assigned'].includes(name))) return lacks('L18', 'assign and reassign events');
    const churned = subject.turns.filter((turn) => turn.reassigned >= OFTEN);
    const part = share(churned.length, subject.turns.length);
    if (part <= LEAST_SHARE) return [];
    const worst = most(countBy(churned, (turn) => turn.activity))!;
    return [{
      check: 'L18', severity: 'warning', elements: [...new Set(churned.map((turn) => subject.mark(turn.activity)))], dossiers: [...new Set(churned.map((turn) => turn.dossier))],
      message: { key: 'L18.message', values: { percent: percent(part), element: subject.labels([worst]) } }, suggestion: { key: 'L18.suggestion' }, evidence: { items: subject.turns.length, churned: churned.length, share: part },
    }];
  },
};
