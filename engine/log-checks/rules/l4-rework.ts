import type { Turn } from '../dossier.js';
import { countBy, groupBy, most, percent, share, tenth, total } from '../numbers.js';
import { perCase, type LogRule } from '../rule.js';

const LEAST_SHARE = 0.1;

/** L4: a tenth of the dossiers go through some step more than once; what it costs, and the step that sends them back. */
export const rework: LogRule = {
  check: 'L4',
  run(subject) {
    const repeats: { turn: Turn; before: string | undefined }[] = [];
    for (const { turns } of subject.complete) {
      const seen = new Set<string>();
      turns.forEach((turn, i) => {
        if (seen.has(turn.activity)) repeats.push({ turn, before: turns[i - 1]?.activity });
        seen.add(turn.activity);
      });
    }
    const dossiers = [...new Set(repeats.map(({ turn }) => turn.dossier))];
    const part = share(dossiers.length, subject.complete.length);
    if (part < LEAST_SHARE) return [];
    const hours = (list: readonly { turn: Turn }[]): number => total(list.map(({ turn }) => subject.stay(turn)));
    const steps = [...groupBy(repeats, ({ turn }) => turn.activity)].map(([activity, list]) => ({ activity, extra: list.length, hours: hours(list) })).sort((a, b) => b.hours - a.hours || b.extra - a.extra);
    // What stands before a repeat that was not itself a repeat sends the dossier back.
    const repeated = new Set(steps.map((each) => each.activity));
    const cause = most(countBy(repeats, ({ before }) => (before === undefined || repeated.has(before) ? undefined : before))) ?? most(countBy(repeats, ({ before }) => before))!;
    const activities = steps.map((each) => each.activity);
    return [{
      check: 'L4', severity: 'warning', elements: activities.map((each) => subject.mark(each)), dossiers,
      message: { key: 'L4.message', values: { percent: percent(part), elements: subject.labels(activities), extra: repeats.length, hours: Math.round(hours(repeats)), cause: subject.labels([cause]) } },
      suggestion: { key: 'L4.suggestion', values: { cause: subject.labels([cause]) } },
      evidence: { share: part, extraExecutions: repeats.length, hours: tenth(hours(repeats)), cause: subject.mark(cause), perStep: steps.map((each) => ({ step: subject.mark(each.activity), extra: each.extra, hours: tenth(each.hours) })) },
      lostHours: perCase(subject, hours(repeats)),
    }];
  },
};
