/** What is edited is read with an ETag: brought back, it refuses a change over somebody else's; without it things are as before. */
import type { Problem, RulesView } from '../../server/contract.js';
import { ROUTES } from '../../server/table.js';
import { Clerk, newCommandId, type Reply } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

let bench: AppBench;
let an: Clerk, lan: Clerk, chi: Clerk;
const draft = newCommandId();
beforeAll(async () => {
  bench = await appBench();
  [an, lan, chi] = await Promise.all(['an', 'lan', 'chi'].map((id) => Clerk.signIn(bench.url, id))) as [Clerk, Clerk, Clerk];
  await lan.send('PUT', `/api/reception-drafts/${draft}`, { procedureId: 'P01-dang-ky-khai-sinh', title: 'Lê An', content: '{}' });
  await chi.post('/api/procedures', { id: 'P98', xml: (await chi.get<string>('/api/procedures/P01-dang-ky-khai-sinh/xml')).body });
}, 90_000);
afterAll(() => bench?.close(), 30_000);

interface Edited { who: () => Clerk; read: string; method: string; path: string; body: (n: number) => Promise<object> | object; code?: string }
const reason = 'thử';
const EDITED: Record<string, Edited> = {
  settingsChange: { who: () => an, read: '/api/settings', method: 'PUT', path: '/api/settings/follow.triesPerCode', body: (n) => ({ scope: 'all', value: 10 + n, reason }) },
  viewsSave: { who: () => lan, read: '/api/views', method: 'PUT', path: '/api/views', body: (n) => ({ name: `Cách xem ${n}`, search: { view: 'mine' } }) },
  viewsRemove: { who: () => lan, read: '/api/views', method: 'DELETE', path: '/api/views', body: (n) => ({ name: `Cách xem ${n}` }) },
  formTemplateChange: { who: () => an, read: '/api/form-template', method: 'PUT', path: '/api/form-template', body: (n) => ({ place: `Bình An ${n}` }) },
  receptionDraftsSave: { who: () => lan, read: `/api/reception-drafts/${draft}`, method: 'PUT', path: `/api/reception-drafts/${draft}`, body: (n) => ({ procedureId: 'P01-dang-ky-khai-sinh', title: `Lê An ${n}`, content: '{}' }) },
  rulesChange: { who: () => an, read: '/api/rules', method: 'POST', path: '/api/rules/changes', body: async (n) => ({ key: 'stop.by', value: n % 2 ? ['officer'] : ['head'], from: '2026-11-16', reason, base: (await an.get<RulesView>('/api/rules')).body.base }) },
  calendarsCorrect: { who: () => an, read: '/api/calendars/vn-office', method: 'POST', path: '/api/calendars/vn-office/versions', body: async (n) => {
    const { file, version } = (await an.get<{ file: { closed?: object }; version: number }>('/api/calendars/vn-office')).body;
    return { file: { ...file, closed: { ...file.closed, [`2027-03-0${n}`]: 'thử' } }, base: version, reason };
  } },
  proceduresSaveDraft: { who: () => chi, read: '/api/procedures/P98/xml?version=draft', method: 'PUT', path: '/api/procedures/P98/draft', body: async (n) => ({ xml: `${(await chi.get<string>('/api/procedures/P98/xml?version=draft')).body}\n<!-- ${n} -->` }), code: 'stale-draft' },
};

test('every route that takes If-Match is tried', () => {
  expect(ROUTES.filter(({ ifMatch }) => ifMatch).map(({ id }) => id).sort()).toEqual(Object.keys(EDITED).sort());
});

test.each(Object.entries(EDITED))('%s', async (id, { who, read, method, path, body, code }) => {
  const tag = async (): Promise<string> => (await who().get(read)).headers.get('etag') ?? '';
  const change = async (n: number, headers: Record<string, string>): Promise<Reply<Problem>> => who().send<Problem>(method, path, await body(n), headers);
  const first = await tag();
  expect(first).toMatch(/^"[^"]+"$/);
  expect(await tag()).toBe(first);
  // Of a removal, something that there is.
  if (id === 'viewsRemove') await lan.send('PUT', '/api/views', { name: 'Cách xem 1', search: { view: 'mine' } });
  expect((await change(1, { 'if-match': await tag() })).status).toBeLessThan(300);
  const second = await tag();
  if (id !== 'viewsRemove') expect(second).not.toBe(first);
  const late = await change(2, { 'if-match': id === 'viewsRemove' ? '"another"' : first });
  expect({ status: late.status, code: late.body.code }).toEqual({ status: 412, code: code ?? 'stale' });
  expect(await tag()).toBe(second);
  // A draft that there is has always had to be named.
  if (code) { expect((await change(3, {})).status).toBe(412); return; }
  expect((await change(3, {})).status).toBeLessThan(300);
  expect((await change(4, { 'if-match': '*' })).status).toBeLessThan(300);
});
