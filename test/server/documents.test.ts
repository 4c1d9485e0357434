/** The ISO document of a procedure as PDF and Word: the seven sections, the steps of the drawing, the drawing itself, and nothing typed twice. */
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TrailSweep } from '../../models/trail/sweep.js';
import { verifyTrail } from '../../models/trail/verify.js';
import type { Problem } from '../../server/contract.js';
import { pdfOf } from '../../server/forms/pdf.js';
import { agencyCertificate } from '../../server/signing/certificate.js';
import { signPdf } from '../../server/signing/pdf-sign.js';
import { verifyPdf } from '../../server/signing/pdf-verify.js';
import { Clerk } from '../support/clerk.js';
import { unzip } from '../support/zip.js';
import { appBench, type AppBench } from './bench.js';

let bench: AppBench, chi: Clerk;
beforeAll(async () => {
  bench = await appBench();
  chi = await Clerk.signIn(bench.url, 'chi');
}, 90_000);
afterAll(() => bench?.close(), 30_000);

/** Making documents keeps this process, and so the server, busy for longer than it holds an idle connection. */
const CLOSING = { connection: 'close' } as const;
async function load(id: string, version: number | string, file: 'pdf' | 'docx'): Promise<{ status: number; type: string; name: string; bytes: Buffer }> {
  const cookie = (chi as unknown as { cookie: string }).cookie;
  const response = await fetch(`${bench.url}/api/procedures/${id}/versions/${version}/document.${file}`, { headers: { cookie, ...CLOSING } });
  return { status: response.status, type: response.headers.get('content-type') ?? '', name: response.headers.get('content-disposition') ?? '', bytes: Buffer.from(await response.arrayBuffer()) };
}
/** Text of a Word file, a line for each paragraph. */
function wordsOf(docx: Buffer): string[] {
  const xml = unzip(docx).get('word/document.xml')!;
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((run) => run[1]).join('').replace(/&amp;/g, '&'));
}

test('Word: cover, amendments, seven sections and the steps in their order, from the drawing alone', async () => {
  const { status, type, name, bytes } = await load('P06-giay-phep-xay-dung', 1, 'docx');
  expect([status, type, name]).toEqual([200, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'attachment; filename="QT-P06-1.docx"']);
  const words = wordsOf(bytes);
  const sections = ['1. Mục đích', '2. Phạm vi áp dụng', '3. Tài liệu viện dẫn', '4. Định nghĩa, chữ viết tắt', '5. Nội dung quy trình', '6. Biểu mẫu', '7. Hồ sơ lưu'];
  expect(words.filter((each) => /^\d\. /.test(each))).toEqual(sections);
  for (const each of ['QUY TRÌNH', 'QT-P06', 'Soạn thảo', 'Phê duyệt', 'Lý Quỳnh Chi', 'Theo dõi sửa đổi', 'TCVN ISO 9001:2015', '15 ngày làm việc', '5.8. Lưu đồ']) expect(words).toContain(each);
  const { root } = await bench.parts.context.plans.plan((await bench.store.versions.findById('P06-giay-phep-xay-dung@1').lean())!.planHash).then((plan) => ({ root: plan.processes[plan.root]! }));
  const steps = root.order.flatMap((id) => { const node = root.nodes[id]!; return node.kind === 'activity' && node.type === 'userTask' ? [node.name!] : []; });
  const at = steps.map((step) => words.findIndex((each) => each === step || each.startsWith(`${step} (khi`)));
  expect(at.every((each) => each > 0)).toBe(true);
  expect([...at].sort((a, b) => a - b)).toEqual(at);
  expect([...unzip(bytes).keys()].some((each) => /^word\/media\/.*\.png$/.test(each))).toBe(true);
}, 30_000);

