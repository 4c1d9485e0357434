/** When timers are due: texts of ISO 8601, values of FEEL, working time on the calendar of the plan. */
import type { Json } from '../../engine/graph/types.js';
import type { CalendarData } from '../../engine/calendar/types.js';
import { addDuration, calendarOf, dueOf, parseInstant } from '../../engine/interpreter/timers.js';

const HANOI = calendarOf(undefined);
/** Monday 05/01/2026 07:30 in Viet Nam. */
const NOW = Date.UTC(2026, 0, 5, 0, 30);
const HOUR = 3_600_000;
const due = (kind: 'date' | 'duration' | 'cycle', value: Json) => dueOf(kind, value, NOW, HANOI);

test.each([
  ['PT1H', HOUR], ['PT1.5H', 1.5 * HOUR], ['P0.5D', 12 * HOUR], ['P1DT1.5M', 24 * HOUR + 90_000], ['P2W', 14 * 24 * HOUR], ['-PT1H', -HOUR],
  ['P1M', 31 * 24 * HOUR], ['P1MT2H', 31 * 24 * HOUR + 2 * HOUR], ['P1M1DT1H', 32 * 24 * HOUR + HOUR], ['P1Y1D', 366 * 24 * HOUR],
])('%s', (text, ms) => expect(addDuration(NOW, text)).toBe(NOW + ms));

test.each(['', 'P', 'PT', 'P1H', 'PT1D', '1H', 'P1.5M', 'P1MT', 'P1M2Y', 'x'])('"%s" is no duration', (text) => expect(addDuration(NOW, text)).toBeUndefined());

test('an instant without an offset is local time', () => {
  expect(parseInstant('2026-01-05T07:30:00')).toBe(NOW);
  expect(parseInstant('2026-01-05T00:30:00Z')).toBe(NOW);
  expect(parseInstant('2026-01-05')).toBe(Date.UTC(2026, 0, 4, 17));
  expect(parseInstant('05/01/2026')).toBeUndefined();
});

test('working time counts office hours', () => {
  const counted = (limit: string, dueAt: number) => expect(due('duration', limit)).toEqual({ ok: true, dueAt, working: { limit, from: NOW } });
  counted('8 workingHours', Date.UTC(2026, 0, 5, 10));
  counted('2 workingDays', Date.UTC(2026, 0, 7, 10));
  // Sunday 11/01 and the Saturday before it: the 10th is worked to make up for the 2nd.
  counted('6 days', Date.UTC(2026, 0, 12, 10));
  counted('5 days', Date.UTC(2026, 0, 10, 10));
  expect(due('duration', '2 weeks').ok).toBe(false);
  expect(due('date', '8 workingHours').ok).toBe(false);
  expect(dueOf('duration', '8 workingHours', Date.UTC(1999, 0, 1), HANOI)).toEqual({ ok: false, message: expect.stringContaining('begins on') });
});

test('a plan may bring its own calendar', () => {
  const office = [{ start: 0, end: 24 * HOUR }];
  const round: CalendarData = { zone: { name: 'UTC', offset: 0, transitions: [] }, periods: [{ from: 0, week: Array<typeof office>(7).fill(office) }], closed: [], open: [] };
  const calendar = calendarOf({ calendar: round });
  expect(calendarOf({ calendar: round })).toBe(calendar);
  expect(dueOf('duration', '30 workingHours', NOW, calendar)).toEqual({ ok: true, dueAt: NOW + 30 * HOUR, working: { limit: '30 workingHours', from: NOW } });
  expect(dueOf('date', '2026-01-05', NOW, calendar)).toEqual({ ok: true, dueAt: Date.UTC(2026, 0, 5) });
});

test.each([
  ['R3/PT1H', { dueAt: NOW + HOUR, interval: HOUR, left: 2 }], ['R/PT1H', { dueAt: NOW + HOUR, interval: HOUR, left: -1 }], ['PT1H', { dueAt: NOW + HOUR, interval: HOUR, left: -1 }],
  ['R1/PT1H', { dueAt: NOW + HOUR, interval: HOUR, left: 0 }], ['R0/PT1H', { dueAt: NOW + HOUR, interval: HOUR, left: 0 }],
  ['R2/2026-01-05T01:00:00Z/PT1H', { dueAt: NOW + HOUR / 2, interval: HOUR, left: 1 }],
])('cycle %s', (text, wanted) => expect(due('cycle', text)).toEqual({ ok: true, ...wanted }));
test.each(['R3', 'R3/', 'R3/PT0S', 'R3/-PT1H', 'Rx/PT1H', '8 workingHours'])('"%s" is no cycle', (text) => expect(due('cycle', text).ok).toBe(false));

test('values of FEEL', () => {
  expect(due('duration', { '@': 'days and time duration', value: 'PT2H' })).toEqual({ ok: true, dueAt: NOW + 2 * HOUR });
  expect(due('date', { '@': 'date and time', value: '2026-01-05T10:00:00' })).toEqual({ ok: true, dueAt: Date.UTC(2026, 0, 5, 3) });
  for (const other of [null, 5, true, [], {}]) expect(due('date', other as Json).ok).toBe(false);
});
