/** An office is merged into another one: what was received there is seen and worked on by those who continue it, and keeps where it was received. */
import type { DossierRow, DossierView, OrganisationChangeRow, Page, Problem, SuccessionPreview, SuccessionView, WorkAnswer, WorkPage } from '../../server/contract.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const [OLD, NEW] = ['ubnd-binh-an', 'ubnd-hoa-binh'];
let bench: AppBench, an: Clerk, lan: Clerk;
beforeAll(async () => {
  bench = await appBench();
  const { store } = bench;
  await store.agencies.create({ _id: NEW, name: 'Ủy ban nhân dân phường Hòa Bình', level: 'commune', code: 'UHB' });
  await store.departments.create([{ _id: 'motCuaHoaBinh', name: 'Trung tâm Phục vụ hành chính công Hòa Bình', agencyId: NEW, oneStop: true }, { _id: 'vanPhongHoaBinh', name: 'Văn phòng', agencyId: NEW, oneStop: false }]);
  await store.staff.create([
    { _id: 'xuan.hb', name: 'Hồ Thị Xuân', position: 'Cán bộ một cửa', agencyId: NEW, departmentIds: ['motCuaHoaBinh'], roles: ['oneStopOfficer'], active: true },
    { _id: 'yen.hb', name: 'Lê Văn Yên', position: 'Quản trị', agencyId: NEW, departmentIds: ['vanPhongHoaBinh'], roles: ['administrator'], active: true },
  ]);
  await bench.parts.context.directory.refresh();
  [an, lan] = await Promise.all(['an', 'lan'].map((id) => Clerk.signIn(bench.url, id))) as [Clerk, Clerk];
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const receive = async (who: Clerk): Promise<DossierRow> => {
  const reply = await who.post<DossierRow>('/api/dossiers', { commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', name: 'Lê An' }, parts: [{ type: 'giayChungSinh', copies: 1, received: true }], data: { hoTenCon: 'Lê Bình' } });
  expect(reply.status).toBe(201);
  return reply.body;
};
const view = async (who: Clerk, id: string) => who.get<DossierView>(`/api/dossiers/${id}`);
const PATH = '/api/organisation/succession';

test('merged: refused where it is not whole, looked at before, then carried out', async () => {
  const dossier = await receive(lan);
  const xuan = await Clerk.signIn(bench.url, 'xuan.hb');
  expect((await view(xuan, dossier.id)).status).toBe(404);

  const { others } = (await an.get<SuccessionView>(PATH)).body;
  expect(others.find(({ id }) => id === NEW)?.departments.map(({ id }) => id)).toEqual(['motCuaHoaBinh', 'vanPhongHoaBinh']);
  const own = bench.parts.context.directory.departmentsOf(OLD).map(({ _id }) => _id);
  const departments = own.map((id) => (id === 'trungTamHanhChinhCong' ? { id, department: 'motCuaHoaBinh' } : { id, agency: NEW }));
  const wish = { day: '2026-11-16', departments };
  const refused = async (more: object) => { const { status, body } = await an.post<Problem>(PATH, { ...wish, reason: 'Sáp nhập', ...more }); return [status, body.fields?.[0]?.field]; };
  expect(await refused({ day: '2026-11-17' })).toEqual([400, 'day']);
  expect(await refused({ departments: departments.slice(1) })).toEqual([400, 'departments']);
  expect(await refused({ departments: departments.map((each, n) => (n === 2 ? { ...each, department: 'vanPhongHoaBinh' } : each)) })).toEqual([400, 'departments.2']);
  expect(await refused({ departments: departments.map((each, n) => (n === 1 ? { id: each.id, department: 'vanPhong' } : each)) })).toEqual([400, 'departments.1.department']);
  expect(await refused({ reason: '' })).toEqual([400, 'reason']);
  expect((await xuan.post(PATH, { ...wish, reason: 'x' })).status).toBe(403);

  const adopted = (code: string, procedureId: string) => ({ code, procedureId, version: 1, part: 'x', departments: [], reasons: [] });
  const adoption = { frameworkId: 'khung', version: 1, hash: 'x', answers: {}, shares: false, at: new Date(), by: 'chi' };
  await bench.store.adoptions.create([{ _id: `${OLD}:khung`, agencyId: OLD, ...adoption, procedures: [adopted('P01', 'P01-dang-ky-khai-sinh'), adopted('P11', 'P11-ban-sao-so-goc')] }, { _id: `${NEW}:khung`, agencyId: NEW, ...adoption, procedures: [adopted('P11', 'P11-hoa-binh')] }]);
  const preview = (await an.post<SuccessionPreview>(`${PATH}/preview`, wish)).body;
  expect(preview).toMatchObject({ successors: [{ id: NEW }], openDossiers: 1 });
  expect(preview.procedures.find(({ code }) => code === 'P01')?.to.id).toBe(NEW);
  expect(preview.frameworks).toEqual([{ id: 'khung', version: 1, to: { id: NEW, name: 'Ủy ban nhân dân phường Hòa Bình' }, codes: ['P01'], kept: ['P11'] }]);
  expect(preview.departments.find(({ id }) => id === 'trungTamHanhChinhCong')).toMatchObject({ openSteps: 1 });

  const done = await an.post<SuccessionView>(PATH, { ...wish, reason: 'Nghị quyết sáp nhập' });
  expect((await bench.store.procedures.findById('P01-dang-ky-khai-sinh').lean())?.agencyId).toBe(NEW);
  expect((await bench.store.adoptions.find().lean()).map(({ agencyId, procedures }) => [agencyId, procedures.map(({ procedureId }) => procedureId)])).toEqual([[NEW, ['P11-hoa-binh', 'P01-dang-ky-khai-sinh']]]);
  expect([done.status, done.body.to, done.body.successors]).toEqual([200, '2026-11-15', [{ id: NEW, name: 'Ủy ban nhân dân phường Hòa Bình' }]]);
  for (const { id } of [dossier, await receive(xuan)]) {
    const seen = (await view(xuan, id)).body;
    const item = seen.work[0]!;
    expect(item.mayAct).toBe(true);
    expect((await xuan.post(`/api/work/${item.id}/claim`, { commandId: newCommandId() })).status).toBe(200);
    const outcome = item.outcomes.find(({ kind }) => kind === 'forward')!.id;
    expect((await xuan.post<WorkAnswer>(`/api/work/${item.id}/complete`, { commandId: newCommandId(), outcome })).status).toBe(200);
  }
  expect((await view(xuan, dossier.id)).body.agencyName).toBe('Ủy ban nhân dân phường Bình An');
  expect(dossier.dossierNo).toMatch(/^UBA-/);
}, 60_000);

test('the people went along: the next step is done where its department moved to, by whoever did it before', async () => {
  const fresh = await receive(lan);
  expect(fresh.dossierNo).toMatch(/^UHB-/);
  const huy = await Clerk.signIn(bench.url, 'huy');
  const { items } = (await huy.get<WorkPage>('/api/work?view=department')).body;
  expect(items.length).toBeGreaterThan(0);
  expect((await huy.post(`/api/work/${items[0]!.id}/claim`, { commandId: newCommandId() })).status).toBe(200);
  const session = (await huy.get<{ person: { agencyId: string; departmentIds: string[] } }>('/api/session')).body.person;
  expect(session).toMatchObject({ agencyId: NEW });
  const yen = await Clerk.signIn(bench.url, 'yen.hb');
  const [change] = (await yen.get<Page<OrganisationChangeRow>>('/api/organisation/changes')).body.items;
  expect(change).toMatchObject({ kind: 'agency', target: OLD, reason: 'Nghị quyết sáp nhập', byName: 'Tạ Văn An', after: { to: '2026-11-15', successors: [NEW] } });
  expect((await yen.get<SuccessionView>(PATH)).body.continues).toEqual([{ id: OLD, name: 'Ủy ban nhân dân phường Bình An' }]);
});

test('what is told of a dossier of the old office reaches the new one, and no third one', async () => {
  const third = await bench.store.staff.findOne({ agencyId: 'cong-an-tinh' }).lean();
  const [stranger, xuan] = await Promise.all([third!._id, 'xuan.hb'].map((id) => Clerk.signIn(bench.url, id)));
  const old = await bench.store.dossiers.findOne({ agencyId: OLD }).lean();
  expect((await view(stranger!, old!._id)).status).toBe(404);
  expect((await xuan!.get<Page<DossierRow>>('/api/dossiers')).body.items.map(({ id }) => id)).toContain(old!._id);
  expect((await xuan!.get<WorkPage>('/api/work?view=all')).body.items.map(({ dossierId }) => dossierId)).toContain(old!._id);
});
