/** Reading event logs of any origin; what cannot be read is told with its line. */
import fc from 'fast-check';
import { LogError, type EventLog } from '../../engine/mining/log/types.js';
import { readerFor, readLog } from '../../engine/mining/read/read.js';
import type { ReadOptions } from '../../engine/mining/read/csv.js';
import { resolveZone } from '../../engine/calendar/zone.js';

interface Row { case: string; activity: string; time: string; resource?: string; group?: string; transition?: string }
function rows(log: EventLog): Row[] {
  return log.cases.flatMap((id, c) => Array.from({ length: log.offsets[c + 1]! - log.offsets[c]! }, (_, k): Row => {
    const i = log.offsets[c]! + k;
    const name = (list: readonly string[], at: number): string | undefined => list[at];
    return JSON.parse(JSON.stringify({
      case: id, activity: log.activities[log.activity[i]!]!, time: new Date(log.time[i]! / 1000).toISOString(),
      resource: name(log.resources, log.resource[i]!), group: name(log.groups, log.group[i]!), transition: name(log.transitions, log.transition[i]!),
    })) as Row;
  }));
}
const error = (text: string, options?: ReadOptions): string => {
  try {
    readLog(text, options);
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(LogError);
    return (thrown as Error).message;
  }
  return 'read';
};
const table = (head: string, ...lines: string[]): string => [head, ...lines].join('\n');

describe('CSV', () => {
  test('quotes, line ends, byte order mark, separators', () => {
    const expected = [{ case: '1', activity: 'a "b", c\nd', time: '2026-01-05T01:00:00.000Z', resource: 'x' }];
    for (const separator of [',', ';', '\t', '|']) {
      for (const end of ['\n', '\r\n', '\r']) {
        const text = `\uFEFF${[['Case ID', 'Activity', 'Timestamp', 'Resource'], ['1', '"a ""b"", c\nd"', '2026-01-05T08:00:00+07:00', 'x']].map((row) => row.join(separator) + end).join('')}`;
        expect(rows(readLog(text))).toEqual(expected);
      }
    }
  });
  test('any text comes through, cut anywhere', () => {
    const name = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', 'ô', ' '), minLength: 1 });
    fc.assert(fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 7 }), (names, size) => {
      const text = table('case,activity,time', ...names.map((each, i) => `k,"${each.replaceAll('"', '""')}",2026-01-05T08:00:${String(i).padStart(2, '0')}Z`));
      const reader = readerFor(text);
      for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size));
      expect(rows(reader.end()).map(({ activity }) => activity)).toEqual(names);
    }));
  });
  test('columns by common names in two languages and as told', () => {
    const expected = [{ case: '7', activity: 'Ký', time: '2026-01-05T08:00:00.000Z', resource: 'An', group: 'P1' }];
    expect(rows(readLog(table('Mã hồ sơ;Bước;Thời gian;Cán bộ;Đơn vị', '7;Ký;2026-01-05 08:00;An;P1')))).toEqual(expected);
    const columns = { case: 'k', activity: 'v', time: 't', resource: 'w', group: 'u' };
    expect(rows(readLog(table('v,k,t,w,u', 'Ký,7,2026-01-05 08:00:00,An,P1'), { columns }))).toEqual(expected);
  });
  test.each([
    ['2026-01-05T08:00:00.5+07:00', '2026-01-05T01:00:00.500Z'], ['2026-01-05 08:00:00.123456+0700', '2026-01-05T01:00:00.123Z'],
    ['2026-01-31T23:59:59Z', '2026-01-31T23:59:59.000Z'], ['2026/01/05 08:00:00.250', '2026-01-05T08:00:00.250Z'], ['30-12-2010:11.02', '2010-12-30T11:02:00.000Z'],
    ['31/01/2026 08:00', '2026-01-31T08:00:00.000Z'], ['1/31/2026 8:00:00 PM', '2026-01-31T20:00:00.000Z'], ['05/01/2026', '2026-01-05T00:00:00.000Z'],
    ['5 Jan 2026 08:00', '2026-01-05T08:00:00.000Z'], ['1767600000', '2026-01-05T08:00:00.000Z'], ['1767600000000', '2026-01-05T08:00:00.000Z'], ['20260105', '2026-01-05T00:00:00.000Z'],
  ])('time %s', (written, meant) => {
    expect(rows(readLog(table('case,activity,time', `1,a,${written}`)))[0]?.time).toBe(meant);
  });
  test('times without an offset are of the zone asked for', () => {
    const zone = resolveZone('Asia/Ho_Chi_Minh')!;
    expect(rows(readLog(table('case,activity,time', '1,a,2026-01-05 08:00:00'), { zone }))[0]?.time).toBe('2026-01-05T01:00:00.000Z');
  });
  test('one row tells for all whether the day comes first', () => {
    const times = (...list: string[]): string[] => rows(readLog(table('case,activity,time', ...list.map((time, i) => `${i},a,${time}`)))).map(({ time }) => time.slice(0, 10));
    expect(times('03/04/2026', '04/13/2026')).toEqual(['2026-03-04', '2026-04-13']);
    expect(times('03/04/2026', '13/04/2026')).toEqual(['2026-04-03', '2026-04-13']);
    expect(readLog(table('case,activity,time', '1,a,03/04/2026')).issues).toMatchObject([{ kind: 'ambiguousDates' }]);
  });
  test('a row with start and end is one event that knows its start', () => {
    const log = readLog(table('case,activity,start_timestamp,time:timestamp', '1,a,2026-01-05T08:00:00Z,2026-01-05T09:00:00Z'));
    expect(log.eventsInFile).toBe(1);
    expect(rows(log).map(({ transition, time }) => [transition, time.slice(11, 13)])).toEqual([['start', '08'], ['complete', '09']]);
  });
  test('equal times keep the order of the file, others are put in order', () => {
    const log = readLog(table('case,activity,time', '1,b,2026-01-05T08:00:00Z', '1,a,2026-01-05T08:00:00Z', '1,c,2026-01-05T07:00:00Z'));
    expect(rows(log).map(({ activity }) => activity)).toEqual(['c', 'b', 'a']);
  });
  test.each([
    ['', 'the file is empty'],
    [table('case,what', '1,a'), 'line 1: no column for activity, time among case, what'],
    [table('case,activity,time', '1,a,2026-01-05T08:00:00Z', '1,b,yesterday'), 'line 3: "yesterday" is not a time'],
    [table('case,activity,time', '1,"a\nb",2026-01-05T08:00:00Z', '1,b,2026-02-30'), 'line 4: "2026-02-30" is not a time'],
    [table('case,activity,time', ',a,2026-01-05T08:00:00Z'), 'line 2: no value in column "case"'],
    [table('case,activity,time', '1,"a,2026-01-05T08:00:00Z'), 'line 2: a quote is never closed'],
    [table('case,activity,time', '1,"a"b,2026-01-05T08:00:00Z'), 'line 2: text after a closing quote'],
    [table('case,activity,time', '1,a,2026-01-05T08:00:00Z,x'), 'line 2: 4 fields where the header has 3'],
  ])('bad table %#', (text, message) => { expect(error(text)).toBe(message); });
  test('a column that is not there is named', () => {
    expect(error(table('case,activity,time', '1,a,2026-01-05'), { columns: { group: 'team' } })).toBe('line 1: no column "team" (group); there are case, activity, time');
  });
  test('events without activity or time are left out and told', () => {
    const log = readLog(table('case,activity,time', '1,,2026-01-05', '1,a,', '1,b,2026-01-05'));
    expect(log.eventsInFile).toBe(3);
    expect(log.issues).toMatchObject([{ kind: 'missingActivity', events: 1 }, { kind: 'missingTime', events: 1 }]);
  });
});

