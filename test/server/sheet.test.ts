/** The published sheet of a procedure, the list, and the blank forms, over HTTP. */
import { createHash } from 'node:crypto';
import type { BlankFormRow, BlankFormsView, Problem } from '../../server/contract.js';
import { Clerk } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const P06 = 'P06-giay-phep-xay-dung';
let bench: AppBench;
let chi: Clerk;
beforeAll(async () => {
  bench = await appBench();
  chi = await Clerk.signIn(bench.url, 'chi');
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const page = async (path: string, language = 'vi'): Promise<{ status: number; text: string; headers: Headers }> => {
  const response = await fetch(`${bench.url}${path}`, { headers: { 'accept-language': language, accept: 'text/html' } });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const rows = (text: string): string[] => [...text.matchAll(/href="\/thu-tuc\/([^"/]+)"/g)].map((match) => match[1]!);

test('a sheet has every part that the law names', async () => {
  const { text } = await page(`/thu-tuc/${P06}`);
  for (const part of [
    'Mã thủ tục', 'Lĩnh vực', 'Cấp thực hiện', 'Đối tượng thực hiện', 'Cơ quan quyết định', 'Nơi tiếp nhận và trả kết quả', 'Thời hạn giải quyết', 'Phí, lệ phí', 'Kết quả', 'Dịch vụ công trực tuyến', 'Phiên bản quy trình', 'Cách thức thực hiện',
    'Thành phần hồ sơ', 'Số bộ hồ sơ: 1', 'Yêu cầu, điều kiện', 'Trình tự thực hiện', 'Lưu đồ', 'Biểu mẫu', 'Căn cứ pháp lý',
  ]) expect(text).toContain(part);
  expect(text).toMatch(/<dt>Cơ quan quyết định<\/dt><dd>Ủy ban nhân dân phường Bình An<\/dd>/);
  expect(text).toMatch(/áp dụng từ \d\d\/\d\d\/2026/);
  expect(text).toContain('<strong>Qua dịch vụ bưu chính công ích</strong>: 15 ngày làm việc');
  expect(text).toContain('chỉ khi hồ sơ phải bổ sung');
  expect(text).not.toContain('chưa công bố');
  expect((await page(`/thu-tuc/${P06}`, 'en')).text).toContain('Decided by');
});

test('the drawing is a picture on the page itself, with a way to the same in words', async () => {
  const { text } = await page(`/thu-tuc/${P06}`);
  const [, address, inside] = /<div class="drawing" data-bpmn="([^"]+)"[^>]*>(.*?)<\/svg><\/div><\/div>/s.exec(text)!;
  expect(address).toBe(`/thu-tuc/${P06}/luu-do.bpmn`);
  expect(inside).toMatch(/^<div class="df-scrolled" tabindex="0" role="region" aria-label="Lưu đồ: [^"]+"><svg [^>]*role="img" aria-labelledby="drawing-title" aria-describedby="drawing-words"/);
  expect(inside).toContain('<title id="drawing-title">Lưu đồ: Cấp giấy phép xây dựng nhà ở riêng lẻ</title>');
  for (const id of ['drawing-words', 'steps']) expect(text.split(`id="${id}"`)).toHaveLength(2);
  expect(text).toContain('<a href="#steps">Trình tự thực hiện</a>');
  expect((await page(`/thu-tuc/${P06}`, 'en')).text).toContain('<title id="drawing-title">Drawing: ');
});

test('a file without a picture leaves the words, and says so', async () => {
  const { xml, _id } = (await bench.store.versions.findOne({ procedureId: 'P05-cap-lai-gcn-bi-mat' }).lean())!;
  await bench.store.versions.updateOne({ _id }, { $set: { xml: xml.replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '') } });
  const { status, text } = await page('/thu-tuc/P05-cap-lai-gcn-bi-mat');
  expect(status).toBe(200);
  expect(text).not.toMatch(/<svg|data-bpmn/);
  expect(text).toContain('Tệp quy trình không có hình vẽ; phần chữ nói đủ nội dung: <a href="#steps">');
  await bench.store.versions.updateOne({ _id }, { $set: { xml } });
});

test('who takes part beside the deciding agency is named; what nobody has stated says so', async () => {
  expect((await page('/thu-tuc/P02-lien-thong-khai-sinh')).text).toMatch(/<dt>Cơ quan phối hợp<\/dt><dd>[^<]*Bảo hiểm xã hội khu vực Bình An/);
  expect((await page('/thu-tuc/P03-cap-doi-gcn')).text).toMatch(/<h2>Yêu cầu, điều kiện<\/h2>\s*<p class="soft">chưa công bố<\/p>/);
});

