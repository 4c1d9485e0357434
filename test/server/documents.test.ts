/** The ISO document of a procedure as PDF and Word: the seven sections, the steps of the drawing, the drawing itself, and nothing typed twice. */
import type { Problem } from '../../server/contract.js';
import { Clerk } from '../support/clerk.js';
import { unzip } from '../support/zip.js';
import { appBench, type AppBench } from './bench.js';

let bench: AppBench, chi: Clerk;
beforeAll(async () => {
  bench = await appBench();
  chi = await Clerk.signIn(bench.url, 'chi');
}, 90_000);
afterAll(() => bench?.close(), 30_000);

async function load(id: string, version: number | string, file: 'pdf' | 'docx'): Promise<{ status: number; type: string; name: string; bytes: Buffer }> {
  const cookie = (chi as unknown as { cookie: string }).cookie;
  const response = await fetch(`${bench.url}/api/procedures/${id}/versions/${version}/document.${file}`, { headers: { cookie } });
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
