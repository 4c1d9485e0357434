/** Makes the mix of cases before a change that of the cases after it. */
import { countBy } from '../log-checks/numbers.js';
import type { EffectCase, Stratum } from './types.js';

/** A stratum with fewer cases on a side is not compared. */
const LEAST = 5;
/** So large a share of the cases after the change needs a counterpart, or the stratum is not held equal. */
const COVERED = 0.8;
/** What matters most first: each is taken in as long as enough cases keep a counterpart. */
const ORDER: readonly Stratum[] = ['result', 'channel', 'season'];

/** Cases of one side with the index of the stratum of each. */
export interface Side { cases: readonly EffectCase[]; at: Int32Array }
export interface Matched { before: Side; after: Side; strata: number; adjusted: Stratum[]; notComparable: Stratum[] }

export function matchOf(before: readonly EffectCase[], after: readonly EffectCase[]): Matched {
  const adjusted: Stratum[] = [];
  const notComparable: Stratum[] = [];
  for (const stratum of ORDER) {
    if (![...before, ...after].some((each) => each.strata[stratum] !== undefined)) continue;
    const by = [...adjusted, stratum];
    const common = commonStrata(before, after, by);
    const covered = after.filter((each) => common.has(nameOf(each, by))).length;
    (covered >= COVERED * after.length ? adjusted : notComparable).push(stratum);
  }
  const common = commonStrata(before, after, adjusted);
  const side = (all: readonly EffectCase[]): Side => {
    const cases = all.filter((each) => common.has(nameOf(each, adjusted)));
    return { cases, at: Int32Array.from(cases, (each) => common.get(nameOf(each, adjusted))!) };
  };
  return { before: side(before), after: side(after), strata: common.size, adjusted, notComparable };
}

function commonStrata(before: readonly EffectCase[], after: readonly EffectCase[], by: readonly Stratum[]): Map<string, number> {
  const [a, b] = [before, after].map((cases) => countBy(cases, (each) => nameOf(each, by))) as [Map<string, number>, Map<string, number>];
  const names = [...b.keys()].filter((name) => b.get(name)! >= LEAST && (a.get(name) ?? 0) >= LEAST).sort();
  return new Map(names.map((name, i) => [name, i]));
}
const nameOf = (each: EffectCase, by: readonly Stratum[]): string => JSON.stringify(by.map((stratum) => each.strata[stratum] ?? null));
