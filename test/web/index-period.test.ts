/** The period of the service index that stands for the days of another page. */
import { daysOf, periodNamed } from '../../web/pages/service-index/search.js';

const TODAY = '2026-11-30';
test.each([
  ['2026-11-01', '2026-11-30', '2026-11'], ['2026-10-01', '2026-11-30', '2026-Q4'], ['2026-01-01', '2026-11-30', '2026'], ['2025-01-01', '2025-12-31', '2025'], ['2026-04-01', '2026-06-30', '2026-Q2'], ['2024-02-01', '2024-02-29', '2024-02'],
  ['2026-01-01', '2026-03-31', '2026-Q1'], ['2026-01-01', '2026-01-31', '2026-01'],
  ['2026-11-01', '2026-11-29', undefined], ['2026-11-02', '2026-11-30', undefined], ['2026-02-01', '2026-04-30', undefined], ['1999-01-01', '1999-12-31', undefined], [undefined, '2026-11-30', undefined],
])('%s to %s is %s', (from, to, period) => {
  expect(periodNamed({ from, to }, TODAY)).toBe(period);
});

test('every month, quarter and year is found by its own days', () => {
  for (const period of ['2023', '2025-Q3', '2025-07', '2026-02']) expect(periodNamed(daysOf(period), TODAY)).toBe(period);
});
