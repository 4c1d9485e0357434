/** Due dates worked out by hand from format.md section 2, each with its reason. */
import { dueAt, formatInstant, ledger, nextOpen, parseAllowance, parseInstant, parsePause, vnOffice, workingTime } from '../../engine/calendar/index.js';
import type { CountingOptions } from '../../engine/calendar/index.js';
import { compile } from './support/calendars.js';

const office = vnOffice();
const local = (text: string) => parseInstant(`${text}+07:00`)!;
const shown = (instant: number) => formatInstant(office.data.zone, instant).slice(0, 16);
function due(limit: string, from: string, { pauses, ...options }: Omit<CountingOptions, 'pauses'> & { pauses?: string[] } = {}): string {
  const read = pauses?.map((pause) => parsePause(pause.split('/').map((end) => `${end}+07:00`).join('/')));
  return shown(dueAt(office, local(from), parseAllowance(limit), { ...options, pauses: read }));
}

test.each([
  ['ends with the last minute, not at the next opening', '4 workingHours', '2026-03-02T07:30', '2026-03-02T11:30'],
  ['goes on after the midday break', '4 workingHours', '2026-03-02T08:00', '2026-03-02T13:30'],
  ['a whole day ends at closing', '8 workingHours', '2026-03-02T07:30', '2026-03-02T17:00'],
  ['received at night: starts at opening', '1 workingHours', '2026-03-01T23:00', '2026-03-02T08:30'],
  ['zero in open hours is the start', '0 workingHours', '2026-03-02T09:17', '2026-03-02T09:17'],
  ['zero at closing moves to the next opening, for spans are half-open', '0 workingHours', '2026-03-02T17:00', '2026-03-03T07:30'],
  ['zero in the break', '0 workingHours', '2026-03-02T11:30', '2026-03-02T13:00'],
  ['one hour before Tết, seven after it', '8 workingHours', '2026-02-13T16:00', '2026-02-23T16:00'],
  ['Friday to a make-up Saturday', '8 workingHours', '2026-08-21T16:00', '2026-08-22T16:00'],
  ['over 24/11/2026, a holiday since 2026', '8 workingHours', '2026-11-23T16:00', '2026-11-25T16:00'],
  ['a quarter of an hour', '0.25 workingHours', '2026-03-02T11:20', '2026-03-02T13:05'],
])('hourExact: %s', (_, limit, from, expected) => {
  expect(due(limit, from)).toBe(expected);
});

test.each([
  ['the day of receipt is not counted', '1 workingDays', '2026-03-02T07:30', '2026-03-03T17:00'],
  ['received after closing: the day of receipt is still that day', '1 workingDays', '2026-03-02T20:00', '2026-03-03T17:00'],
  ['received on a Saturday: Monday is the first day', '1 workingDays', '2026-03-07T09:00', '2026-03-09T17:00'],
  ['over Tết', '2 workingDays', '2026-02-13T16:00', '2026-02-24T17:00'],
  ['a make-up Saturday is a working day', '1 workingDays', '2026-08-21T09:00', '2026-08-22T17:00'],
  ['the Monday off for it is not', '2 workingDays', '2026-08-28T09:00', '2026-09-04T17:00'],
  ['27/04/2026, off for Hùng Kings on a Sunday', '1 workingDays', '2026-04-24T09:00', '2026-04-28T17:00'],
  ['zero: closing of the same day', '0 workingDays', '2026-03-02T09:00', '2026-03-02T17:00'],
  ['zero after closing: the next working day, never before the receipt', '0 workingDays', '2026-03-06T17:00', '2026-03-09T17:00'],
  ['a begun day is a day', '0.25 workingDays', '2026-03-02T09:00', '2026-03-03T17:00'],
  ['a begun day is a day, after whole ones', '1.5 workingDays', '2026-03-02T09:00', '2026-03-04T17:00'],
])('dayCount: %s', (_, limit, from, expected) => {
  expect(due(limit, from)).toBe(expected);
});

