import { median, percent, quantile, share, tenth, total } from '../numbers.js';
import { perCase, type LogRule } from '../rule.js';
import { OFFICE_DAY } from '../subject.js';

/** A step whose waiting is a smaller part of all case time, or usually shorter, is no bottleneck. */
const LEAST_SHARE = 0.25;
const LEAST_HOURS = OFFICE_DAY / 2;
const RANKED = 10;

/** L1: the step before which most time is waited, when that is a quarter of all case time and usually half an office day. */
export const waiting: LogRule = {
  check: 'L1',
  run(subject) {
    const life = total(subject.complete.map((dossier) => subject.elapsed(dossier)));
    const ranked = [...subject.byActivity].map(([activity, turns]) => {
      const waits = turns.map((turn) => subject.wait(turn));
      return { activity, turns, waits, sum: total(waits), share: share(total(waits), life) };
    }).sort((a, b) => b.sum - a.sum);
    const [worst] = ranked;
    if (!worst || worst.share < LEAST_SHARE || median(worst.waits) < LEAST_HOURS) return [];
    const long = worst.turns.filter((_turn, i) => worst.waits[i]! >= median(worst.waits));
    return [{
      check: 'L1', severity: 'warning', elements: [subject.mark(worst.activity)], dossiers: long.map((turn) => turn.dossier),
      message: { key: 'L1.message', values: { element: subject.labels([worst.activity]), percent: percent(worst.share), p50: tenth(median(worst.waits)), p90: tenth(quantile(worst.waits, 0.9)) } },
      suggestion: { key: 'L1.suggestion' },
      evidence: {
        share: worst.share, n: worst.turns.length, p50Hours: tenth(median(worst.waits)), p90Hours: tenth(quantile(worst.waits, 0.9)), totalHours: tenth(worst.sum),
        ranking: ranked.slice(0, RANKED).map((each) => ({ step: subject.mark(each.activity), hours: tenth(each.sum), share: Math.round(each.share * 1000) / 1000 })),
      },
      lostHours: perCase(subject, worst.sum), confidence: subject.hasStarts ? 1 : 0.7,
    }];
  },
};
