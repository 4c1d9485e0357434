import type { Dossier } from '../dossier.js';
import { groupBy, quantile, tenth } from '../numbers.js';
import { lacks, type LogRule } from '../rule.js';
import { LEAST_SIMILAR, nearest, type Passed, SEVEN_IN_TEN } from '../similar.js';
import type { LogSubject } from '../subject.js';

const TOLD = 100;

interface Warned { dossier: Dossier; step: string; elapsed: number; allowed: number; finish: number; similar: number }

/** L22: of the 50 finished dossiers most like an open one (the same step, after about as long), three in ten ended past its limit. */
export const willBeLate: LogRule = {
  check: 'L22',
  run(subject) {
    if (subject.open.length === 0) return [];
    if (!subject.dossiers.some((dossier) => subject.allowed(dossier) !== undefined)) return lacks('L22', 'df:timeLimit, or attribute dueAt of the cases');
    const passed = new Map<string, Passed[]>();
    for (const [state, list] of groupBy(subject.complete.flatMap((dossier) => statesOf(subject, dossier)), (each) => each.state)) passed.set(state, list.sort((a, b) => a.elapsed - b.elapsed));
    const warned = subject.open.flatMap((dossier) => judge(subject, dossier, passed)).sort((a, b) => b.finish - b.allowed - (a.finish - a.allowed));
    if (warned.length === 0) return [];
    const steps = [...new Set(warned.map((each) => each.step))];
    return [{
      check: 'L22', severity: 'warning', elements: steps.map((each) => subject.mark(each)), dossiers: warned.map((each) => each.dossier),
      message: { key: 'L22.message', values: { count: warned.length, elements: subject.labels(steps) } }, suggestion: { key: 'L22.suggestion' },
      evidence: { open: subject.open.length, warned: warned.slice(0, TOLD).map((each) => ({ case: each.dossier.id, step: subject.mark(each.step), elapsedHours: tenth(each.elapsed), limitHours: tenth(each.allowed), p70FinishHours: tenth(each.finish), similar: each.similar })) },
      confidence: 0.7,
    }];
  },
};

/** Every moment at which a step was complete: what was done last, how long it took so far, and how long it still took. */
function statesOf(subject: LogSubject, dossier: Dossier): (Passed & { state: string })[] {
  return dossier.turns.slice(0, -1).map((turn) => ({ state: turn.activity, elapsed: subject.running(dossier.from, turn.completed!, dossier), remaining: subject.running(turn.completed!, dossier.to, dossier) }));
}

function judge(subject: LogSubject, dossier: Dossier, passed: ReadonlyMap<string, readonly Passed[]>): Warned[] {
  const allowed = subject.allowed(dossier);
  const last = dossier.turns[dossier.turns.length - 1];
  if (allowed === undefined || !last) return [];
  const before = subject.running(dossier.from, last.completed!, dossier);
  const age = subject.running(last.completed!, subject.asOf, dossier);
  // Who is late already is not going to be. Those that left this state sooner say nothing about this one.
  if (before + age > allowed) return [];
  const similar = nearest(passed.get(last.activity) ?? [], before, age);
  if (similar.length < LEAST_SIMILAR) return [];
  const finish = before + quantile(similar.map((each) => each.remaining), SEVEN_IN_TEN);
  return finish > allowed ? [{ dossier, step: dossier.waiting[0]?.activity ?? last.activity, elapsed: before + age, allowed, finish, similar: similar.length }] : [];
}
