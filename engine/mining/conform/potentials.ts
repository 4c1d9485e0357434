/**
 * Lower bounds for what an alignment still costs, from the marking equation (van Dongen 2018 uses its primal form).
 *
 * To be executed from marking m with the events of a rest of trace, counted by label as n: x_t >= 0 firings of each
 * transition and s_a matched events of each label with C x = final - m, s_a <= sum of x_t labelled a, s_a <= n_a, at the cost
 * sum of visible x_t + |rest| - 2 sum of s_a. Its dual reads: maximise y (final - m) + sum of (v_a - 2) n_a + |rest| over
 *   y C_t + v_label(t) <= 1 for visible t, y C_t <= 0 for silent t, 0 <= v <= 2.
 * What may be chosen there does not depend on m and n: every (y, v) ever found is a bound for every state of every trace,
 * and the simplex goes on from the basis that it ended with. Costs are whole, so that the bound is rounded up.
 */
import type { Marking, PetriNet } from './net.js';

const TINY = 1e-9;
/** Kept back when rounding up, so that errors of the arithmetic never raise a bound. */
const SAFETY = 1e-6;
const MOST_PIVOTS = 5000;

/** A point of the dual: weights of places and of labels. */
export interface Potential { place: Float64Array; label: Float64Array }
/** `unreachable`: the final marking cannot be reached from there. */
export type Bound = { potential: Potential } | 'unreachable';

/** Maximises over {z : A z <= d, z_label >= 0, z_place free}, with d >= 0: the origin is a feasible start. */
export class Potentials {
  private readonly columns: number;
  private readonly rows: number;
  /** Row i: [coefficients of the nonbasic variables ..., right-hand side]. */
  private tableau: Float64Array[] = [];
  /** Variable in each row and column; z by number, slack of row i as `columns + i`. */
  private basic: Int32Array = new Int32Array(0);
  private nonbasic: Int32Array = new Int32Array(0);
  private readonly matrix: { row: Float64Array; limit: number }[];

  constructor(private readonly net: PetriNet, private readonly labels: readonly string[]) {
    this.columns = net.places.length + labels.length;
    this.matrix = constraintsOf(net, labels, this.columns);
    this.rows = this.matrix.length;
    this.reset();
  }

  /** The best point for the marking and the counts of labels still to come. */
  solve(final: Marking, marking: Marking, counts: Float64Array): Bound {
    const objective = new Float64Array(this.columns);
    const places = this.net.places.length;
    for (let p = 0; p < places; p += 1) objective[p] = final[p]! - marking[p]!;
    objective.set(counts, places);
    let bounded = this.maximise(objective);
    let point = this.point();
    if (!this.holds(point)) {
      // Errors have added up over many pivots: begin again from the constraints as they were written.
      this.reset();
      bounded = this.maximise(objective);
      point = this.point();
    }
    if (!bounded) return 'unreachable';
    if (!this.holds(point)) return { potential: { place: new Float64Array(places), label: new Float64Array(this.labels.length) } };
    return { potential: { place: point.slice(0, places), label: point.slice(places) } };
  }

  private reset(): void {
    this.tableau = this.matrix.map(({ row, limit }) => Float64Array.from([...row, limit]));
    this.basic = Int32Array.from({ length: this.rows }, (_, i) => this.columns + i);
    this.nonbasic = Int32Array.from({ length: this.columns }, (_, j) => j);
  }

  private isFree(variable: number): boolean {
    return variable < this.net.places.length;
  }

  /** False when there is no maximum. Stops early, at a feasible point, after very many pivots. */
  private maximise(objective: Float64Array): boolean {
    const reduced = this.reducedCosts(objective);
    for (let pivots = 0; pivots < MOST_PIVOTS; pivots += 1) {
      const column = this.entering(reduced, pivots > MOST_PIVOTS / 10);
      if (column < 0) return true;
      const up = reduced[column]! > 0;
      const row = this.leaving(column, up);
      if (row < 0) return false;
      this.pivot(row, column, reduced);
    }
    return true;
  }

