/** The papers that the law names: which there are, what they say, and who may print them. */
import { FormQueries, type DossierHistory } from '../../models/queries/forms.js';
import type { DossierRow, FormEntry, WorkAnswer } from '../../server/contract.js';
import { formOf, formsOf, type Surroundings } from '../../server/forms/compose.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const HOUR = 3_600_000;
let bench: AppBench;
let lan: Clerk;
let dossier: DossierRow;
let around: Surroundings;

beforeAll(async () => {
  bench = await appBench();
  lan = await Clerk.signIn(bench.url, 'lan');
  const received = await lan.post<DossierRow>('/api/dossiers', {
    commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', data: { hoTenCon: 'Trần Minh An' },
    applicant: { kind: 'person', name: 'Trần Thị Ngọc Ánh', address: 'Số 7, đường Ngô Quyền, phường Bình An', phone: '0901234567' },
    parts: [{ type: 'toKhaiKhaiSinh', copies: 1, received: true }, { type: 'giayChungSinh', copies: 1, received: false }],
  });
  dossier = received.body;
  const { directory, calendars } = bench.parts.context;
  around = { names: { staffName: (id) => directory.staffName(id), position: (id) => directory.positionOf(id), departmentName: (id) => directory.departmentName(id), agencyName: (id) => directory.agencyName(id), deskOf: (id) => directory.deskOf(id) }, calendar: calendars.of({ agencyId: 'ubnd-binh-an' }).calendar, link: (no) => `https://example.gov.vn${bench.parts.context.tracking.pathOf(no)}` };
}, 90_000);
afterAll(() => bench?.close(), 30_000);

async function history(): Promise<DossierHistory> {
  const actor = await bench.parts.context.directory.actor('lan');
  return (await new FormQueries(bench.parts.context).history(actor!, dossier.id))!;
}
const list = async (): Promise<string[]> => (await lan.get<FormEntry[]>(`/api/dossiers/${dossier.id}/forms`)).body.map(({ form, n }) => `${form}-${n}`);

test('a dossier has its receipt and its control slip from the start', async () => {
  expect(await list()).toEqual(['01-1', '06-1']);
  expect(formOf(await history(), '01', 1, around)?.facts).toMatchObject({
    head: { agencyName: 'Ủy ban nhân dân phường Bình An', departmentName: 'Trung tâm Phục vụ hành chính công', number: `01/TNHS-${dossier.dossierNo}`, date: '16/11/2026' },
    receivedAt: '08:30 16/11/2026', dueAt: '17:00 16/11/2026', owner: { name: 'Trần Thị Ngọc Ánh', phone: '0901234567' }, receiver: { name: 'Nguyễn Thị Lan' },
    link: `https://example.gov.vn/tra-cuu?ma=${dossier.dossierNo}&khoa=${bench.parts.context.tracking.secretOf(dossier.dossierNo)}`,
  });
});

test('a supplement that the drawing asks for is a form with the parts that are missing', async () => {
  const item = (await lan.get<{ work: { id: string }[] }>(`/api/dossiers/${dossier.id}`)).body.work[0]!;
  const asked = await lan.post<WorkAnswer>(`/api/work/${item.id}/complete`, { commandId: newCommandId(), outcome: 'f_hoSoDayDu__boSung', note: 'Thiếu giấy chứng sinh' });
  expect(asked.status).toBe(200);
  expect(await list()).toEqual(['01-1', '02-1', '06-1']);
  expect(formOf(await history(), '02', 1, around)?.facts).toMatchObject({
    reason: 'Thiếu giấy chứng sinh', parts: [{ name: expect.stringMatching(/chứng sinh/i), copies: 1 }], signer: { name: 'Nguyễn Thị Lan' }, contact: expect.stringContaining('Nguyễn Thị Lan'),
  });
});

test('the control slip is the history: from unit to unit, with the result of each step', async () => {
  bench.clock.advance(2 * HOUR, () => Promise.resolve());
  const { work } = (await lan.get<{ work: { id: string }[] }>(`/api/dossiers/${dossier.id}`)).body;
  await lan.post(`/api/work/${work[0]!.id}/complete`, { commandId: newCommandId() });
  await bench.host.settle();
  const slip = formOf(await history(), '06', 1, around);
  const rows = slip?.form === '06' ? slip.facts.rows : [];
  expect(rows.map((row) => [row.giver, row.receiver, row.at, row.doneAt, row.result])).toEqual([
    ['Trần Thị Ngọc Ánh', 'Trung tâm Phục vụ hành chính công', '08:30 16/11/2026', '08:30 16/11/2026', 'early'],
    ['Trung tâm Phục vụ hành chính công', 'Trung tâm Phục vụ hành chính công', '08:30 16/11/2026', '10:30 16/11/2026', 'early'],
    ['Trung tâm Phục vụ hành chính công', 'Bộ phận Tư pháp - Hộ tịch', '10:30 16/11/2026', undefined, undefined],
  ]);
});