test('the list is searched without marks and by field, page by page; internal procedures are not in it', async () => {
  const all = await page('/');
  expect(all.text).toContain('<option value="Đất đai">');
  expect(all.text).not.toContain('P15-hanh-dong-khac-phuc');
  const land = rows((await page(`/?linhvuc=${encodeURIComponent('Đất đai')}`)).text);
  expect(land.sort()).toEqual(['P03-cap-doi-gcn', 'P04-tach-hop-thua', 'P05-cap-lai-gcn-bi-mat']);
  expect(rows((await page(`/?linhvuc=${encodeURIComponent('Đất đai')}&q=bi%20mat`)).text)).toEqual(['P05-cap-lai-gcn-bi-mat']);
  const one = (await bench.store.procedures.findById(P06).lean())!;
  const more = Array.from({ length: 30 }, (_, i) => ({ ...one, _id: `more-${i}`, code: `M${i}`, name: `Thủ tục thử ${i}`, field: 'Thử', search: `m${i} thu tuc thu` }));
  await bench.store.procedures.insertMany(more);
  const [first, second] = [await page('/?q=thu%20tuc%20thu'), await page('/?q=thu+tuc+thu&trang=2')];
  expect([rows(first.text).length, rows(second.text).length]).toEqual([20, 10]);
  expect(first.text).toContain('href="/?q=thu+tuc+thu&amp;trang=2"');
  expect(new Set([...rows(first.text), ...rows(second.text)]).size).toBe(30);
  for (const trang of ['0', '-1', 'x', '99999']) expect((await page(`/?trang=${trang}`)).status).toBe(200);
  await bench.store.procedures.deleteMany({ field: 'Thử' });
});

describe('blank forms', () => {
  const FORM = 'Mẫu đơn đề nghị cấp giấy phép xây dựng';
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
  const put = (who: Clerk, bytes: Buffer, file: string, name = FORM) =>
    who.send<BlankFormRow & Problem>('PUT', `/api/procedures/${P06}/forms?name=${encodeURIComponent(name)}&file=${encodeURIComponent(file)}`, bytes, { 'content-type': 'application/octet-stream' });

  test('a designer puts the file, everybody downloads it, another takes its place', async () => {
    expect((await page(`/thu-tuc/${P06}`)).text).toContain(`${FORM} – <span class="soft">nhận tại nơi tiếp nhận</span>`);
    const first = await put(chi, pdf, 'Đơn đề nghị.pdf');
    expect(first).toMatchObject({ status: 201, body: { name: FORM, size: pdf.length } });
    const second = await put(chi, Buffer.concat([pdf, Buffer.from('\n')]), 'Đơn mới.pdf');
    const view = (await chi.get<BlankFormsView>(`/api/procedures/${P06}/forms`)).body;
    expect(view).toMatchObject({ names: [FORM], items: [{ id: second.body.id, fileName: 'Đơn mới.pdf' }] });
    const { text } = await page(`/thu-tuc/${P06}`);
    const address = /href="(\/thu-tuc\/[^"]+\/bieu-mau\/[^"]+)"/.exec(text)![1]!;
    const response = await fetch(`${bench.url}${address}`);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toContain("attachment; filename*=UTF-8''%C4%90%C6%A1n");
    expect(createHash('sha256').update(Buffer.from(await response.arrayBuffer())).digest('hex')).toBe(createHash('sha256').update(pdf).update('\n').digest('hex'));
    expect((await fetch(`${bench.url}/thu-tuc/${P06}/bieu-mau/${first.body.id}`)).status).toBe(404);
    expect((await fetch(`${bench.url}/thu-tuc/P01-dang-ky-khai-sinh/bieu-mau/${second.body.id}`)).status).toBe(404);
    expect((await chi.send('DELETE', `/api/procedures/${P06}/forms/${second.body.id}`, {})).status).toBe(204);
    expect((await chi.get<BlankFormsView>(`/api/procedures/${P06}/forms`)).body.items).toEqual([]);
  });

  test('what is refused: other people, other content, no content, too much, no such procedure', async () => {
    const lan = await Clerk.signIn(bench.url, 'lan');
    expect((await put(lan, pdf, 'a.pdf')).status).toBe(403);
    expect(await put(chi, Buffer.from('<script>'), 'a.pdf')).toMatchObject({ status: 422, body: { code: 'file-refused', detail: 'name-and-content-differ' } });
    expect(await put(chi, pdf, 'a.html')).toMatchObject({ status: 422, body: { detail: 'kind-not-accepted' } });
    expect(await put(chi, Buffer.alloc(0), 'a.pdf')).toMatchObject({ status: 422, body: { detail: 'empty' } });
    expect((await put(chi, Buffer.concat([pdf, Buffer.alloc(6_000_000)]), 'a.pdf')).status).toBe(413);
    expect((await chi.send('PUT', '/api/procedures/P99/forms?name=a&file=a.pdf', pdf, { 'content-type': 'application/pdf' })).status).toBe(404);
    expect(await put(chi, pdf, 'a.pdf', '')).toMatchObject({ status: 400, body: { fields: [{ field: 'name' }] } });
  });
});
