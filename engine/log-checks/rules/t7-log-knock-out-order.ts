import { areIndependent, isDeclared } from '../../analysis/dependency.js';
import { mean, share, tenth } from '../numbers.js';
import { type LogAnswer, type LogRule } from '../rule.js';
import type { LogSubject } from '../subject.js';

const CHECKS: ReadonlySet<string> = new Set(['check', 'appraise', 'consult']);
const LEAST = 30;
/** So often the second check comes directly after the first when the dossier goes on. */
const FOLLOWS = 0.7;
/** Less is not worth a new order. */
const LEAST_SHARE = 0.05;

interface Knockout { activity: string; refusal: number; hours: number }

/** T7 from the log: checks in a row, each able to end the case, not sorted by observed refusals over observed effort. */
export const logKnockOutOrder: LogRule = {
  check: 'T7',
  run(subject) {
    const refusals = refusedBy(subject);
    const steps = [...subject.byActivity.keys()].filter((activity) => CHECKS.has(subject.kind(activity) ?? '') && subject.byActivity.get(activity)!.length >= LEAST)
      .map((activity) => knockoutOf(subject, activity, refusals.get(activity) ?? 0));
    return rows(subject, steps).flatMap((row) => judge(subject, row));
  },
};

/** The check that came last before each refusal. */
function refusedBy(subject: LogSubject): Map<string, number> {
  const counts = new Map<string, number>();
  for (const dossier of subject.complete) {
    if (!subject.isRefused(dossier)) continue;
    const last = [...dossier.turns].reverse().find((turn) => CHECKS.has(subject.kind(turn.activity) ?? ''));
    if (last) counts.set(last.activity, (counts.get(last.activity) ?? 0) + 1);
  }
  return counts;
}
function knockoutOf(subject: LogSubject, activity: string, refused: number): Knockout {
  const turns = subject.byActivity.get(activity)!;
  const hours = mean(turns.map((turn) => (turn.started === undefined ? subject.stay(turn) : subject.office(turn.started, turn.completed!))));
  return { activity, refusal: share(refused, new Set(turns.map((turn) => turn.dossier)).size), hours };
}

/** Chains in which each check comes directly after the one before, in most of the dossiers that go on. */
function rows(subject: LogSubject, steps: readonly Knockout[]): Knockout[][] {
  const follows = (a: Knockout, b: Knockout): boolean => {
    const next = subject.complete.filter((dossier) => !subject.isRefused(dossier)).flatMap(({ turns }) => turns.flatMap((turn, i) => (turn.activity === a.activity ? [turns[i + 1]?.activity] : [])));
    return next.length > 0 && next.filter((each) => each === b.activity).length / next.length >= FOLLOWS;
  };
  const nextOf = new Map(steps.flatMap((a) => { const b = steps.find((each) => each !== a && follows(a, each)); return b ? [[a, b] as const] : []; }));
  const followed = new Set(nextOf.values());
  return steps.filter((each) => !followed.has(each)).map((each) => {
    const row = [each];
    for (let at = nextOf.get(each); at && !row.includes(at); at = nextOf.get(at)) row.push(at);
    return row;
  }).filter((row) => row.length > 1);
}

function judge(subject: LogSubject, row: readonly Knockout[]): LogAnswer[] {
  const independence = independent(subject, row);
  if (independence === 'no') return [];
  const ratio = ({ refusal, hours }: Knockout): number => (hours === 0 ? (refusal > 0 ? Infinity : 0) : refusal / hours);
  const best = [...row].sort((a, b) => ratio(b) - ratio(a));
  const [given, better] = [expected(row), expected(best)];
  if (given - better < LEAST_SHARE * given || given === better) return [];
  const activities = row.map((each) => each.activity);
  const order = best.map((each) => each.activity);
  return [{
    check: 'T7', severity: 'advice', elements: activities.map((each) => subject.mark(each)), dossiers: subject.complete.filter((dossier) => subject.isRefused(dossier)),
    message: { key: 'T7.log', values: { elements: subject.labels(order), given: Math.round(given * 60), best: Math.round(better * 60) } },
    suggestion: { key: 'T7.suggestion', values: { elements: subject.labels(order) } },
    evidence: { steps: activities, best: order, refusals: row.map((each) => Math.round(each.refusal * 1000) / 1000), minutes: row.map((each) => Math.round(each.hours * 60)), savedMinutes: tenth((given - better) * 60) },
    lostHours: given - better, confidence: independence === 'yes' ? 0.9 : 0.5,
  }];
}
function independent(subject: LogSubject, row: readonly Knockout[]): 'yes' | 'no' | 'unknown' {
  const { drawn } = subject;
  const ids = row.map((each) => subject.mark(each.activity));
  if (!drawn || ids.some((id) => !drawn.activity(id) || !isDeclared(drawn, id))) return 'unknown';
  return ids.every((a, i) => ids.slice(i + 1).every((b) => areIndependent(drawn, a, b))) ? 'yes' : 'no';
}
/** Hours of work on an average case: each check is made only for those that all before it let pass. */
function expected(row: readonly Knockout[]): number {
  let passing = 1;
  let hours = 0;
  for (const each of row) {
    hours += passing * each.hours;
    passing *= 1 - each.refusal;
  }
  return hours;
}
