import { median, percent, tenth } from '../numbers.js';
import { lacks, perCase, type LogRule } from '../rule.js';

const LEAST = 10;
const LATE_IN_LIMIT = 0.5;

/** L19: half of the refused dossiers were refused after more than half of the limit had passed. */
export const lateRefusal: LogRule = {
  check: 'L19',
  run(subject) {
    const refused = subject.complete.filter((dossier) => subject.isRefused(dossier));
    if (refused.length < LEAST) return [];
    const known = refused.filter((dossier) => (subject.allowed(dossier) ?? 0) > 0);
    if (known.length === 0) return lacks('L19', 'df:timeLimit, or attribute dueAt of the cases');
    const used = median(known.map((dossier) => subject.elapsed(dossier) / subject.allowed(dossier)!));
    if (used <= LATE_IN_LIMIT) return [];
    const hours = known.map((dossier) => subject.elapsed(dossier));
    return [{
      check: 'L19', severity: 'warning', elements: [], dossiers: known, message: { key: 'L19.message', values: { cases: known.length, hours: tenth(median(hours)), percent: percent(used) } }, suggestion: { key: 'L19.suggestion' },
      evidence: { refused: known.length, medianHours: tenth(median(hours)), ofLimit: used }, lostHours: perCase(subject, hours.reduce((sum, each) => sum + each, 0)),
    }];
  },
};
