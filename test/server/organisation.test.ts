/** Departments and people over HTTP: who may change them, what is refused, what a change does at once, and what is kept of it. */
import type { BulkResult, DossierView, OrganisationChangeRow, OrganisationView, Page, PersonSaved, Problem, StaffRow, WorkRow } from '../../server/contract.js';
import { mayAssign, whyNot } from '../../models/rights.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const BIRTH = 'P01-dang-ky-khai-sinh';
let bench: AppBench;
let [an, lan, quang]: Clerk[] = [];
beforeAll(async () => {
  bench = await appBench();
  [an, lan, quang] = await Promise.all(['an', 'lan', 'quang'].map((id) => Clerk.signIn(bench.url, id)));
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const staff = async (q: string): Promise<StaffRow[]> => (await an!.get<Page<StaffRow>>(`/api/organisation/staff?q=${encodeURIComponent(q)}`)).body.items;
const changes = async (): Promise<OrganisationChangeRow[]> => (await an!.get<Page<OrganisationChangeRow>>('/api/organisation/changes')).body.items;
const NEW = { name: 'Vũ Thị Hoa', position: 'Chuyên viên', departmentIds: ['trungTamHanhChinhCong'], roles: ['oneStopOfficer'], active: true, reason: 'Tuyển mới' };
const edit = (row: StaffRow, change: object) => {
  const { name, position, departmentIds, roles, posts, active, revision } = row;
  return an!.send<PersonSaved & Problem>('PUT', `/api/organisation/staff/${row.id}`, { name, position, departmentIds, roles, posts, active, base: revision, reason: 'thay đổi', ...change });
};

/** A dossier received and its first step taken; its id and that of the step. */
async function takes(who: Clerk): Promise<{ id: string; item: string }> {
  const received = await who.post<{ id: string }>('/api/dossiers', { commandId: newCommandId(), procedureId: BIRTH, channel: 'desk', applicant: { kind: 'person', name: 'Lê An' }, parts: [], data: { hoTenCon: 'Lê An' } });
  expect(received.status).toBe(201);
  const [work] = (await who.get<DossierView>(`/api/dossiers/${received.body.id}`)).body.work;
  expect((await who.post(`/api/work/${work!.id}/claim`, { commandId: newCommandId() })).status).toBe(200);
  return { id: received.body.id, item: work!.id };
}
const holderOf = async (dossier: string): Promise<string | undefined> => (await lan!.get<DossierView>(`/api/dossiers/${dossier}`)).body.work[0]!.assignee;

test('someone new signs in at once, works, leaves: his session ends, what he holds is listed and goes to a colleague, his name stays', async () => {
  expect((await an!.post('/api/organisation/staff', { id: 'hoa', ...NEW })).status).toBe(201);
  const hoa = await Clerk.signIn(bench.url, 'hoa');
  const taken = [await takes(hoa), await takes(hoa)];
  const [row] = await staff('vu thi hoa');
  expect(row).toMatchObject({ id: 'hoa', active: true, held: 2, revision: 0 });
  const held = (await an!.get<Page<WorkRow>>('/api/organisation/staff/hoa/work?pageSize=1')).body;
  expect([held.total, held.items.length]).toEqual([2, 1]);

  await bench.clock.advance(1_000, () => bench.host.settle());
  expect(await edit(row!, { active: false, reason: 'Nghỉ việc' })).toMatchObject({ status: 409, body: { code: 'holds-open-work' } });
  const left = await edit(row!, { active: false, reason: 'Nghỉ việc', handOver: { commandId: newCommandId(), to: 'lan' } });
  expect([left.status, left.body.handedOver?.map(({ done }) => done)]).toEqual([200, [true, true]]);
  expect((await hoa.get('/api/work')).status).toBe(401);
  expect((await staff('hoa')).find(({ id }) => id === 'hoa')).toMatchObject({ active: false, held: 0, revision: 1 });
  for (const { id } of taken) expect(await holderOf(id)).toBe('lan');
  const said = JSON.stringify((await lan!.get(`/api/dossiers/${taken[0]!.id}`)).body);
  for (const part of ['Vũ Thị Hoa', 'Tạ Văn An', 'Nghỉ việc']) expect(said).toContain(part);
  expect((await changes())[0]).toMatchObject({ kind: 'person', target: 'hoa', name: 'Vũ Thị Hoa', byName: 'Tạ Văn An', reason: 'Nghỉ việc', before: { active: true }, after: { active: false } });
});

test('with nobody named, each step goes to whoever of its unit may do it and holds least; what nobody may do stays and is told', async () => {
  expect((await an!.post('/api/organisation/staff', { id: 'ly.minh', ...NEW, name: 'Lý Văn Minh' })).status).toBe(201);
  const minh = await Clerk.signIn(bench.url, 'ly.minh');
  const taken = [await takes(minh), await takes(minh)];
  const path = '/api/organisation/staff/ly.minh/hand-over';
  expect((await lan!.post(path, { commandId: newCommandId(), reason: 'x' })).status).toBe(403);
  const wrong = await an!.post<{ results: BulkResult[] }>(path, { commandId: newCommandId(), to: 'quang', reason: 'Chuyển công tác' });
  expect(wrong.body.results.map(({ problem }) => problem?.code)).toEqual(['unknown-person', 'unknown-person']);
  const given = await an!.post<{ results: BulkResult[] }>(path, { commandId: newCommandId(), reason: 'Chuyển công tác' });
  expect(given.body.results.map(({ done }) => done)).toEqual([true, true]);
  const desk = (await staff('')).filter(({ departmentIds, roles, active }) => active && departmentIds.includes('trungTamHanhChinhCong') && roles.includes('oneStopOfficer')).map(({ id }) => id);
  for (const { id } of taken) expect(desk.filter((each) => each !== 'ly.minh')).toContain(await holderOf(id));
  expect((await an!.get('/api/organisation/staff/khong-co/work')).status).toBe(404);
});

test('a further post gives its roles in its own department, from its first day to the end of its last', async () => {
  const reach = async (who: string): Promise<string[]> => { const person = await bench.parts.context.directory.actor(who); return bench.parts.context.directory.departmentsOf('ubnd-binh-an').filter(({ _id }) => person && whyNot(person, { departmentId: _id, role: 'head' }) === undefined).map(({ _id }) => _id); };
  expect((await an!.post('/api/organisation/staff', { id: 'tung', ...NEW, name: 'Hà Thanh Tùng', roles: ['officer'], departmentIds: ['phongKinhTe'], posts: [{ departmentId: 'vanThu', title: 'Phụ trách', roles: ['head'], from: '2026-11-10', to: '2026-11-16' }] })).status).toBe(201);
  expect(await reach('tung')).toEqual(['vanThu']);
  const person = (await bench.parts.context.directory.actor('tung'))!;
  expect([mayAssign(person, { departmentId: 'vanThu' }), mayAssign(person, { departmentId: 'phongKinhTe' })]).toEqual([true, false]);
  const [row] = await staff('ha thanh tung');
  expect(await edit(row!, { posts: [{ ...row!.posts[0], from: '2026-11-17' }] })).toMatchObject({ status: 400, body: { fields: [{ field: 'posts.0.to' }] } });
  expect(await edit(row!, { posts: [{ ...row!.posts[0], departmentId: 'phongCsgt' }] })).toMatchObject({ status: 400, body: { fields: [{ field: 'posts.0.departmentId' }] } });
  expect((await edit(row!, { posts: [{ ...row!.posts[0], from: '2026-11-10', to: '2026-11-15' }] })).status).toBe(200);
  expect(await reach('tung')).toEqual([]);
  expect((await edit((await staff('ha thanh tung'))[0]!, { to: '2026-11-15' })).status).toBe(200);
  expect(await bench.parts.context.directory.actor('tung')).toBeUndefined();
});

test('two administrators: the second reads that the first was quicker', async () => {
  const [row] = await staff('lan');
  expect((await edit(row!, { position: 'Chuyên viên chính' })).status).toBe(200);
  const late = await edit(row!, { position: 'Chuyên viên cao cấp' });
  expect(late).toMatchObject({ status: 412, body: { code: 'stale-organisation' } });
  expect((await staff('lan'))[0]).toMatchObject({ position: 'Chuyên viên chính', revision: row!.revision + 1 });
});

test.each<[string, object, string]>([
  ['no name', { name: ' ' }, 'name'], ['no department', { departmentIds: [] }, 'departmentIds'], ['a department of another agency', { departmentIds: ['phongCsgt'] }, 'departmentIds'],
  ['a role that is not known', { roles: ['king'] }, 'roles'], ['no reason', { reason: '' }, 'reason'], ['an account that is taken', { id: 'lan' }, 'id'], ['an account with a space', { id: 'a b' }, 'id'],
])('%s is refused at its field, and nothing is written', async (_case, change, field) => {
  const before = await bench.store.staff.countDocuments();
  const { status, body } = await an!.post<Problem>('/api/organisation/staff', { id: 'moi', ...NEW, ...change });
  expect(status).toBe(400);
  expect(body.fields?.map((each) => each.field)).toEqual([field]);
  expect(await bench.store.staff.countDocuments()).toBe(before);
});

test('the last administrator neither leaves nor hands his role away', async () => {
  const row = (await staff('quan tri')).find(({ id }) => id === 'an');
  expect((await edit(row!, { active: false })).body).toMatchObject({ status: 400, fields: [{ field: 'active' }] });
  expect((await edit(row!, { roles: ['officer'] })).body).toMatchObject({ status: 400, fields: [{ field: 'roles' }] });
});

test('a department is added, renamed and chosen; its number of posts can be taken back', async () => {
  const added = await an!.post<OrganisationView>('/api/organisation/departments', { id: 'boPhanLuuTru', name: 'Bộ phận Lưu trữ', oneStop: false, headcount: 3, reason: 'Thành lập' });
  expect(added.body.departments.find(({ id }) => id === 'boPhanLuuTru')).toMatchObject({ headcount: 3, people: 0, revision: 0 });
  const changed = await an!.send<OrganisationView>('PUT', '/api/organisation/departments/boPhanLuuTru', { name: 'Bộ phận Lưu trữ lịch sử', oneStop: false, base: 0, reason: 'Đổi tên' });
  const row = changed.body.departments.find(({ id }) => id === 'boPhanLuuTru');
  expect(row).toMatchObject({ name: 'Bộ phận Lưu trữ lịch sử', revision: 1 });
  expect(row).not.toHaveProperty('headcount');
});

test('the agency lies in a province: a code and a day, told as it was then and as it is now', async () => {
  const set = (body: object) => an!.send<OrganisationView & Problem>('PUT', '/api/organisation/place', { reason: 'Ghi địa bàn', ...body });
  expect((await set({ code: '24', at: '2025-01-01' })).body.place).toEqual({ code: '24', at: '2025-01-01', name: 'Bắc Giang', kind: 'province', now: { code: '24', name: 'Bắc Ninh', kind: 'city' } });
  expect((await set({ code: '24', at: '2026-11-16' })).body.place).toEqual({ code: '24', at: '2026-11-16', name: 'Bắc Ninh', kind: 'city' });
  for (const [body, field] of [[{ code: '02', at: '2026-01-01' }, 'code'], [{ code: '24', at: '2026-11-17' }, 'at'], [{ code: 'x', at: '2026-01-01' }, 'code']] as const) expect(await set(body)).toMatchObject({ status: 400, body: { fields: [{ field }] } });
  expect((await quang!.send('PUT', '/api/organisation/place', { code: '24', at: '2026-01-01', reason: 'x' })).status).toBe(403);
  expect(await changes()).toContainEqual(expect.objectContaining({ kind: 'agency', before: { name: 'Ủy ban nhân dân phường Bình An', place: { code: '24', at: '2025-01-01' } }, after: { name: 'Ủy ban nhân dân phường Bình An', place: { code: '24', at: '2026-11-16' } } }));
});

test('others look or are refused; another agency has departments of its own only', async () => {
  expect((await quang!.get<OrganisationView>('/api/organisation')).body.mayChange).toBe(false);
  expect((await quang!.post('/api/organisation/staff', { id: 'moi', ...NEW })).status).toBe(403);
  expect((await lan!.get('/api/organisation')).status).toBe(403);
  expect((await an!.send<Problem>('PUT', '/api/organisation/departments/phongCsgt', { name: 'X', oneStop: false, base: 0, reason: 'x' })).status).toBe(404);
  expect((await an!.get<OrganisationView>('/api/organisation')).body.departments.map(({ id }) => id)).not.toContain('phongCsgt');
});
