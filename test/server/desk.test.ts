/** Reception and work over HTTP: one dossier through the hands of four people, and what is refused on the way. */
import type { DossierRow, DossierView, Page, Problem, ProcedureRow, ReceivePreview, WorkAnswer, WorkPage } from '../../server/contract.js';
import { HostUnavailable } from '../../workflows/host.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const BIRTH = 'P01-dang-ky-khai-sinh';
const LAND_DATA = { nguoiSuDungDat: 'Phạm Văn Dũng', soThua: '128', toBanDo: '15', dienTich: 96.5, vungKhoKhan: false, soPhatHanh: 'BM 123456' };
let bench: AppBench;
const people: Record<string, Clerk> = {};
beforeAll(async () => {
  bench = await appBench();
  for (const id of ['lan', 'huy', 'mai', 'nga', 'tuan', 'thu', 'khoa', 'son', 'duc', 'hanh', 'quang', 'an', 'chi', 'long', 'dung', 'yen', 'ha']) people[id] = await Clerk.signIn(bench.url, id);
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const request = (more: object = {}) => ({
  commandId: newCommandId(), procedureId: BIRTH, channel: 'desk', applicant: { kind: 'person', name: 'Trần Thị Ngọc Ánh', idNumber: '000123456789' },
  parts: [{ type: 'giayChungSinh', copies: 1, received: true }], data: { hoTenCon: 'Trần Minh An' }, ...more,
});
const receive = async (more: object = {}): Promise<DossierRow> => {
  const reply = await people.lan!.post<DossierRow>('/api/dossiers', request(more));
  expect(reply).toMatchObject({ status: 201 });
  return reply.body;
};
const view = async (who: string, id: string): Promise<DossierView> => (await people[who]!.get<DossierView>(`/api/dossiers/${id}`)).body;
const workOf = async (who: string, id: string, element: string) => {
  const found = (await view(who, id)).work.find((each) => each.element === element);
  if (!found) throw new Error(`no work at ${element}`);
  return found;
};
const complete = async (who: string, id: string, element: string, outcome?: string, more: object = {}) => {
  const item = await workOf(who, id, element);
  return people[who]!.post<WorkAnswer & Problem>(`/api/work/${item.id}/complete`, { commandId: newCommandId(), ...(outcome ? { outcome } : {}), ...more });
};

test('the desk is told the appointment, the parts and the fields before it receives', async () => {
  const { body } = await people.lan!.post<ReceivePreview>('/api/dossiers/preview', { procedureId: BIRTH });
  expect(body.due?.dueAt).toBe('2026-11-16T10:00:00.000Z');
  expect(body.parts.map((each) => each.type)).toEqual(['toKhaiKhaiSinh', 'giayChungSinh']);
  expect(body.form.schema.properties).toMatchObject({ hoTenCon: { type: 'string', minLength: 1, title: expect.stringMatching(/\p{Lu}/u) as string }, ngaySinh: { type: 'string', format: 'date' }, gioiTinh: { enum: ['Nam', 'Nữ', 'Khác'] } });
  expect(body.form.schema.required).toEqual(['hoTenCon']);
});

test('an e-mail address that is none is refused at its field', async () => {
  for (const email of ['anh', 'anh@', '@example.com', 'anh@example', 'a b@example.com', 'a@b.vn, c@d.vn']) {
    const bad = await people.lan!.post<Problem>('/api/dossiers', request({ applicant: { kind: 'person', name: 'An', email } }));
    expect([bad.status, bad.body.fields?.map((each) => each.field)]).toEqual([400, ['applicant.email']]);
  }
  await receive({ applicant: { kind: 'person', name: 'An', email: 'an.nguyen+ho-so@mail.example.vn' } });
});

test('what does not fit its field is refused with the name of the field, at reception and at a step; the rest is as it was', async () => {
  const bad = await people.lan!.post<Problem>('/api/dossiers', request({ data: { hoTenCon: ['An'], ngaySinh: '31/02/2026', gioiTinh: 'nam' } }));
  expect(bad.status).toBe(400);
  expect(bad.body.fields?.map((each) => each.field).sort()).toEqual(['data.gioiTinh', 'data.hoTenCon', 'data.ngaySinh']);
  for (const data of [{}, { hoTenCon: '' }]) expect((await people.lan!.post<Problem>('/api/dossiers', request({ data }))).body).toMatchObject({ status: 400, fields: [{ field: 'data.hoTenCon' }] });
  const row = await receive({ data: { hoTenCon: 'Trần Minh An', ngaySinh: '2026-02-28' } });
  const { form } = await workOf('lan', row.id, 'tiepNhan');
  expect(form.data).toMatchObject(Object.fromEntries(Object.keys(form.schema.properties).filter((name) => name === 'ngaySinh').map((name) => [name, '2026-02-28'])));
});

test('a birth registration goes from receipt to result through four people', async () => {
  const row = await receive();
  expect(row).toMatchObject({ state: 'received', dossierNo: expect.stringMatching(/^UBA-20261116-\d{7}$/), dueState: 'dueSoon' });
  const steps: [string, string, string?][] = [['lan', 'tiepNhan', 'f_hoSoDayDu__gopTiepNhan'], ['mai', 'xacMinh', 'f_duDieuKien__laySoDinhDanh'], ['nga', 'kyGiay'], ['thu', 'dongDau']];
  for (const [who, element, outcome] of steps) {
    expect((await complete(who, row.id, element, outcome, { note: 'xong' })).status).toBe(200);
    await bench.host.settle();
  }
  expect((await view('lan', row.id)).state).toBe('resolved');
  expect((await complete('lan', row.id, 'traKetQua')).body).toMatchObject({ dossierStatus: 'completed', next: [] });
  const ended = await view('lan', row.id);
  expect(ended).toMatchObject({ state: 'delivered', dueState: 'onTime', incidents: [], work: [] });
  expect(ended.data).toMatchObject({ soDinhDanhCaNhan: expect.stringMatching(/^\d{12}$/) });
  expect(ended.timeline.filter((each) => each.kind === 'completed').map((each) => [each.by, each.element, each.note])).toEqual([
    ['lan', 'tiepNhan', 'xong'], ['mai', 'xacMinh', 'xong'], ['nga', 'kyGiay', 'xong'], ['thu', 'dongDau', 'xong'], ['lan', 'traKetQua', undefined],
  ]);
  expect(ended.path).toMatchObject({ active: [], done: expect.arrayContaining(['batDau', 'laySoDinhDanh', 'daTraKetQua']) });
});

test('what an internal audit finds opens a corrective action with what was found', async () => {
  const audit = (await people.long!.post<DossierRow>('/api/dossiers', request({ procedureId: 'P14-danh-gia-noi-bo', parts: [], data: {} }))).body;
  const found = { moTa: 'Hai hồ sơ thiếu phiếu kiểm soát', mucDo: 'nhẹ' };
  const steps: [string, string, string?, object?][] = [
    ['long', 'lapChuongTrinh'], ['tuan', 'duyetChuongTrinh', 'f_dongYChuongTrinh__thongBao'], ['yen', 'thongBao'], ['duc', 'chuanBi'],
    ['dung', 'danhGiaTaiDonVi'], ['dung', 'lapBaoCao', 'f_coKhongPhuHop__ghiPhatHien'], ['dung', 'ghiPhatHien', undefined, { data: found }],
  ];
  for (const [who, element, outcome, more] of steps) expect(await complete(who, audit.id, element, outcome, more)).toMatchObject({ status: 200 });
  await bench.host.settle();
  const [opened] = await bench.store.dossiers.find({ procedureCode: 'P15', 'facts.note': `← ${audit.dossierNo}` }).lean();
  expect(opened).toMatchObject({ data: found, steps: [{ element: 'ghiNhan' }] });
});

test('what a person did is in his list when the click returns', async () => {
  const row = await receive();
  const item = await workOf('lan', row.id, 'tiepNhan');
  expect((await people.lan!.post(`/api/work/${item.id}/claim`, { commandId: newCommandId() })).status).toBe(200);
  const mine = (await people.lan!.get<WorkPage>('/api/work?view=mine')).body;
  expect(mine.items.find((each) => each.id === item.id)).toMatchObject({ status: 'allocated', assigneeName: 'Nguyễn Thị Lan' });
  expect((await people.huy!.get<WorkPage>(`/api/work?view=department&q=${encodeURIComponent('ngoc anh')}`)).body.items.map((each) => each.id)).toContain(item.id);
  await people.lan!.post(`/api/work/${item.id}/release`, { commandId: newCommandId() });
  expect((await people.lan!.get<WorkPage>('/api/work?view=mine')).body.items.map((each) => each.id)).not.toContain(item.id);
});

test('a supplement stops the clock; the appointment moves by the time that was waited', async () => {
  const row = await receive({ procedureId: 'P07-dang-ky-ho-kinh-doanh', data: { tenHoKinhDoanh: 'Tạp hóa An' } });
  const before = (await view('lan', row.id)).due!.dueAt;
  await complete('lan', row.id, 'tiepNhan', 'f_hoSoDayDu__boSung');
  expect(await view('lan', row.id)).toMatchObject({ state: 'awaitingSupplement', dueState: 'paused' });
  expect((await view('lan', row.id)).due).toBeUndefined();
  await bench.clock.advance(2 * 86_400_000, () => bench.host.settle());
  await complete('lan', row.id, 'boSung');
  await bench.host.settle();
  const after = (await view('lan', row.id)).due!;
  expect(Date.parse(after.dueAt)).toBeGreaterThan(Date.parse(before));
  expect(after.pausedMinutes).toBe(2 * 24 * 60);
  expect(after.ledger.some((span) => span.why.code === 'pausedDay' || span.why.code === 'pause')).toBe(true);
});

test('in a remote area the longer limit holds from the reception on; the desk sees it before it receives, the page opens it', async () => {
  const land = 'P03-cap-doi-gcn';
  const asked = (data: object) => people.lan!.post<ReceivePreview>('/api/dossiers/preview', { procedureId: land, data });
  const [near, remote] = [(await asked({ vungKhoKhan: false })).body.due!, (await asked({ vungKhoKhan: true })).body.due!];
  expect([near.limit, remote.limit]).toEqual(['5 workingDays', '10 workingDays']);
  const row = await receive({ procedureId: land, data: { ...LAND_DATA, vungKhoKhan: true } });
  const shown = await view('lan', row.id);
  expect([row.dueAt, shown.due?.dueAt]).toEqual([remote.dueAt, remote.dueAt]);
  expect(shown.due).toMatchObject({ limit: '10 workingDays', rule: 'dayCount' });
  expect(shown.due!.ledger.reduce((sum, span) => sum + span.countedMinutes, 0)).toBe(10 * 480);
  expect(shown.work[0]!.stepDue).toMatchObject({ limit: '0.5 workingDays', rule: 'hourExact' });
  expect(shown.work[0]!.stepDue!.dueAt).toBe(shown.work[0]!.stepDueAt);
});

test('each agency has its own clock by its own calendar, and the citizen one', async () => {
  const row = await receive({ procedureId: 'P03-cap-doi-gcn', data: LAND_DATA });
  await bench.clock.advance(2 * 3_600_000, () => bench.host.settle());
  const item = await workOf('lan', row.id, 'tiepNhan');
  await complete('lan', row.id, 'tiepNhan', item.outcomes.find((each) => each.kind === 'forward')!.id);
  await bench.host.settle();
  await bench.clock.advance(24 * 3_600_000, () => bench.host.settle());
  const { clocks } = await view('lan', row.id);
  expect(clocks.map(({ agencyId, running }) => [agencyId, running])).toEqual([['ubnd-binh-an', false], ['vpdk-dat-dai', true]]);
  expect(clocks[1]).toMatchObject({ calendar: 'Chi nhánh Văn phòng đăng ký đất đai', spentMinutes: 480 });
});

test('what is refused at the desk was not received, what is refused later was', async () => {
  const row = await receive();
  await complete('lan', row.id, 'tiepNhan', 'f_hoSoDayDu__gopTuChoi');
  await complete('lan', row.id, 'tuChoi');
  expect(await view('lan', row.id)).toMatchObject({ state: 'notReceived', casework: { portalState: 3 } });
  const later = await receive();
  await complete('lan', later.id, 'tiepNhan', 'f_hoSoDayDu__gopTiepNhan');
  await bench.host.settle();
  const item = (await view('mai', later.id)).work.find((each) => each.element === 'xacMinh')!;
  expect((await complete('mai', later.id, 'xacMinh', item.outcomes.find((each) => each.kind === 'refuse')!.id)).status).toBe(200);
  await bench.host.settle();
  for (let left = await view('lan', later.id); left.work.length > 0; left = await view('lan', later.id)) {
    const next = left.work[0]!;
    const who = next.role === 'leader' ? 'nga' : next.role === 'clerk' ? 'thu' : next.role === 'officer' ? 'mai' : 'lan';
    expect((await complete(who, later.id, next.element, next.outcomes[0]?.id)).status).toBe(200);
    await bench.host.settle();
  }
  expect(await view('lan', later.id)).toMatchObject({ state: 'refused', casework: { portalState: 9 } });
});

describe('refused', () => {
  test('the same click twice is one; a stale tab is told who was faster', async () => {
    const row = await receive();
    const item = await workOf('lan', row.id, 'tiepNhan');
    const body = { commandId: newCommandId(), outcome: item.outcomes[0]!.id };
    const both = await Promise.all([1, 2].map(() => people.lan!.post<WorkAnswer>(`/api/work/${item.id}/complete`, body)));
    expect(both.map((each) => each.status)).toEqual([200, 200]);
    expect(both[1]!.body.seq).toBe(both[0]!.body.seq);
    const stale = await people.huy!.post<Problem>(`/api/work/${item.id}/complete`, { ...body, commandId: newCommandId() });
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale-work-item', meanwhile: { by: 'lan', byName: 'Nguyễn Thị Lan', what: 'completed' } } });
  });

  test('work taken by another, of another department or role, and by the one who did the step before', async () => {
    const row = await receive({ procedureId: 'P07-dang-ky-ho-kinh-doanh', data: { tenHoKinhDoanh: 'Tạp hóa An' } });
    const item = await workOf('lan', row.id, 'tiepNhan');
    await people.lan!.post(`/api/work/${item.id}/claim`, { commandId: newCommandId() });
    expect(await people.huy!.post(`/api/work/${item.id}/claim`, { commandId: newCommandId() })).toMatchObject({ status: 409, body: { code: 'already-claimed' } });
    expect(await people.huy!.post(`/api/work/${item.id}/complete`, { commandId: newCommandId() })).toMatchObject({ status: 409, body: { code: 'work-item-not-yours' } });
    expect(await people.mai!.post(`/api/work/${item.id}/complete`, { commandId: newCommandId() })).toMatchObject({ status: 403, body: { detail: 'other-department' } });
    expect(await people.mai!.post(`/api/dossiers`, request())).toMatchObject({ status: 403 });
  });

  test('an internal procedure is begun by whoever does its first step, not by others', async () => {
    const car = request({ procedureId: 'P15-hanh-dong-khac-phuc', parts: [] });
    expect((await people.mai!.post('/api/dossiers', car)).status).toBe(403);
    expect((await people.long!.post('/api/dossiers', car)).status).toBe(201);
    const review = request({ procedureId: 'P16-xem-xet-lanh-dao', parts: [] });
    expect((await people.thu!.post('/api/dossiers', review)).status).toBe(403);
    expect((await people.son!.post('/api/dossiers', review)).status).toBe(201);
  });

  test('the list of procedures says which ones the reader may receive', async () => {
    const codes = async (who: string): Promise<string[]> => (await people[who]!.get<ProcedureRow[]>('/api/procedures')).body.flatMap((each) => (each.mayReceive ? [each.code] : []));
    expect(await codes('ha')).toEqual(['P19']);
    expect(await codes('lan')).toEqual(expect.arrayContaining(['P01', 'P12', 'P15']));
    expect(await codes('lan')).not.toContain('P19');
    expect(await codes('hanh')).toEqual(['P13', 'P17', 'P18']);
    expect(await codes('thu')).toEqual([]);
  });

  test('the desk of a hospital receives for the hospital, and nobody else does', async () => {
    const summary = request({ procedureId: 'P19-tom-tat-benh-an', parts: [], data: { maNguoiBenh: 'BN-1' } });
    expect((await people.lan!.post('/api/dossiers', summary)).status).toBe(403);
    expect((await people.ha!.post('/api/dossiers', request())).status).toBe(403);
    expect(await people.ha!.post<DossierRow>('/api/dossiers', summary)).toMatchObject({ status: 201, body: { dossierNo: expect.stringMatching(/^BDK-2026/) } });
  });

  test('an outcome that the drawing does not offer', async () => {
    const row = await receive();
    expect(await complete('lan', row.id, 'tiepNhan', 'f_somewhere_else')).toMatchObject({ status: 422, body: { code: 'unknown-outcome' } });
  });

  test('a reception sent twice is one dossier; with other content under the same id it is refused', async () => {
    const body = request();
    const [one, two] = await Promise.all([1, 2].map(() => people.lan!.post<DossierRow>('/api/dossiers', body)));
    expect(one!.body.dossierNo).toBe(two!.body.dossierNo);
    expect(await people.lan!.post('/api/dossiers', { ...body, note: 'another' })).toMatchObject({ status: 422, body: { code: 'command-id-reused' } });
  });

  test('a dossier of another agency looks like none', async () => {
    const row = await receive();
    expect(await people.khoa!.get(`/api/dossiers/${row.id}`)).toMatchObject({ status: 404, body: { code: 'unknown-dossier' } });
    const item = await workOf('lan', row.id, 'tiepNhan');
    expect(await people.khoa!.post(`/api/work/${item.id}/claim`, { commandId: newCommandId() })).toMatchObject({ status: 404, body: { code: 'unknown-work-item' } });
    const listed = (await people.khoa!.get<Page<DossierRow>>('/api/dossiers')).body.items.map((each) => each.id);
    expect(listed).not.toContain(row.id);
  });

  test('with Temporal away: 503 with Retry-After, and the same click later does it once', async () => {
    const body = request();
    bench.hosted.current = { ...bench.host, start: () => Promise.reject(new HostUnavailable('away')) } as never;
    const away = await people.lan!.post<Problem>('/api/dossiers', body);
    expect(away).toMatchObject({ status: 503, body: { code: 'temporal-unavailable' } });
    expect(away.headers.get('retry-after')).toBe('5');
    bench.hosted.current = bench.host;
    expect(await people.lan!.post('/api/dossiers', body)).toMatchObject({ status: 201, body: { state: 'received' } });
  });
});
