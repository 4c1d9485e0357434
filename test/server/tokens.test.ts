/** Programs at the API: what a token reaches by its scopes and by the rights of whom it acts as, and what ends it. */
import type { MadeToken, Page, Problem, TokenRow, WorkPage } from '../../server/contract.js';
import { ROUTES } from '../../server/table.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

let bench: AppBench;
let an: Clerk, lan: Clerk;
beforeAll(async () => {
  bench = await appBench({ dossiers: 10 });
  [an, lan] = await Promise.all(['an', 'lan'].map((id) => Clerk.signIn(bench.url, id))) as [Clerk, Clerk];
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const make = async (asked: object): Promise<MadeToken> => (await an.post<MadeToken>('/api/tokens', { name: 'Cổng', personId: 'lan', scopes: ['dossiers:read'], days: 30, ...asked })).body;
async function ask<T = Problem>(token: string, path: string, method = 'GET', body?: object, headers: Record<string, string> = {}, url = bench.url): Promise<{ status: number; body: T; headers: Headers }> {
  const response = await fetch(`${url}${path}`, { method, headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}), ...headers }, ...(body ? { body: JSON.stringify(body) } : {}) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text && /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text) as T };
}
const RECEPTION = { procedureId: 'P01-dang-ky-khai-sinh', channel: 'online', applicant: { kind: 'person', name: 'Lê An' }, parts: [], data: { hoTenCon: 'Lê An' } };

test('a program sees what the person sees whom it acts as, without cookie and token of a session', async () => {
  const { token } = await make({});
  const seen = await ask<WorkPage>(token, '/api/work?view=department');
  expect(seen.status).toBe(200);
  expect(seen.body.total).toBe((await lan.get<WorkPage>('/api/work?view=department')).body.total);
  expect(seen.headers.getSetCookie()).toEqual([]);
  const [known] = await bench.store.dossiers.find({ agencies: 'ubnd-binh-an' }).limit(1).lean();
  expect((await ask(token, `/api/dossiers/${known!._id}`)).status).toBe(200);
  await bench.store.dossiers.updateOne({ _id: known!._id }, { $set: { agencies: ['so-y-te'] } });
  expect((await ask(token, `/api/dossiers/${known!._id}`)).status).toBe(404);
});

test('a scope lets in and the person\'s rights decide: the one without the other is refused', async () => {
  const [reads, writes, hers] = [await make({}), await make({ scopes: ['dossiers:write'] }), await make({ personId: 'chi', scopes: ['dossiers:write'] })];
  expect(await ask(reads.token, '/api/dossiers', 'POST', { commandId: newCommandId(), ...RECEPTION })).toMatchObject({ status: 403, body: { code: 'scope-missing' } });
  const received = await ask<{ id: string }>(writes.token, '/api/dossiers', 'POST', { commandId: newCommandId(), ...RECEPTION });
  expect(received.status).toBe(201);
  expect(await bench.store.dossiers.findById(received.body.id).lean()).toMatchObject({ facts: { receivedBy: 'lan' } });
  expect((await ask(hers.token, '/api/dossiers', 'POST', { commandId: newCommandId(), ...RECEPTION })).body.code).toBe('forbidden');
  expect((await ask(writes.token, '/api/dossiers')).body.code).toBe('scope-missing');
});

test.each(['/session', '/account/sessions', '/tokens', '/organisation', '/organisation/staff', '/settings', '/outbox', '/events', '/views', '/notices', '/stand-ins', '/form-template', '/reception-drafts'])('no scope reaches %s', async (path) => {
  expect(ROUTES.filter(({ at, scope }) => (at === `/api${path}` || at.startsWith(`/api${path}/`)) && scope !== undefined)).toEqual([]);
  const all = await make({ personId: 'an', scopes: ['dossiers:read', 'dossiers:write', 'procedures:read', 'procedures:write', 'reports:read', 'calendars:read'] });
  expect(await ask(all.token, `/api${path}`)).toMatchObject({ status: 403, body: { code: 'scope-missing' } });
});

