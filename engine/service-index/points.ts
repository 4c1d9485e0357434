/**
 * Points of the index from counts. What is not recorded, or did not occur in the period, is neither 0 nor full: it has no points and its
 * weight is left out; `score` is what was reached of the weight that could be measured, on the scale of 100. Pure.
 */
import { GROUPS, INDICATOR_IDS, indicatorOf, type IndexAbsence, type IndexGroup, type IndicatorId, type IndicatorUnit, type Weights } from './indicators.js';

/** `met` of `all` (of what, `of` says) makes that share of `weight`; `points` is absent where `absent` says why. */
export interface IndexIndicator { id: IndicatorId; group: IndexGroup; of: IndicatorUnit; weight: number; met?: number; all?: number; points?: number; absent?: IndexAbsence }
/** `measured`: the weight of what has points; `score`: `points` of it on the scale of 100. */
export interface IndexSum { weight: number; measured: number; points: number; score?: number }
export interface IndexFigures extends IndexSum { indicators: IndexIndicator[]; groups: ({ id: IndexGroup } & IndexSum)[] }

/** `met` of `all`; or why nothing can be counted. */
export type Count = { met: number; all: number } | { absent: Exclude<IndexAbsence, 'noCases'> };
export type Counts = Readonly<Partial<Record<IndicatorId, Count>>>;

export function indexOf(counts: Counts, weights: Weights): IndexFigures {
  const indicators = INDICATOR_IDS.map((id) => indicator(id, counts[id] ?? { absent: 'notKept' }, weights[id]));
  const groups = GROUPS.map((id) => ({ id, ...summed(indicators.filter(({ group }) => group === id)) }));
  return { indicators, groups, ...summed(indicators) };
}

function indicator(id: IndicatorId, count: Count, weight: number): IndexIndicator {
  const { group, of } = indicatorOf(id);
  const about = { id, group, of, weight };
  if ('absent' in count) return { ...about, absent: count.absent };
  const { met, all } = count;
  return all > 0 ? { ...about, met, all, points: rounded(weight * (met / all)) } : { ...about, met, all, absent: 'noCases' };
}

function summed(of: readonly IndexIndicator[]): IndexSum {
  const told = of.filter(({ points }) => points !== undefined);
  const [weight, measured, points] = [sum(of.map((each) => each.weight)), sum(told.map((each) => each.weight)), rounded(sum(told.map((each) => each.points!)))];
  return { weight, measured, points, ...(measured > 0 ? { score: rounded((points / measured) * 100) } : {}) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);
/** Two decimals, as indices are published. */
const rounded = (n: number): number => Math.round(n * 100) / 100;