test.each(['P01-dang-ky-khai-sinh', 'P02-lien-thong-khai-sinh', 'P14-danh-gia-noi-bo'])('PDF of %s: the drawing has a page on its side', async (id) => {
  const { status, type, bytes } = await load(id, 1, 'pdf');
  expect([status, type, bytes.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
  const boxes = [...bytes.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => Number(width) > Number(height));
  expect(boxes.filter(Boolean)).toHaveLength(1);
  expect(boxes.length).toBeGreaterThan(3);
}, 30_000);

test('a version that is not there, and what is no number', async () => {
  for (const wrong of [99, 0, 'x', '1e0x']) expect([(await load('P01-dang-ky-khai-sinh', wrong, 'pdf')).status]).toEqual([404]);
  expect((await chi.get<Problem>('/api/procedures/none/versions/1/document.pdf')).body.code).toBe('unknown-procedure');
});

test('of a version in review there is a draft that says so, without a day and without a signature', async () => {
  const id = 'P12-trich-luc-ho-tich';
  const { body: xml, headers } = await chi.get<string>(`/api/procedures/${id}/xml?version=draft`);
  await chi.send('PUT', `/api/procedures/${id}/draft`, { xml: `${xml}\n` }, { 'if-match': headers.get('etag')! });
  expect((await chi.post(`/api/procedures/${id}/revisions`, { note: 'Lần hai' })).status).toBe(201);
  const { status, bytes } = await load(id, 2, 'pdf');
  expect([status, verifyPdf(bytes).state]).toEqual([200, 'unsigned']);
  expect(await bench.store.signedDocuments.countDocuments({ procedureId: id })).toBe(0);
  const words = wordsOf((await load(id, 2, 'docx')).bytes);
  for (const each of ['BẢN NHÁP', '…/…/……', 'Lần hai', '5.8. Lưu đồ']) expect(words).toContain(each);
}, 60_000);

const P = 'P07-dang-ky-ho-kinh-doanh';
const page = async (path: string, body?: FormData | string): Promise<{ status: number; text: string; result: string | undefined }> => {
  const response = await fetch(`${bench.url}${path}`, body === undefined ? { headers: CLOSING } : { method: 'POST', body, headers: { accept: 'text/html', ...CLOSING, ...(typeof body === 'string' ? { 'content-type': 'multipart/form-data; boundary=x' } : {}) } });
  const text = await response.text();
  return { status: response.status, text, result: /data-result="(\w+)"/.exec(text)?.[1] };
};
function upload(bytes: Buffer, code = ''): FormData {
  const form = new FormData();
  form.set('ma', code);
  form.set('tep', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), 'a.pdf');
  return form;
}

test('an issued PDF is signed once: the same bytes for everybody, with a code that tells what it is', async () => {
  const [first, second] = await Promise.all([load(P, 1, 'pdf'), load(P, 1, 'pdf')]);
  expect(first.bytes.equals(second.bytes) && first.bytes.equals((await load(P, 1, 'pdf')).bytes)).toBe(true);
  expect(await bench.store.signedDocuments.countDocuments({ procedureId: P })).toBe(1);
  const { _id: code, ...kept } = (await bench.store.signedDocuments.findOne({ procedureId: P }).lean())!;
  expect(kept).toMatchObject({ version: 1, number: 'QT-P07', sha256: createHash('sha256').update(first.bytes).digest('hex'), size: first.bytes.length, signer: 'Ủy ban nhân dân phường Bình An', isTest: true });
  expect(verifyPdf(first.bytes)).toMatchObject({ state: 'intact', signer: { fingerprint: kept.fingerprint } });
  const { status, text } = await page(`/xac-minh/${code}`);
  expect(status).toBe(200);
  for (const each of ['Đang có hiệu lực', 'QT-P07', kept.title, kept.sha256, kept.serial, 'Chứng thư thử nghiệm']) expect(text).toContain(each);
  expect(text).not.toContain('<script');
  expect((await page(`/xac-minh/${code}?lang=en`)).text).toContain('In force from');
  // As it is typed from paper.
  expect((await fetch(`${bench.url}/xac-minh?ma=${code.toLowerCase().replace(/(.{4})/g, '$1-')}`, { redirect: 'manual' })).headers.get('location')).toBe(`/xac-minh/${code}`);
  expect((await page('/xac-minh/KHONGCO')).status).toBe(404);
}, 60_000);

test('a copy is checked: as issued, altered, added to, signed by others, not signed, no PDF at all', async () => {
  const { bytes } = await load(P, 1, 'pdf');
  const [{ _id: code }, changed] = [(await bench.store.signedDocuments.findOne({ procedureId: P }).lean())!, Buffer.from(bytes)];
  changed[Math.floor(bytes.length / 2)]! ^= 1;
  const foreign = agencyCertificate({ dataFolder: mkdtempSync(join(tmpdir(), 'dossierflow-foreign-')) }, () => 'UBND phường Bình An', new Date());
  const others = await load('P01-dang-ky-khai-sinh', 1, 'pdf');
  const plain = await pdfOf({ defaultStyle: { font: 'Roboto' }, content: ['x'] });
  const files = { same: bytes, other: others.bytes, altered: changed, appended: Buffer.concat([bytes, Buffer.from('\n%')]), stranger: await signPdf(plain, foreign, { reason: 'x', at: new Date() }), unsigned: plain };
  for (const [result, file] of Object.entries(files)) expect([result, await page('/xac-minh', upload(file, code))]).toEqual([result, expect.objectContaining({ status: 200, result })]);
  expect(await page('/xac-minh', upload(bytes))).toMatchObject({ result: 'same', text: expect.stringContaining('QT-P07') });
  expect((await page('/xac-minh', upload(Buffer.from('no PDF')))).result).toBe('unsigned');
  for (const wrong of ['', 'x', '--x\r\ncontent-disposition: form-data; name="tep"\r\n\r\ntext\r\n--x--', '--x\r\n\r\n']) expect([wrong, (await page('/xac-minh', wrong)).status]).toEqual([wrong, 400]);
  expect((await page('/xac-minh', upload(Buffer.alloc(0)))).status).toBe(400);
  expect((await page('/xac-minh', upload(Buffer.alloc(11 * 1024 * 1024)))).status).toBe(413);
  const again: number[] = [];
  for (let n = 0; n < 5; n += 1) again.push((await page('/xac-minh', upload(plain))).status);
  expect(again).toEqual([200, 200, 200, 200, 429]);
}, 60_000);

test('a copy that was replaced, or withdrawn, says so; the trail holds what was signed', async () => {
  const at = async (version: number): Promise<string> => (await page(`/xac-minh/${(await bench.store.signedDocuments.findOne({ procedureId: P, version }).lean())!._id}`)).text;
  const { body: xml, headers } = await chi.get<string>(`/api/procedures/${P}/xml?version=draft`);
  await chi.send('PUT', `/api/procedures/${P}/draft`, { xml: `${xml}\n` }, { 'if-match': headers.get('etag')! });
  expect((await chi.post(`/api/procedures/${P}/publish`, { note: 'Lần hai' })).status).toBe(201);
  expect(await at(1)).toMatch(/Hết hiệu lực.*Đã được thay thế bằng lần ban hành 2 từ ngày 16\/11\/2026/s);
  await load(P, 2, 'pdf');
  expect(await at(2)).toContain('Đang có hiệu lực');
  const thu = await Clerk.signIn(bench.url, 'thu');
  expect((await thu.post(`/api/procedures/${P}/revisions/2/withdraw`, { reason: 'Căn cứ bị bãi bỏ' })).status).toBe(200);
  expect(await at(2)).toMatch(/Đã bị thu hồi.*Từ ngày 16\/11\/2026/s);
  expect(await at(2)).not.toContain('Căn cứ bị bãi bỏ');
  const { context, trail } = bench.parts;
  await new TrailSweep({ store: bench.store, sealer: trail, mainAgency: () => context.directory.mainAgency()?._id ?? '', now: () => new Date(bench.clock.now()) }).run();
  await bench.store.signedDocuments.updateOne({ procedureId: P, version: 1 }, { $set: { sha256: '0' } });
  expect((await verifyTrail(bench.store, [], new Date(bench.clock.now()))).problems).toEqual([expect.objectContaining({ kind: 'changed', id: expect.stringMatching(/^signedDocuments /) })]);
}, 60_000);
