import { quantile, tenth } from '../numbers.js';
import { lacks, type LogAnswer, type LogRule } from '../rule.js';
import type { LogSubject } from '../subject.js';

const PADDED = 3;
const LEAST = 30;

/** T2: the limit of a step is more than 3 times what nineteen in twenty executions take, in office hours. */
export const paddedLimit: LogRule = {
  check: 'T2',
  run(subject) {
    if (![...subject.byActivity.keys()].some((activity) => subject.limit(activity) !== undefined)) return lacks('T2', 'df:step limit');
    return [...subject.byActivity.keys()].flatMap((activity) => judge(subject, activity));
  },
};

/** What the applicant does while the clock stands still, or a program does, is not what the limit is for. */
function isWorkOfPeople(subject: LogSubject, activity: string): boolean {
  const [turn] = subject.byActivity.get(activity)!;
  const node = subject.node(turn!);
  return node?.step?.clock !== 'stopped' && node?.step?.kind !== 'supplement' && subject.drawn!.humanSteps.some(({ id }) => id === node?.id);
}

function judge(subject: LogSubject, activity: string): LogAnswer[] {
  const turns = subject.byActivity.get(activity)!;
  const limit = subject.limit(activity);
  if (limit === undefined || turns.length < LEAST || !isWorkOfPeople(subject, activity)) return [];
  const p95 = quantile(turns.map((turn) => subject.stay(turn)), 0.95);
  if (limit <= PADDED * p95) return [];
  const newLimit = Math.max(1, Math.ceil(p95));
  return [{
    check: 'T2', severity: 'advice', elements: [subject.mark(activity)], dossiers: turns.map((turn) => turn.dossier),
    message: { key: 'T2.message', values: { element: subject.labels([activity]), limit: tenth(limit), p95: tenth(p95) } },
    suggestion: { key: 'T2.suggestion', values: { limit: newLimit } },
    evidence: { executions: turns.length, limitHours: limit, p95Hours: tenth(p95), newLimitHours: newLimit },
  }];
}
