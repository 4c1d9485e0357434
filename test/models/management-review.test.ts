/** What the management review counts: periods as cells of the figures, the period before, findings by kind. */
import type { TellingFinding } from '../../engine/analysis/finding.js';
import { cellsOf, dayAfter } from '../../models/figures/periods.js';
import { byKind, periodBefore } from '../../models/queries/management-review.js';

test.each([
  ['2026-11-30', '2026-11-30', ['2026-11-30']], ['2026-11-01', '2026-11-30', ['2026-11']], ['2026-01-01', '2026-12-31', ['2026']],
  ['2025-11-30', '2027-01-02', ['2025-11-30', '2025-12', '2026', '2027-01-01', '2027-01-02']], ['2024-02-01', '2024-02-28', Array.from({ length: 28 }, (_, n) => `2024-02-${String(n + 1).padStart(2, '0')}`)], ['2024-02-01', '2024-02-29', ['2024-02']],
])('%s to %s', (from, to, cells) => { expect(cellsOf({ from, to: dayAfter(to) })).toEqual(cells); });

test('as many days, up to the day before', () => {
  expect(periodBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-01-29', to: '2026-02-28' });
  expect(periodBefore({ from: '2026-01-01', to: '2026-01-01' })).toEqual({ from: '2025-12-31', to: '2025-12-31' });
});

test('by kind: what is lived with is counted apart, and loses no hours', () => {
  const finding = (check: string, more: Partial<TellingFinding> = {}): TellingFinding => ({ file: '', check, severity: 'warning', elements: [], message: '', evidence: {}, canTell: true, ...more });
  const rows = byKind([
    { procedures: ['a'], finding: finding('T4') }, { procedures: ['a'], finding: finding('T4', { hoursPerYear: 3 }) }, { procedures: ['b'], finding: finding('T4', { hoursPerYear: 9, accepted: { reason: 'x', lookAgain: '2027-01-01' } }) },
    { procedures: ['a', 'b'], finding: finding('O9', { severity: 'advice' }) },
  ], 'en');
  expect(rows).toMatchObject([{ check: 'T4', title: 'Ping-pong', procedures: 2, warning: 2, accepted: 1, hoursPerYear: 3 }, { check: 'O9', procedures: 2, advice: 1, hoursPerYear: 0 }]);
});
