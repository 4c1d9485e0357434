/** Figures of one side of a comparison under weights, and of the same side drawn again. */
import type { Random } from '../simulation/random.js';
import type { Side } from './strata.js';
import type { EffectCase } from './types.js';

const WEEK = 7 * 24 * 3_600_000;

/** Values of one measure with the stratum and the week of each, ascending by value. */
export class Sample {
  readonly size: number;
  private readonly values: Float64Array;
  private readonly stratum: Int32Array;
  private readonly week: Int32Array;
  private readonly weeks: number;

  /** Cases without a value are left out. */
  constructor({ cases, at }: Side, valueOf: (each: EffectCase) => number | undefined) {
    const rows = cases.map((each, i) => ({ value: valueOf(each), stratum: at[i]!, week: Math.floor(each.from / WEEK) })).filter((row) => row.value !== undefined).sort((x, y) => x.value! - y.value!);
    const weeks = new Map([...new Set(rows.map(({ week }) => week))].sort((x, y) => x - y).map((week, i) => [week, i]));
    this.size = rows.length;
    this.values = Float64Array.from(rows, ({ value }) => value!);
    this.stratum = Int32Array.from(rows, ({ stratum }) => stratum);
    this.week = Int32Array.from(rows, ({ week }) => weeks.get(week)!);
    this.weeks = weeks.size;
  }

  /** How many of each stratum, by the multiplicity of their weeks. */
  counts(strata: number, times?: Int32Array): Float64Array {
    const counts = new Float64Array(strata);
    for (let i = 0; i < this.size; i += 1) counts[this.stratum[i]!]! += times ? times[this.week[i]!]! : 1;
    return counts;
  }

  /** How often each week is drawn: one draw fewer than there are weeks, which makes up for the weeks being few (Rao and Wu 1988). */
  draw(random: Random): Int32Array {
    const times = new Int32Array(this.weeks);
    const draws = Math.max(1, this.weeks - 1);
    for (let i = 0; i < draws; i += 1) times[Math.floor(random.next() * this.weeks)]! += 1;
    return times;
  }

  /** Under a weight for each case of a stratum; weights of cases add up to something above zero. */
  mean(weights: Float64Array, times?: Int32Array): number {
    let [sum, whole] = [0, 0];
    for (let i = 0; i < this.size; i += 1) {
      const weight = weights[this.stratum[i]!]! * (times ? times[this.week[i]!]! : 1);
      sum += weight * this.values[i]!;
      whole += weight;
    }
    return sum / whole;
  }

  /** The mean of the values at which the weights pass half from below and from above. */
  median(weights: Float64Array, times?: Int32Array): number {
    const own = (i: number): number => weights[this.stratum[i]!]! * (times ? times[this.week[i]!]! : 1);
    let whole = 0;
    for (let i = 0; i < this.size; i += 1) whole += own(i);
    let below = 0;
    for (let i = 0; i < this.size; i += 1) {
      const weight = own(i);
      below += weight;
      if (weight === 0 || below < whole / 2 - 1e-9 * whole) continue;
      if (below > whole / 2 + 1e-9 * whole) return this.values[i]!;
      for (let next = i + 1; next < this.size; next += 1) if (own(next) > 0) return (this.values[i]! + this.values[next]!) / 2;
      return this.values[i]!;
    }
    return this.values[this.size - 1]!;
  }

  /** Independent cases that would tell a share as well as these do under the weights (Kish 1965). */
  effectiveSize(weights: Float64Array): number {
    let [sum, squares] = [0, 0];
    for (let i = 0; i < this.size; i += 1) {
      const weight = weights[this.stratum[i]!]!;
      sum += weight;
      squares += weight * weight;
    }
    return (sum * sum) / squares;
  }
}
