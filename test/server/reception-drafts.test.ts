/** What a clerk has begun to receive, and whom he may have met before: over HTTP. */
import type { DossierRow, DossierView, Problem, ReceptionDraft, ReceptionDraftRow, SimilarApplicant } from '../../server/contract.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const BIRTH = 'P01-dang-ky-khai-sinh';
let bench: AppBench, lan: Clerk, huy: Clerk, ha: Clerk;
beforeAll(async () => {
  bench = await appBench();
  [lan, huy, ha] = await Promise.all(['lan', 'huy', 'ha'].map((id) => Clerk.signIn(bench.url, id))) as [Clerk, Clerk, Clerk];
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const draft = { procedureId: BIRTH, title: 'Trần Ánh', content: '{"note":"Chờ giấy chứng sinh"}' };
const save = (clerk: Clerk, id: string, more: object = {}) => clerk.send<ReceptionDraftRow & Problem>('PUT', `/api/reception-drafts/${id}`, { ...draft, ...more });
const list = async (clerk: Clerk): Promise<string[]> => (await clerk.get<{ items: ReceptionDraftRow[] }>('/api/reception-drafts')).body.items.map((each) => each.id);
const receive = (clerk: Clerk, more: object = {}) => clerk.post<DossierRow & Problem>('/api/dossiers', {
  commandId: newCommandId(), procedureId: BIRTH, channel: 'desk', applicant: { kind: 'person', name: 'Trần Ánh' }, parts: [], data: { hoTenCon: 'Trần An' }, ...more,
});
const similar = async (clerk: Clerk, who: object): Promise<SimilarApplicant[]> => (await clerk.post<{ items: SimilarApplicant[] }>('/api/dossiers/similar', who)).body.items;

test('a draft is its clerk\'s own, survives the session, and goes when its dossier has been received, once', async () => {
  const id = newCommandId();
  expect((await save(lan, id)).status).toBe(200);
  expect((await save(lan, id, { title: 'Trần Thị Ánh' })).body.title).toBe('Trần Thị Ánh');
  expect((await huy.get(`/api/reception-drafts/${id}`)).status).toBe(404);
  expect((await save(huy, id)).body).toMatchObject({ status: 404, code: 'unknown-draft' });
  await huy.send('DELETE', `/api/reception-drafts/${id}`);
  const again = await Clerk.signIn(bench.url, 'lan');
  expect((await again.get<ReceptionDraft>(`/api/reception-drafts/${id}`)).body).toMatchObject({ title: 'Trần Thị Ánh', content: draft.content });
  const first = await receive(again, { commandId: id, fromDraft: true });
  expect([first.status, await list(lan)]).toEqual([201, []]);
  expect((await receive(lan, { commandId: id })).body.id).toBe(first.body.id);
  expect((await receive(lan, { commandId: id, note: 'khác' })).body).toMatchObject({ status: 422, code: 'command-id-reused' });
});

test('a refused reception leaves the draft; fifty are enough; what is no draft is refused', async () => {
  const id = newCommandId();
  await save(lan, id);
  expect((await receive(lan, { commandId: id, applicant: { kind: 'person', name: '' } })).status).toBe(400);
  expect(await list(lan)).toEqual([id]);
  expect((await save(lan, 'x')).status).toBe(404);
  expect((await save(lan, newCommandId(), { content: 'x'.repeat(100_001) })).body).toMatchObject({ status: 400, fields: [{ field: 'content' }] });
  for (let n = 0; n < 49; n += 1) await save(lan, newCommandId());
  expect((await save(lan, newCommandId())).body).toMatchObject({ status: 409, code: 'too-many-drafts' });
  expect((await save(lan, id)).status).toBe(200);
});

test('an applicant is met again by identity number, or by name without marks and telephone, among what the clerk may see', async () => {
  const { body } = await receive(lan, { applicant: { kind: 'person', name: 'Đỗ Thị Ỗn', idNumber: '079200001234', phone: '0901 234 567' } });
  const row = { dossierId: body.id, dossierNo: body.dossierNo, procedureId: BIRTH, open: true };
  expect(await similar(huy, { idNumber: '079 2000 01234' })).toMatchObject([{ ...row, same: 'idNumber' }]);
  expect(await similar(huy, { name: 'do thi on', phone: '0901.234.567' })).toMatchObject([{ ...row, same: 'nameAndPhone' }]);
  const other = await receive(lan, { applicant: { kind: 'person', name: 'Đỗ Thị Ỗn', phone: '0907654321' } });
  expect(await similar(huy, { name: 'ĐỖ THỊ ÔN', phone: '0907.654.321' })).toMatchObject([{ dossierId: other.body.id, same: 'nameAndPhone' }]);
  expect(await similar(huy, { name: 'Đỗ Thị', phone: '0907654321' })).toEqual([]);
  expect(await similar(ha, { idNumber: '079200001234' })).toEqual([]);
  expect(await similar(huy, { name: 'Đỗ Thị Ỗn' })).toEqual([]);
  const born = await receive(lan, { applicant: { kind: 'person', name: 'Đỗ Thị Ỗn', birthDate: '1990-02-28' } });
  expect(await similar(huy, { name: 'do thi on', birthDate: '1990-02-28' })).toMatchObject([{ dossierId: born.body.id, same: 'nameAndBirthDate' }]);
  expect(await similar(huy, { name: 'do thi on', birthDate: '1990-02-27' })).toEqual([]);
  expect(await similar(huy, { birthDate: '1990-02-28' })).toEqual([]);
});

test.each([['1990-02-30'], ['1899-12-31'], ['2999-01-01'], ['28/02/1990']])('%s is no date of birth', async (birthDate) => {
  expect((await receive(lan, { applicant: { kind: 'person', name: 'An', birthDate } })).body).toMatchObject({ status: 400, fields: [{ field: 'applicant.birthDate' }] });
  expect((await receive(lan, { applicant: { kind: 'organisation', name: 'Công ty An', birthDate: '1990-02-28' } })).body).toMatchObject({ status: 400, fields: [{ field: 'applicant.birthDate' }] });
});

test('who hands it in on behalf of the applicant, and by which paper, is kept and shown', async () => {
  const { body } = await receive(lan, { applicant: { kind: 'organisation', name: 'Công ty An Cư', representative: 'Lê Văn Thay', authority: 'Giấy ủy quyền 12/2026' } });
  expect((await lan.get<DossierView>(`/api/dossiers/${body.id}`)).body.applicantDetails).toMatchObject({ name: 'Công ty An Cư', representative: 'Lê Văn Thay', authority: 'Giấy ủy quyền 12/2026' });
  const receipt = await lan.get<string>(`/api/dossiers/${body.id}/forms/01.pdf`);
  expect([receipt.status, receipt.body.slice(0, 5)]).toEqual([200, '%PDF-']);
});

test('form and number of each part, and what was paid, are entered', async () => {
  const { body } = await receive(lan, { parts: [{ type: 'giayChungSinh', copies: 2, received: true, form: 'certified' }], feePaid: { amount: 15_000, receiptNo: 'AA/26-17' } });
  const shown = (await lan.get<DossierView>(`/api/dossiers/${body.id}`)).body;
  expect(shown.parts.find((each) => each.type === 'giayChungSinh')).toMatchObject({ copies: 2, form: 'certified', received: true });
  expect(shown.feePaid).toEqual({ amount: 15_000, receiptNo: 'AA/26-17' });
  expect((await receive(lan, { feePaid: { amount: -1 } })).body).toMatchObject({ status: 400, fields: [{ field: 'feePaid.amount' }] });
});
