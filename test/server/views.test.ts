/** Named views of the work list: each person's own, one of a name, not without end. */
import type { Problem, SavedView } from '../../server/contract.js';
import { Clerk } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

let bench: AppBench, lan: Clerk, huy: Clerk;
beforeAll(async () => {
  bench = await appBench();
  [lan, huy] = await Promise.all([Clerk.signIn(bench.url, 'lan'), Clerk.signIn(bench.url, 'huy')]);
}, 90_000);
afterAll(() => bench?.close(), 30_000);

type Views = { items: SavedView[] } & Problem;
const save = (clerk: Clerk, name: string, search: object) => clerk.send<Views>('PUT', '/api/views', { name, search });

test('a view is kept, replaced under its name however it is written, and deleted; a colleague has none of it', async () => {
  await save(lan, 'Quá hạn của phòng', { view: 'department', status: 'overdue', sort: '-since', columns: 'step,due', density: 'compact' });
  const { body } = await save(lan, 'quá  hạn của phòng', { view: 'all', status: 'overdue' });
  expect(body.items).toEqual([{ name: 'quá  hạn của phòng', search: { view: 'all', status: 'overdue' } }]);
  expect((await huy.get<Views>('/api/views')).body.items).toEqual([]);
  await huy.send('DELETE', '/api/views', { name: 'Quá hạn của phòng' });
  expect((await lan.get<Views>('/api/views')).body.items).toHaveLength(1);
  expect((await lan.send<Views>('DELETE', '/api/views', { name: 'Quá hạn của phòng' })).body.items).toEqual([]);
});

test('what is no view is refused with the field; fifty are enough', async () => {
  expect((await save(lan, '', { view: 'mine' })).body).toMatchObject({ status: 400, fields: [{ field: 'name' }] });
  expect((await save(lan, 'x', { view: 'everything' })).body).toMatchObject({ status: 400, fields: [{ field: 'search.view' }] });
  expect((await save(lan, 'x', { view: 'mine', $where: '1' })).status).toBe(400);
  for (let n = 0; n < 50; n += 1) expect((await save(lan, `Cách ${n}`, { view: 'mine' })).status).toBe(200);
  expect((await save(lan, 'Cách nữa', { view: 'mine' })).body).toMatchObject({ status: 409, code: 'too-many-views' });
  expect((await save(lan, 'Cách 7', { view: 'all' })).status).toBe(200);
  expect((await new Clerk(bench.url).get('/api/views')).status).toBe(401);
});
