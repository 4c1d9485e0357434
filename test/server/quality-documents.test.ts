/** The other documents of the quality system: written, approved by other eyes, in force from a day, read by whom they concern; objectives told by the dossiers. */
import { createHash } from 'node:crypto';
import { inForceOn, replacedBy, stateOn, type Dated } from '../../models/documents/in-force.js';
import { TrailSweep } from '../../models/trail/sweep.js';
import type { DocumentList, DocumentReaders, DocumentRevisionView, DocumentView, ObjectiveProgress, Problem } from '../../server/contract.js';
import { verifyPdf } from '../../server/signing/pdf-verify.js';
import { Clerk, newCommandId, type Reply } from '../support/clerk.js';
import { unzip } from '../support/zip.js';
import { appBench, type AppBench } from './bench.js';

/** Designer, QMS officer, leader, desk, officer, head of a department, records clerk; a leader of another agency. */
const PEOPLE = ['chi', 'yen', 'tuan', 'lan', 'duc', 'son', 'thu', 'minh'] as const;
const DAY_MS = 86_400_000;
let bench: AppBench;
let by: Record<typeof PEOPLE[number], Clerk>;
const signIn = async (): Promise<void> => { by = Object.fromEntries(await Promise.all(PEOPLE.map(async (id) => [id, await Clerk.signIn(bench.url, id)]))) as typeof by; };
beforeAll(async () => {
  bench = await appBench({ dossiers: 40 });
  await signIn();
}, 240_000);
afterAll(() => bench?.close(), 30_000);

type Told = Reply<DocumentRevisionView & Problem>;
let id = '';
const act = (clerk: Clerk, version: number, what: string, body: object = {}): Promise<Told> => clerk.post(`/api/documents/${id}/revisions/${version}/${what}`, body);
const said = ({ status, body }: Told): unknown => (status < 300 ? body.state : body.code);
const doc = (text: string): object => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
const save = (clerk: Clerk, seq: number, text: object, more: object = {}): Promise<Reply<DocumentView & Problem>> => clerk.send('PUT', `/api/documents/${id}/draft`, { seq, title: 'Hướng dẫn thẩm định', concerned: ['phongKinhTe'], text, ...more });
const announced = (inForceFrom: string): object => ({ number: '12/QĐ-UBND', date: '2026-11-16', signatory: 'Hoàng Anh Tuấn', inForceFrom });
async function issue(version: number, inForceFrom: string): Promise<void> {
  for (const clerk of [by.yen, by.tuan]) expect((await act(clerk, version, 'approve')).status).toBe(200);
  expect(said(await act(by.thu, version, 'announce', announced(inForceFrom)))).toMatch(/announced|inForce/);
}

test('which revision is in force on a day follows from the acts: replaced ones do not come back, what was never in force replaces nothing', () => {
  const revision = (version: number, inForceFrom: string, withdrawn?: string): Dated => ({ version, inForceFrom, state: withdrawn ? 'withdrawn' : 'announced', history: withdrawn ? [{ act: 'withdrawn', at: new Date(`${withdrawn}T12:00:00+07:00`) }] : [] });
  const all = [revision(1, '2026-01-10'), revision(2, '2026-03-01'), revision(3, '2026-03-01'), revision(4, '2026-06-01', '2026-05-20'), revision(5, '2026-07-01', '2026-08-01'), { version: 6, state: 'inReview', history: [] } as Dated];
  const days = ['2026-01-09', '2026-01-10', '2026-02-28', '2026-03-01', '2026-06-15', '2026-07-01', '2026-07-31', '2026-08-01', '2027-01-01'];
  expect(days.map((day) => inForceOn(all, day)?.version)).toEqual([undefined, 1, 1, 3, 3, 5, 5, undefined, undefined]);
  expect(all.map((each) => stateOn(each, all, '2026-06-15'))).toEqual(['replaced', 'replaced', 'inForce', 'withdrawn', 'withdrawn', 'inReview']);
  expect(stateOn(all[0]!, all, '2026-01-01')).toBe('announced');
  expect(all.map((each) => replacedBy(each, all, '2026-06-15')?.version)).toEqual([2, 3, undefined, undefined, undefined, undefined]);
});

