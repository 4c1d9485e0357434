import { groupBy, percent, share, tenth, total } from '../numbers.js';
import { lacks, perCase, type LogRule } from '../rule.js';
import { unionHours } from '../work.js';

const LEAST = 0.1;
const RANKED = 10;

/** L7: under a tenth of the office time of the dossiers is work; the rest is queue. */
export const touchTime: LogRule = {
  check: 'L7',
  run(subject) {
    const known = subject.complete.filter(({ turns }) => turns.length > 0 && turns.filter((turn) => turn.started !== undefined).length >= turns.length / 2);
    if (known.length < subject.complete.length / 2) return lacks('L7', 'start events');
    const worked = total(known.map(({ turns }) => unionHours(subject, turns)));
    const life = total(known.map((dossier) => subject.elapsed(dossier)));
    const part = share(worked, life);
    if (life === 0 || part >= LEAST) return [];
    const turns = known.flatMap((dossier) => dossier.turns);
    const ranking = [...groupBy(turns, (turn) => turn.activity)].map(([activity, list]) => ({ activity, waiting: total(list.map((turn) => subject.wait(turn))) })).sort((a, b) => b.waiting - a.waiting).slice(0, RANKED);
    return [{
      check: 'L7', severity: 'advice', elements: ranking.slice(0, 3).map(({ activity }) => subject.mark(activity)), dossiers: known,
      message: { key: 'L7.message', values: { percent: percent(part), worked: tenth(worked / known.length), life: tenth(life / known.length) } }, suggestion: { key: 'L7.suggestion', values: { elements: subject.labels(ranking.slice(0, 3).map(({ activity }) => activity)) } },
      evidence: { share: part, workedHours: tenth(worked), elapsedHours: tenth(life), waiting: ranking.map(({ activity, waiting }) => ({ step: subject.mark(activity), hours: tenth(waiting) })) },
      lostHours: perCase(subject, life - worked), confidence: 0.7,
    }];
  },
};
