/** The ISO document of a procedure as PDF and Word: the seven sections, the steps of the drawing, the drawing itself, and nothing typed twice. */
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TrailSweep } from '../../models/trail/sweep.js';
import { verifyTrail } from '../../models/trail/verify.js';
import type { ConformityScopeRow, ConformityView, DeclarationRow, EvidenceVerdict, Page, Problem } from '../../server/contract.js';
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

async function paper(path: string, clerk = chi): Promise<{ status: number; type: string; name: string; bytes: Buffer }> {
  const response = await fetch(`${bench.url}/api/${path}`, { headers: { ...clerk.headers(), ...CLOSING } });
  return { status: response.status, type: response.headers.get('content-type') ?? '', name: response.headers.get('content-disposition') ?? '', bytes: Buffer.from(await response.arrayBuffer()) };
}
const isPdf = ({ status, type, bytes }: Awaited<ReturnType<typeof paper>>): boolean => status === 200 && type === 'application/pdf' && bytes.subarray(0, 5).toString() === '%PDF-';

test('the internal process table: every step with who and how long, the longest way beside the limit, in both languages', async () => {
  const at = 'procedures/P06-giay-phep-xay-dung/versions/1/process-table';
  const [vi, en] = [await paper(`${at}.docx?lang=vi`), await paper(`${at}.docx?lang=en`)];
  expect([vi.status, vi.name, en.name]).toEqual([200, 'attachment; filename="QTNB-P06-1-vi.docx"', 'attachment; filename="IP-P06-1-en.docx"']);
  const { root } = await bench.parts.context.plans.plan((await bench.store.versions.findById('P06-giay-phep-xay-dung@1').lean())!.planHash).then((plan) => ({ root: plan.processes[plan.root]! }));
  const steps = root.order.flatMap((id) => { const node = root.nodes[id]!; return node.kind === 'activity' && node.type === 'userTask' ? [node.name!] : []; });
  expect(steps.length).toBeGreaterThan(5);
  for (const [words, said] of [[wordsOf(vi.bytes), ['QUY TRÌNH NỘI BỘ', '15 ngày làm việc', 'Thời gian theo đường dài nhất', '120 giờ làm việc']], [wordsOf(en.bytes), ['INTERNAL PROCESS TABLE', '15 working days', 'Time of the longest way', '120 working hours']]] as const) {
    for (const each of said) expect(words).toContain(each);
    for (const step of steps) expect([step, words.some((each) => each.startsWith(step))]).toEqual([step, true]);
  }
  expect(isPdf(await paper(`${at}.pdf?lang=vi`)) && isPdf(await paper(`${at}.pdf?lang=en`))).toBe(true);
  expect((await paper('procedures/P06-giay-phep-xay-dung/versions/99/process-table.pdf')).status).toBe(404);
}, 60_000);

