/** The edge: sessions, tokens, bad input, drafts and publication, reports, public pages. */
import type { HeatReport, OverviewReport, PracticeReport, Problem, ProcedureRow, ProcedureView, SessionView } from '../../server/contract.js';
import { bpmn, end, start, user, xor } from '../support/bpmn.js';
import { Clerk } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

let bench: AppBench;
let lan: Clerk;
let chi: Clerk;
let quang: Clerk;
beforeAll(async () => {
  bench = await appBench({ dossiers: 30 });
  [lan, chi, quang] = await Promise.all(['lan', 'chi', 'quang'].map((id) => Clerk.signIn(bench.url, id))) as [Clerk, Clerk, Clerk];
}, 90_000);
afterAll(() => bench?.close(), 30_000);

describe('sessions', () => {
  test('nobody is signed in at first, the sign-in offers demo staff, and a sign-out ends it', async () => {
    const clerk = new Clerk(bench.url);
    const first = await clerk.get<SessionView>('/api/session');
    expect(first.body).toMatchObject({ person: null, csrf: expect.any(String) });
    expect(first.body.demo.map((each) => each.roles).flat()).toEqual(expect.arrayContaining(['oneStop', 'officer', 'head', 'leader', 'seal', 'designer', 'manager', 'qmsOfficer', 'administrator']));
    const one = await Clerk.signIn(bench.url, 'mai');
    expect((await one.get<SessionView>('/api/session')).body.person?.name).toBe('Trần Thị Mai');
    expect((await one.send('DELETE', '/api/session')).status).toBe(204);
    expect((await one.get('/api/work')).status).toBe(401);
  });

  test('a change without the token, or with another session\'s, is refused', async () => {
    const clerk = new Clerk(bench.url);
    expect(await clerk.post('/api/session', { personId: 'lan' })).toMatchObject({ status: 403, body: { code: 'bad-csrf' } });
    expect(await lan.post('/api/dossiers', {}, { 'x-csrf-token': 'x'.repeat(32) })).toMatchObject({ status: 403 });
  });

  test('the cookie is out of reach for scripts and other sites', async () => {
    const [cookie] = (await fetch(`${bench.url}/api/session`)).headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
  });
});