test.each([
  ['0.25 workingDays', '2 hours', 'hourExact', '2026-03-02T07:30', '2026-03-02T09:30'],
  ['1.5 workingDays', '12 hours', 'hourExact', '2026-03-02T07:30', '2026-03-03T11:30'],
  ['16 workingHours', 'two days', 'dayCount', '2026-03-02T09:00', '2026-03-04T17:00'],
  ['17 workingHours', 'three days, the third begun', 'dayCount', '2026-03-02T09:00', '2026-03-05T17:00'],
] as const)('%s are %s of the usual length under %s', (limit, _, counting, from, expected) => {
  expect(due(limit, from, { counting })).toBe(expected);
});

test.each([
  ['the day of receipt is not counted, a Sunday moves to Monday', '3 days', '2026-03-05T09:00', '2026-03-09T17:00'],
  ['ends on a working day', '4 days', '2026-03-05T09:00', '2026-03-09T17:00'],
  ['ends inside Tết', '4 days', '2026-02-13T09:00', '2026-02-23T17:00'],
  ['ends on a make-up Saturday', '1 days', '2026-08-21T09:00', '2026-08-22T17:00'],
])('calendarDays: %s', (_, limit, from, expected) => {
  expect(due(limit, from)).toBe(expected);
});

test.each([
  ['before the cut-off', '2026-03-02T14:59', '2026-03-02T17:00'],
  ['at the cut-off, which is no longer before it', '2026-03-02T15:00', '2026-03-03T17:00'],
  ['before opening', '2026-03-02T05:00', '2026-03-02T17:00'],
  ['on a Saturday', '2026-03-07T09:00', '2026-03-09T17:00'],
  ['after the cut-off on the last day before Tết', '2026-02-13T15:30', '2026-02-23T17:00'],
])('sameDay: %s', (_, from, expected) => {
  expect(due('8 workingHours', from, { counting: 'sameDay' })).toBe(expected);
});

test('sameDay: a cut-off of its own; after closing of a half day the cut-off does not help', () => {
  expect(due('1 workingDays', '2026-03-02T10:45', { counting: 'sameDay', cutOff: '10:30' })).toBe('2026-03-03T17:00');
  const half = compile({ zone: 'Asia/Ho_Chi_Minh', periods: [{ from: '2026-01-01', week: { fri: ['07:30-11:30'], sat: ['07:30-11:30'] } }] });
  expect(shown(dueAt(half, local('2026-03-06T13:00'), { value: 1, unit: 'workingDays' }, { counting: 'sameDay' }))).toBe('2026-03-07T11:30');
});

test.each([
  ['stops the clock', '4 workingHours', '2026-03-02T07:30', ['2026-03-02T08:30/2026-03-03T08:30'], '2026-03-03T11:30'],
  ['over Tết takes away only working time', '8 workingHours', '2026-02-13T13:00', ['2026-02-13T15:00/2026-02-23T09:00'], '2026-02-23T16:30'],
  ['that holds the start', '1 workingHours', '2026-03-02T08:00', ['2026-02-27T08:00/2026-03-02T10:00'], '2026-03-02T11:00'],
  ['that begins as the limit ends changes nothing', '1 workingHours', '2026-03-02T08:00', ['2026-03-02T09:00/2026-03-05T09:00'], '2026-03-02T09:00'],
  ['that overlaps another is not taken away twice', '4 workingHours', '2026-03-02T07:30', ['2026-03-02T08:30/2026-03-02T10:30', '2026-03-02T09:30/2026-03-02T11:30'], '2026-03-02T16:00'],
  ['of no length is none', '4 workingHours', '2026-03-02T07:30', ['2026-03-02T08:30/2026-03-02T08:30'], '2026-03-02T11:30'],
  ['takes the whole day under dayCount', '2 workingDays', '2026-03-02T09:00', ['2026-03-03T10:00/2026-03-03T11:00'], '2026-03-05T17:00'],
  ['that ends at midnight does not touch the day that begins', '1 workingDays', '2026-03-02T09:00', ['2026-03-02T10:00/2026-03-03T00:00'], '2026-03-03T17:00'],
  ['on the day of receipt takes nothing away', '1 workingDays', '2026-03-02T09:00', ['2026-03-02T10:00/2026-03-02T12:00'], '2026-03-03T17:00'],
  ['after closing of the due day comes too late', '1 workingDays', '2026-03-02T09:00', ['2026-03-03T17:00/2026-03-10T09:00'], '2026-03-03T17:00'],
  ['before opening touches its day', '1 workingDays', '2026-03-02T09:00', ['2026-03-03T06:00/2026-03-03T07:00'], '2026-03-04T17:00'],
  ['of two calendar days', '3 days', '2026-03-02T09:00', ['2026-03-03T10:00/2026-03-04T10:00'], '2026-03-09T17:00'],
])('a pause %s', (_, limit, from, pauses, expected) => {
  expect(due(limit, from, { pauses })).toBe(expected);
});

