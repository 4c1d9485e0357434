import { lacks, type LogAnswer, type LogRule } from '../rule.js';
import type { LogSubject } from '../subject.js';

const DAYS = 90;
const LEAST = 10;

/** T15: in the last 90 days of the period one person carried out every execution of a step, ten or more. A lane with a head count of one says the same. */
export const onePerson: LogRule = {
  check: 'T15',
  run(subject) {
    if (!subject.turns.some((turn) => turn.person !== undefined)) return lacks('T15', 'org:resource');
    const since = subject.to - DAYS * 86_400_000;
    return [...subject.byActivity.keys()].flatMap((activity) => judge(subject, activity, since));
  },
};

function judge(subject: LogSubject, activity: string, since: number): LogAnswer[] {
  const turns = subject.byActivity.get(activity)!.filter((turn) => turn.completed! >= since && turn.person !== undefined);
  const people = new Set(turns.map((turn) => turn.person));
  if (turns.length < LEAST || people.size !== 1) return [];
  return [{
    check: 'T15', severity: 'warning', elements: [subject.mark(activity)], dossiers: turns.map((turn) => turn.dossier),
    message: { key: 'T15.message', values: { element: subject.labels([activity]), times: turns.length, days: DAYS } }, suggestion: { key: 'T15.suggestion' },
    evidence: { executions: turns.length, people: 1, headcount: subject.department(activity)?.headcount ?? null },
  }];
}
