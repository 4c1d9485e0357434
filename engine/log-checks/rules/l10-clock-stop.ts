import type { Dossier } from '../dossier.js';
import { mean, percent, share, total } from '../numbers.js';
import { perCase, type LogAnswer, type LogRule } from '../rule.js';
import type { LogSubject } from '../subject.js';

const LATE_IN_LIMIT = 0.8;
const LEAST_SHARE = 0.05;
const LEAST = 3;

/** L10: the clock is stopped (a supplement, an extension) after 80 % of the limit had passed, or more than once per dossier on average. */
export const clockStop: LogRule = {
  check: 'L10',
  run(subject) {
    const stops = new Map(subject.complete.map((dossier) => [dossier, stopsOf(subject, dossier)]));
    return [...lateStops(subject, stops), ...manyStops(subject, stops)];
  },
};
type Stops = ReadonlyMap<Dossier, readonly number[]>;

/** When a supplement was asked for or the clock stopped; a step of asking and the pause behind it are one stop. */
function stopsOf(subject: LogSubject, dossier: Dossier): number[] {
  if (dossier.pauses.length > 0) return dossier.pauses.map((pause) => pause.from);
  return dossier.turns.filter((turn) => subject.kind(turn.activity) === 'supplement').map((turn) => turn.started ?? turn.ready);
}

function lateStops(subject: LogSubject, stops: Stops): LogAnswer[] {
  const stopped = [...stops].filter(([, times]) => times.length > 0);
  if (stopped.length === 0) return [];
  const known = subject.complete.filter((dossier) => (subject.allowed(dossier) ?? 0) > 0);
  if (known.length === 0) return [{ check: 'L10', missing: ['df:timeLimit, or attribute dueAt of the cases'] }];
  const late = stopped.filter(([dossier, times]) => {
    const allowed = subject.allowed(dossier);
    return allowed !== undefined && allowed > 0 && times.some((time) => subject.running(dossier.from, time, dossier) > LATE_IN_LIMIT * allowed);
  }).map(([dossier]) => dossier);
  const part = share(late.length, subject.complete.length);
  if (late.length < LEAST || part < LEAST_SHARE) return [];
  const stood = total(late.flatMap(({ pauses }) => pauses.map((pause) => subject.office(pause.from, pause.to ?? pause.from))));
  return [{
    check: 'L10', severity: 'warning', elements: supplements(subject), dossiers: late, message: { key: 'L10.late', values: { percent: percent(part), cases: late.length } }, suggestion: { key: 'L10.suggestion' },
    evidence: { lateStops: late.length, share: part, stopped: stopped.length, stoodHours: Math.round(stood) }, lostHours: perCase(subject, stood),
  }];
}

function manyStops(subject: LogSubject, stops: Stops): LogAnswer[] {
  const perDossier = mean([...stops.values()].map((times) => times.length));
  if (perDossier <= 1) return [];
  const many = [...stops].filter(([, times]) => times.length > 1).map(([dossier]) => dossier);
  return [{
    check: 'L10', severity: 'warning', elements: supplements(subject), dossiers: many, message: { key: 'L10.many', values: { mean: Math.round(perDossier * 10) / 10 } }, suggestion: { key: 'L10.suggestion' },
    evidence: { pausesPerCase: Math.round(perDossier * 100) / 100 },
  }];
}
function supplements(subject: LogSubject): string[] {
  return [...subject.byActivity.keys()].filter((activity) => subject.kind(activity) === 'supplement').map((activity) => subject.mark(activity));
}
