/** Round trips: a log written and read again is the same log. */
import fc from 'fast-check';
import type { EventLog } from '../../engine/mining/log/types.js';
import { readLog } from '../../engine/mining/read/read.js';
import { writeCsv } from '../../engine/mining/write/csv.js';
import { toOcel } from '../../engine/mining/write/ocel.js';
import { writeXes } from '../../engine/mining/write/xes.js';
import { makeLog, toCsv } from './logs.js';

const keep = { keepAttributes: true };
const xes = (log: EventLog): EventLog => readLog([...writeXes(log)].join(''), keep);
const csv = (log: EventLog): EventLog => readLog([...writeCsv(log)].join(''), keep);
const ocel = (log: EventLog): EventLog => readLog(JSON.stringify(toOcel(log)), keep);

/** What a log says, whatever the numbers of its names. */
function said(log: EventLog): unknown {
  return log.cases.map((id, c) => [id, Array.from({ length: log.offsets[c + 1]! - log.offsets[c]! }, (_, k) => {
    const i = log.offsets[c]! + k;
    return [log.activities[log.activity[i]!], log.time[i], log.resources[log.resource[i]!], log.groups[log.group[i]!], log.transitions[log.transition[i]!]];
  })]);
}

describe.each([['XES', xes], ['CSV', csv], ['OCEL 2.0', ocel]] as const)('%s', (_name, again) => {
  test.each([makeLog(4, 30), makeLog(5, 30, true)])('a log with everything in it %#', (...events) => {
    const log = readLog(toCsv(events));
    expect(said(again(log))).toEqual(said(log));
  });
  test('any text in names, microseconds', () => {
    const name = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\t', '<', '&', 'ờ', ' ', ':'), minLength: 1 });
    fc.assert(fc.property(fc.array(fc.tuple(name, name, fc.integer({ min: 0, max: 999_999 })), { minLength: 1, maxLength: 4 }), (events) => {
      const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
      const log = readLog(['case,activity,time', ...events.map(([id, activity, micros]) => `${quoted(id)},${quoted(activity)},2026-01-05T08:00:00.${String(micros).padStart(6, '0')}Z`)].join('\n'));
      expect(said(again(log))).toEqual(said(log));
    }));
  });
});

test('XES keeps attributes of every type and depth, globals, classifiers and extensions', () => {
  const text = `<log><extension name="Concept" prefix="concept" uri="urn:c"/><global scope="event"><string key="concept:name" value="?"/></global>
<classifier name="both" keys="concept:name 'my key'"/><string key="source" value="x"/>
<trace><string key="concept:name" value="1"/><int key="fee" value="3"/><event><string key="concept:name" value="A"/><date key="time:timestamp" value="2026-01-05T08:00:00Z"/>
<float key="cost" value="1.50"/><boolean key="late" value="true"/><id key="i" value="u"/><date key="due" value="2026-01-06T08:00:00+07:00"/>
<list key="l"><string key="a" value="1"/><string key="a" value="2"/></list><string key="n" value="x"><container key="in"><int key="y" value="2"/></container></string></event></trace></log>`;
  const log = readLog(text, keep);
  expect(xes(log).extra).toEqual(log.extra);
  expect(log.extra!.events[0]!.map(({ key }) => key)).toEqual(['cost', 'late', 'i', 'due', 'l', 'n']);
  expect(csv(log).extra!.events[0]!.map(({ key, value }) => `${key}=${value}`)).toEqual(['case:fee=3', 'cost=1.50', 'late=true', 'i=u', 'due=2026-01-06T08:00:00+07:00', 'n=x']);
  expect(ocel(log).extra!.cases[0]).toEqual([{ key: 'fee', type: 'int', value: '3' }]);
});

describe('OCEL of others', () => {
  const file = {
    objectTypes: [], eventTypes: [], objects: [{ id: 'o1', type: 'order' }, { id: 'i1', type: 'item' }, { id: 'i2', type: 'item' }],
    events: [{ id: '1', type: 'pack', time: '2026-01-05T08:00:00Z', attributes: [{ name: 'resource', value: 'An' }], relationships: [{ objectId: 'o1', qualifier: '' }, { objectId: 'i1', qualifier: '' }, { objectId: 'i2', qualifier: '' }] }],
  };
  test('seen from one type of objects', () => {
    const log = readLog(JSON.stringify(file), { objectType: 'item' });
    expect([log.cases, log.resources, log.eventsInFile]).toEqual([['i1', 'i2'], ['An'], 2]);
  });
  test.each([
    [file, 'which objects are the cases must be told; there are order, item'],
    [{ ...file, events: [{ ...file.events[0], time: 'noon' }], objects: [{ id: 'o1', type: 'case' }] }, 'events[0].time "noon" is not a time'],
    [{ ...file, objects: [{ id: 'o1' }] }, 'objects[0].type is missing'], [{}, 'objects is missing'],
  ])('what is wrong is named %#', (content, message) => { expect(() => readLog(JSON.stringify(content))).toThrow(message); });
});
