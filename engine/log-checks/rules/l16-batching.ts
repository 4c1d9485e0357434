import { batchSizes } from '../../mining/figures/batching.js';
import type { Turn } from '../dossier.js';
import { groupBy, median, percent, tenth, total } from '../numbers.js';
import { lacks, perCase, type LogAnswer, type LogRule } from '../rule.js';
import { OFFICE_DAY, type LogSubject } from '../subject.js';

const LEAST = 30;
const IN_BATCHES = 0.6;

/** L16: six in ten completions of a step by one person come within 15 minutes of another, and half of them waited over an office day. */
export const batching: LogRule = {
  check: 'L16',
  run(subject) {
    if (!subject.turns.some((turn) => turn.person !== undefined)) return lacks('L16', 'org:resource');
    return [...subject.byActivity].flatMap(([activity, turns]) => judge(subject, activity, [...groupBy(turns, (turn) => turn.person).values()]));
  },
};

function judge(subject: LogSubject, activity: string, people: readonly (readonly Turn[])[]): LogAnswer[] {
  const batched = people.filter((turns) => turns.length >= LEAST).map((turns) => {
    const sizes = batchSizes(Float64Array.from(turns, (turn) => turn.completed! * 1000).sort());
    return { turns, sizes, part: total(sizes) / turns.length, wait: median(turns.map((turn) => subject.wait(turn))) };
  }).filter(({ part, wait }) => part >= IN_BATCHES && wait > OFFICE_DAY);
  if (batched.length === 0) return [];
  const turns = batched.flatMap((each) => each.turns);
  const waited = total(turns.map((turn) => subject.wait(turn)));
  const worst = batched.reduce((most, each) => (each.part > most.part ? each : most));
  return [{
    check: 'L16', severity: 'advice', elements: [subject.mark(activity)], dossiers: turns.map((turn) => turn.dossier),
    message: { key: 'L16.message', values: { element: subject.labels([activity]), percent: percent(worst.part), wait: tenth(worst.wait) } }, suggestion: { key: 'L16.suggestion' },
    evidence: { people: batched.length, completions: turns.length, inBatches: worst.part, batches: worst.sizes.length, meanSize: tenth(total(worst.sizes) / worst.sizes.length), medianWaitHours: tenth(worst.wait) },
    lostHours: perCase(subject, waited),
  }];
}
