/** Work items as an event log: each thing that happens to one is an event, also after writing and reading; what waits, who took it up, when it was done; the checks read it as any log. */
import { checkLog } from '../../engine/log-checks/check-log.js';
import { dossiersOf } from '../../engine/log-checks/dossier.js';
import { writeCsv } from '../../engine/mining/write/csv.js';
import { writeXes } from '../../engine/mining/write/xes.js';
import { toOcel } from '../../engine/mining/write/ocel.js';
import { readLog } from '../../engine/mining/read/read.js';
import type { EventLog } from '../../engine/mining/log/types.js';
import { at } from '../log-checks/made.js';
import { logOfWork, type LoggedDossier, type LoggedItem } from '../../models/queries/work-log.js';

const dossier = (id: string): LoggedDossier => ({ _id: id, version: 2, agencyId: 'ubnd', dueAt: new Date(at(40)), stops: [], state: 'inProgress', open: true, facts: { channel: 'desk' } });
const item = (dossierId: string, element: string, hours: readonly [since: number, claimed?: number, ended?: number], more: Partial<LoggedItem> = {}): LoggedItem => ({
  _id: `${dossierId}.${element}`, dossierId, element, step: `Bước ${element}`, departmentId: 'd', since: new Date(at(hours[0])), status: hours[2] === undefined ? 'started' : 'completed', assignee: 'mai',
  ...(hours[1] !== undefined && { claimedAt: new Date(at(hours[1])) }), ...(hours[2] !== undefined && { endedAt: new Date(at(hours[2])) }), ...more,
});

test('a finished and an open item, and work that was taken back', () => {
  const items = [item('h1', 'a', [1, 2, 3]), item('h1', 'b', [3, 4]), item('h1', 'c', [3, 4, 5], { status: 'cancelled' }), item('h2', 'a', [1, 2, 3])];
  const [only, ...others] = dossiersOf(logOfWork(items, [dossier('h1')]));
  expect(others).toEqual([]);
  expect(only).toMatchObject({ id: 'h1', complete: false, versions: ['2'], agency: 'ubnd', due: at(40) });
  expect(only!.turns.map(({ element, person, unit, ready, started, completed }) => ({ element, person, unit, ready, started, completed }))).toEqual([{ element: 'a', person: 'mai', unit: 'd', ready: at(1), started: at(2), completed: at(3) }]);
  expect(only!.waiting.map(({ element, started }) => [element, started])).toEqual([['b', at(4)]]);
});

test('the checks find where dossiers wait', () => {
  const ids = Array.from({ length: 40 }, (_, i) => `h${i}`);
  const items = ids.flatMap((id, i) => [item(id, 'a', [i, i + 0.1, i + 1], { assignee: `a${i % 3}` }), item(id, 'b', [i + 1, i + 20, i + 21], { assignee: `b${i % 3}` })]);
  expect(checkLog(logOfWork(items, ids.map(dossier)), { checks: ['L1'], language: 'en' })).toMatchObject([{ check: 'L1', elements: ['Bước b'], evidence: { caseCount: 40, version: '2' } }]);
});

const mark = (what: 'claimed' | 'assigned' | 'started' | 'released', hours: number, who?: string) => ({ at: new Date(at(hours)), what, ...(who && { who }) });
const shown = (log: EventLog): string[] => Array.from(log.time, (time, i) => `${log.transitions[log.transition[i]!]} ${log.activities[log.activity[i]!]} ${log.resources[log.resource[i]!] ?? '-'} ${[...Array(60).keys()].find((hour) => at(hour) * 1000 === time)}`);

/** Given to one, then to another who begins it; stopped while it is open; decided. */
const eventful = (): EventLog => logOfWork(
  [
    item('h1', 'a', [1, undefined, 20], { assignee: 'an', history: { 3: mark('assigned', 2, 'mai'), 4: mark('assigned', 3, 'an'), 9: mark('started', 4, 'an') }, outcome: { label: 'Chưa hợp lệ', kind: 'return' } }),
    item('h1', 'b', [30, undefined, 40], { assignee: 'an', history: { 12: mark('claimed', 31, 'an') } }),
  ],
  [{ ...dossier('h1'), state: 'delivered', open: false, stops: [{ from: new Date(at(6)), to: new Date(at(10)) }, { from: new Date(at(20)), to: new Date(at(25)) }] }],
);

