import type { Turn } from '../dossier.js';
import { groupBy, mean, percent, share, tenth, total } from '../numbers.js';
import { lacks, perCase, type LogRule } from '../rule.js';
import { OFFICE_DAY } from '../subject.js';

const LEAST = 30;
const LEAST_EXCESS = OFFICE_DAY;
const LEAST_SHARE = 0.1;

interface Passed { turn: Turn; wait: number }

/** L6: the ordered pair of units where a dossier waits longest for having changed hands: an office day more than without, a tenth of all case time. */
export const handOver: LogRule = {
  check: 'L6',
  run(subject) {
    const column = (['unit', 'person'] as const).find((each) => subject.turns.some((turn) => turn[each] !== undefined));
    if (!column) return lacks('L6', 'org:group or org:resource');
    const passes = subject.complete.flatMap(({ turns }) => turns.slice(1).map((turn, i) => ({ from: turns[i]![column], to: turn[column], passed: { turn, wait: subject.wait(turn) } })))
      .filter((each) => each.from !== undefined && each.to !== undefined);
    const stays = passes.filter((each) => each.from === each.to).map((each) => each.passed.wait);
    const base = stays.length >= LEAST ? mean(stays) : 0;
    const life = total(subject.complete.map((dossier) => subject.elapsed(dossier)));
    const pairs = [...groupBy(passes.filter((each) => each.from !== each.to), (each) => `${each.from} → ${each.to}`)].map(([name, list]) => pairOf(name, list.map(({ passed }) => passed), base));
    const worst = pairs.filter(({ n, excess, sum }) => n >= LEAST && excess >= LEAST_EXCESS && share(sum, life) >= LEAST_SHARE).sort((a, b) => b.sum - a.sum);
    return worst.slice(0, 1).map(({ name, n, wait, excess, sum, list }) => ({
      check: 'L6', severity: 'warning' as const, elements: [...new Set(list.map(({ turn }) => subject.mark(turn.activity)))], dossiers: list.map(({ turn }) => turn.dossier),
      message: { key: 'L6.message' as const, values: { units: name.split(' → ').map((unit) => subject.unitName(unit)).join(' → '), wait: tenth(wait), base: tenth(base), percent: percent(share(sum, life)) } }, suggestion: { key: 'L6.suggestion' as const },
      evidence: { units: name.split(' → '), n, meanWaitHours: tenth(wait), meanWithoutHours: tenth(base), excessHours: tenth(excess), ranking: pairs.sort((a, b) => b.sum - a.sum).slice(0, 10).map((each) => ({ units: each.name, n: each.n, excessHours: tenth(each.excess) })) },
      lostHours: perCase(subject, sum), confidence: stays.length >= LEAST ? 0.8 : 0.6,
    }));
  },
};

function pairOf(name: string, list: readonly Passed[], base: number): { name: string; list: readonly Passed[]; n: number; wait: number; excess: number; sum: number } {
  const wait = mean(list.map((each) => each.wait));
  return { name, list, n: list.length, wait, excess: wait - base, sum: Math.max(0, wait - base) * list.length };
}
