import { beginOf } from '../../mining/figures/over-time.js';
import type { Turn } from '../dossier.js';
import { countBy, groupBy, median, tenth } from '../numbers.js';
import { lacks, type LogAnswer, type LogRule } from '../rule.js';
import type { LogSubject } from '../subject.js';

const RATIO = 2;
const WEEKS = 4;
const LEAST_PEOPLE = 3;
/** In a quiet week chance alone makes one twice as busy. */
const LEAST_MEDIAN = 5;
const WEEK = 7 * 86_400_000;

/** L17: in a unit of three people or more the busiest completes over twice as much as the median, four weeks in a row. */
export const imbalance: LogRule = {
  check: 'L17',
  run(subject) {
    const turns = subject.turns.filter((turn) => turn.unit !== undefined && turn.person !== undefined);
    if (turns.length === 0) return lacks('L17', 'org:group and org:resource');
    return [...groupBy(turns, (turn) => turn.unit)].flatMap(([unit, own]) => judge(subject, unit, own));
  },
};

function judge(subject: LogSubject, unit: string, turns: readonly Turn[]): LogAnswer[] {
  const weeks = [...groupBy(turns, (turn) => String(beginOf(turn.completed! * 1000, 'week') / 1000))].map(([week, own]) => ({ week: Number(week), own, ratio: ratioOf(own) })).sort((a, b) => a.week - b.week);
  let row: typeof weeks = [];
  let longest: typeof weeks = [];
  for (const each of weeks) {
    const follows = row.length > 0 && each.week - row[row.length - 1]!.week === WEEK;
    row = each.ratio > RATIO ? [...(follows ? row : []), each] : [];
    if (row.length > longest.length) longest = row;
  }
  if (longest.length < WEEKS) return [];
  const ratio = median(longest.map((each) => each.ratio));
  const own = longest.flatMap((each) => each.own);
  return [{
    check: 'L17', severity: 'advice', elements: [...new Set(own.map((turn) => subject.mark(turn.activity)))], dossiers: own.map((turn) => turn.dossier),
    message: { key: 'L17.message', values: { unit: subject.unitName(unit), ratio: tenth(ratio), weeks: longest.length } }, suggestion: { key: 'L17.suggestion' },
    evidence: { unit, weeks: longest.length, firstWeek: new Date(longest[0]!.week).toISOString().slice(0, 10), ratio: tenth(ratio) },
  }];
}
function ratioOf(turns: readonly Turn[]): number {
  const work = [...countBy(turns, (turn) => turn.person).values()];
  const middle = median(work);
  return work.length < LEAST_PEOPLE || middle < LEAST_MEDIAN ? 0 : Math.max(...work) / middle;
}
