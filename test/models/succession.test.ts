/** What a unit goes on with: chains, splits, days and circles. */
import fc from 'fast-check';
import { predecessorsOn, type Ending } from '../../models/succession.js';

const of = (units: readonly Ending[], day: string) => Object.fromEntries([...predecessorsOn(units, day)].map(([id, before]) => [id, [...before].sort()]));

test('from the day after the last one on, over every merger in between; a split goes to each', () => {
  const units: Ending[] = [{ _id: 'a', to: '2025-06-30', successors: ['b'] }, { _id: 'b', to: '2026-03-31', successors: ['c', 'd'] }, { _id: 'c' }, { _id: 'd' }, { _id: 'e', to: '2026-01-01' }];
  expect(of(units, '2025-06-30')).toEqual({});
  expect(of(units, '2025-07-01')).toEqual({ b: ['a'] });
  expect(of(units, '2026-03-31')).toEqual({ b: ['a'] });
  expect(of(units, '2026-04-01')).toEqual({ b: ['a'], c: ['a', 'b'], d: ['a', 'b'] });
});

test('whatever is entered, it ends, nobody continues himself, and it is the closure of what was entered', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  fc.assert(fc.property(fc.uniqueArray(fc.record({ _id: id, successors: fc.uniqueArray(id, { maxLength: 3 }) }), { selector: ({ _id }) => _id }), (entered) => {
    const found = predecessorsOn(entered.map((each) => ({ ...each, to: '2025-06-30' })), '2025-07-01');
    const direct = (to: string): string[] => (entered as readonly Ending[]).filter(({ successors }) => successors!.includes(to)).map(({ _id }) => _id);
    for (const [unit, before] of found) {
      expect(before).not.toContain(unit);
      const closed = new Set(direct(unit));
      for (const each of closed) for (const more of direct(each)) closed.add(more);
      closed.delete(unit);
      expect(new Set(before)).toEqual(closed);
    }
  }));
});
