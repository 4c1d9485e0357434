/** The registers of an agency: each series of numbers with the last one taken, and what the next will be. */
import type { RegisterSeries } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { numberText, registerOf } from '../writes/numbers.js';
import type { QueryContext } from './context.js';

export class RegisterQueries {
  constructor(private readonly context: QueryContext) {}

  /** The present series first, also while it is empty; earlier years after it. */
  async list({ agencyId }: Actor): Promise<RegisterSeries[]> {
    const { store, directory, rules, now } = this.context;
    const code = directory.agency(agencyId)?.code ?? agencyId;
    const inForce = rules.inForce(agencyId, now()).rules;
    const current = registerOf(code, now(), inForce);
    const whole = `dossiers:${code}`;
    // ';' follows ':' : all series of this agency, by the index that every collection has.
    const counters = await store.counters.find({ _id: { $gte: whole, $lt: `${whole};` } }).sort({ _id: -1 }).lean();
    const last = new Map(counters.filter(({ _id }) => _id === whole || _id.startsWith(`${whole}:`)).map(({ _id, n }) => [_id, n]));
    const taken = last.get(current.series) ?? 0;
    last.delete(current.series);
    const yearOf = (series: string): { year?: string } => (series === whole ? {} : { year: series.slice(whole.length + 1) });
    return [
      { ...yearOf(current.series), last: taken, next: numberText(current, taken + 1), pattern: inForce['register.pattern'], period: inForce['register.period'] },
      ...[...last].map(([series, n]) => ({ ...yearOf(series), last: n })),
    ];
  }
}