test('what happens beside the drawing makes the forms 02 to 05, a draft says that nobody signed it', async () => {
  const before = await history();
  const at = before.doc.receivedAt.getTime();
  const doc = { ...before.doc, casework: {
    halts: [
      { kind: 'supplement' as const, from: at + HOUR, to: at + 2 * HOUR, by: 'lan', reason: 'Tờ khai chưa ký', parts: [before.doc.facts.parts[0]!.name], ground: 'Điều 15', answerBy: at + 48 * HOUR },
      { kind: 'financialDuty' as const, from: at + 2 * HOUR, to: at + 3 * HOUR, reason: 'Lệ phí' }, { kind: 'stop' as const, from: at + 3 * HOUR, by: 'nga', reason: 'Chờ bản án', ground: 'Điều 20' },
    ],
    extensions: [{ at: at + 4 * HOUR, by: 'nga', dueAt: at + 8 * HOUR, newDueAt: at + 72 * HOUR, reason: 'Chờ xác minh' }], draft: { at: at + 5 * HOUR, newDueAt: at + 96 * HOUR, reason: 'Quá tải' },
    opinions: [], handOvers: [], done: [], cancelled: [],
  } };
  const told = { ...before, doc, log: [...before.log, { ...before.log[0]!, from: 900, by: 'nga', events: [{ type: 'caseClosed', seq: 900, at: at + 6 * HOUR, outcome: 'refused', reason: 'Không đủ điều kiện', ground: 'Điều 5' }] as never }] };
  expect(formsOf(told).map(({ form, n }) => `${form}-${n}`)).toEqual(['01-1', '02-1', '02-2', '05-1', '04-1', '04-2', '03-1', '06-1']);
  expect(formOf(told, '02', 2, around)?.facts).toMatchObject({ reason: 'Tờ khai chưa ký', ground: 'Điều 15', answerBy: '08:30 18/11/2026', parts: [{ name: expect.stringMatching(/tờ khai/i) }] });
  expect(formOf(told, '05', 1, around)?.facts).toMatchObject({ reason: 'Chờ bản án', stoppedAt: '11:30 16/11/2026', signer: { as: 'Phó Chủ tịch UBND phường', name: 'Bùi Thị Nga' } });
  expect(formOf(told, '04', 1, around)?.facts).toMatchObject({ appointedAt: '16:30 16/11/2026', newDueAt: '08:30 19/11/2026', reason: 'Chờ xác minh' });
  expect(formOf(told, '04', 2, around)?.facts).toMatchObject({ signer: { name: 'Dự thảo, chưa ký' } });
  expect(formOf(told, '03', 1, around)?.facts).toMatchObject({ reason: 'Không đủ điều kiện', ground: 'Điều 5', signer: { name: 'Bùi Thị Nga' } });
  expect(formOf(told, '03', 2, around)).toBeUndefined();
});

test('each is printed as PDF; one that there is not, or of a dossier of others, is not found', async () => {
  for (const entry of await list()) {
    const { body, headers, status } = await lan.get<string>(`/api/dossiers/${dossier.id}/forms/${entry.replace('-1', '')}.pdf`);
    expect([status, headers.get('content-type'), body.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
  }
  const khoa = await Clerk.signIn(bench.url, 'khoa');
  for (const [who, file] of [[lan, '03.pdf'], [lan, '02-9.pdf'], [lan, '07.pdf'], [lan, '01.exe'], [khoa, '01.pdf']] as const) {
    expect((await who.get(`/api/dossiers/${dossier.id}/forms/${file}`)).status).toBe(404);
  }
  expect((await khoa.get(`/api/dossiers/${dossier.id}/forms`)).status).toBe(404);
}, 30_000);

test('the register is printed for the agency that received, for days that exist and come in order', async () => {
  const url = (from: string, to: string): string => `/api/register/07.pdf?from=${from}&to=${to}`;
  expect(await lan.get<string>(url('2026-11-16', '2026-11-16'))).toMatchObject({ status: 200, body: expect.stringMatching(/^%PDF-/) });
  expect((await lan.get(url('2026-11-17', '2026-11-16'))).status).toBe(400);
  expect((await lan.get(url('2026-11-31', '2026-12-01'))).status).toBe(400);
  expect((await (await Clerk.signIn(bench.url, 'mai')).get(url('2026-11-16', '2026-11-16'))).status).toBe(403);
}, 30_000);
