/** Work that changes hands, and one act on many: assigned by the head, handed on with a reason, done together with an answer for each. */
import type { BulkOptions, BulkResult, DossierRow, DossierView, NoticePage, Problem, WorkAnswer } from '../../server/contract.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

let bench: AppBench;
const people: Record<string, Clerk> = {};
beforeAll(async () => {
  bench = await appBench();
  for (const id of ['lan', 'huy', 'mai', 'duc', 'hanh', 'son', 'ha']) people[id] = await Clerk.signIn(bench.url, id);
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const BIRTH = { procedureId: 'P01-dang-ky-khai-sinh', data: { hoTenCon: 'Trần An' } };
const BUSINESS = { procedureId: 'P07-dang-ky-ho-kinh-doanh', data: { tenHoKinhDoanh: 'Tạp hóa An' } };
const receive = async (more: object = BIRTH): Promise<DossierRow> => (await people.lan!.post<DossierRow>('/api/dossiers', {
  commandId: newCommandId(), channel: 'desk', applicant: { kind: 'person', name: 'Trần Ánh' }, parts: [], ...more,
})).body;
const view = async (who: string, id: string): Promise<DossierView> => (await people[who]!.get<DossierView>(`/api/dossiers/${id}`)).body;
const firstWork = async (who: string, id: string) => (await view(who, id)).work[0]!;
const assign = (who: string, work: string, body: object) => people[who]!.post<WorkAnswer & Problem>(`/api/work/${work}/assign`, { commandId: newCommandId(), ...body });
const bulk = (who: string, body: object) => people[who]!.post<{ results: BulkResult[] } & Problem>('/api/work/bulk', { commandId: newCommandId(), ...body });
const options = async (who: string, ids: string[]): Promise<BulkOptions> => (await people[who]!.post<BulkOptions>('/api/work/options', { ids })).body;
/** At the department of economy, past the desk. */
async function atDepartment(): Promise<{ dossier: DossierRow; work: string }> {
  const dossier = await receive(BUSINESS);
  const item = await firstWork('lan', dossier.id);
  const outcome = item.outcomes.find((each) => each.kind === 'forward')!.id;
  expect((await people.lan!.post(`/api/work/${item.id}/complete`, { commandId: newCommandId(), outcome })).status).toBe(200);
  await bench.host.settle();
  return { dossier, work: (await firstWork('duc', dossier.id)).id };
}

test('whoever holds the work hands it on with a reason; the colleague is told, and the history says who gave it to whom', async () => {
  const dossier = await receive();
  const { id } = await firstWork('lan', dossier.id);
  await people.lan!.post(`/api/work/${id}/claim`, { commandId: newCommandId() });
  expect((await firstWork('lan', dossier.id)).mayHandOn).toBe(true);
  expect((await firstWork('huy', dossier.id)).mayHandOn).toBe(false);
  expect((await assign('lan', id, { to: 'huy' })).body).toMatchObject({ status: 400, fields: [{ field: 'reason' }] });
  const commandId = newCommandId();
  expect((await assign('lan', id, { commandId, to: 'huy', reason: 'Đi tập huấn buổi chiều' })).status).toBe(200);
  expect((await assign('lan', id, { commandId, to: 'huy', reason: 'Đi tập huấn buổi chiều' })).status).toBe(200);
  const { body } = await people.huy!.get<NoticePage>('/api/notices');
  expect(body.items.filter((each) => each.dossierId === dossier.id)).toMatchObject([{ kind: 'workAssigned', text: 'Đi tập huấn buổi chiều' }]);
  const told = (await view('huy', dossier.id)).timeline.filter((each) => each.kind === 'assigned');
  expect(told).toMatchObject([{ by: 'lan', to: 'huy', toName: 'Phạm Quốc Huy', note: 'Đi tập huấn buổi chiều' }]);
  // It is no longer hers to hand on.
  expect((await assign('lan', id, { to: 'huy', reason: 'Lần nữa' })).body).toMatchObject({ status: 409, code: 'work-item-not-yours', meanwhile: { byName: 'Phạm Quốc Huy' } });
});

test('the head hands out the work of the department, to those who may do it, and reads who was faster', async () => {
  const { dossier, work } = await atDepartment();
  expect((await options('son', [work])).handOn).toMatchObject({ reasonNeeded: false, people: [{ id: 'duc', load: 0 }, { id: 'hanh', load: 0 }] });
  expect((await assign('son', work, { to: 'mai' })).body).toMatchObject({ status: 404, code: 'unknown-person' });
  expect((await assign('mai', work, { to: 'duc', reason: 'x' })).status).toBe(403);
  expect((await assign('hanh', work, { to: 'duc', reason: 'Không phải của tôi' })).body).toMatchObject({ status: 409, code: 'work-item-not-yours' });
  expect((await assign('son', work, { to: 'hanh', holder: null })).status).toBe(200);
  expect((await assign('son', work, { to: 'duc', holder: null })).body).toMatchObject({ status: 409, code: 'work-item-not-yours', meanwhile: { byName: 'Vũ Thị Hạnh' } });
  expect((await firstWork('son', dossier.id)).assignee).toBe('hanh');
  expect((await options('son', [work])).handOn?.people.map((each) => each.id)).toEqual(['duc']);
});

test('many are claimed, handed back and completed in one request, each with its own answer', async () => {
  const rows = await Promise.all(Array.from({ length: 4 }, () => receive()));
  const works = await Promise.all(rows.map(async (row) => (await firstWork('lan', row.id)).id));
  await people.huy!.post(`/api/work/${works[1]!}/claim`, { commandId: newCommandId() });
  const commandId = newCommandId();
  const ids = [...works, 'd-unknown.i1'];
  const claimed = (await bulk('lan', { commandId, action: 'claim', ids })).body.results;
  expect(claimed.map((each) => [each.id, each.done, each.dossierNo, each.problem?.code])).toEqual([
    [works[0], true, rows[0]!.dossierNo, undefined], [works[1], false, rows[1]!.dossierNo, 'already-claimed'], [works[2], true, rows[2]!.dossierNo, undefined],
    [works[3], true, rows[3]!.dossierNo, undefined], ['d-unknown.i1', false, undefined, 'unknown-work-item'],
  ]);
  expect(claimed[1]!.problem).toMatchObject({ status: 409, meanwhile: { byName: 'Phạm Quốc Huy' } });
  expect((await bulk('lan', { commandId, action: 'claim', ids })).body.results.map((each) => each.done)).toEqual([true, false, true, true, false]);
  expect((await bulk('lan', { action: 'release', ids: [works[0]] })).body.results).toMatchObject([{ done: true }]);
  const offered = await options('lan', [works[0]!, works[2]!, works[3]!]);
  expect(offered).toMatchObject({ claim: 1, release: 2, complete: { step: 'Tiếp nhận và số hóa hồ sơ' } });
  const outcome = offered.complete!.outcomes.find((each) => each.kind === 'forward')!.id;
  const done = (await bulk('lan', { action: 'complete', ids: [works[0], works[1], works[2]], outcome, note: 'Đủ hồ sơ' })).body.results;
  expect(done.map((each) => [each.done, each.problem?.code])).toEqual([[true, undefined], [false, 'work-item-not-yours'], [true, undefined]]);
  const steps = await Promise.all([0, 1, 2].map(async (n) => (await firstWork('lan', rows[n]!.id)).element));
  expect(steps).toEqual(['xacMinh', 'tiepNhan', 'xacMinh']);
  expect((await view('lan', rows[0]!.id)).timeline.find((each) => each.kind === 'completed')).toMatchObject({ by: 'lan', note: 'Đủ hồ sơ' });
});

test('different steps are not completed together; a hundred at most; nothing twice; what is not for the person stays so', async () => {
  const [birth, { work }] = await Promise.all([receive(), atDepartment()]);
  const item = (await firstWork('lan', birth.id)).id;
  expect(await options('lan', [item, work])).toEqual({ claim: 1, release: 0 });
  expect(await options('ha', [item, work])).toEqual({ claim: 0, release: 0 });
  expect((await bulk('ha', { action: 'claim', ids: [item] })).body.results).toMatchObject([{ done: false, problem: { code: 'unknown-work-item' } }]);
  for (const ids of [[], [item, item], Array.from({ length: 101 }, (_, n) => `d-${n}.i`)]) {
    expect((await bulk('lan', { action: 'claim', ids })).body).toMatchObject({ status: 400, fields: [{ field: 'ids' }] });
  }
  expect((await bulk('lan', { action: 'assign', ids: [item] })).body).toMatchObject({ status: 400, fields: [{ field: 'to' }] });
});