test('given, given to another, begun, stopped, going on and decided are events of their own', () => {
  expect(shown(eventful())).toEqual([
    'schedule Bước a - 1', 'assign Bước a mai 2', 'reassign Bước a an 3', 'start Bước a an 4', 'suspend Bước a - 6', 'resume Bước a - 10', 'complete Bước a an 20',
    'suspend Bước a - 20', 'resume Bước a - 25', 'schedule Bước b - 30', 'assign Bước b an 31', 'start Bước b an 31', 'complete Bước b an 40',
  ]);
  const [only] = dossiersOf(eventful());
  expect(only).toMatchObject({ complete: true, result: 'delivered', channel: 'desk', pauses: [{ from: at(6), to: at(10) }, { from: at(20), to: at(25) }] });
  expect(only!.turns.map(({ ready, started, completed, reassigned, outcome, isNegative }) => [ready, started, completed, reassigned, outcome, isNegative])).toEqual([
    [at(1), at(4), at(20), 1, 'Chưa hợp lệ', true], [at(30), at(31), at(40), 0, undefined, undefined],
  ]);
});

test('two steps that stand still at once are one stop of the dossier', () => {
  const stops = [{ from: new Date(at(4)), to: new Date(at(8)) }];
  const [only] = dossiersOf(logOfWork([item('h1', 'a', [1, 2, 10]), item('h1', 'b', [3, 4, 12])], [{ ...dossier('h1'), stops }]));
  expect(only!.pauses).toEqual([{ from: at(4), to: at(8) }]);
  expect(only!.turns.map(({ pauses }) => pauses.length)).toEqual([1, 1]);
});

test.each([
  ['XES', (log: EventLog) => [...writeXes(log)].join('')], ['CSV', (log: EventLog) => [...writeCsv(log)].join('')], ['OCEL', (log: EventLog) => JSON.stringify(toOcel(log))],
])('written as %s and read again, it tells the same', (_name, write) => {
  const again = readLog(write(eventful()), { keepAttributes: true });
  expect(shown(again)).toEqual(shown(eventful()));
  const plain = (log: EventLog): unknown => dossiersOf(log).map(({ turns, ...rest }) => ({ ...rest, turns: turns.map(({ dossier: _own, ...turn }) => turn) }));
  expect(plain(again)).toEqual(plain(eventful()));
});

test('an approval that lets everything pass, work that is handed around and stops late in the limit are found', () => {
  const ids = Array.from({ length: 220 }, (_, i) => `h${i}`);
  const items = ids.flatMap((id, i) => [
    item(id, 'a', [i, i + 0.2, i + 30], { history: { 2: mark('assigned', i, 'mai'), 3: mark('assigned', i + 0.1, 'an'), 4: mark('assigned', i + 0.15, 'mai'), 5: mark('started', i + 0.2, 'mai') } }),
    item(id, 'duyet', [i + 30, i + 36, i + 36.01], { step: 'Phê duyệt', history: { 7: mark('claimed', i + 36, 'quang') }, outcome: { label: 'Đồng ý', kind: 'forward' } }),
  ]);
  const stopped = ids.map((id, i): LoggedDossier => ({ ...dossier(id), dueAt: new Date(at(i + 30)), stops: [{ from: new Date(at(i + 29)), to: new Date(at(i + 30)) }], open: false, state: 'delivered' }));
  const found = checkLog(logOfWork(items, stopped), { checks: ['L10', 'L18', 'T11'], language: 'en' });
  expect(found.map(({ check, canTell }) => [check, canTell]).sort()).toEqual([['L10', true], ['L18', true], ['T11', true]]);
});
