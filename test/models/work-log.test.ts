/** Work items as an event log: what waits, who took it up, when it was done; the checks read it as any log. */
import { checkLog } from '../../engine/log-checks/check-log.js';
import { dossiersOf } from '../../engine/log-checks/dossier.js';
import { at } from '../log-checks/made.js';
import { logOfWork, type LoggedDossier, type LoggedItem } from '../../models/queries/work-log.js';

const dossier = (id: string): LoggedDossier => ({ _id: id, version: 2, agencyId: 'ubnd', dueAt: new Date(at(40)) });
const item = (dossierId: string, element: string, hours: readonly [since: number, claimed?: number, ended?: number], more: Partial<LoggedItem> = {}): LoggedItem => ({
  dossierId, element, step: `Bước ${element}`, departmentId: 'd', since: new Date(at(hours[0])), status: hours[2] === undefined ? 'started' : 'completed', assignee: 'mai',
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