describe('bad input is the sender\'s, never a 500', () => {
  const good = { commandId: 'c-12345678', procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', name: 'An' }, parts: [] };
  test.each<[string, string, string, unknown, number, string]>([
    ['no JSON', 'POST', '/api/dossiers', '{"a":', 400, 'bad-json'],
    ['no name', 'POST', '/api/dossiers', { ...good, applicant: { kind: 'person', name: '  ' } }, 400, 'applicant.name'],
    ['an unknown field', 'POST', '/api/dossiers', { ...good, state: 'completed' }, 400, ''],
    ['an operator for a text', 'POST', '/api/dossiers', { ...good, procedureId: { $ne: '' } }, 400, 'procedureId'],
    ['a name of a prototype', 'POST', '/api/dossiers', { ...good, data: { constructor: 1 } }, 400, 'data'],
    ['a command id with spaces', 'POST', '/api/dossiers', { ...good, commandId: 'a b' }, 400, 'commandId'],
    ['an unknown procedure', 'POST', '/api/dossiers', { ...good, procedureId: 'P99' }, 404, ''],
    ['a page that is none', 'GET', '/api/work?page=abc', undefined, 400, 'page'],
    ['a giant page', 'GET', '/api/dossiers?pageSize=100000', undefined, 400, 'pageSize'],
    ['an unknown work item', 'POST', '/api/work/d-x.i1/claim', { commandId: 'c-12345678' }, 404, ''],
    ['an id that is none', 'GET', '/api/dossiers/%00', undefined, 404, ''],
    ['a bad percent sign', 'GET', '/api/dossiers/%E0%A4%A', undefined, 400, ''],
    ['a regular expression', 'GET', `/api/dossiers?q=${encodeURIComponent('(a+)+$')}`, undefined, 200, ''],
    ['a bidirectional trick', 'POST', '/api/dossiers', { ...good, applicant: { kind: 'person', name: 'An\u202e' } }, 400, 'applicant.name'],
    ['a report backwards', 'GET', '/api/reports/overview?from=2026-02-01&to=2026-01-01', undefined, 403, ''],
    ['no such address', 'GET', '/api/nothing', undefined, 404, ''],
  ])('%s', async (_name, method, path, body, status, field) => {
    const reply = await lan.send<Problem>(method, path, body, typeof body === 'string' ? { 'content-type': 'application/json' } : {});
    expect(reply.status).toBe(status);
    if (status >= 400) expect(reply.headers.get('content-type')).toContain('application/problem+json');
    if (field && field !== 'bad-json') expect(reply.body.fields?.map((each) => each.field)).toContain(field);
  });

  test('too large a body, and one that is not JSON', async () => {
    expect((await lan.post('/api/dossiers', { ...good, note: 'x'.repeat(300_000) })).status).toBe(413);
    expect((await lan.post('/api/dossiers', '<a/>', { 'content-type': 'application/xml' })).status).toBe(415);
  });
});

describe('procedures', () => {
  const runnable = bpmn({ id: 'made', nodes: start() + user('a') + end(), flows: ['s>a>e'] });

  test('drafts carry a tag: who saves over somebody else\'s is told', async () => {
    const id = 'P01-dang-ky-khai-sinh';
    const drawing = await chi.get<string>(`/api/procedures/${id}/xml?version=draft`);
    expect(drawing.status).toBe(200);
    const first = await chi.send('PUT', `/api/procedures/${id}/draft`, { xml: drawing.body }, { 'if-match': drawing.headers.get('etag')! });
    expect(first.status).toBe(200);
    const second = await chi.send('PUT', `/api/procedures/${id}/draft`, { xml: `${drawing.body}<!-- a -->` }, { 'if-match': first.headers.get('etag')! });
    expect(second.status).toBe(200);
    expect(await chi.send('PUT', `/api/procedures/${id}/draft`, { xml: drawing.body }, { 'if-match': '"other"' })).toMatchObject({ status: 412, body: { code: 'stale-draft' } });
    expect((await lan.send('PUT', `/api/procedures/${id}/draft`, { xml: drawing.body })).status).toBe(403);
  });

  test('a drawing that runs is published, with its findings as warnings; one that cannot is refused with the reasons', async () => {
    expect((await chi.post('/api/procedures', { id: 'made', xml: runnable })).status).toBe(201);
    expect(await chi.post('/api/procedures/made/publish', { note: 'lần đầu' })).toMatchObject({ status: 201, body: { version: 1 } });
    expect(await chi.post('/api/procedures/made/publish', {})).toMatchObject({ status: 409, body: { code: 'no-draft' } });
    const broken = bpmn({ id: 'made', nodes: start() + user('a') + xor('g') + end(), flows: ['s>a>g', 'g>e if a ==== b'] });
    await chi.send('PUT', '/api/procedures/made/draft', { xml: broken });
    const refused = await chi.post<Problem>('/api/procedures/made/publish', {});
    expect(refused).toMatchObject({ status: 422, body: { code: 'cannot-run' } });
    expect(refused.body.problems?.length).toBeGreaterThan(0);
    const { body } = await chi.get<ProcedureView>('/api/procedures/made');
    expect(body).toMatchObject({ currentVersion: 1, hasDraft: true, versions: [{ version: 1, note: 'lần đầu', publishedBy: 'Lý Quỳnh Chi' }] });
  });

  test('the published exchange of certificates shows that its steps exceed the limit; the corrected one does not', async () => {
    const checks = async (version: number): Promise<string[]> => (await chi.get<{ check: string }[]>(`/api/procedures/P03-cap-doi-gcn/findings?version=${version}`)).body.map((each) => each.check);
    expect(await checks(1)).toContain('T1');
    expect(await checks(2)).not.toContain('T1');
    const rows = (await chi.get<ProcedureRow[]>('/api/procedures')).body;
    expect(rows.find((each) => each.id === 'P03-cap-doi-gcn')).toMatchObject({ currentVersion: 2, findings: { error: 0 } });
    expect(rows.find((each) => each.id === 'P05-cap-lai-gcn-bi-mat')!.findings.warning).toBeGreaterThan(0);
  });
});

test('a manager sees what is where; a clerk does not', async () => {
  await bench.parts.figures.settle();
  const { body } = await quang.get<OverviewReport>('/api/reports/overview?from=2020-01-01');
  expect(body.byState.reduce((sum, each) => sum + each.n, 0)).toBe(await bench.store.dossiers.countDocuments({ agencies: 'ubnd-binh-an' }));
  expect((await quang.get<Problem>('/api/reports/overview?from=2020-01-01&by=day')).body.fields?.map(({ field }) => field)).toEqual(['by']);
  expect(body.byDepartment.map((each) => each.departmentId)).toContain('phongKinhTe');
  const heat = (await quang.get<HeatReport>('/api/reports/heat?procedure=P01-dang-ky-khai-sinh')).body;
  expect(heat.elements.reduce((sum, each) => sum + each.share, 0)).toBeCloseTo(1);
  const { body: practice } = await quang.get<PracticeReport>('/api/reports/findings?procedure=P05-cap-lai-gcn-bi-mat&from=2020-01-01&to=2030-01-01');
  expect(practice.findings.filter(({ source }) => source === 'drawing').map(({ finding }) => finding.check)).toContain('T4');
  expect(practice.cannotTell.every(({ missing }) => missing.length > 0)).toBe(true);
  expect((await quang.get('/api/reports/findings?procedure=none')).status).toBe(404);
  expect((await lan.get('/api/reports/findings?procedure=P05-cap-lai-gcn-bi-mat')).status).toBe(403);
  expect((await lan.get('/api/reports/overview')).status).toBe(403);
});

describe('public pages', () => {
  const page = async (path: string, language = 'vi'): Promise<{ status: number; text: string; policy: string }> => {
    const response = await fetch(`${bench.url}${path}`, { headers: { 'accept-language': language, accept: 'text/html' } });
    return { status: response.status, text: await response.text(), policy: response.headers.get('content-security-policy') ?? '' };
  };

  test('the list, searched without marks, in the reader\'s language', async () => {
    const vi = await page('/?q=khai%20sinh');
    expect(vi.text).toContain('lang="vi"');
    expect(vi.text).toContain('Đăng ký khai sinh');
    expect(vi.text).not.toContain('Cấp đổi');
    expect((await page('/', 'en')).text).toContain('Administrative procedures');
    expect(vi.policy).toMatch(/script-src 'self'(;|$)/);
  });

  test('a procedure says what to bring, how long, how much, and what comes out', async () => {
    const { text } = await page('/thu-tuc/P01-dang-ky-khai-sinh');
    for (const words of ['Giấy chứng sinh', '1 ngày làm việc', 'Miễn lệ phí', 'Giấy khai sinh', '60/2014/QH13', 'Bộ phận Tư pháp - Hộ tịch']) expect(text).toContain(words);
    expect((await page('/thu-tuc/khong-co')).status).toBe(404);
    expect(await page('/khong-co-trang-nay')).toMatchObject({ status: 404, text: expect.stringContaining('<h1>Không tìm thấy</h1>') });
  });

  test('how long it usually took is said by two figures, once there are ten dossiers', async () => {
    const address = '/thu-tuc/P06-giay-phep-xay-dung';
    await bench.store.dossiers.updateMany({ procedureId: 'P06-giay-phep-xay-dung' }, { $unset: { settledAt: '' } });
    expect((await page(address)).text).not.toContain('Thời gian thường gặp');
    const [doc] = await bench.store.dossiers.find().limit(1).lean();
    const at = (time: string): Date => new Date(`${time}+07:00`);
    // Nine took an hour of office time, one took nine hours with an hour in which the clock stood still.
    const done = Array.from({ length: 10 }, (_, i) => ({
      ...doc, _id: `d-usual-${i}`, dossierNo: `USUAL-${i}`, procedureId: 'P07-dang-ky-ho-kinh-doanh', state: 'delivered', receivedAt: at('2026-11-09T07:30:00'),
      settledAt: at(i < 9 ? '2026-11-09T08:30:00' : '2026-11-10T09:30:00'), stops: i < 9 ? [] : [{ from: at('2026-11-09T17:00:00'), to: at('2026-11-10T08:30:00') }],
    }));
    await bench.store.dossiers.deleteMany({ procedureId: 'P07-dang-ky-ho-kinh-doanh' });
    await bench.store.dossiers.collection.insertMany(done as never[]);
    expect((await page('/thu-tuc/P07-dang-ky-ho-kinh-doanh')).text).toContain('một nửa số hồ sơ có kết quả trong 1 giờ làm việc, chín phần mười trong 2 giờ làm việc (10 hồ sơ trong 90 ngày qua)');
  });

  test('what was typed is shown as text, not as HTML', async () => {
    const { text } = await page(`/?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&lt;script&gt;');
  });
});

test('the receipt is a PDF', async () => {
  const [doc] = await bench.store.dossiers.find({ agencyId: 'ubnd-binh-an' }).limit(1).lean();
  const reply = await lan.get<string>(`/api/dossiers/${doc!._id}/forms/01.pdf`);
  expect(reply.headers.get('content-type')).toBe('application/pdf');
  expect(reply.body.startsWith('%PDF-')).toBe(true);
}, 20_000);

test('alive and ready', async () => {
  expect(await (await fetch(`${bench.url}/livez`)).text()).toBe('ok\n');
  expect(await (await fetch(`${bench.url}/readyz`)).text()).toContain('database: ok');
});

test('in production there is no one-click sign-in', async () => {
  const production = await appBench({ production: true });
  const clerk = new Clerk(production.url);
  await clerk.open();
  expect((await clerk.get<SessionView>('/api/session')).body.demo).toEqual([]);
  expect(await clerk.post('/api/session', { personId: 'lan' })).toMatchObject({ status: 403 });
  await production.close();
}, 60_000);