describe('XES', () => {
  const xes = (inner: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0">\n${inner}\n</log>`;
  const event = (inner: string): string => `<event>${inner}<date key="time:timestamp" value="2026-01-05T08:00:00.000+07:00"/></event>`;
  test('standard attributes; nested ones are not mistaken for them', () => {
    const text = xes(`<global scope="event"><string key="concept:name" value="?"/></global>
<trace><string key="concept:name" value="k &amp; 1"/>${event('<string key="note" value="x"><string key="concept:name" value="wrong"/></string><string key="concept:name" value="A"/><string key="org:resource" value="An"/><string key="org:group" value="P1"/><string key="lifecycle:transition" value="COMPLETE"/>')}</trace>`);
    expect(rows(readLog(text))).toEqual([{ case: 'k & 1', activity: 'A', time: '2026-01-05T01:00:00.000Z', resource: 'An', group: 'P1', transition: 'complete' }]);
  });
  test('a namespace prefix and attributes of every type', () => {
    const text = '<x:log xmlns:x="urn:x"><x:trace><x:string key="concept:name" value="1"/><x:event><x:int key="cost" value="3"/><x:list key="l"><x:values><x:string key="a" value="b"/></x:values></x:list><x:string key="concept:name" value="A"/><x:date key="time:timestamp" value="2026-01-05T08:00:00Z"/></x:event></x:trace></x:log>';
    expect(rows(readLog(text))).toEqual([{ case: '1', activity: 'A', time: '2026-01-05T08:00:00.000Z' }]);
  });
  test('classifier', () => {
    const text = xes(`<classifier name="both" keys="concept:name 'my key'"/><trace>${event('<string key="concept:name" value="A"/><string key="my key" value="1"/>')}</trace>`);
    expect(rows(readLog(text, { classifier: 'both' }))[0]?.activity).toBe('A+1');
    expect(error(text, { classifier: 'other' })).toBe('no classifier "other"; there are both');
  });
  test('traces without a name, without events, or with the name of another', () => {
    const one = event('<string key="concept:name" value="A"/>');
    const log = readLog(xes(`<trace>${one}</trace><trace/><trace><string key="concept:name" value="k"/>${one}</trace><trace><string key="concept:name" value="k"/>${one}</trace>`));
    expect(log.cases).toEqual(['trace 1', 'k']);
    expect(log.issues.map(({ kind }) => kind).sort()).toEqual(['emptyCase', 'repeatedCase', 'unnamedCase']);
  });
  test.each([
    ['<html></html>', /line 1: <html> where <log> was expected/],
    ['<log>\n<trace>\n</log>', /line 3: not well-formed XML/],
    ['<log>\n<trace>', /not well-formed XML/],
    [xes('<trace><event><string key="concept:name" value="A"/>\n<date key="time:timestamp" value="noon"/>\n</event></trace>'), /line 5: time:timestamp "noon" is not a time/],
  ])('bad file %#', (text, message) => { expect(error(text)).toMatch(message); });
});