test('a token that is none is refused, and a cookie does not stand in for it', async () => {
  const { token } = await make({});
  for (const wrong of ['', 'x', `${token}x`, token.slice(0, -1), token.toUpperCase(), `dossierflow_${'a'.repeat(5_000)}`]) {
    const reply = await ask(wrong, '/api/work');
    expect({ status: reply.status, code: reply.body.code }).toEqual({ status: 401, code: 'bad-token' });
    expect(reply.headers.get('www-authenticate')).toContain('Bearer');
  }
  expect((await lan.get('/api/work', { authorization: 'Bearer x' })).status).toBe(401);
  expect((await lan.get('/api/work', { authorization: 'Basic bGFuOng=' })).status).toBe(401);
});

test('a token is kept as a hash; the list names it and does not show it', async () => {
  const { token, ref } = await make({ name: 'Cổng dịch vụ công' });
  expect(JSON.stringify(await bench.store.tokens.find().lean())).not.toContain(token);
  await ask(token, '/api/work');
  const list = await an.get<Page<TokenRow>>('/api/tokens');
  expect(list.body.items.find((each) => each.ref === ref)).toMatchObject({ name: 'Cổng dịch vụ công', personName: 'Nguyễn Thị Lan', state: 'valid', usedAt: expect.any(String), madeByName: 'Tạ Văn An' });
  expect(JSON.stringify(list.body)).not.toContain(token);
});

test('the trail says that it was a program, and with which token', async () => {
  const { token, ref } = await make({ scopes: ['dossiers:write'] });
  expect((await ask(token, '/api/dossiers', 'POST', { commandId: newCommandId(), ...RECEPTION })).status).toBe(201);
  await bench.parts.trail.flush();
  expect(await bench.store.trail.findOne({ program: ref }).lean()).toMatchObject({ kind: 'change', by: 'lan', action: 'POST /api/dossiers' });
  expect(await bench.store.trail.countDocuments({ by: 'an', program: { $exists: true } })).toBe(0);
});

test('revoked it ends at once here and within a minute elsewhere; it ends by itself, and with the person', async () => {
  const [revoked, late, left] = [await make({}), await make({}), await make({ personId: 'dung' })];
  const other = await bench.second();
  expect((await ask(revoked.token, '/api/work', 'GET', undefined, {}, other)).status).toBe(200);
  expect((await an.send('DELETE', `/api/tokens/${revoked.ref}`)).status).toBe(204);
  expect((await an.send('DELETE', `/api/tokens/${revoked.ref}`)).status).toBe(204);
  expect((await ask(revoked.token, '/api/work')).status).toBe(401);
  const since = Date.now();
  while ((await ask(revoked.token, '/api/work', 'GET', undefined, {}, other)).status !== 401) await new Promise((resolve) => { setTimeout(resolve, 200); });
  expect(Date.now() - since).toBeLessThan(60_000);
  await bench.store.tokens.updateOne({ ref: late.ref }, { $set: { expiresAt: new Date(Date.now() - 1) } });
  expect((await ask(late.token, '/api/work')).status).toBe(401);
  await bench.store.staff.updateOne({ _id: 'dung' }, { $set: { active: false } });
  await bench.parts.context.directory.refresh();
  expect((await ask(left.token, '/api/work')).status).toBe(401);
}, 90_000);

test('only an administrator of the agency gives and ends them, for people of the agency, for a year at most', async () => {
  const { ref } = await make({});
  const stranger = (await bench.store.staff.findOne({ agencyId: { $ne: 'ubnd-binh-an' } }).lean())!._id;
  expect((await lan.get('/api/tokens')).status).toBe(403);
  expect((await lan.post('/api/tokens', { name: 'x', personId: 'lan', scopes: ['dossiers:read'], days: 1 })).status).toBe(403);
  expect((await lan.send('DELETE', `/api/tokens/${ref}`)).status).toBe(403);
  expect((await an.send('DELETE', '/api/tokens/none')).status).toBe(404);
  for (const [field, wrong] of [['personId', { personId: stranger }], ['days', { days: 1_000 }], ['scopes.0', { scopes: ['all'] }], ['scopes', { scopes: [] }], ['name', { name: ' ' }]] as const) {
    const reply = await an.post<Problem>('/api/tokens', { name: 'x', personId: 'lan', scopes: ['dossiers:read'], days: 1, ...wrong });
    expect({ status: reply.status, fields: reply.body.fields?.map((each) => each.field) }).toEqual({ status: 400, fields: [field] });
  }
});
