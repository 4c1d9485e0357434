/** `due` and `elapsed` from the command line: answers, exit codes, and errors that name what is wrong. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CALENDAR_FILES, CALENDAR_NAMES } from '../calendar/support/calendars.js';
import { install } from './cli.js';

const cli = install();
afterAll(() => cli.remove());
const json = (args: string[]) => JSON.parse(cli.run([...args, '--json']).out) as unknown;

test('due prints the due instant and its ledger', () => {
  expect(json(['due', '--for', '2 workingHours', '--from', '2026-03-02T09:00:00Z'])).toEqual({
    due: '2026-03-03T08:30:00+07:00',
    ledger: [
      { from: '2026-03-02T16:00:00+07:00', to: '2026-03-02T17:00:00+07:00', counted: true, why: 'open hours' },
      { from: '2026-03-02T17:00:00+07:00', to: '2026-03-03T07:30:00+07:00', counted: false, why: 'closed: outside office hours' },
      { from: '2026-03-03T07:30:00+07:00', to: '2026-03-03T08:30:00+07:00', counted: true, why: 'open hours' },
    ],
  });
});

test('due takes pauses, a rule, a cut-off and a calendar', () => {
  const due = (...args: string[]) => (json(['due', '--from', '2026-03-02T10:00+07:00', ...args]) as { due: string }).due;
  expect(due('--for', '1 workingHours', '--pause', '2026-03-02T10:10+07:00/2026-03-02T10:20+07:00', '--pause', '2026-03-02T10:30+07:00/2026-03-02T10:40+07:00')).toBe('2026-03-02T11:20:00+07:00');
  expect(due('--for', '1 workingDays', '--counting', 'hourExact')).toBe('2026-03-03T10:00:00+07:00');
  expect(due('--for', '1 workingDays', '--counting', 'sameDay', '--cut-off', '09:00')).toBe('2026-03-03T17:00:00+07:00');
  expect(due('--for', '1 workingDays', '--calendar', CALENDAR_FILES.kathmandu)).toBe('2026-03-04T17:00:00+05:45');
});

test('without --json there is a table for people, in either language', () => {
  const { out, code } = cli.run(['due', '--for', '1 workingHours', '--from', '2026-03-02T10:00+07:00', '--lang', 'vi']);
  expect(code).toBe(0);
  expect(out).toMatch(/^due 2026-03-02T11:00:00\+07:00\n/);
  expect(out).toMatch(/yes +giờ làm việc\n/);
});

test('elapsed gives working minutes', () => {
  expect(json(['elapsed', '--from', '2026-02-13T16:00+07:00', '--to', '2026-02-23T08:00:30+07:00'])).toEqual({ workingMinutes: 90.5 });
  expect(cli.run(['elapsed', '--from', '2026-02-13T16:00+07:00', '--to', '2026-02-23T08:00+07:00']).out).toBe('1 h 30 min of working time (90 minutes)\n');
});

test('a batch is answered in order, each bad request by itself', () => {
  const file = cli.write('batch.json', [
    { id: 'b', for: '1 workingHours', from: '2026-03-02T09:00+07:00', pauses: ['2026-03-02T09:30+07:00/2026-03-02T10:00+07:00'] },
    { id: 2, for: '1 fortnight', from: '2026-03-02T09:00+07:00' },
    { id: 'no zone', for: '1 days', from: '2026-03-02T09:00' },
    { id: 'rule', for: '1 days', from: '2026-03-02T09:00Z', counting: 'daycount' },
    { id: 'pauses', for: '1 days', from: '2026-03-02T09:00Z', pauses: '2026-03-02T09:00Z/2026-03-02T09:00Z' },
    { id: 'early', for: '1 days', from: '2020-03-02T09:00Z' },
    { id: 'number', for: 8, from: '2020-03-02T09:00Z' },
    'x',
    { id: 'a', for: '8 workingHours', from: '2026-03-02T14:00+07:00', counting: 'sameDay', cutOff: '13:00' },
  ]);
  const { code, out } = cli.run(['due', '--batch', file, '--json']);
  const answers = JSON.parse(out) as { id: unknown; due?: string; ledger?: unknown[]; error?: string }[];
  expect(code).toBe(0);
  expect(answers.map(({ id, due, error }) => [id, due ?? error])).toEqual([
    ['b', '2026-03-02T10:30:00+07:00'],
    [2, 'for: "1 fortnight" is not a limit such as "8 workingHours", "0.25 workingDays" or "15 days"'],
    ['no zone', 'from: "2026-03-02T09:00" is not an instant with an offset such as 2026-02-13T16:00:00+07:00'],
    ['rule', 'counting: "daycount" is not one of hourExact, dayCount, sameDay, calendarDays'],
    ['pauses', 'pauses: is not a list of "FROM/TO"'],
    ['early', 'the calendar begins on 2025-01-01; it says nothing about 2020-03-02'],
    ['number', 'for: is not text'],
    [null, 'request 8 is not an object'],
    ['a', '2026-03-03T17:00:00+07:00'],
  ]);
  expect(answers[0]!.ledger).toHaveLength(3);
});

test('answers do not depend on the zone or language of the machine', () => {
  const vectors = JSON.parse(readFileSync(join(__dirname, '../calendar/vectors.json'), 'utf8')) as { calendar: string; id: string; due: string }[];
  for (const name of CALENDAR_NAMES) {
    const asked = vectors.filter((each) => each.calendar === name);
    const file = cli.write(`${name}.json`, asked);
    for (const env of [{ TZ: 'America/Los_Angeles', LANG: 'en_US.UTF-8' }, { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8' }]) {
      const { out } = cli.run(['due', '--batch', file, '--calendar', CALENDAR_FILES[name], '--json'], env);
      const answers = JSON.parse(out) as { id: string; due: string }[];
      expect(answers.map(({ id, due }) => `${id}: ${new Date(due).toISOString()}`)).toEqual(asked.map(({ id, due }) => `${id}: ${due}`));
    }
  }
});

const FROM = ['--from', '2026-03-02T10:00+07:00'];
test.each([
  ['no limit', ['due', ...FROM], /--for is missing/],
  ['a limit in another unit', ['due', '--for', '8 hours', ...FROM], /--for: "8 hours"/],
  ['an instant without an offset', ['due', '--for', '1 days', '--from', '2026-03-02T10:00:00'], /--from: .*offset/],
  ['an unknown rule', ['due', '--for', '1 days', ...FROM, '--counting', 'fast'], /--counting: "fast"/],
  ['a cut-off that is no time, whatever the rule', ['due', '--for', '1 days', ...FROM, '--cut-off', '3pm'], /--cut-off: "3pm"/],
  ['an unknown rule of the clock', ['due', '--for', '1 days', ...FROM, '--after-stop', 'ends'], /--after-stop: "ends" is not one of continues, restarts/],
  ['a pause with one end', ['due', '--for', '1 days', ...FROM, '--pause', '2026-03-02T10:00+07:00'], /--pause: /],
  ['a language we do not have', ['due', '--for', '1 days', ...FROM, '--lang', 'fr'], /--lang: "fr"/],
  ['a calendar that is not there', ['due', '--for', '1 days', ...FROM, '--calendar', 'none.json'], /none\.json: no such file/],
  ['a calendar that is no JSON', ['due', '--for', '1 days', ...FROM, '--calendar', 'broken.json'], /broken\.json:2: not JSON/],
  ['a calendar with wrong fields', ['due', '--for', '1 days', ...FROM, '--calendar', 'wrong.json'], /wrong\.json: zone .*\(and 1 more\)/],
  ['a batch with --for', ['due', '--for', '1 days', '--batch', 'batch.json'], /--for cannot be used with --batch/],
  ['a batch that is no list', ['due', '--batch', 'wrong.json'], /wrong\.json: is not a list of requests/],
  ['an end before the beginning', ['elapsed', ...FROM, '--to', '2026-03-01T10:00+07:00'], /--from, --to: the end is before the beginning/],
  ['an elapsed without an end', ['elapsed', ...FROM], /--to/],
  ['an unknown option', ['due', '--form', 'x'], /unknown option '--form'/],
  ['an unknown command', ['dew'], /unknown command 'dew'/],
])('%s: exit 2, one line on standard error, nothing on standard output', (_, args, message) => {
  cli.write('broken.json', '{\n  "zone": UTC,\n  "periods": [],\n  "closed": {}\n}');
  cli.write('wrong.json', { zone: 'Nowhere', periods: [] });
  const { code, out, err } = cli.run([...args, '--json']);
  expect(err).toMatch(message);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect({ code, out }).toEqual({ code: 2, out: '' });
});

test('a warning about the calendar goes to standard error and the answer stands', () => {
  cli.write('more.json', { zone: 'UTC', periods: [{ from: '2026-01-01', week: { mon: ['08:00-12:00'] } }], holidays: {} });
  const { code, out, err } = cli.run(['elapsed', '--from', '2026-03-02T00:00Z', '--to', '2026-03-03T00:00Z', '--calendar', 'more.json', '--json']);
  expect({ code, answer: JSON.parse(out) as unknown }).toEqual({ code: 0, answer: { workingMinutes: 240 } });
  expect(err).toBe('warning: more.json: holidays is not a key of a calendar file and was not used\n');
});

test('help is complete and good; no command at all is bad input', () => {
  const help = cli.run(['due', '--help']);
  expect(help.code).toBe(0);
  for (const word of ['--for', '--from', '--calendar', '--counting', '--cut-off', '--pause', '--after-stop', '--outside-hours', '--batch', '--lang', '--json', 'hourExact', 'dayCount', 'sameDay', 'calendarDays']) expect(help.out).toContain(word);
  expect(cli.run(['--help']).out).toMatch(/due .*\n(.*\n)*.*elapsed /);
  expect(cli.run([]).code).toBe(2);
});

test('the launcher says when there is no build', () => {
  const bare = install({ built: false });
  const { code, out, err } = bare.run(['due']);
  bare.remove();
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/not built yet; run "npm run build"/);
});
