/** Letters as Word files, and what the agency's template puts on them, in Word and PDF alike. */
import type { DossierRow, FormTemplateView, Problem, RegisterSeries } from '../../server/contract.js';
import { letterDocx } from '../../server/forms/letter-docx.js';
import { letterPdf } from '../../server/forms/letter-pdf.js';
import { letterOf } from '../../server/forms/letters.js';
import { pdfOf } from '../../server/forms/pdf.js';
import type { FormFacts } from '../../server/forms/facts.js';
import QRCode from 'qrcode';
import { Clerk, newCommandId } from '../support/clerk.js';
import { unzip } from '../support/zip.js';
import { appBench, type AppBench } from './bench.js';

let bench: AppBench;
let lan: Clerk;
let an: Clerk;
let dossier: DossierRow;
beforeAll(async () => {
  bench = await appBench();
  [lan, an] = [await Clerk.signIn(bench.url, 'lan'), await Clerk.signIn(bench.url, 'an')];
  dossier = (await lan.post<DossierRow>('/api/dossiers', {
    commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', name: 'Trần <Ánh> & con', phone: '0901234567' },
    parts: [{ type: 'giayChungSinh', copies: 1, received: false }], data: { hoTenCon: 'An' },
  })).body;
  const item = (await lan.get<{ work: { id: string }[] }>(`/api/dossiers/${dossier.id}`)).body.work[0]!;
  await lan.post(`/api/work/${item.id}/complete`, { commandId: newCommandId(), outcome: 'f_hoSoDayDu__boSung', note: 'Thiếu giấy chứng sinh' });
  await bench.host.settle();
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const cookieOf = (clerk: Clerk): string => (clerk as unknown as { cookie: string }).cookie;
async function docx(who: Clerk, file: string): Promise<{ status: number; files: Map<string, string>; text: string; name: string }> {
  const response = await fetch(`${bench.url}/api/dossiers/${dossier.id}/forms/${file}`, { headers: { cookie: cookieOf(who) } });
  const files = response.status === 200 ? unzip(Buffer.from(await response.arrayBuffer())) : new Map<string, string>();
  return { status: response.status, files, text: wordsOf(files), name: response.headers.get('content-disposition') ?? '' };
}
const wordsOf = (files: Map<string, string>): string => (files.get('word/document.xml') ?? '').replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

test('a supplement is a Word file with the words of the PDF; the receipt and the slip are not letters', async () => {
  const { status, text, files, name } = await docx(lan, '02.docx');
  expect([status, name]).toEqual([200, `attachment; filename="${dossier.dossierNo}-02.docx"`]);
  for (const words of [
    'ỦY BAN NHÂN DÂN PHƯỜNG BÌNH AN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ', `Mã hồ sơ: ${dossier.dossierNo}`, 'Chủ hồ sơ: Trần <Ánh> & con', 'Giấy chứng sinh',
    'Lý do: Thiếu giấy chứng sinh', 'Ngày 16 tháng 11 năm 2026', 'Nguyễn Thị Lan',
  ]) expect(text).toContain(words);
  expect([...files.keys()].filter((file) => file.startsWith('word/media/'))).toHaveLength(1);
  for (const file of ['01.docx', '06.docx', '03.docx', '02-9.docx', '02.doc']) expect((await docx(lan, file)).status).toBe(404);
  expect((await docx(await Clerk.signIn(bench.url, 'khoa'), '02.docx')).status).toBe(404);
});

test('the template of the agency: head, place, who signs, crest; administrators alone change it', async () => {
  const words = { superior: 'Ủy ban nhân dân thành phố', place: 'Bình An', onBehalf: 'TM. Ủy ban nhân dân', signatory: { as: 'Chủ tịch', name: 'Lê Văn Tám' } };
  expect((await lan.send('PUT', '/api/form-template', words)).status).toBe(403);
  expect(await an.send<Problem>('PUT', '/api/form-template', { place: '' })).toMatchObject({ status: 400, body: { fields: [{ field: 'place' }] } });
  expect((await an.send<FormTemplateView>('PUT', '/api/form-template', words)).body).toEqual({ ...words, hasCrest: false });
  const crest = await QRCode.toBuffer('crest', { type: 'png', width: 120 });
  expect(await an.send('PUT', '/api/form-template/crest', Buffer.from('<svg/>'), { 'content-type': 'image/svg+xml' })).toMatchObject({ status: 422 });
  expect((await an.send('PUT', '/api/form-template/crest', crest, { 'content-type': 'image/png' })).status).toBe(204);
  const { text, files } = await docx(lan, '02.docx');
  for (const said of ['ỦY BAN NHÂN DÂN THÀNH PHỐ', 'Bình An, ngày 16 tháng 11 năm 2026', 'TM. ỦY BAN NHÂN DÂN']) expect(text).toContain(said);
  expect([...files.keys()].filter((file) => file.startsWith('word/media/'))).toHaveLength(2);
  const pdf = await lan.get<string>(`/api/dossiers/${dossier.id}/forms/02.pdf`);
  expect([pdf.status, pdf.body.slice(0, 5)]).toEqual([200, '%PDF-']);
  for (const form of ['02', '03', '04', '05']) {
    const preview = await an.get<string>(`/api/form-template/preview/${form}.pdf`);
    expect([preview.status, preview.headers.get('content-type'), preview.body.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
  }
  expect((await an.get('/api/form-template/preview/09.pdf')).status).toBe(404);
  expect((await an.send('DELETE', '/api/form-template/crest', {})).status).toBe(204);
  expect((await an.send<FormTemplateView>('PUT', '/api/form-template', {})).body).toEqual({ hasCrest: false });
  expect((await docx(lan, '02.docx')).text).toContain('Ngày 16 tháng 11 năm 2026');
}, 30_000);

test('registers: the present series with its next number, earlier ones after it, none of another agency', async () => {
  await bench.store.counters.create([{ _id: 'dossiers:UBA:2025', n: 812 }, { _id: 'dossiers:UBA0:2026', n: 5 }, { _id: 'dossiers:UB:2026', n: 6 }]);
  const { items } = (await an.get<{ items: RegisterSeries[] }>('/api/register')).body;
  expect(items).toEqual([{ year: '2026', last: 1, next: 'UBA-20261116-0000002', pattern: '{agency}-{date}-{number:7}', period: 'year' }, { year: '2025', last: 812 }]);
  expect((await (await Clerk.signIn(bench.url, 'mai')).get('/api/register')).status).toBe(403);
});

test('refusal, apology and stop are letters too', async () => {
  const head = { agencyName: 'UBND phường', departmentName: 'Một cửa', number: '01/X', date: '16/11/2026' };
  const common = { head, dossierNo: 'UBA-1', procedureName: 'Đăng ký', owner: { name: 'Ánh' }, link: 'https://a/x', signer: { as: 'Chủ tịch', name: 'Nga' } };
  const forms: FormFacts[] = [
    { form: '03', facts: { ...common, reason: 'Không đủ điều kiện', ground: 'Điều 5' } },
    { form: '04', facts: { ...common, receivedAt: 'a', appointedAt: 'b', unit: 'Tư pháp', reason: 'Quá tải', newDueAt: '17:00 20/11/2026', place: 'Một cửa' } },
    { form: '05', facts: { ...common, stoppedAt: 'c', stage: 'Xác minh', reason: 'Chờ bản án' } },
  ];
  const said = [['PHIẾU TỪ CHỐI', 'Căn cứ pháp lý: Điều 5'], ['VĂN BẢN XIN LỖI', 'Kính gửi: Ánh', 'Thời gian trả kết quả mới: 17:00 20/11/2026'], ['THÔNG BÁO DỪNG', 'Hồ sơ đang ở bước: Xác minh']];
  for (const [index, form] of forms.entries()) {
    const letter = letterOf(form)!;
    const text = wordsOf(unzip(await letterDocx(letter)));
    for (const words of said[index]!) expect(text).toContain(words);
    expect((await pdfOf(letterPdf(letter))).subarray(0, 5).toString()).toBe('%PDF-');
  }
}, 30_000);
