import { groupBy, median, percent, share, tenth } from '../numbers.js';
import { type LogRule } from '../rule.js';

const FREQUENT = 0.05;
const SLOW = 1.5;
const TOLD = 10;
/** Office hours that a variant has to take longer, so that minutes are no finding. */
const LEAST_HOURS = 4;

/** L14: a variant of one dossier in twenty takes half as long again as the middle of all; variants with their time and late share. */
export const variants: LogRule = {
  check: 'L14',
  run(subject) {
    const all = [...groupBy(subject.complete, ({ turns }) => turns.map((turn) => turn.activity).join('\n')).values()].map((dossiers) => ({
      dossiers, part: share(dossiers.length, subject.complete.length), hours: median(dossiers.map((each) => subject.elapsed(each))),
      late: share(dossiers.filter((each) => (subject.overrun(each) ?? 0) > 0).length, dossiers.length),
    })).sort((a, b) => b.dossiers.length - a.dossiers.length);
    const middle = median(subject.complete.map((each) => subject.elapsed(each)));
    const slow = all.filter((each) => each.part >= FREQUENT && each.hours >= SLOW * middle && each.hours >= middle + LEAST_HOURS);
    if (slow.length === 0) return [];
    const worst = slow.reduce((most, each) => ((each.hours - middle) * each.part > (most.hours - middle) * most.part ? each : most));
    const steps = worst.dossiers[0]!.turns.map((turn) => turn.activity);
    return [{
      check: 'L14', severity: 'advice', elements: [...new Set(steps.map((each) => subject.mark(each)))], dossiers: worst.dossiers,
      message: { key: 'L14.message', values: { percent: percent(worst.part), hours: tenth(worst.hours), middle: tenth(middle), path: steps.map((each) => subject.label(each)).join(' → ') } }, suggestion: { key: 'L14.suggestion' },
      evidence: {
        variants: all.length, singletonShare: share(all.filter((each) => each.dossiers.length === 1).length, all.length), medianHours: tenth(middle),
        top: all.slice(0, TOLD).map((each) => ({ cases: each.dossiers.length, share: each.part, medianHours: tenth(each.hours), lateShare: each.late, steps: each.dossiers[0]!.turns.map((turn) => subject.mark(turn.activity)) })),
      },
      lostHours: (worst.hours - middle) * worst.part,
    }];
  },
};
