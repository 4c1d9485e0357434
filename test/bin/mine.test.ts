/** `mine` as a user runs it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { makeLog, toCsv } from '../mining/logs.js';
import { install, type Installed } from './cli.js';

let cli: Installed;
beforeAll(() => { cli = install(); });
afterAll(() => { cli.remove(); });

const xes = `<?xml version="1.0" encoding="ISO-8859-1"?>
<log><trace><string key="concept:name" value="1"/>
<event><string key="concept:name" value="Ti\u00EAn"/><date key="time:timestamp" value="2026-01-05T08:00:00.000Z"/></event>
<event><string key="concept:name" value="B"/><date key="time:timestamp" value="2026-01-05T08:00:30.000Z"/></event></trace></log>`;

test('CSV: one JSON document with every key', () => {
  cli.write('log.csv', toCsv(makeLog(3, 30, true)));
  const { code, out, err } = cli.run(['mine', 'log.csv', '--json']);
  expect([code, err]).toEqual([0, '']);
  expect(Object.keys(JSON.parse(out) as object).sort()).toEqual([
    'activityFrequency', 'batching', 'bottlenecks', 'caseDuration', 'counts', 'directlyFollows', 'endActivities', 'flowEfficiency', 'handovers', 'handoversByUnit', 'overTime',
    'pingPong', 'quality', 'resourceFrequency', 'rework', 'selfLoops', 'serviceTime', 'startActivities', 'timeByActivity', 'timeByUnit', 'variants', 'waitingTime', 'workingTogether',
  ]);
});

test('XES in another encoding, plain and packed', () => {
  const bytes = Buffer.from(xes, 'latin1');
  writeFileSync(join(cli.folder, 'log.xes'), bytes);
  writeFileSync(join(cli.folder, 'log.xes.gz'), gzipSync(bytes));
  const plain = cli.run(['mine', 'log.xes', '--json']);
  expect(JSON.parse(plain.out)).toMatchObject({ startActivities: { 'Tiên': 1 }, caseDuration: { mean: 30 } });
  expect(cli.run(['mine', 'log.xes.gz', '--json']).out).toBe(plain.out);
});

test('without --json a table for people', () => {
  cli.write('people.csv', toCsv(makeLog(3, 30)));
  expect(cli.run(['mine', 'people.csv']).out).toMatch(/^30 cases, \d+ events[^]*Where time goes/);
});

test('bad input: exit code 2 and one line naming file and line', () => {
  cli.write('bad.csv', 'case,activity,time\n1,a,soon\n');
  writeFileSync(join(cli.folder, 'cut.xes.gz'), gzipSync(Buffer.from(xes, 'latin1')).subarray(0, 60));
  writeFileSync(join(cli.folder, 'wrong.csv'), Buffer.from('case,activity,time\n1,\xe9,2026-01-05\n', 'latin1'));
  const refused = (...args: string[]): string => {
    const { code, out, err } = cli.run(['mine', ...args, '--json']);
    expect([code, out]).toEqual([2, '']);
    return err;
  };
  expect(refused('bad.csv')).toBe('error: bad.csv: line 2: "soon" is not a time\n');
  expect(refused('none.csv')).toBe('error: none.csv: no such file\n');
  expect(refused('.')).toBe('error: .: is a folder\n');
  expect(refused('cut.xes.gz')).toMatch(/^error: cut\.xes\.gz: damaged gzip file: .*\n$/);
  expect(refused('wrong.csv')).toMatch(/^error: wrong\.csv: has bytes that are not of its encoding.*\n$/);
  expect(refused('bad.csv', '--zone', 'Mars')).toMatch(/--zone: "Mars"/);
  expect(refused('bad.csv', '--columns', 'who=x')).toMatch(/--columns: "who=x"/);
  expect(refused('bad.csv', '--from', 'monday')).toMatch(/--from: "monday" is not an instant/);
});

test('--findings: what the checks find, with the cases behind it', () => {
  const rows = Array.from({ length: 40 }, (_, i) => [`c${i},Receive,2026-01-${String(5 + (i % 5)).padStart(2, '0')}T08:00:00+07:00,d${i % 3}`, `c${i},Sign,2026-01-${String(12 + (i % 5)).padStart(2, '0')}T09:00:00+07:00,b${i % 2}`]).flat();
  cli.write('slow.csv', ['case,activity,time,resource', ...rows].join('\n'));
  const { code, out } = cli.run(['mine', 'slow.csv', '--findings', '--checks', 'L1,L2', '--lang', 'en', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject([{ file: 'slow.csv', check: 'L1', elements: ['Sign'], evidence: { caseCount: 40 } }, { check: 'L2', canTell: false, missing: ['org:group'] }]);
  expect(cli.run(['mine', 'slow.csv', '--findings', '--lang', 'en']).out).toMatch(/WARNING\s+L1 {3}Dossiers wait most before “Sign”/);
  expect(cli.run(['mine', 'slow.csv', '--findings', '--checks', 'S1'])).toMatchObject({ code: 2, err: expect.stringContaining('--checks: no check "S1" of a log') });
  expect(cli.run(['mine', 'slow.csv', '--findings', '--effective', '2=soon'])).toMatchObject({ code: 2, err: expect.stringContaining('--effective: "2=soon"') });
});

test('--by: parts in a table for people; an attribute that no case has is told', () => {
  cli.write('parts.csv', 'case,activity,time,case:channel\na,x,2026-01-05T08:00:00Z,online\nb,x,2026-01-05T08:00:00Z,desk\n');
  expect(cli.run(['mine', 'parts.csv', '--by', 'channel']).out).toMatch(/By channel:[^]*online {2}1/);
  expect(cli.run(['mine', 'parts.csv', '--by', 'colour'])).toMatchObject({ code: 2, err: 'error: parts.csv: no case has "colour"\n' });
});
