/** What no diagram draws, over HTTP: offered and refused by the rules, told in the timeline and the ledger. */
import type { CaseAnswer, DossierRow, DossierView, NoticePage, NoticeRow, OfferedAction, Problem, ReceivePreview, WorkAnswer, WorkPage } from '../../server/contract.js';
import { rebuildDossier } from '../../models/rebuild.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const BUSINESS = 'P07-dang-ky-ho-kinh-doanh';
let bench: AppBench;
const people: Record<string, Clerk> = {};
beforeAll(async () => {
  bench = await appBench();
  for (const id of ['lan', 'mai', 'duc', 'hanh', 'son', 'tuan', 'nga', 'thu', 'khoa', 'binh']) people[id] = await Clerk.signIn(bench.url, id);
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const receive = async (more: object = {}): Promise<DossierRow> => (await people.lan!.post<DossierRow>('/api/dossiers', {
  commandId: newCommandId(), procedureId: BUSINESS, channel: 'desk', applicant: { kind: 'person', name: 'Lê Thị Hoa' }, parts: [{ type: 'giayDeNghi', copies: 1, received: true }], data: { tenHoKinhDoanh: 'Tạp hóa An' }, ...more,
})).body;
const view = async (who: string, id: string): Promise<DossierView> => (await people[who]!.get<DossierView>(`/api/dossiers/${id}`)).body;
const offered = async (who: string, id: string): Promise<OfferedAction[]> => (await people[who]!.get<{ items: OfferedAction[] }>(`/api/dossiers/${id}/actions`)).body.items;
const names = async (who: string, id: string): Promise<string[]> => (await offered(who, id)).map((each) => each.action);
const act = (who: string, id: string, action: string, body: object = {}) => people[who]!.post<CaseAnswer & Problem>(`/api/dossiers/${id}/actions/${action}`, { commandId: newCommandId(), ...body });
const complete = async (who: string, id: string, element: string, outcome?: RegExp, more: object = {}) => {
  const item = (await view(who, id)).work.find((each) => each.element === element)!;
  const chosen = outcome && item.outcomes.find((each) => outcome.test(each.id));
  return people[who]!.post<WorkAnswer & Problem>(`/api/work/${item.id}/complete`, { commandId: newCommandId(), ...(chosen ? { outcome: chosen.id } : {}), ...more });
};
/** Past the desk: what the drawing draws there is behind. */
const atOfficer = async (): Promise<string> => {
  const { id } = await receive();
  expect((await complete('lan', id, 'tiepNhan', /gopTiepNhan|thamDinh|kiemTra/)).status).toBe(200);
  return id;
};

test('where the drawing draws it, it is not offered beside it, and refused with the reason', async () => {
  const { id } = await receive();
  expect(await names('lan', id)).toEqual(expect.arrayContaining(['withdraw', 'handOver', 'requirePayment']));
  expect(await names('lan', id)).not.toContain('requestSupplement');
  expect(await act('lan', id, 'requestSupplement', { reason: 'thiếu', parts: ['x'] })).toMatchObject({ status: 409, body: { code: 'drawn' } });
});

test('a stop: offered to the head, with a ground; steps wait; the ledger says by whom for what', async () => {
  const id = await atOfficer();
  expect(await names('duc', id)).not.toContain('stop');
  expect(await act('duc', id, 'stop', { reason: 'tranh chấp', ground: 'Điều 5' })).toMatchObject({ status: 403, body: { code: 'rule-forbids' } });
  expect(await act('son', id, 'stop', { reason: 'tranh chấp' })).toMatchObject({ status: 409, body: { code: 'ground-needed' } });
  const commandId = newCommandId();
  const twice = await Promise.all([1, 2].map(() => act('son', id, 'stop', { commandId, reason: 'Chờ bản án', ground: 'Điều 5' })));
  expect(twice.map((each) => each.status)).toEqual([200, 200]);
  expect(twice[0]!.body.seq).toBe(twice[1]!.body.seq);
  const stopped = await view('duc', id);
  expect(stopped).toMatchObject({ state: 'stopped', dueState: 'paused', casework: { portalState: 8, halt: { kind: 'stop', byName: 'Đặng Văn Sơn', ground: 'Điều 5' } } });
  expect(stopped.work.every((each) => !each.mayAct)).toBe(true);
  expect(await complete('duc', id, stopped.work[0]!.element)).toMatchObject({ status: 409, body: { code: 'suspended' } });
  expect((await people.duc!.get<WorkPage>('/api/work?view=department&status=paused')).body.items.map((each) => each.dossierId)).toContain(id);
  expect(await names('son', id)).toEqual(expect.arrayContaining(['resume']));
  expect(await names('son', id)).not.toContain('extend');
  await bench.clock.advance(3 * 86_400_000, () => bench.host.settle());
  expect(await act('son', id, 'resume', { reason: 'Đã có bản án' })).toMatchObject({ status: 200 });
  const resumed = await view('duc', id);
  expect(resumed).toMatchObject({ state: 'inProgress' });
  expect(resumed.due!.ledger.some((span) => span.why.vi.includes('Chờ bản án · Đặng Văn Sơn'))).toBe(true);
  expect(resumed.timeline.map((each) => each.kind)).toEqual(expect.arrayContaining(['stopped', 'resumed']));
});

test('an extension: drafted by the officer, approved once by another, to a working day within the rule', async () => {
  const id = await atOfficer();
  const [draft] = (await offered('duc', id)).filter((each) => each.action === 'draftApology');
  expect(draft).toMatchObject({ fields: ['reason', 'newDate'], dueAt: expect.any(String), latest: expect.any(String) });
  const day = (iso: string, days: number): string => new Date(Date.parse(iso) + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
  expect(await act('duc', id, 'draftApology', { reason: 'chờ cơ quan thuế', newDate: day(draft!.latest!, 30) })).toMatchObject({ status: 409, body: { code: 'date-too-far' } });
  expect(await act('duc', id, 'draftApology', { reason: 'chờ', newDate: '2026-11-22' })).toMatchObject({ status: 400, body: { code: 'bad-request' } });
  expect(await act('duc', id, 'draftApology', { reason: 'chờ cơ quan thuế', newDate: day(draft!.latest!, 0) })).toMatchObject({ status: 200 });
  const [extend] = (await offered('son', id)).filter((each) => each.action === 'extend');
  expect(extend!.draft).toMatchObject({ reason: 'chờ cơ quan thuế' });
  expect(await act('son', id, 'extend', { reason: 'chờ cơ quan thuế', newDate: day(draft!.latest!, 0) })).toMatchObject({ status: 200 });
  const extended = await view('duc', id);
  expect(extended.dueAt).toBe(extended.casework.extensions[0]!.newDueAt);
  expect(extended.due!.ledger.at(-1)).toMatchObject({ why: { code: 'extension' } });
  expect(extended.work[0]!.dueAt).toBe(extended.dueAt);
  expect(await names('son', id)).not.toContain('extend');
  expect(await act('tuan', id, 'extend', { reason: 'nữa', newDate: '2026-12-20' })).toMatchObject({ status: expect.any(Number), body: { code: expect.stringMatching(/extension-used-up|bad-request/) } });
});

test('an opinion is work of the unit asked, which sees the dossier from then on', async () => {
  const id = await atOfficer();
  expect((await people.khoa!.get(`/api/dossiers/${id}`)).status).toBe(404);
  expect(await act('duc', id, 'askOpinion', { reason: 'Thửa đất có tranh chấp không?', department: 'chiNhanhDangKyDatDai' })).toMatchObject({ status: 200 });
  const list = (await people.khoa!.get<WorkPage>('/api/work?view=department')).body.items;
  const item = list.find((each) => each.dossierId === id)!;
  expect(item).toMatchObject({ step: 'Thửa đất có tranh chấp không?', status: 'offered' });
  expect((await people.khoa!.post(`/api/work/${item.id}/claim`, { commandId: newCommandId() })).status).toBe(200);
  expect(await people.khoa!.post(`/api/work/${item.id}/complete`, { commandId: newCommandId() })).toMatchObject({ status: 409, body: { code: 'text-needed' } });
  expect((await people.khoa!.post(`/api/work/${item.id}/complete`, { commandId: newCommandId(), note: 'Không tranh chấp' })).status).toBe(200);
  const seen = await view('duc', id);
  expect(seen.casework.opinions).toMatchObject([{ departmentName: 'Chi nhánh Văn phòng đăng ký đất đai', answer: { text: 'Không tranh chấp', byName: 'Ngô Đăng Khoa' } }]);
  expect(seen.work.map((each) => each.element)).not.toContain('opinion');
});

describe('an opinion asked of another unit', () => {
  const question = { reason: 'Có vướng quy hoạch không?', department: 'chiNhanhDangKyDatDai' };
  const asked = async (): Promise<{ id: string; item: string; opinion: string }> => {
    const id = await atOfficer();
    expect((await act('duc', id, 'askOpinion', question)).status).toBe(200);
    const opinion = (await view('duc', id)).casework.opinions[0]!.id;
    return { id, opinion, item: `${id}.${opinion}` };
  };
  const work = (who: string, item: string, what: string, body: object = {}) => people[who]!.post<WorkAnswer & Problem>(`/api/work/${item}/${what}`, { commandId: newCommandId(), ...body });
  const rows = async (who: string, list: string, id: string) => (await people[who]!.get<WorkPage>(`/api/work?view=${list}&pageSize=200`)).body.items.filter((each) => each.dossierId === id);
  const told = async (who: string, id: string) => (await people[who]!.get<NoticePage>('/api/notices?pageSize=200')).body.items.filter((each) => each.dossierId === id);

  test('is taken, handed back, handed out by the head and handed on with a reason', async () => {
    const { id, item } = await asked();
    expect((await work('khoa', item, 'claim')).status).toBe(200);
    expect(await rows('khoa', 'mine', id)).toMatchObject([{ status: 'allocated', assigneeName: 'Ngô Đăng Khoa' }]);
    const commandId = newCommandId();
    expect((await Promise.all([1, 2].map(() => work('khoa', item, 'release', { commandId })))).map((each) => each.status)).toEqual([200, 200]);
    expect(await rows('khoa', 'mine', id)).toEqual([]);
    expect((await rows('khoa', 'department', id))[0]).toMatchObject({ status: 'offered' });
    expect((await rows('khoa', 'department', id))[0]!.assignee).toBeUndefined();
    expect(await work('khoa', item, 'release')).toMatchObject({ status: 409, body: { code: 'work-item-not-yours' } });
    expect((await work('duc', item, 'assign', { to: 'khoa' })).status).toBeGreaterThanOrEqual(403);
    expect(await work('khoa', item, 'assign', { to: 'khoa' })).toMatchObject({ status: 400, body: { fields: [{ field: 'reason' }] } });
    expect((await work('binh', item, 'assign', { to: 'khoa', reason: 'Đúng địa bàn' })).status).toBe(200);
    expect(await rows('khoa', 'mine', id)).toMatchObject([{ status: 'allocated' }]);
    const { timeline, casework } = await view('duc', id);
    expect(casework.opinions).toMatchObject([{ takenByName: 'Ngô Đăng Khoa' }]);
    expect(timeline.map((each) => each.kind).filter((kind) => kind.startsWith('opinion'))).toEqual(['opinionAsked', 'opinionTaken', 'opinionReleased', 'opinionAssigned']);
    expect(timeline.at(-1)).toMatchObject({ kind: 'opinionAssigned', toName: 'Ngô Đăng Khoa', note: 'Đúng địa bàn' });
    expect((await told('khoa', id)).map((each) => each.kind)).toContain('workAssigned');
  });

  test('is withdrawn by whoever asked, with a reason; then it is nobody’s work, and whoever had it is told', async () => {
    const { id, item, opinion } = await asked();
    await work('khoa', item, 'claim');
    expect(await names('khoa', id)).not.toContain('withdrawOpinion');
    expect(await act('khoa', id, 'withdrawOpinion', { opinion, reason: 'x' })).toMatchObject({ status: 403, body: { code: 'rule-forbids' } });
    expect((await offered('duc', id)).find((each) => each.action === 'withdrawOpinion')).toMatchObject({ fields: ['opinion', 'reason'], opinions: [{ id: opinion, question: question.reason }] });
    expect(await act('duc', id, 'withdrawOpinion', { opinion, reason: ' ' })).toMatchObject({ status: 409, body: { code: 'reason-needed' } });
    expect(await act('duc', id, 'withdrawOpinion', { opinion: 'q999', reason: 'x' })).toMatchObject({ status: 409, body: { code: 'unknown-opinion' } });
    expect((await act('duc', id, 'withdrawOpinion', { opinion, reason: 'Đã có bản đồ' })).status).toBe(200);
    expect(await rows('khoa', 'department', id)).toEqual([]);
    expect((await work('khoa', item, 'complete', { note: 'muộn' })).status).toBe(409);
    expect((await view('khoa', id)).casework.opinions).toMatchObject([{ withdrawn: { reason: 'Đã có bản đồ', byName: 'Lê Minh Đức' } }]);
    expect((await told('khoa', id)).find((each) => each.kind === 'opinionWithdrawn')).toMatchObject({ text: 'Đã có bản đồ' });
    expect(await names('duc', id)).not.toContain('withdrawOpinion');
    const items = () => bench.store.workItems.find({ dossierId: id }).sort({ _id: 1 }).lean();
    const before = await items();
    await rebuildDossier(bench.store, bench.parts.context.plans, bench.parts.projector, id);
    expect(await items()).toEqual(before);
  });

  test('can be withdrawn while the dossier is stopped, and by the head for somebody who is away', async () => {
    const { id, opinion } = await asked();
    expect((await act('son', id, 'stop', { reason: 'Chờ', ground: 'Điều 5' })).status).toBe(200);
    expect((await act('son', id, 'withdrawOpinion', { opinion, reason: 'Không cần' })).status).toBe(200);
  });
});

test('papers handed over to a unit are received by that unit', async () => {
  const id = await atOfficer();
  expect(await act('duc', id, 'handOver', { reason: 'Bản giấy, 12 trang', department: 'vanThu' })).toMatchObject({ status: 200 });
  const [handOver] = (await offered('thu', id)).filter((each) => each.action === 'receiveHandOver').flatMap((each) => each.handOvers ?? []);
  expect(handOver).toMatchObject({ what: 'Bản giấy, 12 trang', fromName: 'Lê Minh Đức' });
  expect(await act('nga', id, 'receiveHandOver', { handOver: handOver!.id })).toMatchObject({ status: 403 });
  expect(await act('thu', id, 'receiveHandOver', { handOver: handOver!.id })).toMatchObject({ status: 200 });
  expect((await view('lan', id)).casework.handOvers).toMatchObject([{ toName: 'Bộ phận Văn thư', received: { byName: 'Đỗ Thị Thu' } }]);
});

test('withdrawal ends it with its own state; nothing is offered afterwards; the read model is what the log makes of it', async () => {
  const id = await atOfficer();
  expect(await act('lan', id, 'withdraw', {})).toMatchObject({ status: 409, body: { code: 'reason-needed' } });
  expect(await act('lan', id, 'withdraw', { reason: 'Công dân đổi ý' })).toMatchObject({ status: 200, body: { dossierStatus: 'cancelled' } });
  const ended = await view('lan', id);
  expect(ended).toMatchObject({ state: 'withdrawn', work: [], casework: { portalState: 7 } });
  expect(ended.timeline.at(-1)).toMatchObject({ kind: 'withdrawn', note: 'Công dân đổi ý', byName: 'Nguyễn Thị Lan' });
  expect(await offered('lan', id)).toEqual([]);
  expect(await act('lan', id, 'withdraw', { reason: 'nữa' })).toMatchObject({ status: 409, body: { code: 'not-running' } });
  const before = await bench.store.dossiers.findById(id).lean();
  await rebuildDossier(bench.store, bench.parts.context.plans, bench.parts.projector, id);
  expect(await bench.store.dossiers.findById(id).lean()).toEqual(before);
});

test('what was delivered is taken up again as a new dossier that names it', async () => {
  const { id } = await receive({ procedureId: 'P01-dang-ky-khai-sinh', parts: [], data: { hoTenCon: 'Trần Minh An' } });
  expect(await act('tuan', id, 'recall', { reason: 'sai tên' })).toMatchObject({ status: 409, body: { code: 'not-waiting' } });
  for (const [who, element, outcome] of [['lan', 'tiepNhan', /gopTiepNhan/], ['mai', 'xacMinh', /laySoDinhDanh/], ['nga', 'kyGiay'], ['thu', 'dongDau'], ['lan', 'traKetQua']] as const) {
    expect((await complete(who, id, element, outcome)).status).toBe(200);
    await bench.host.settle();
  }
  expect(await view('lan', id)).toMatchObject({ state: 'delivered', casework: { delivery: 'delivered', portalState: 10 } });
  expect(await names('tuan', id)).toEqual(['recall']);
  const commandId = newCommandId();
  const both = await Promise.all([1, 2].map(() => act('tuan', id, 'recall', { commandId, reason: 'Sai tên mẹ' })));
  expect(both.map((each) => each.status)).toEqual([200, 200]);
  expect(both[0]!.body.dossierId).toBe(both[1]!.body.dossierId);
  const again = await view('lan', both[0]!.body.dossierId);
  expect(again).toMatchObject({ state: 'received', data: { hoTenCon: 'Trần Minh An' }, casework: { follows: { dossierId: id } } });
  expect((await view('lan', id)).followUps).toEqual([{ dossierId: again.id, dossierNo: again.dossierNo }]);
});

test('three places, the channel, and the number from the register of the agency', async () => {
  const row = await receive({ channel: 'online', helpAgencyId: 'vpdk-dat-dai' });
  expect(row).toMatchObject({ state: 'submitted', channel: 'online', dossierNo: expect.stringMatching(/^UBA-\d{8}-\d{7}$/) });
  expect((await view('lan', row.id)).casework.places).toEqual({ help: 'Chi nhánh Văn phòng đăng ký đất đai khu vực Bình An', reception: 'Trung tâm Phục vụ hành chính công', competent: 'Ủy ban nhân dân phường Bình An' });
  expect((await people.khoa!.get(`/api/dossiers/${row.id}`)).status).toBe(200);
  const other = await receive({ channel: 'post', receptionDepartmentId: 'vanThu', competentAgencyId: 'cong-an-phuong' });
  expect(other.channel).toBe('post');
  expect((await view('lan', other.id)).casework.places).toEqual({ help: 'Ủy ban nhân dân phường Bình An', reception: 'Bộ phận Văn thư', competent: 'Công an phường Bình An' });
  const wrong = { commandId: newCommandId(), procedureId: BUSINESS, channel: 'desk', applicant: { kind: 'person', name: 'A' }, parts: [], data: { tenHoKinhDoanh: 'Tạp hóa An' }, helpAgencyId: 'nowhere', receptionDepartmentId: 'chiNhanhDangKyDatDai' };
  expect(await people.lan!.post('/api/dossiers', wrong)).toMatchObject({ status: 400, body: { fields: [{ field: 'helpAgencyId' }, { field: 'receptionDepartmentId' }] } });
});

test('what the desk can choose, with what holds otherwise: the own desk, the agency whose signature ends it', async () => {
  const { places } = (await people.lan!.post<ReceivePreview>('/api/dossiers/preview', { procedureId: 'P03-cap-doi-gcn' })).body;
  expect(places).toMatchObject({ helpAgencyId: 'ubnd-binh-an', receptionDepartmentId: 'trungTamHanhChinhCong', competentAgencyId: 'vpdk-dat-dai' });
  expect(places.desks).toEqual([{ id: places.receptionDepartmentId, name: 'Trung tâm Phục vụ hành chính công' }]);
  expect(places.agencies.map((each) => each.id)).toEqual(expect.arrayContaining(['ubnd-binh-an', 'cong-an-phuong']));
});

describe('by itself', () => {
  const notices = async (who: string, id: string): Promise<NoticeRow[]> => (await people[who]!.get<NoticePage>('/api/notices?pageSize=200')).body.items.filter((each) => each.dossierId === id);
  const pass = async (until: string): Promise<void> => { await bench.clock.advance(Date.parse(until) - bench.clock.now() + 60_000, () => bench.host.settle()); };

  test('whoever works on it is reminded, then the head and then the leader are told; the page shows what is to come', async () => {
    const id = await atOfficer();
    const before = await view('duc', id);
    expect(before.casework.automatic.map((each) => [each.kind, each.state])).toEqual([
      ['apology', 'planned'], ['reminder', 'planned'], ['escalation:head', 'planned'], ['escalation:leader', 'planned'],
    ]);
    expect(await act('duc', id, 'cancelAutomatic', { automatic: 'apology', reason: 'x' })).toMatchObject({ status: 403 });
    expect(await act('son', id, 'cancelAutomatic', { automatic: 'apology', reason: 'Sẽ xong đúng hẹn' })).toMatchObject({ status: 200 });
    await pass(before.dueAt!);
    const after = await view('duc', id);
    expect(after.casework.automatic.map((each) => [each.kind, each.state]).sort()).toEqual([
      ['apology', 'cancelled'], ['escalation:head', 'done'], ['escalation:leader', 'done'], ['reminder', 'done'],
    ]);
    expect(after.casework.draft).toBeUndefined();
    expect((await notices('duc', id)).map((each) => each.kind)).toContain('reminder');
    expect((await notices('son', id)).map((each) => each.kind)).toContain('escalationHead');
    expect((await notices('tuan', id)).map((each) => each.kind)).toEqual(['escalationLeader']);
    expect(after.timeline.filter((each) => each.kind === 'automatic').map((each) => each.automatic)).toEqual(['reminder', 'escalation:head', 'escalation:leader']);
  });

  test('a notice is read once and for all, by whom it was meant for', async () => {
    const id = await atOfficer();
    await act('duc', id, 'askOpinion', { reason: 'Ý kiến?', department: 'chiNhanhDangKyDatDai' });
    const [mine] = await notices('khoa', id);
    expect(mine).toMatchObject({ kind: 'opinionAsked', text: 'Ý kiến?', read: false });
    await people.binh!.post(`/api/notices/${mine!.id}/read`, {});
    expect((await notices('khoa', id))[0]!.read).toBe(false);
    expect((await people.khoa!.post(`/api/notices/${mine!.id}/read`, {})).status).toBe(204);
    expect((await notices('khoa', id))[0]!.read).toBe(true);
    await rebuildDossier(bench.store, bench.parts.context.plans, bench.parts.projector, id);
    expect((await notices('khoa', id)).map((each) => each.read)).toEqual([true]);
  });

  test('no supplement, no dossier: it closes on the day that the request named', async () => {
    const id = await atOfficer();
    const asked = await act('duc', id, 'requestSupplement', { reason: 'Thiếu hợp đồng', parts: ['Hợp đồng thuê nhà'] });
    expect(asked.status).toBe(200);
    const waiting = await view('lan', id);
    expect(waiting).toMatchObject({ state: 'awaitingSupplement', casework: { portalState: 5, halt: { parts: ['Hợp đồng thuê nhà'] }, automatic: [{ kind: 'closing', state: 'planned' }] } });
    await pass(waiting.casework.halt!.answerBy!);
    expect(await view('lan', id)).toMatchObject({ state: 'unresolved', casework: { portalState: 8 } });
    expect((await notices('lan', id)).map((each) => each.kind)).toEqual(['unanswered']);
  });

});