  private reducedCosts(objective: Float64Array): Float64Array {
    const cost = (variable: number): number => (variable < this.columns ? objective[variable]! : 0);
    const reduced = Float64Array.from(this.nonbasic, cost);
    for (let i = 0; i < this.rows; i += 1) {
      const c = cost(this.basic[i]!);
      if (c === 0) continue;
      const row = this.tableau[i]!;
      for (let j = 0; j < this.columns; j += 1) reduced[j]! -= c * row[j]!;
    }
    return reduced;
  }

  /** The steepest column; in the end the first by number (Bland 1977), which cannot go round in circles. */
  private entering(reduced: Float64Array, first: boolean): number {
    let best = -1;
    for (let j = 0; j < this.columns; j += 1) {
      const gain = this.isFree(this.nonbasic[j]!) ? Math.abs(reduced[j]!) : reduced[j]!;
      if (gain <= TINY) continue;
      if (best < 0) best = j;
      else if (first ? this.nonbasic[j]! < this.nonbasic[best]! : gain > Math.abs(reduced[best]!)) best = j;
    }
    return best;
  }

  private leaving(column: number, up: boolean): number {
    let best = -1;
    let least = Infinity;
    for (let i = 0; i < this.rows; i += 1) {
      if (this.isFree(this.basic[i]!)) continue;
      const row = this.tableau[i]!;
      const rate = up ? row[column]! : -row[column]!;
      if (rate <= TINY) continue;
      const ratio = Math.max(0, row[this.columns]!) / rate;
      if (ratio < least - TINY || (ratio < least + TINY && best >= 0 && this.basic[i]! < this.basic[best]!)) {
        least = Math.min(least, ratio);
        best = i;
      }
    }
    return best;
  }

  private pivot(r: number, c: number, reduced: Float64Array): void {
    const row = this.tableau[r]!;
    const inverse = 1 / row[c]!;
    for (let j = 0; j <= this.columns; j += 1) row[j]! *= inverse;
    row[c] = inverse;
    for (let i = 0; i < this.rows; i += 1) if (i !== r) eliminate(this.tableau[i]!, row, c, inverse, this.columns + 1);
    eliminate(reduced, row, c, inverse, this.columns);
    const variable = this.basic[r]!;
    this.basic[r] = this.nonbasic[c]!;
    this.nonbasic[c] = variable;
  }

  private point(): Float64Array {
    const point = new Float64Array(this.columns);
    for (let i = 0; i < this.rows; i += 1) if (this.basic[i]! < this.columns) point[this.basic[i]!] = this.tableau[i]![this.columns]!;
    return point;
  }

  private holds(point: Float64Array): boolean {
    for (let p = this.net.places.length; p < this.columns; p += 1) if (point[p]! < -SAFETY / 100) return false;
    return this.matrix.every(({ row, limit }) => {
      let sum = 0;
      for (let j = 0; j < this.columns; j += 1) sum += row[j]! * point[j]!;
      return sum <= limit + SAFETY / 100;
    });
  }
}

function eliminate(row: Float64Array, pivotRow: Float64Array, c: number, inverse: number, length: number): void {
  const factor = row[c]!;
  if (factor === 0) return;
  for (let j = 0; j < length; j += 1) row[j]! -= factor * pivotRow[j]!;
  row[c] = -factor * inverse;
}

function constraintsOf(net: PetriNet, labels: readonly string[], columns: number): { row: Float64Array; limit: number }[] {
  const label = new Map(labels.map((name, a) => [name, net.places.length + a]));
  const rows = net.transitions.map(({ take, give, label: name }) => {
    const row = new Float64Array(columns);
    for (const [place, tokens] of give) row[place]! += tokens;
    for (const [place, tokens] of take) row[place]! -= tokens;
    if (name !== undefined) row[label.get(name)!] = 1;
    return { row, limit: name === undefined ? 0 : 1 };
  });
  const ends = labels.map((name) => {
    const row = new Float64Array(columns);
    row[label.get(name)!] = 1;
    return { row, limit: 2 };
  });
  // A place that may be emptied may lose a token at any time, as far as the bounds go: -y <= 0.
  const drains = [...new Set(net.transitions.flatMap(({ clears }) => clears ?? []))].map((place) => {
    const row = new Float64Array(columns);
    row[place] = -1;
    return { row, limit: 0 };
  });
  return [...rows, ...ends, ...drains];
}

/** The whole cost that a bound stands for. */
export const wholeCost = (bound: number): number => Math.max(0, Math.ceil(bound - SAFETY));
