/** Values collected one by one, without a list of boxed numbers. */
import { percentile, sumOf } from '../../statistics/series.js';
import type { Spread } from './types.js';

export class Series {
  private values = new Float64Array(8);
  private n = 0;

  push(value: number): void {
    if (this.n === this.values.length) {
      const wider = new Float64Array(this.n * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.n] = value;
    this.n += 1;
  }

  get size(): number { return this.n; }

  spread(): Spread {
    if (this.n === 0) return { n: 0, total: 0, mean: 0, half: 0, nineInTen: 0 };
    const sorted = this.values.slice(0, this.n).sort();
    const total = sumOf(sorted);
    return { n: this.n, total, mean: total / this.n, half: percentile(sorted, 0.5), nineInTen: percentile(sorted, 0.9) };
  }
}
