import type { Json } from '../../engine/expression/evaluate.js';
import { codes, now, run, value } from './support.js';

test.each([
  ['now()', 'date and time', '2026-11-23T08:30:00+07:00'], ['today()', 'date', '2026-11-23'], ['date("2026-11-23")', 'date', '2026-11-23'],
  ['date("2026-11-23T23:30:00Z")', 'date', '2026-11-23'], ['date(2024, 2, 29)', 'date', '2024-02-29'], ['@"10:00:00"', 'time', '10:00:00'],
  ['time("08:30")', 'time', '08:30:00'], ['time(8, 30, 0, @"PT7H")', 'time', '08:30:00+07:00'], ['time("2026-11-23T08:30:00")', 'time', '08:30:00'],
  ['date and time("2026-11-23T08:30:00.5+07:00")', 'date and time', '2026-11-23T08:30:00.5+07:00'],
  ['date and time("2026-11-23T08:30:00@Asia/Ho_Chi_Minh")', 'date and time', '2026-11-23T08:30:00+07:00'],
  ['date and time(@"2026-11-23", @"08:30:00")', 'date and time', '2026-11-23T08:30:00'], ['date and time("2026-11-22T24:00:00")', 'date and time', '2026-11-23T00:00:00'],
  ['duration("P1DT2H3M4.5S")', 'days and time duration', 'P1DT2H3M4.5S'], ['duration("P14M")', 'years and months duration', 'P1Y2M'],
  ['duration("P2W")', 'days and time duration', 'P14D'], ['duration("-PT90M")', 'days and time duration', '-PT1H30M'], ['duration("P0D")', 'days and time duration', 'PT0S'],
  ['@"2026-11-23" + @"P3D"', 'date', '2026-11-26'], ['@"2026-01-31" + @"P1M"', 'date', '2026-02-28'], ['@"2024-02-29" - @"P1Y"', 'date', '2023-02-28'],
  ['@"P1D" + @"2026-12-31"', 'date', '2027-01-01'], ['@"2026-11-23" + @"PT36H"', 'date', '2026-11-24'], ['@"23:00:00" + @"PT2H"', 'time', '01:00:00'],
  ['now() + @"PT16H"', 'date and time', '2026-11-24T00:30:00+07:00'], ['@"2026-11-23" - @"2026-11-20"', 'days and time duration', 'P3D'],
  ['date and time("2026-11-23T08:00:00+07:00") - date and time("2026-11-23T00:00:00Z")', 'days and time duration', 'PT1H'],
  ['@"10:00:00" - @"08:30:00"', 'days and time duration', 'PT1H30M'], ['@"PT1H" * 3', 'days and time duration', 'PT3H'], ['@"P1Y" / 2', 'years and months duration', 'P6M'],
  ['-@"PT1H"', 'days and time duration', '-PT1H'], ['years and months duration(@"2026-01-31", @"2027-03-01")', 'years and months duration', 'P1Y1M'],
  ['years and months duration(@"2027-03-01", @"2026-01-31")', 'years and months duration', '-P1Y1M'], ['@"-2026-01-01"', 'date', '-2026-01-01'],
])('%s is the %s %s', (text, kind, iso) => {
  expect(run(text)).toEqual({ value: { '@': kind, value: iso }, problems: [] });
});

test.each<[string, Json]>([
  ['@"2026-11-23" < @"2026-11-24"', true], ['date and time("2026-11-23T07:00:00+07:00") = date and time("2026-11-23T00:00:00Z")', true],
  ['date and time("2026-11-23T07:00:00") = date and time("2026-11-23T00:00:00Z")', true], ['@"2026-11-23" <= now()', true], ['@"PT24H" = @"P1D"', true],
  ['today() in [@"2026-01-01"..@"2026-12-31"]', true], ['@"P1Y" > @"P11M"', true], ['@"2026-11-23".year', 2026], ['@"2026-11-23".weekday', 1], ['now().hour', 8],
  ['now().time offset.hours', 7], ['@"P1DT2H".hours', 2], ['@"P14M".months', 2], ['@"PT50H".days', 2], ['day of week(@"2026-11-23")', 'Monday'],
  ['day of year(@"2024-12-31")', 366], ['week of year(@"2005-01-01")', 53], ['week of year(@"2026-11-23")', 48], ['month of year(@"2026-11-23")', 'November'],
  ['last day of month(@"2024-02-01")', 29], ['@"2026-11-23" instance of date', true], ['@"P1D" instance of days and time duration', true], ['@"PT2H" / @"PT1H"', 2],
  ['(for d in @"2026-11-23"..@"2026-11-25" return d.day)', [23, 24, 25]], ['@"2026-11-23" = null', false],
])('%s is %j', (text, expected) => expect(run(text)).toEqual({ value: expected, problems: [] }));

test('plain texts from forms become dates by conversion, and results of scripts keep their type when stored', () => {
  expect(value('date(ngày sinh) + @"P1D" = @"2000-02-29"', { 'ngày sinh': '2000-02-28' })).toBe(true);
  const stored = JSON.parse(JSON.stringify(value('{hạn: today() + @"P3D"}'))) as { hạn: Json };
  expect(value('hạn > today()', stored)).toBe(true);
});

test('a text is no date by itself, and a damaged stored value is a problem, not an exception', () => {
  expect(codes('ngày > today()', { ngày: '2026-11-30' })).toEqual(['type']);
  expect(codes('d > today()', { d: { '@': 'date', value: 'never' } })).toEqual(['type']);
});

test('local time follows the offset that is handed in, not the host', () => {
  expect(run('today()', {}, { now: Date.UTC(2026, 10, 23, 20), offsetMinutes: 420 }).value).toEqual({ '@': 'date', value: '2026-11-24' });
  expect(run('today()', {}, { now: Date.UTC(2026, 10, 23, 20), offsetMinutes: 0 }).value).toEqual({ '@': 'date', value: '2026-11-23' });
  expect(run('now()', {}, { now, offsetMinutes: -210 }).value).toEqual({ '@': 'date and time', value: '2026-11-22T22:00:00-03:30' });
});

test('every day of 800 years has the civil date that JavaScript gives it', () => {
  for (let day = -146_097; day <= 146_097; day += 97) {
    const expected = new Date(day * 86_400_000).toISOString().slice(0, 10);
    expect(value('d + n * @"P1D"', { d: { '@': 'date', value: '1970-01-01' }, n: day })).toEqual({ '@': 'date', value: expected });
  }
});
