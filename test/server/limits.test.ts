/** How much one person and one program may ask for, and that others do not feel it. */
import type { MadeToken, Problem } from '../../server/contract.js';
import { Limits } from '../../server/http/limits.js';
import { ProblemError } from '../../server/http/problem.js';
import { Clerk } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const LEAST = { person: 120, program: 10 };
let bench: AppBench;
let an: Clerk, lan: Clerk;
beforeAll(async () => {
  bench = await appBench({ dossiers: 3 });
  [an, lan] = await Promise.all(['an', 'lan'].map((id) => Clerk.signIn(bench.url, id))) as [Clerk, Clerk];
  for (const [key, value] of [['requests.perPerson', LEAST.person], ['requests.perProgram', LEAST.program]]) {
    expect((await an.send('PUT', `/api/settings/${key}`, { scope: 'all', value, reason: 'thử' })).status).toBe(200);
  }
}, 90_000);
afterAll(() => bench?.close(), 30_000);

test('a person who asks without end is told to wait, by all windows together; a colleague is not', async () => {
  const window = await Clerk.signIn(bench.url, 'lan');
  const statuses: number[] = [];
  for (let i = 0; i <= LEAST.person; i += 1) statuses.push((await (i % 2 ? lan : window).get('/api/notices')).status);
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(LEAST.person - 10);
  const refused = await lan.get<Problem>('/api/work');
  expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 429, code: 'too-many-requests' });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  expect((await an.get('/api/work')).status).toBe(200);
});

test('a program is counted by its token, apart from the person it acts as', async () => {
  const { body: { token } } = await an.post<MadeToken>('/api/tokens', { name: 'Cổng', personId: 'an', scopes: ['dossiers:read'], days: 1 });
  const ask = (): Promise<Response> => fetch(`${bench.url}/api/dossiers`, { headers: { authorization: `Bearer ${token}` } });
  for (let i = 0; i < LEAST.program; i += 1) expect((await ask()).status).toBe(200);
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).not.toBeNull();
  expect((await an.get('/api/dossiers')).status).toBe(200);
});

test('files of lists are made one at a time for each person, and the next one when that is done', async () => {
  const limits = new Limits(bench.parts.context.settings);
  const end = limits.beginExport('an');
  expect(() => limits.beginExport('an')).toThrow(ProblemError);
  limits.beginExport('huy')();
  end();
  limits.beginExport('an')();
  for (let i = 0; i < 3; i += 1) expect((await an.get('/api/tables/dossiers.xlsx')).status).toBe(200);
  const together = await Promise.all(Array.from({ length: 6 }, () => an.get<Problem>('/api/tables/dossiers.xlsx')));
  const refused = together.filter(({ status }) => status !== 200);
  expect(together.length - refused.length).toBeGreaterThanOrEqual(1);
  for (const { status, body, headers } of refused) expect({ status, code: body.code, wait: Number(headers.get('retry-after')) > 0 }).toEqual({ status: 429, code: 'export-running', wait: true });
});