test.each([
  ['hourExact', '4 workingHours', '2026-03-02T07:30', ['2026-03-02T08:30/2026-03-03T08:30'], '2026-03-03T14:00'],
  ['a stop that comes after the end changes nothing', '1 workingHours', '2026-03-02T07:30', ['2026-03-02T08:30/2026-03-03T08:30'], '2026-03-02T08:30'],
  ['the day on which it begins anew is not counted', '2 workingDays', '2026-03-02T09:00', ['2026-03-03T10:00/2026-03-05T11:00'], '2026-03-09T17:00'],
  ['the last stop decides', '1 workingDays', '2026-03-02T09:00', ['2026-03-03T10:00/2026-03-03T11:00', '2026-03-04T09:00/2026-03-04T10:00'], '2026-03-05T17:00'],
])('a limit that begins anew after a stop: %s', (_, limit, from, pauses, expected) => {
  expect(due(limit, from, { pauses, afterStop: 'restarts' })).toBe(expected);
});

test('a receipt in closed time as one made at the next opening: a Saturday is Monday, and Monday is not counted', () => {
  expect(due('1 workingDays', '2026-03-07T09:00', { outsideHours: 'nextOpening' })).toBe('2026-03-10T17:00');
  expect(due('2 workingHours', '2026-03-07T09:00', { outsideHours: 'nextOpening' })).toBe('2026-03-09T09:30');
  expect(due('1 workingDays', '2026-03-06T17:30', { counting: 'sameDay', outsideHours: 'nextOpening' })).toBe('2026-03-09T17:00');
});

test('a pause under sameDay moves to the first working day without one', () => {
  expect(due('8 workingHours', '2026-03-02T09:00', { counting: 'sameDay', pauses: ['2026-03-02T10:00/2026-03-03T10:00'] })).toBe('2026-03-04T17:00');
});

test('the clocks put forward take their hour from the span that is open through it', () => {
  const always = compile({ zone: 'Europe/Paris', periods: [{ from: '2026-01-01', week: { sun: ['00:00-24:00'], mon: ['00:00-24:00'] } }] });
  const from = parseInstant('2026-03-29T00:00:00+01:00')!;
  expect(workingTime(always, from, parseInstant('2026-03-30T00:00:00+02:00')!)).toBe(23 * 3_600_000);
  expect(formatInstant(always.data.zone, dueAt(always, from, { value: 23.5, unit: 'workingHours' }))).toBe('2026-03-30T00:30:00+02:00');
});

test('working time between two instants', () => {
  expect(workingTime(office, local('2026-02-13T16:00'), local('2026-02-25T16:00')) / 3_600_000).toBe(24);
  expect(workingTime(office, local('2026-03-07T09:00'), local('2026-03-08T09:00'))).toBe(0);
  expect(() => workingTime(office, 2, 1)).toThrow('before the beginning');
});