test('written by who keeps the quality system, one draft at a time, in the few kinds of text there are', async () => {
  const begun = { kind: 'instruction', code: 'HD-07', title: 'Hướng dẫn thẩm định' };
  expect((await by.lan.post('/api/documents', begun)).status).toBe(403);
  const made = await by.chi.post<DocumentView>('/api/documents', begun);
  expect(made).toMatchObject({ status: 201, body: { code: 'HD-07', seq: 0, versions: [], toRead: false } });
  id = made.body.id;
  expect((await by.yen.post<Problem>('/api/documents', begun)).body.code).toBe('document-exists');
  expect((await act(by.chi, 1, 'approve')).body.code).toBe('unknown-version');
  const script = { type: 'doc', content: [{ type: 'paragraph' }, { type: 'script', content: [{ type: 'text', text: 'alert(1)' }] }] };
  for (const [wrong, field] of [
    [script, 'text.content.1.type'], [{ type: 'doc', content: [] }, 'text'], [{ type: 'doc', content: [{ type: 'heading', attrs: { level: 4 } }] }, 'text.content.0'],
    [{ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:x' } }] }] }] }, 'text.content.0.content.0'],
    [{ type: 'doc', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] }, 'text.content.0.type'],
    [Array.from({ length: 400 }).reduce<object>((inner) => ({ type: 'doc', content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [inner] }] }] }), doc('x')), 'text.content.0.content.0.content.0.type'],
  ] as const) expect([field, (await save(by.chi, 0, wrong)).body.fields?.[0]?.field]).toEqual([field, field]);
  expect((await save(by.chi, 0, doc('x'), { concerned: ['lanhDaoSoYTe'] })).body.fields).toMatchObject([{ field: 'concerned' }]);
  expect((await save(by.chi, 0, doc('x'), { objectives: [] })).body.fields).toMatchObject([{ field: 'objectives' }]);
  expect((await by.chi.post<Problem>(`/api/documents/${id}/revisions`, { note: 'x' })).body.code).toBe('no-draft');

  expect((await save(by.chi, 0, doc('Bước một\u200B'))).body).toMatchObject({ seq: 1, draft: { concerned: [{ id: 'phongKinhTe' }], savedByName: 'Lý Quỳnh Chi', content: { text: doc('Bước một') } } });
  // Somebody who had opened it before writes over nothing.
  expect((await save(by.yen, 0, doc('Bước hai')))).toMatchObject({ status: 412, body: { code: 'stale-draft' } });
  const { body } = await by.yen.get<DocumentView>(`/api/documents/${id}`);
  expect(body).toMatchObject({ seq: 1, draft: { content: { text: doc('Bước một') } } });
  expect((await by.lan.get<DocumentView>(`/api/documents/${id}`)).body.draft).toBeUndefined();
  expect((await by.minh.get(`/api/documents/${id}`)).status).toBe(404);
});

