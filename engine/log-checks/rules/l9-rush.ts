import { percent, share } from '../numbers.js';
import { lacks, type LogRule } from '../rule.js';

const LAST_TENTH = 0.9;
const LEAST_SHARE = 0.3;

/** L9: more than three in ten dossiers are finished in the last tenth of their limit. */
export const rush: LogRule = {
  check: 'L9',
  run(subject) {
    const known = subject.complete.filter((dossier) => (subject.allowed(dossier) ?? 0) > 0);
    if (known.length === 0) return lacks('L9', 'df:timeLimit, or attribute dueAt of the cases');
    const rushed = known.filter((dossier) => {
      const used = subject.elapsed(dossier) / subject.allowed(dossier)!;
      return used > LAST_TENTH && used <= 1;
    });
    const part = share(rushed.length, known.length);
    if (part <= LEAST_SHARE) return [];
    return [{
      check: 'L9', severity: 'advice', elements: [], dossiers: rushed, message: { key: 'L9.message', values: { percent: percent(part) } }, suggestion: { key: 'L9.suggestion' },
      evidence: { share: part, rushed: rushed.length, known: known.length },
    }];
  },
};
