/** Local sign-in over HTTP: temporary and own passwords, what is refused and how, where one is signed in, and what ends that. */
import { createHash } from 'node:crypto';
import { createAdministrator } from '../../models/accounts/administrator.js';
import { passwordFault } from '../../models/accounts/password-policy.js';
import { Passwords } from '../../models/accounts/passwords.js';
import type { OrganisationChangeRow, OwnSession, Page, Problem, SessionView, TemporaryPassword } from '../../server/contract.js';
import { Clerk } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const GOOD = 'mưa phùn tháng giêng';
let bench: AppBench;
let an: Clerk;
beforeAll(async () => {
  bench = await appBench();
  an = await Clerk.signIn(bench.url, 'an');
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const reset = async (account: string): Promise<string> => (await an.post<TemporaryPassword>(`/api/organisation/staff/${account}/password`, { reason: 'Mất mật khẩu' })).body.password;
/** Signed in with a password of his own. */
async function withOwn(account: string, password = GOOD): Promise<Clerk> {
  const temporary = await reset(account);
  const { clerk } = await Clerk.withPassword(bench.url, account, temporary);
  expect((await clerk.send('PUT', '/api/account/password', { current: temporary, password })).status).toBe(204);
  return (await Clerk.withPassword(bench.url, account, password)).clerk;
}
const own = async (clerk: Clerk): Promise<OwnSession[]> => (await clerk.get<{ items: OwnSession[] }>('/api/account/sessions')).body.items;
const isSignedIn = async (clerk: Clerk): Promise<boolean> => (await clerk.get('/api/work')).status === 200;

test('a temporary password opens nothing but the choice of another; the old one is worth nothing after it', async () => {
  const temporary = await reset('lan');
  const { clerk, reply } = await Clerk.withPassword(bench.url, ' LAN ', temporary);
  expect(reply).toMatchObject({ status: 200, body: { person: null, mustChange: 'lan' } });
  expect((await clerk.get('/api/work')).status).toBe(401);
  expect((await clerk.get('/api/account/sessions')).status).toBe(401);
  const changed = await clerk.send('PUT', '/api/account/password', { current: temporary, password: GOOD });
  expect(changed.status).toBe(204);
  expect((await clerk.get<SessionView>('/api/session')).body).toMatchObject({ person: { id: 'lan' } });
  expect((await Clerk.withPassword(bench.url, 'lan', temporary)).reply.status).toBe(401);
  expect((await Clerk.withPassword(bench.url, 'lan', GOOD.normalize('NFD'))).reply.body.person?.id).toBe('lan');
  expect((await an.get<Page<OrganisationChangeRow>>('/api/organisation/changes')).body.items[0]).toMatchObject({ target: 'lan', byName: 'Tạ Văn An', reason: 'Mất mật khẩu', after: { password: 'temporary' } });
});

test('a temporary password has an end, and only an administrator of the agency gives one', async () => {
  const temporary = await reset('huy');
  await bench.store.passwords.updateOne({ _id: 'huy' }, { $set: { until: new Date(bench.clock.now() - 1) } });
  expect((await Clerk.withPassword(bench.url, 'huy', temporary)).reply.status).toBe(401);
  const [mai, other] = [await Clerk.signIn(bench.url, 'mai'), await bench.store.staff.findOne({ agencyId: { $ne: 'ubnd-binh-an' } }).lean()];
  expect((await mai.post('/api/organisation/staff/lan/password', { reason: 'x' })).status).toBe(403);
  expect((await an.post(`/api/organisation/staff/${other!._id}/password`, { reason: 'x' })).status).toBe(404);
  expect((await an.post('/api/organisation/staff/nobody/password', { reason: 'x' })).status).toBe(404);
});

test('nobody\'s account, one without a password and a wrong password are answered alike', async () => {
  await reset('lan');
  const answers = await Promise.all([['khong-co', GOOD], ['mai', GOOD], ['lan', `${GOOD}!`]].map(async ([account, password]) => (await Clerk.withPassword(bench.url, account!, password!)).reply));
  for (const { status, body } of answers) expect({ status, body }).toEqual({ status: 401, body: { ...answers[0]!.body, code: 'wrong-password' } });
});

test('a password is kept as an Argon2id hash alone, a session under a hash of its id', async () => {
  const clerk = await withOwn('lan');
  const kept = await bench.store.passwords.findById('lan').lean();
  expect(kept!.hash).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$/);
  const ids = (await bench.store.sessions.find({ 'session.personId': 'lan' }).lean()).map(({ _id }) => _id);
  expect(ids).toContain(createHash('sha256').update(clerk.sessionId()).digest('base64url'));
  expect(JSON.stringify(await bench.store.sessions.find().lean())).not.toContain(clerk.sessionId());
});

test.each<[string, string]>([
  ['ngan', 'too-short'], ['aaaaaaaaaaaaaaa', 'too-simple'], ['Password12345678', 'common'], ['qwertyuiop123', 'common'], ['matkhau@2026!!', 'common'], ['123456789012345', 'common'],
  ['Nguyễn Thị Lan', 'name'], ['nguyenthilan99', 'name'], ['x'.repeat(300), 'too-long'],
])('%s is refused as a password: %s', (password, fault) => {
  expect(passwordFault(password, ['lan', 'Nguyễn Thị Lan', 'Ủy ban nhân dân phường Bình An'])).toBe(fault);
});
test.each(['mưa phùn tháng giêng', 'correct horse battery', 'Kh0ng-ai-doan-ra', 'lan man chuyện cũ'])('%s may be a password', (password) => {
  expect(passwordFault(password, ['lan', 'Nguyễn Thị Lan'])).toBeUndefined();
});

test('a change names what is wrong, ends what is open elsewhere and gives the browser another id', async () => {
  const clerk = await withOwn('lan');
  const elsewhere = (await Clerk.withPassword(bench.url, 'lan', GOOD)).clerk;
  const put = (current: string, password: string) => clerk.send<Problem>('PUT', '/api/account/password', { current, password });
  expect((await put('sai mật khẩu rồi', 'cơn gió mùa đông bắc')).body.fields).toEqual([{ field: 'current', message: 'wrong' }]);
  expect((await put(GOOD, 'ngắn')).body.fields).toEqual([{ field: 'password', message: 'too-short' }]);
  expect((await put(GOOD, GOOD)).body.fields).toEqual([{ field: 'password', message: 'same' }]);
  const before = clerk.sessionId();
  expect((await put(GOOD, 'cơn gió mùa đông bắc')).status).toBe(204);
  expect(clerk.sessionId()).not.toBe(before);
  expect([await isSignedIn(clerk), await isSignedIn(elsewhere)]).toEqual([true, false]);
});

test('a sign-in gives another session id than the one there was before it', async () => {
  await withOwn('lan');
  const clerk = new Clerk(bench.url);
  await clerk.open();
  const planted = clerk.sessionId();
  expect((await clerk.post('/api/session/password', { account: 'lan', password: GOOD })).status).toBe(200);
  expect(clerk.sessionId()).not.toBe(planted);
});

test('one sees where one is signed in, and ends one, or all the others', async () => {
  const clerk = await withOwn('lan');
  const [second, third] = [(await Clerk.withPassword(bench.url, 'lan', GOOD)).clerk, (await Clerk.withPassword(bench.url, 'lan', GOOD)).clerk];
  const items = await own(clerk);
  expect(items.filter(({ current }) => current)).toHaveLength(1);
  expect(items.every(({ address, agent, signedInAt }) => address && agent && signedInAt)).toBe(true);
  const [mark] = (await own(second)).filter(({ current }) => current);
  const mai = await Clerk.signIn(bench.url, 'mai');
  expect((await mai.send('DELETE', `/api/account/sessions/${mark!.ref}`)).status).toBe(404);
  expect((await clerk.send('DELETE', `/api/account/sessions/${mark!.ref}`)).status).toBe(204);
  expect([await isSignedIn(second), await isSignedIn(third)]).toEqual([false, true]);
  expect((await clerk.send('DELETE', '/api/account/sessions')).status).toBe(204);
  expect([await isSignedIn(clerk), await isSignedIn(third)]).toEqual([true, false]);
  expect(await own(clerk)).toHaveLength(1);
});

test('what is ended here is over within a minute at another server that has just seen it', async () => {
  const clerk = await withOwn('lan');
  const there = clerk.at(await bench.second());
  expect(await isSignedIn(there)).toBe(true);
  const since = Date.now();
  expect((await clerk.send('DELETE', '/api/session')).status).toBe(204);
  while (await isSignedIn(there)) await new Promise((resolve) => { setTimeout(resolve, 200); });
  expect(Date.now() - since).toBeLessThan(60_000);
}, 90_000);

test('a session ends twelve hours after the sign-in, and when it has not been used for two', async () => {
  const clerk = await withOwn('lan');
  const kept = await bench.store.sessions.findOne({ 'session.personId': 'lan' }).lean();
  expect(kept!.expires.getTime() - Date.now()).toBeLessThanOrEqual(2 * 3_600_000);
  await bench.store.sessions.updateMany({ 'session.personId': 'lan' }, { $set: { 'session.signedInAt': Date.now() - 12 * 3_600_000 } });
  expect(await isSignedIn(clerk.at(await bench.second()))).toBe(false);
  const idle = await withOwn('lan');
  await bench.store.sessions.updateMany({ 'session.personId': 'lan' }, { $set: { expires: new Date(Date.now() - 1) } });
  expect(await isSignedIn(idle.at(await bench.second()))).toBe(false);
});

test('who has left cannot sign in, and is signed out everywhere', async () => {
  const clerk = await withOwn('dung');
  const doc = (await bench.store.staff.findById('dung').lean())!;
  const facts = { name: doc.name, position: doc.position, departmentIds: doc.departmentIds, roles: doc.roles, active: false, base: doc.revision ?? 0, reason: 'Nghỉ hưu' };
  expect((await an.send('PUT', '/api/organisation/staff/dung', facts)).status).toBe(200);
  expect(await isSignedIn(clerk)).toBe(false);
  expect(await bench.store.sessions.countDocuments({ 'session.personId': 'dung' })).toBe(0);
  expect((await Clerk.withPassword(bench.url, 'dung', GOOD)).reply.status).toBe(401);
});

test('the first administrator of an agency is made with a temporary password, and nobody is made twice', async () => {
  const passwords = new Passwords(bench.parts.context);
  const order = { account: 'quantri', name: 'Lê Quản Trị', agency: { id: 'xa-tan-lap', name: 'Ủy ban nhân dân xã Tân Lập' } };
  await expect(createAdministrator(bench.store, passwords, { ...order, agency: { id: 'xa-tan-lap' } })).rejects.toThrow(/a name makes it/);
  const { password } = await createAdministrator(bench.store, passwords, order);
  await bench.parts.context.directory.refresh();
  expect((await Clerk.withPassword(bench.url, 'quantri', password)).reply.body).toMatchObject({ mustChange: 'quantri' });
  await expect(createAdministrator(bench.store, passwords, order)).rejects.toThrow(/is taken/);
  const first = await withAnother('quantri', password);
  expect((await first.get<{ agencyName: string }>('/api/organisation')).body.agencyName).toBe('Ủy ban nhân dân xã Tân Lập');
});
async function withAnother(account: string, temporary: string): Promise<Clerk> {
  const { clerk } = await Clerk.withPassword(bench.url, account, temporary);
  await clerk.send('PUT', '/api/account/password', { current: temporary, password: GOOD });
  return (await Clerk.withPassword(bench.url, account, GOOD)).clerk;
}

// Last: what is counted here holds for the address that all of these tests come from.
test('guessing is stopped: the account has to wait, the right password too, and others are not kept out by it', async () => {
  await withOwn('lan');
  await bench.store.tries.deleteMany({});
  const tries = [];
  for (let n = 0; n < 14; n += 1) tries.push((await Clerk.withPassword(bench.url, 'lan', `đoán lần thứ ${n}`)).reply);
  expect(tries.map(({ status }) => status)).toEqual([...Array<number>(10).fill(401), ...Array<number>(4).fill(429)]);
  for (const { headers, body } of tries.slice(10)) {
    expect(body.code).toBe('too-many-tries');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(900);
  }
  expect((await Clerk.withPassword(bench.url, 'lan', GOOD)).reply.status).toBe(429);
  // An administrator who gives a temporary password lets its owner in at once.
  expect((await Clerk.withPassword(bench.url, 'lan', await reset('lan'))).reply.status).toBe(200);
  // At once, for an account that there is not: no more get through than one after another.
  const strangers = await Promise.all(Array.from({ length: 14 }, async () => (await Clerk.withPassword(bench.url, 'khong-ai-ca', GOOD)).reply.status));
  expect(strangers.filter((status) => status === 401).length).toBeLessThanOrEqual(10);
  expect(strangers.filter((status) => status === 429).length).toBeGreaterThanOrEqual(4);
  expect((await Clerk.withPassword(bench.url, 'mai', GOOD)).reply.status).toBe(401);
}, 60_000);
