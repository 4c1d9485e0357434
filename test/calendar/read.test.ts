/** Reading calendar files: what is refused, by field; the bundled calendar; zones; text forms of time. */
import { combineCalendars, compileCalendar, dayPlan, formatInstant, ledger, offsetAt, parseAllowance, parseDay, parseInstant, parsePause, readCalendar, resolveZone, usualDayLength, vnOfficeData } from '../../engine/calendar/index.js';
import { calendar, calendarFile } from './support/calendars.js';

const WEEK = { mon: ['07:30-11:30', '13:00-17:00'] };
const GOOD = { zone: 'UTC', periods: [{ from: '2026-01-01', week: WEEK }] };
const problems = (file: unknown) => readCalendar(file).problems.map(({ severity, field, message }) => `${severity} ${field}: ${message}`);
const period = (week: unknown) => ({ ...GOOD, periods: [{ from: '2026-01-01', week }] });

test('the calendar in procedures/ is the bundled one', () => {
  const { calendar: read, problems: found } = readCalendar(calendarFile('vn-office'));
  expect(found).toEqual([]);
  expect(read).toEqual(vnOfficeData);
});

test('every day has its legal basis and source; what is not announced for 2027 is expected, in the ledger too', () => {
  const { closed = {}, open = {}, notes = {} } = calendarFile('vn-office');
  const days = [...Object.keys(closed), ...Object.keys(open)];
  expect(days.filter((date) => !notes[date]?.basis || !notes[date].source || notes[date].confirmed === undefined)).toEqual([]);
  expect(days.filter((date) => date >= '2027' && notes[date]?.confirmed === false)).toEqual(
    ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-05-03', '2027-09-03']);
  const from = parseInstant('2027-02-04T16:00:00+07:00')!;
  const spans = ledger(calendar('vn-office'), from, { value: 2, unit: 'workingHours' }).ledger;
  expect(spans.map((span) => span.why)).toContain('holiday: Tết Nguyên đán (expected, not announced yet)');
  expect(spans.find((span) => span.reason === 'holiday')).toMatchObject({ expected: true });
});

test('a calendar over the days of another: its own hours, on make-up days too, and its own word where it has one', () => {
  const base = calendarFile('vn-office');
  const own = { zone: 'Asia/Ho_Chi_Minh', base: 'vn-office', periods: [{ from: '2025-01-01', week: { mon: ['08:00-12:00'], sat: ['08:00-10:00'] } }], open: { '2026-11-24': ['08:00-09:00'] } };
  const combined = combineCalendars(base, own);
  expect(problems(combined)).toEqual([]);
  expect(combined.closed!['2026-02-16']).toBe('Tết Nguyên đán');
  expect(combined.closed!['2026-11-24']).toBeUndefined();
  expect(combined.open).toMatchObject({ '2026-08-22': ['08:00-12:00'], '2026-11-24': ['08:00-09:00'] });
  expect(problems(own)).toEqual(['warning base: names a calendar whose days off are known where it is stored only, and were not used']);
});

test.each([
  ['no object', [], 'error : is not an object: []'],
  ['no zone', { ...GOOD, zone: undefined }, 'error zone: is missing'],
  ['an unknown zone', { ...GOOD, zone: 'Asia/Hanoi' }, 'error zone: is not the name of a time zone: "Asia/Hanoi"'],
  ['no periods', { zone: 'UTC' }, 'error periods: is missing'],
  ['an empty list of periods', { ...GOOD, periods: [] }, 'error periods: is a list with at least one period'],
  ['a period without a beginning', { ...GOOD, periods: [{ week: WEEK }] }, 'error periods[0].from: is missing'],
  ['a period that begins on no day', { ...GOOD, periods: [{ from: '2026-02-30', week: WEEK }] }, 'error periods[0].from: is not a date such as 2026-02-16: "2026-02-30"'],
  ['two periods that begin together', { ...GOOD, periods: [...GOOD.periods, ...GOOD.periods] }, 'error periods[1].from: is the same day as periods[0].from'],
  ['a period without a week', { ...GOOD, periods: [{ from: '2026-01-01' }] }, 'error periods[0].week: is missing'],
  ['an unknown key of a period', { ...GOOD, periods: [{ from: '2026-01-01', to: '2026-12-31', week: WEEK }] }, 'error periods[0].to: is not a key of a period'],
  ['an unknown weekday', period({ monday: [] }), 'error periods[0].week.monday: is not one of mon, tue, wed, thu, fri, sat, sun'],
  ['a day that is no list', period({ mon: '07:30-11:30' }), 'error periods[0].week.mon: is a list of spans such as "07:30-11:30", not "07:30-11:30"'],
  ['a span that is none', period({ mon: ['7:30-11:30'] }), 'error periods[0].week.mon[0]: is not a span such as "07:30-11:30": "7:30-11:30"'],
  ['a minute 60', period({ mon: ['07:30-11:60'] }), 'error periods[0].week.mon[0]: is not a span such as "07:30-11:30": "07:30-11:60"'],
  ['a span over midnight', period({ mon: ['22:00-06:00'] }), 'error periods[0].week.mon[0]: ends before it begins: "22:00-06:00" (a span over midnight is written as two)'],
  ['an empty span', period({ mon: ['08:00-08:00'] }), 'error periods[0].week.mon[0]: ends before it begins: "08:00-08:00" (a span over midnight is written as two)'],
  ['spans that overlap', period({ mon: ['07:30-11:30', '11:00-12:00'] }), 'error periods[0].week.mon: has spans that overlap'],
  ['a closed day that is none', { ...GOOD, closed: { '16/02/2026': 'Tết' } }, 'error closed["16/02/2026"]: is not a date such as 2026-02-16: "16/02/2026"'],
  ['a closed day without a name', { ...GOOD, closed: { '2026-02-16': true } }, 'error closed["2026-02-16"]: is the name of the day off, as text'],
  ['a note that is no fact', { ...GOOD, notes: { '2026-02-16': { confirmed: 'yes' } } }, 'error notes["2026-02-16"].confirmed: is not true or false: "yes"'],
  ['closed as a list', { ...GOOD, closed: ['2026-02-16'] }, 'error closed: is not an object: ["2026-02-16"]'],
  ['an open day with a wrong span', { ...GOOD, open: { '2026-08-22': ['morning'] } }, 'error open["2026-08-22"][0]: is not a span such as "07:30-11:30": "morning"'],
  ['a day after 2099', { ...GOOD, closed: { '2100-01-01': 'x' } }, 'error closed["2100-01-01"]: lies outside 1970 to 2099: "2100-01-01"'],
])('%s is refused by field', (_, file, message) => {
  expect(problems(file)).toEqual([message]);
  expect(readCalendar(file).calendar).toBeUndefined();
});

test('an unknown key of the file is a warning; all problems are given at once', () => {
  expect(problems({ ...GOOD, holidays: {} })).toEqual(['warning holidays: is not a key of a calendar file and was not used']);
  expect(readCalendar({ ...GOOD, holidays: {} }).calendar).toBeDefined();
  expect(problems({ zone: 'X', periods: [{ from: 1, week: { mon: ['a', 'b'] } }] })).toHaveLength(4);
});

test('spans and periods may stand in any order; spans may touch and reach midnight', () => {
  const { calendar: read } = readCalendar({ ...GOOD, periods: [{ from: '2027-01-01', week: {} }, { from: '2026-01-01', week: { mon: ['12:00-24:00', '00:00-12:00'] } }] });
  expect(read!.periods.map(({ from }) => from)).toEqual([parseDay('2026-01-01'), parseDay('2027-01-01')]);
  expect(read!.periods[0]!.week[0]).toEqual([{ start: 0, end: 43_200_000 }, { start: 43_200_000, end: 86_400_000 }]);
});

test('open wins over closed, both over the week; the usual length is that of most office days', () => {
  const commune = calendar('commune');
  const plan = (date: string) => dayPlan(commune, parseDay(date)!);
  expect(plan('2026-02-16')).toEqual({ kind: 'holiday', name: 'Tết', spans: [] });
  expect(plan('2026-02-22').kind).toBe('makeUp');
  expect(plan('2026-05-02')).toMatchObject({ kind: 'makeUp', spans: [{ start: 28_800_000, end: 36_000_000 }] });
  expect(plan('2026-02-13')).toMatchObject({ kind: 'usual', spans: [{ start: 27_000_000, end: 41_400_000 }] });
  expect(plan('2026-03-01').kind).toBe('dayOff');
  expect(usualDayLength(commune, parseDay('2026-04-14')!) / 3_600_000).toBe(7.5);
  expect(usualDayLength(commune, parseDay('2026-04-15')!) / 3_600_000).toBe(8);
  const tie = compileCalendar(readCalendar(period({ mon: ['08:00-12:00'], tue: ['08:00-15:00'] })).calendar!);
  expect(usualDayLength(tie, tie.firstDay) / 3_600_000).toBe(7);
});

test.each(['Asia/Ho_Chi_Minh', 'Asia/Kathmandu', 'Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca'])('the offsets written down for %s are those of Intl', (name) => {
  const zone = resolveZone(name)!;
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' });
  const wrong: string[] = [];
  for (let t = Date.UTC(1988, 0, 1); t < Date.UTC(2030, 0, 1); t += 36 * 3_600_000 + 1_200_000) {
    const wall = clock.format(t).replace(' ', 'T');
    if (new Date(t + offsetAt(zone, t)).toISOString().slice(0, 19) !== wall) wrong.push(wall);
  }
  expect(wrong).toEqual([]);
});

test('fixed offsets are zones', () => {
  expect(resolveZone('+05:45')).toEqual({ name: '+05:45', offset: 20_700_000, transitions: [] });
  expect(resolveZone('-03:30')?.offset).toBe(-12_600_000);
  expect(resolveZone('+19:00')).toBeUndefined();
});

test('instants carry an offset, or they are none', () => {
  const noon = Date.UTC(2026, 1, 13, 9);
  for (const text of ['2026-02-13T16:00:00+07:00', '2026-02-13T16:00+0700', '2026-02-13T09:00Z', '2026-02-13T05:00:00.000-04:00']) expect(parseInstant(text)).toBe(noon);
  expect(parseInstant('2026-02-13T09:00:00.25Z')).toBe(noon + 250);
  for (const text of ['2026-02-13T16:00:00', '2026-02-13', '2026-02-30T09:00Z', '2026-02-13T24:00Z', '2026-02-13T09:60Z', '2026-02-13 09:00Z', '13/02/2026 16:00+07:00', '']) {
    expect(parseInstant(text)).toBeUndefined();
  }
  const zone = resolveZone('Europe/Paris')!;
  expect(formatInstant(zone, Date.UTC(2026, 6, 1, 0, 0, 0, 5))).toBe('2026-07-01T02:00:00.005+02:00');
  expect(formatInstant(resolveZone('-03:30')!, noon)).toBe('2026-02-13T05:30:00-03:30');
});

test('limits and pauses as text', () => {
  expect(parseAllowance('0.25 workingDays')).toEqual({ value: 0.25, unit: 'workingDays' });
  for (const text of ['8', '8 hours', '-1 days', '1e3 days', 'workingDays', '1,5 days']) expect(() => parseAllowance(text)).toThrow('is not a limit');
  expect(parsePause('2026-03-02T10:00+07:00/2026-03-02T04:00Z')).toEqual({ from: Date.UTC(2026, 2, 2, 3), to: Date.UTC(2026, 2, 2, 4) });
  for (const text of ['2026-03-02T10:00Z', '2026-03-02T10:00Z/', '2026-03-02T10:00/2026-03-02T11:00']) expect(() => parsePause(text)).toThrow();
  expect(() => parsePause('2026-03-02T10:00Z/2026-03-02T09:00Z')).toThrow('ends before it begins');
});