test('the same life as a version: comments, approvals by other eyes, a decision, a day that brings it, replaced, withdrawn', async () => {
  expect(await by.chi.post(`/api/documents/${id}/revisions`, { note: 'Ban hành lần đầu' })).toMatchObject({ status: 201, body: { version: 1, state: 'inReview', authors: ['Lý Quỳnh Chi'] } });
  expect((await save(by.chi, 1, doc('khác'))).body.code).toBe('in-review');
  const comment = newCommandId();
  expect((await act(by.lan, 1, 'comments', { commandId: comment, text: 'Nêu rõ thời gian.' })).body.comments).toHaveLength(1);
  expect(said(await act(by.yen, 1, 'approve'))).toBe('open-comments');
  expect((await act(by.chi, 1, `comments/${comment}/answers`, { text: 'Đã nêu.' })).body.comments[0]!.answers).toHaveLength(1);
  expect((await act(by.yen, 1, `comments/${comment}/resolve`, { resolved: true })).status).toBe(200);
  expect(said(await act(by.yen, 1, 'return', { reason: 'Thêm ví dụ' }))).toBe('returned');
  expect((await save(by.yen, 1, doc('Bước một, ví dụ'))).status).toBe(200);
  expect((await by.chi.post<DocumentRevisionView>(`/api/documents/${id}/revisions`, { note: 'Có ví dụ' })).body).toMatchObject({ version: 1, authors: ['Lý Quỳnh Chi', 'Dương Hải Yến'] });
  // Who has written in it does not review it, whatever her office.
  expect(said(await act(by.yen, 1, 'approve'))).toBe('four-eyes');
  await bench.parts.context.settings.change({ key: 'version.ownApproval', scope: 'agency:ubnd-binh-an', value: 'allowed', by: 'an', reason: 'thử', at: new Date(bench.clock.now()) });
  expect((await act(by.thu, 1, 'announce', announced('2026-11-16'))).body.code).toBe('wrong-state');
  await issue(1, '2026-11-17');
  expect((await act(by.duc, 1, 'read')).body.code).toBe('wrong-state');
  expect((await by.chi.get<DocumentView>(`/api/documents/${id}`)).body).toMatchObject({ state: 'announced', versions: [{ version: 1, state: 'announced', inForceFrom: '2026-11-17' }] });
  expect((await by.chi.get<DocumentView>(`/api/documents/${id}`)).body.draft).toBeUndefined();
  await bench.clock.advance(DAY_MS, () => Promise.resolve());
  await signIn();
  expect((await by.duc.get<DocumentView>(`/api/documents/${id}`)).body).toMatchObject({ state: 'inForce', toRead: true });
});

const print = async (clerk: Clerk, version: number): Promise<Buffer> => Buffer.from(await (await fetch(`${bench.url}/api/documents/${id}/revisions/${version}/document.pdf`, { headers: { ...clerk.headers(), connection: 'close' } })).arrayBuffer());
const verified = async (version: number): Promise<string> => (await fetch(`${bench.url}/xac-minh/${(await bench.store.signedDocuments.findOne({ procedureId: id, version }).lean())!._id}`, { headers: { connection: 'close' } })).text();

test('an announced revision is printed as one signed copy with a code that tells what it is; what is in review is not signed', async () => {
  const [first, second] = [await print(by.duc, 1), await print(by.lan, 1)];
  expect(first.equals(second)).toBe(true);
  const kept = (await bench.store.signedDocuments.findOne({ procedureId: id, version: 1 }).lean())!;
  expect(kept).toMatchObject({ kind: 'document', number: 'HD-07', sha256: createHash('sha256').update(first).digest('hex'), isTest: true });
  expect(verifyPdf(first)).toMatchObject({ state: 'intact', signer: { fingerprint: kept.fingerprint } });
  const text = await verified(1);
  for (const each of ['Đang có hiệu lực', 'HD-07', kept.sha256, '12/QĐ-UBND']) expect(text).toContain(each);
  expect((await by.duc.get<DocumentRevisionView>(`/api/documents/${id}/revisions/1`)).body.signed).toMatchObject({ code: kept._id, isTest: true });
}, 60_000);