test('the list of procedures: all that are in force, by field, and what the agency does for itself; of another agency its own', async () => {
  const own = await bench.store.procedures.find({ agencyId: 'ubnd-binh-an', currentVersion: { $exists: true } }).lean();
  const internal = own.filter(({ forApplicants }) => forApplicants === false).length;
  expect(internal).toBeGreaterThan(0);
  const words = wordsOf((await paper('papers/procedures.docx?lang=vi')).bytes);
  expect(words).toContain(`Đang có hiệu lực ngày 16/11/2026: ${own.length - internal} thủ tục hành chính, ${internal} quy trình nội bộ`);
  for (const { name, code, field, forApplicants } of own) for (const each of [name, code, ...(field && forApplicants !== false ? [`Lĩnh vực: ${field}`] : [])]) expect(words.some((line) => line.includes(each))).toBe(true);
  expect(words.filter((each) => /^\d+$/.test(each) && Number(each) === own.length)).not.toEqual([]);
  expect(wordsOf((await paper('papers/procedures.docx?lang=en')).bytes)).toContain('A. Administrative procedures');
  expect(isPdf(await paper('papers/procedures.pdf?lang=vi')) && isPdf(await paper('papers/procedures.pdf?lang=en'))).toBe(true);
  const minh = await Clerk.signIn(bench.url, 'minh');
  expect(wordsOf((await paper('papers/procedures.docx?lang=vi', minh)).bytes)).not.toContain(own[0]!.name);
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

describe('declaration of conformity', () => {
  const decision = { number: '12/QĐ-UBND', date: '2026-11-16', signatory: 'Nguyễn Anh Tuấn', position: 'Chủ tịch' };
  const P05 = 'P05-cap-lai-gcn-bi-mat';
  let yen: Clerk, tuan: Clerk, minh: Clerk;
  beforeAll(async () => { [yen, tuan, minh] = await Promise.all(['yen', 'tuan', 'minh'].map((id) => Clerk.signIn(bench.url, id))) as [Clerk, Clerk, Clerk]; }, 30_000);
  const view = async (clerk = chi): Promise<ConformityView> => (await clerk.get<ConformityView>('/api/conformity')).body;
  const declare = (clerk: Clerk, more: object = {}) => clerk.post<ConformityView & Problem>('/api/conformity', { standard: 'TCVN ISO 9001:2015', decision, except: [], seen: { inForce: 0, last: 0 }, ...more });
  let all: number;

  test('declared by who may, over what was seen, with what is left out; papers with the annex', async () => {
    const before = await view();
    all = before.inForce;
    expect(before).toMatchObject({ standard: 'TCVN ISO 9001:2015', mayDeclare: false, differences: { counts: { added: 0, ended: 0, changed: 0 } } });
    expect(all).toBeGreaterThan(10);
    expect((await yen.get<Problem>('/api/conformity/evidence.zip')).body.code).toBe('not-found');
    const seen = { inForce: all, last: 0 };
    expect((await declare(chi, { seen })).status).toBe(403);
    expect((await declare(yen)).body.code).toBe('stale');
    expect((await declare(yen, { seen, except: ['none'] })).body).toMatchObject({ fields: [{ field: 'except' }] });
    expect((await declare(yen, { seen, decision: { ...decision, number: ' ' } })).body).toMatchObject({ fields: [{ field: 'decision.number' }] });
    const { status, body } = await declare(yen, { seen, except: [P05] });
    expect([status, body]).toMatchObject([201, { mayDeclare: true, leftOut: [P05], latest: { n: 1, decision, procedures: all - 1 }, differences: { counts: { added: 0, ended: 0, changed: 0 } } }]);
    expect((await declare(tuan, { seen })).body.code).toBe('stale');
    const cookie = (chi as unknown as { cookie: string }).cookie;
    const file = async (path: string): Promise<[number, Buffer]> => { const answer = await fetch(`${bench.url}/api/conformity/declarations/${path}`, { headers: { cookie } }); return [answer.status, Buffer.from(await answer.arrayBuffer())]; };
    const [, docx] = await file('1/document.docx');
    const words = wordsOf(docx);
    for (const each of ['12/QĐ-UBND', 'PHỤ LỤC', 'QT-P01', 'Nguyễn Anh Tuấn']) expect(words.some((line) => line.includes(each))).toBe(true);
    expect(words).not.toContain('QT-P05');
    expect((await file('1/document.pdf'))[1].subarray(0, 5).toString()).toBe('%PDF-');
    for (const wrong of ['2/document.pdf', 'x/document.pdf', '1/document.txt']) expect((await file(wrong))[0]).toBe(404);
  }, 30_000);

  test('told what differs, declared again, all kept and sealed; another agency has its own', async () => {
    const { store } = bench;
    await store.procedures.updateOne({ _id: 'P01-dang-ky-khai-sinh' }, { $unset: { currentVersion: '' } });
    await store.procedures.updateOne({ _id: 'P11-ban-sao-so-goc' }, { $set: { currentVersion: 2 } });
    expect((await view()).differences).toMatchObject({ counts: { added: 0, ended: 1, changed: 1 }, ended: [{ code: 'P01' }], changed: [{ code: 'P11', version: 1, inForce: 2 }] });
    await store.procedures.updateOne({ _id: 'P11-ban-sao-so-goc' }, { $set: { currentVersion: 1 } });
    expect((await declare(tuan, { seen: { inForce: all - 1, last: 1 }, except: [] })).body).toMatchObject({ leftOut: [], latest: { n: 2, procedures: all - 1 }, differences: { counts: { added: 0, ended: 0, changed: 0 } } });
    await store.procedures.updateOne({ _id: 'P01-dang-ky-khai-sinh' }, { $set: { currentVersion: 1 } });
    expect((await view()).differences).toMatchObject({ counts: { added: 1 }, added: [{ code: 'P01', version: 1 }] });
    expect((await chi.get<Page<ConformityScopeRow>>('/api/conformity/scope?q=mat&pageSize=50')).body.items).toContainEqual(expect.objectContaining({ code: 'P05', declared: 1 }));
    expect((await chi.get<Page<DeclarationRow>>('/api/conformity/history')).body).toMatchObject({ total: 2, items: [{ n: 2 }, { n: 1 }] });
    expect((await minh.get<Page<DeclarationRow>>('/api/conformity/history')).body.total).toBe(0);
    expect((await minh.get('/api/conformity/declarations/1/document.pdf')).status).toBe(404);
    await new TrailSweep({ store, sealer: bench.parts.trail, mainAgency: () => 'ubnd-binh-an', now: () => new Date(bench.clock.now()) }).run();
    const whole = async (): Promise<number> => (await verifyTrail(store, [], new Date(bench.clock.now() + 86_400_000))).problems.length;
    const before = await whole();
    await store.declarations.updateOne({ n: 1, agencyId: 'ubnd-binh-an' }, { $set: { standard: 'x' } });
    expect(await whole()).toBe(before + 1);
  });

  test('evidence: each procedure with its history and issued document, whole by its own check', async () => {
    const bytes = Buffer.from(await (await fetch(`${bench.url}/api/conformity/evidence.zip?samples=1&seed=a`, { headers: yen.headers() })).arrayBuffer());
    const names = [...unzip(bytes).keys()];
    for (const each of ['declaration/declaration.pdf', `procedures/${P05}/history.json`, `procedures/${P05}/history.pdf`, `procedures/${P05}/QT-P05-1.pdf`, 'manifest.json', 'signature.bin']) expect(names).toContain(each);
    const check = async (sent: Buffer): Promise<EvidenceVerdict> => (await chi.send<EvidenceVerdict>('POST', '/api/conformity/evidence/check', sent, { 'content-type': 'application/zip' })).body;
    expect(await check(bytes)).toMatchObject({ problems: [], isOwn: true, files: names.length - 3, declaration: 2, part: 1, parts: 1 });
    const at = bytes.indexOf('"version": 1');
    bytes.write('"version": 7', at);
    expect((await check(bytes)).problems).toMatchObject([{ kind: 'changed', path: 'declaration/declaration.json' }]);
    expect((await yen.get<Problem>('/api/conformity/evidence.zip?part=2')).body.code).toBe('not-found');
    expect((await yen.get('/api/conformity/evidence.zip?samples=11')).status).toBe(400);
  }, 120_000);
});
