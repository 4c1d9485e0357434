/** Early, on time, due soon, overdue: by the settings of the agency. */
import { vnOffice } from '../../engine/calendar/vn-office.js';
import { dueStateOf, momentOf } from '../../models/due-state.js';

const at = (text: string): Date => new Date(`${text}+07:00`);
const NOW = at('2026-11-20T15:00');
const state = (dueAt: string, more: object = {}, settings?: Parameters<typeof momentOf>[2]) =>
  dueStateOf({ dueAt: at(dueAt), paused: false, ...more }, momentOf(vnOffice(), NOW, settings));

test('soon is within one working day unless the agency says otherwise: over a weekend and a holiday too', () => {
  expect(['2026-11-20T14:59', '2026-11-20T15:00', '2026-11-23T15:00', '2026-11-23T15:01'].map((due) => state(due))).toEqual(['overdue', 'dueSoon', 'dueSoon', 'onTime']);
  const soon = { value: 3, unit: 'workingDays' as const };
  expect(['2026-11-26T15:00', '2026-11-26T15:01'].map((due) => state(due, {}, { soon, early: 'dayBefore' }))).toEqual(['dueSoon', 'onTime']);
  expect(state('2026-11-20T16:00', { paused: true })).toBe('paused');
});

test('early is before the last day, by the calendar day of the agency; any time before it where the agency says so', () => {
  const settled = (when: string, early?: 'anyTime') => state('2026-11-20T17:00', { settledAt: at(when) }, early && { soon: { value: 1, unit: 'days' }, early });
  expect(['2026-11-19T23:59', '2026-11-20T00:00', '2026-11-20T17:00', '2026-11-20T17:01'].map((when) => settled(when))).toEqual(['early', 'onTime', 'onTime', 'late']);
  expect(['2026-11-20T16:59', '2026-11-20T17:00'].map((when) => settled(when, 'anyTime'))).toEqual(['early', 'onTime']);
});

test('what ended without a decision is neither early nor late', () => {
  const ended = (of: string) => state('2026-11-20T17:00', { settledAt: at('2026-11-18T10:00'), state: of });
  expect(['delivered', 'refused', 'withdrawn', 'notReceived', 'unresolved'].map(ended)).toEqual(['early', 'early', 'none', 'none', 'none']);
});