test('read and understood: by each person concerned, seen by who may see it; anew with the next revision', async () => {
  const toRead = async (clerk: Clerk): Promise<string[]> => (await clerk.get<DocumentList>('/api/documents?toRead=true')).body.items.map(({ code }) => code);
  expect(await toRead(by.lan)).toEqual(['CSCL', 'MTCL']);
  expect(await toRead(by.duc)).toEqual(['CSCL', 'HD-07', 'MTCL']);
  expect((await by.minh.get<DocumentList>('/api/documents')).body).toMatchObject({ total: 0, toRead: 0 });
  expect(said(await act(by.lan, 1, 'read'))).toBe('forbidden');
  const first = (await act(by.duc, 1, 'read')).body.reading;
  expect(first).toMatchObject({ mayConfirm: false, maySeeReaders: false });
  await bench.clock.advance(60_000, () => Promise.resolve());
  expect((await act(by.duc, 1, 'read')).body.reading.readAt).toBe(first.readAt);
  expect(await toRead(by.duc)).toEqual(['CSCL', 'MTCL']);
  const readers = async (clerk: Clerk, more = ''): Promise<Reply<DocumentReaders>> => clerk.get(`/api/documents/${id}/revisions/1/readers${more}`);
  expect((await readers(by.duc)).status).toBe(403);
  expect((await readers(by.yen, '?read=true')).body).toMatchObject({ read: 1, total: 1, items: [{ id: 'duc', readAt: first.readAt }] });
  const { body } = await readers(by.son, '?read=false');
  expect(body.items.map((each) => each.id)).toEqual(['son', 'hanh']);
  expect((await readers(by.yen, '?pageSize=1&page=2')).body).toMatchObject({ total: 3, items: [{ id: 'duc' }] });

  expect((await save(by.chi, 3, doc('Bước một, hai'))).status).toBe(200);
  await by.chi.post(`/api/documents/${id}/revisions`, { note: 'Thêm bước hai' });
  await issue(2, '2026-11-17');
  expect(await toRead(by.duc)).toContain('HD-07');
  expect((await by.duc.get<DocumentView>(`/api/documents/${id}`)).body.versions.map(({ version, state }) => [version, state])).toEqual([[2, 'inForce'], [1, 'replaced']]);
  expect(said(await act(by.thu, 1, 'withdraw', { reason: 'x' }))).toBe('wrong-state');
  expect(await verified(1)).toMatch(/Hết hiệu lực.*Đã được thay thế bằng lần ban hành 2 từ ngày 17\/11\/2026/s);
  await print(by.duc, 2);
  expect(said(await act(by.thu, 2, 'withdraw', { reason: 'Không còn áp dụng' }))).toBe('withdrawn');
  expect(await verified(2)).toMatch(/Đã bị thu hồi.*Từ ngày 17\/11\/2026/s);
  expect(await verified(2)).not.toContain('Không còn áp dụng');
  expect(await toRead(by.duc)).toEqual(['CSCL', 'MTCL']);
});

