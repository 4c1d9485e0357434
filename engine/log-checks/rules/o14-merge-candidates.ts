import { groupBy, median, percent, share } from '../numbers.js';
import { type LogAnswer, type LogRule } from '../rule.js';
import type { LogSubject } from '../subject.js';
import type { Turn } from '../dossier.js';

const FOLLOWS = 0.95;
const SAME_PERSON = 0.9;
const GAP_MINUTES = 5;
const LEAST = 30;

/** O14: a step is directly followed by another in 95 % of its cases, by the same person in 90 %, with a median gap under 5 minutes. */
export const mergeCandidates: LogRule = {
  check: 'O14',
  run(subject) {
    const next = groupBy(subject.complete.flatMap(({ turns }) => turns.slice(0, -1).map((turn, i) => ({ a: turn, b: turns[i + 1]! }))), ({ a, b }) => `${a.activity}\n${b.activity}`);
    return [...next.values()].flatMap((pairs) => judge(subject, pairs));
  },
};

function judge(subject: LogSubject, pairs: readonly { a: Turn; b: Turn }[]): LogAnswer[] {
  const [{ a, b }] = pairs as [{ a: Turn; b: Turn }];
  const all = subject.byActivity.get(a.activity)!.length;
  if (a.activity === b.activity || pairs.length < LEAST || pairs.length / all < FOLLOWS) return [];
  const same = share(pairs.filter((pair) => pair.a.person !== undefined && pair.a.person === pair.b.person).length, pairs.length);
  const gap = median(pairs.map((pair) => Math.max(0, (pair.b.started ?? pair.b.completed!) - pair.a.completed!) / 60_000));
  if (same < SAME_PERSON || gap >= GAP_MINUTES) return [];
  const steps = [a.activity, b.activity];
  return [{
    check: 'O14', severity: 'advice', elements: steps.map((each) => subject.mark(each)), dossiers: pairs.map((pair) => pair.a.dossier),
    message: { key: 'O14.message', values: { elements: subject.labels(steps), percent: percent(pairs.length / all), same: percent(same) } }, suggestion: { key: 'O14.suggestion' },
    evidence: { steps, pairs: pairs.length, followedShare: pairs.length / all, samePersonShare: same, medianGapMinutes: Math.round(gap * 10) / 10 },
  }];
}
