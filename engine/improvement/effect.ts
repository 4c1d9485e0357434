/**
 * What a change has done: cases after it against cases before it, on the mix of cases after it.
 *
 * Method. Cases before are weighted so that each stratum (result, channel, season) has the share it has after the change
 * (direct standardisation). Median of working hours, share of late dossiers, mean hours of work and mean number of changes of
 * department are compared. Intervals are 95 %, each measure by itself: percentiles of `draws` repetitions in which whole weeks of
 * reception are drawn again, so that dossiers of a week may depend on each other (holidays, a pile of work); weights are made
 * anew in each. A share also has Newcombe's interval of two shares at the effective numbers of cases, which stays honest where
 * nothing was late at all; the wider of the two counts.
 *
 * Assumptions. Nothing else changed at the same time; weeks are independent; strata are not altered by the change; within a
 * stratum cases before and after are alike but for the change. Where season cannot be held equal (the change is younger than a
 * year's course), it is said. The same input and seed give the same numbers.
 */
import { shareShift } from '../log-checks/numbers.js';
import { type Random, randomOf } from '../simulation/random.js';
import { percentile } from '../statistics/series.js';
import { type Matched, matchOf } from './strata.js';
import { type Effect, type EffectCase, type Measure, type MeasureEffect, MEASURES, valueOf, type Verdict } from './types.js';
import { Sample } from './weighted.js';

/** With fewer comparable cases on a side nothing is told. */
export const FLOOR = 30;
const DRAWS = 999;

export function measureEffect(before: readonly EffectCase[], after: readonly EffectCase[], { seed = 1, draws = DRAWS }: { seed?: number; draws?: number } = {}): Effect {
  const matched = matchOf(before, after);
  const measured = MEASURES.map((measure, i) => effectOf(measure, matched, draws, randomOf(seed, i)));
  return {
    casesBefore: before.length, casesAfter: after.length, floor: FLOOR, adjusted: matched.adjusted, notComparable: matched.notComparable,
    unmatchedBefore: before.length - matched.before.cases.length, unmatchedAfter: after.length - matched.after.cases.length,
    measures: measured.filter((each) => each !== undefined), cannotTell: MEASURES.filter((_each, i) => measured[i] === undefined),
  };
}

function effectOf(measure: Measure, { before, after, strata }: Matched, draws: number, random: Random): MeasureEffect | undefined {
  const [a, b] = [new Sample(before, valueOf[measure]), new Sample(after, valueOf[measure])];
  if (a.size < FLOOR || b.size < FLOOR) return undefined;
  const mix = b.counts(strata);
  const figure = (sample: Sample, times?: Int32Array): number => {
    const weights = weightsFor(mix, sample.counts(strata, times));
    return measure === 'medianHours' ? sample.median(weights, times) : sample.mean(weights, times);
  };
  const [x, y] = [figure(a), figure(b)];
  const shifts = new Float64Array(draws);
  for (let i = 0; i < draws; i += 1) shifts[i] = figure(b, b.draw(random)) - figure(a, a.draw(random));
  shifts.sort();
  let [low, high] = [percentile(shifts, 0.025), percentile(shifts, 0.975)];
  if (measure === 'lateShare') {
    const [m, n] = [a.effectiveSize(weightsFor(mix, a.counts(strata))), b.effectiveSize(weightsFor(mix, mix))];
    const exact = shareShift(x * m, m, y * n, n);
    [low, high] = [Math.min(low, exact.low), Math.max(high, exact.high)];
  }
  return { measure, before: x, after: y, shift: y - x, low, high, casesBefore: a.size, casesAfter: b.size, verdict: verdictOf(low, high) };
}

/** Of each case of a stratum, so that the strata have the shares of `mix`; a stratum that was not drawn has none. */
function weightsFor(mix: Float64Array, counts: Float64Array): Float64Array {
  return mix.map((share, i) => (counts[i]! > 0 ? share / counts[i]! : 0));
}

/** Told by an interval that leaves out zero. */
export function verdictOf(low: number, high: number): Verdict {
  if (high < 0) return 'better';
  return low > 0 ? 'worse' : 'notShown';
}

/**
 * The verdict on a change that was made for the sake of one measure: that measure's, and others that have become worse.
 * One measure is named beforehand because of four that are looked at one is wrong by chance in every fifth or sixth case.
 */
export function verdictFor(goal: Measure, { measures }: Pick<Effect, 'measures'>): { verdict: Verdict; worse: Measure[] } {
  return {
    verdict: measures.find(({ measure }) => measure === goal)?.verdict ?? 'notShown',
    worse: measures.filter(({ measure, verdict }) => measure !== goal && verdict === 'worse').map(({ measure }) => measure),
  };
}
