import type { Json } from '../../engine/expression/evaluate.js';
import { addDuration, plainTexts, toDuration, toInstant } from '../../engine/expression/timing.js';
import { value } from './support.js';

test('points in time from expressions and from texts', () => {
  expect(toInstant(value('date and time("2026-11-23T08:00:00")'), 420)).toBe(Date.UTC(2026, 10, 23, 1));
  expect(toInstant('2026-11-23T08:00:00Z', 420)).toBe(Date.UTC(2026, 10, 23, 8));
  expect(toInstant(value('@"2026-11-23"'), 420)).toBe(Date.UTC(2026, 10, 22, 17));
  const others: Json[] = [null, 5, 'x', 'P1D', '08:00:00', {}, { '@': 'date', value: 'x' }];
  for (const other of others) expect(toInstant(other, 420)).toBeUndefined();
});

test('durations from expressions and from texts', () => {
  expect(toDuration(value('@"PT1H" * 2'))).toEqual({ ms: 7_200_000 });
  expect(toDuration('P1Y2M')).toEqual({ months: 14 });
  for (const other of [null, 5, 'x', 'P1YT1H', '2026-11-23', { '@': 'days and time duration', value: 'x' }]) expect(toDuration(other)).toBeUndefined();
});

test('months move the local date, not the date of UTC', () => {
  // 31 January 00:30 in Hanoi is still 30 January in UTC.
  const local = Date.UTC(2026, 0, 30, 17, 30);
  expect(addDuration(local, { months: 1 }, 420)).toBe(Date.UTC(2026, 1, 27, 17, 30));
  expect(addDuration(local, { ms: 1000 }, 420)).toBe(local + 1000);
});

test('texts for people', () => {
  expect(plainTexts({ hạn: value('@"2026-11-23"'), xs: [value('@"P1D"'), 1, null] })).toEqual({ hạn: '2026-11-23', xs: ['P1D', 1, null] });
});
