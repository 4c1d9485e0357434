import type { Turn } from '../dossier.js';
import { countBy, groupBy, most, quantile, tenth } from '../numbers.js';
import { type LogRule } from '../rule.js';
import { OFFICE_DAY, type LogSubject } from '../subject.js';

const LEAST = 30;
const NINETEEN = 0.95;

interface Stalled { turn: Turn; age: number; usual: number }

/** L11: an open dossier has had no event for longer than nineteen in twenty executions of its step take, and for an office day at least. */
export const stalled: LogRule = {
  check: 'L11',
  run(subject) {
    const usual = new Map([...subject.byActivity].filter(([, turns]) => turns.length >= LEAST).map(([activity, turns]) => [activity, quantile(turns.map((turn) => subject.stay(turn)), NINETEEN)]));
    const nextOf = usualNext(subject);
    const found = subject.open.flatMap((dossier): Stalled[] => {
      const turn = dossier.waiting[dossier.waiting.length - 1] ?? awaited(dossier.turns[dossier.turns.length - 1], nextOf);
      const limit = turn && usual.get(turn.activity);
      const age = subject.running(dossier.to, subject.asOf, dossier);
      return turn && limit !== undefined && age > Math.max(limit, OFFICE_DAY) ? [{ turn, age, usual: limit }] : [];
    }).sort((a, b) => b.age - b.usual - (a.age - a.usual));
    if (found.length === 0) return [];
    const steps = [...new Set(found.map(({ turn }) => turn.activity))];
    return [{
      check: 'L11', severity: 'warning', elements: steps.map((each) => subject.mark(each)), dossiers: found.map(({ turn }) => turn.dossier),
      message: { key: 'L11.message', values: { count: found.length, elements: subject.labels(steps), longest: tenth(found[0]!.age) } }, suggestion: { key: 'L11.suggestion' },
      evidence: { open: subject.open.length, stalled: found.slice(0, 50).map(({ turn, age, usual: p95 }) => ({ case: turn.dossier.id, step: subject.mark(turn.activity), ageHours: tenth(age), p95Hours: tenth(p95) })) },
    }];
  },
};

/** A log without open work says only what was done last: what usually comes next is what the dossier waits for. */
function usualNext(subject: LogSubject): Map<string, string> {
  const pairs = subject.complete.flatMap(({ turns }) => turns.slice(1).map((turn, i) => ({ last: turns[i]!.activity, next: turn.activity })));
  return new Map([...groupBy(pairs, ({ last }) => last)].map(([last, list]) => [last, most(countBy(list, ({ next }) => next))!]));
}
function awaited(last: Turn | undefined, nextOf: ReadonlyMap<string, string>): Turn | undefined {
  const activity = last && nextOf.get(last.activity);
  return activity === undefined ? undefined : { dossier: last!.dossier, activity, ready: last!.completed!, reassigned: 0, pauses: [], created: false };
}