test('a file in the place of a text: of the kinds that can be opened anywhere, told by its content; the bytes of what is replaced go', async () => {
  const put = (name: string, bytes: Buffer, seq: number): Promise<Reply<DocumentView & Problem>> => by.chi.send('PUT', `/api/documents/${id}/draft/file?seq=${seq}&name=${encodeURIComponent(name)}`, bytes, { 'content-type': 'application/octet-stream' });
  const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.7\n${text}\n%%EOF`);
  const { seq } = (await by.chi.get<DocumentView>(`/api/documents/${id}`)).body;
  expect((await put('a.docx', pdf('x'), seq)).body.code).toBe('file-refused');
  expect((await put('a.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), seq)).body.code).toBe('file-refused');
  expect((await put('Sổ tay.pdf', pdf('một'), seq)).body.draft?.content).toMatchObject({ file: { name: 'Sổ tay.pdf', mediaType: 'application/pdf' } });
  expect((await put('Sổ tay.pdf', pdf('hai'), seq)).body.code).toBe('stale-draft');
  expect((await put('Sổ tay.pdf', pdf('ba'), seq + 1)).status).toBe(200);
  // What is said about the draft leaves the file in it.
  expect((await by.chi.send<DocumentView>('PUT', `/api/documents/${id}/draft`, { seq: seq + 2, title: 'Sổ tay', concerned: [] })).body.draft?.content.file?.name).toBe('Sổ tay.pdf');
  const { status, body, headers } = await by.chi.get<string>(`/api/documents/${id}/draft/file`);
  expect([status, body, headers.get('content-disposition')]).toEqual([200, pdf('ba').toString(), "attachment; filename*=UTF-8''S%E1%BB%95%20tay.pdf"]);
  expect(await bench.store.connection.collection('files.files').countDocuments({ filename: /^document-/ })).toBe(1);
  await by.chi.post(`/api/documents/${id}/revisions`, { note: 'Bản scan' });
  expect((await by.lan.get<string>(`/api/documents/${id}/revisions/3/file`)).body).toBe(pdf('ba').toString());
});

test('objectives are told by the dossiers: the same as counting them one by one', async () => {
  const objectives = (await by.lan.get<DocumentList>('/api/documents?kind=objectives')).body.items[0]!;
  const { body } = await by.lan.get<ObjectiveProgress[]>(`/api/documents/${objectives.id}/revisions/1/objectives`);
  const settled = (await bench.store.dossiers.find({ agencies: 'ubnd-binh-an', settledAt: { $gte: new Date('2026-01-01T00:00:00+07:00') } }).lean()).filter(({ state }) => !['withdrawn', 'stopped', 'notReceived'].includes(state));
  const withDue = settled.filter(({ dueAt }) => dueAt);
  const inTime = withDue.filter(({ dueAt, settledAt }) => settledAt! <= dueAt!);
  const of = (measure: string): ObjectiveProgress => body.find((each) => each.measure === measure)!;
  expect(withDue.length).toBeGreaterThan(5);
  expect(of('onTimeShare')).toMatchObject({ n: withDue.length, value: inTime.length / withDue.length, target: 0.95, reached: inTime.length / withDue.length >= 0.95 });
  expect(of('supplementShare')).toMatchObject({ n: settled.length, atMost: true, value: settled.filter(({ casework }) => casework?.halts.some(({ kind }) => kind === 'supplement')).length / settled.length });
  const ratings = await bench.store.ratings.find({ agencies: 'ubnd-binh-an' }).lean();
  expect(of('satisfaction').n).toBe(ratings.length);
  if (ratings.length > 0) expect(of('satisfaction').value).toBeCloseTo(ratings.reduce((sum, { score }) => sum + score, 0) / ratings.length);
  const months = of('onTimeShare').months;
  expect(months.map(({ month }) => month)).toEqual(Array.from({ length: 11 }, (_each, n) => `2026-${String(n + 1).padStart(2, '0')}`));
  expect(months[0]).toEqual({ month: '2026-01', n: 0 });
  expect(months.reduce((sum, { n }) => sum + n, 0)).toBe(withDue.length);
});

test('the list of documents leaves as Excel, a document as Word; acts and readings are sealed', async () => {
  const bytes = Buffer.from(await (await fetch(`${bench.url}/api/tables/documents.xlsx`, { headers: by.lan.headers() })).arrayBuffer());
  const text = [...unzip(bytes).values()].join('\n');
  for (const word of ['Mục tiêu chất lượng', 'HD-01', 'Đang có hiệu lực', 'Lần 1: Đang góp ý, phê duyệt']) expect(text).toContain(word);
  const policy = (await by.lan.get<DocumentList>('/api/documents?kind=policy')).body.items[0]!;
  const word = await fetch(`${bench.url}/api/documents/${policy.id}/revisions/1/document.docx`, { headers: by.lan.headers() });
  const printed = unzip(Buffer.from(await word.arrayBuffer())).get('word/document.xml')!;
  expect(word.headers.get('content-disposition')).toBe('attachment; filename="CSCL-1.docx"');
  for (const said of ['CHÍNH SÁCH CHẤT LƯỢNG', '41/QĐ-UBND', 'Hoàng Anh Tuấn', 'Ban hành lần đầu', 'Cam kết', 'Xin lỗi bằng văn bản']) expect(printed).toContain(said);
  expect(printed).toMatch(/<w:b\/>.{0,200}nguồn lực/);
  await new TrailSweep({ store: bench.store, sealer: bench.parts.trail, mainAgency: () => 'ubnd-binh-an', now: () => new Date(bench.clock.now()) }).run();
  const sealed = (await bench.store.trailBlocks.find().lean()).flatMap(({ items }) => items).filter(({ source }) => source.startsWith('document'));
  expect(sealed.filter(({ source }) => source === 'documentReads').map((each) => each.id)).toEqual([`${id}@1:duc`]);
  expect(sealed.length).toBe(1 + await bench.store.documentSteps.countDocuments());
});
