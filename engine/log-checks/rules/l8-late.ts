import { splitOverrun as inProportion } from '../../record/overrun.js';
import type { Dossier } from '../dossier.js';
import { percent, share, tenth, total } from '../numbers.js';
import { lacks, perCase, type LogRule } from '../rule.js';
import type { LogSubject } from '../subject.js';

const LEAST_SHARE = 0.05;
const LEAST = 3;

/** L8: more than one in twenty dossiers is late; the overrun of each is split over the steps that exceeded their own limit. */
export const late: LogRule = {
  check: 'L8',
  run(subject) {
    const known = subject.complete.filter((dossier) => subject.allowed(dossier) !== undefined);
    if (known.length === 0) return lacks('L8', 'df:timeLimit, or attribute dueAt of the cases');
    const over = known.filter((dossier) => subject.overrun(dossier)! > 0);
    const part = share(over.length, known.length);
    if (over.length < LEAST || part < LEAST_SHARE) return [];
    const steps = new Map<string, number>();
    const units = new Map<string, number>();
    for (const dossier of over) splitOverrun(subject, dossier, steps, units);
    const ranked = [...steps].sort((a, b) => b[1] - a[1]);
    const [unit] = [...units].sort((a, b) => b[1] - a[1])[0] ?? ['?'];
    const hours = total(over.map((dossier) => subject.overrun(dossier)!));
    const worst = ranked[0]!;
    return [{
      check: 'L8', severity: 'warning', elements: ranked.slice(0, 3).map(([activity]) => subject.mark(activity)), dossiers: over,
      message: { key: 'L8.message', values: { percent: percent(part), late: over.length, element: subject.labels([worst[0]]), unit: subject.unitName(unit), part: percent(share(worst[1], hours)) } }, suggestion: { key: 'L8.suggestion', values: { unit: subject.unitName(unit), element: subject.labels([worst[0]]) } },
      evidence: { lateShare: part, late: over.length, known: known.length, overrunHours: tenth(hours), bySteps: ranked.map(([activity, n]) => ({ step: subject.mark(activity), hours: tenth(n) })), byUnits: [...units].map(([name, n]) => ({ unit: name, hours: tenth(n) })) },
      lostHours: perCase(subject, hours),
    }];
  },
};

function splitOverrun(subject: LogSubject, dossier: Dossier, steps: Map<string, number>, units: Map<string, number>): void {
  const turns = dossier.turns.map((turn) => {
    const limit = subject.limit(turn.activity);
    return { beyond: Math.max(0, subject.stay(turn) - (limit ?? 0)), hasLimit: limit !== undefined };
  });
  const parts = inProportion(turns, subject.overrun(dossier)!);
  for (const [at, turn] of dossier.turns.entries()) {
    const own = parts[at]!;
    if (own === 0) continue;
    steps.set(turn.activity, (steps.get(turn.activity) ?? 0) + own);
    const unit = turn.unit ?? subject.department(turn.activity)?.id;
    if (unit !== undefined) units.set(unit, (units.get(unit) ?? 0) + own);
  }
}