test('the ledger names what was counted and what was not', () => {
  const spans = (limit: string, from: string, options?: CountingOptions) =>
    ledger(office, local(from), parseAllowance(limit), options).ledger.map((span) => `${shown(span.from).slice(5)} ${shown(span.to).slice(5)} ${span.counted ? '+' : '-'} ${span.why}`);
  expect(spans('9 workingHours', '2026-08-28T16:00', { pauses: [{ from: local('2026-09-03T07:00'), to: local('2026-09-03T08:30'), why: 'supplement, asked by An' }] })).toEqual([
    '08-28T16:00 08-28T17:00 + open hours',
    '08-28T17:00 08-29T00:00 - closed: outside office hours',
    '08-29T00:00 08-31T00:00 - closed: weekend',
    '08-31T00:00 09-01T00:00 - holiday: Nghỉ hoán đổi, làm bù ngày 22/08/2026',
    '09-01T00:00 09-03T00:00 - holiday: Quốc khánh',
    '09-03T00:00 09-03T07:00 - closed: outside office hours',
    '09-03T07:00 09-03T08:30 - clock stopped: supplement, asked by An',
    '09-03T08:30 09-03T11:30 + open hours',
    '09-03T11:30 09-03T13:00 - closed: break',
    '09-03T13:00 09-03T17:00 + open hours',
    '09-03T17:00 09-04T07:30 - closed: outside office hours',
    '09-04T07:30 09-04T08:30 + open hours',
  ]);
  expect(spans('1 workingDays', '2026-08-21T16:00')).toEqual([
    '08-21T16:00 08-22T00:00 - not counted: day of receipt',
    '08-22T00:00 08-22T07:30 - closed: outside office hours',
    '08-22T07:30 08-22T11:30 + open hours, make-up day: làm bù cho 31/08/2026',
    '08-22T11:30 08-22T13:00 - closed: break',
    '08-22T13:00 08-22T17:00 + open hours, make-up day: làm bù cho 31/08/2026',
  ]);
  expect(spans('8 workingHours', '2026-03-06T15:00', { counting: 'sameDay' }).filter((line) => line.includes('cut-off'))).toEqual([
    '03-06T15:00 03-06T17:00 - not counted: received after the cut-off',
  ]);
  expect(spans('2 days', '2026-03-06T15:00').filter((line) => !line.includes('closed:'))).toEqual([
    '03-06T15:00 03-07T00:00 - not counted: day of receipt',
    '03-07T00:00 03-08T00:00 + calendar day',
    '03-08T00:00 03-09T00:00 + calendar day',
    '03-09T07:30 03-09T11:30 - not counted: moved to closing of the next working day',
    '03-09T13:00 03-09T17:00 - not counted: moved to closing of the next working day',
  ]);
});

test('what the calendar cannot answer is an error with a code', () => {
  const limit = { value: 1, unit: 'workingDays' } as const;
  const code = (question: () => unknown) => { try { question(); return 'answered'; } catch (error) { return (error as { code?: string }).code; } };
  expect(code(() => dueAt(office, parseInstant('2024-12-31T09:00:00+07:00')!, limit))).toBe('OUT_OF_RANGE');
  expect(code(() => dueAt(office, local('2026-03-02T09:00'), { value: 1e9, unit: 'workingHours' }))).toBe('OUT_OF_RANGE');
  expect(code(() => dueAt(office, local('2026-03-02T09:00'), { value: 1e9, unit: 'days' }))).toBe('OUT_OF_RANGE');
  expect(code(() => dueAt(office, local('2026-03-02T09:00'), { value: -1, unit: 'days' }))).toBe('BAD_ALLOWANCE');
  expect(code(() => dueAt(office, local('2026-03-02T09:00'), limit, { counting: 'calendarDays' }))).toBe('BAD_COUNTING');
  expect(code(() => dueAt(office, local('2026-03-02T09:00'), limit, { counting: 'sameDay', cutOff: '3pm' }))).toBe('BAD_CUT_OFF');
  expect(code(() => dueAt(office, local('2026-03-02T09:00'), limit, { pauses: [{ from: 2, to: 1 }] }))).toBe('BAD_PAUSE');
  expect(code(() => dueAt(office, NaN, limit))).toBe('BAD_INSTANT');
  const never = compile({ zone: 'UTC', periods: [{ from: '2026-01-01', week: {} }] });
  expect(code(() => nextOpen(never, local('2026-03-02T09:00')))).toBe('OUT_OF_RANGE');
});
