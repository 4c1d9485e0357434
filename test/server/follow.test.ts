/** Following a dossier over HTTP: who may, who may not and cannot find out why, and what is shown. */
import type { DossierRow } from '../../server/contract.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const HOUR = 3_600_000;
const PERSON = { kind: 'person', name: 'Trần Thị Ngọc Ánh', address: 'Số 7, đường Ngô Quyền', phone: '0901 234.567', idNumber: '000123456789' };
let bench: AppBench;
let lan: Clerk;
beforeAll(async () => {
  bench = await appBench();
  lan = await Clerk.signIn(bench.url, 'lan');
}, 90_000);
afterAll(() => bench?.close(), 30_000);
beforeEach(() => bench.store.tries.deleteMany({}));

const receive = async (applicant: object = PERSON, procedureId = 'P01-dang-ky-khai-sinh'): Promise<DossierRow> => (await lan.post<DossierRow>('/api/dossiers', {
  commandId: newCommandId(), procedureId, channel: 'desk', applicant, parts: [{ type: 'giayChungSinh', copies: 1, received: false }], data: procedureId.startsWith('P01') ? { hoTenCon: 'Trần Minh An' } : {},
})).body;
const ask = async (ma: string, so: string, language = 'vi'): Promise<{ status: number; text: string; to: string; headers: Headers }> => {
  const response = await fetch(`${bench.url}/tra-cuu`, { method: 'POST', redirect: 'manual', headers: { 'accept-language': language, accept: 'text/html' }, body: new URLSearchParams({ ma, so }) });
  return { status: response.status, text: await response.text(), to: response.headers.get('location') ?? '', headers: response.headers };
};
const page = async (path: string): Promise<{ status: number; text: string; headers: Headers }> => {
  const response = await fetch(`${bench.url}${path}`, { headers: { 'accept-language': 'vi', accept: 'text/html' } });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const complete = async (id: string, outcome?: string): Promise<void> => {
  const [item] = (await lan.get<{ work: { id: string }[] }>(`/api/dossiers/${id}`)).body.work;
  expect(await lan.post(`/api/work/${item!.id}/complete`, { commandId: newCommandId(), note: 'Chị Ánh thiếu giấy', ...(outcome ? { outcome } : {}) })).toMatchObject({ status: 200 });
  await bench.host.settle();
};

test('the number and the last digits of the phone lead to the page, which shows nothing personal', async () => {
  const { dossierNo, id } = await receive();
  await bench.clock.advance(HOUR, () => bench.host.settle());
  await complete(id, 'f_hoSoDayDu__gopTiepNhan');
  const answer = await ask(` ${dossierNo.toLowerCase()} `, '4567');
  expect(answer).toMatchObject({ status: 303, to: bench.parts.context.tracking.pathOf(dossierNo) });
  const { text, headers } = await page(answer.to);
  for (const words of [dossierNo, 'Đăng ký khai sinh', 'Đang xử lý', '08:30 16/11/2026', 'Bộ phận Tư pháp - Hộ tịch', 'Tiếp nhận và số hóa hồ sơ', 'xong lúc 09:30 16/11/2026', 'đang thực hiện']) expect(text).toContain(words);
  expect(text).toMatch(/data-active="xacMinh" data-done="[^"]*tiepNhan[^"]*" data-flows="[^"]+"/);
  for (const personal of ['Ánh', 'Ngô Quyền', '0901', '000123456789', 'Trần Minh An', 'Nguyễn Thị Lan', 'Chị Ánh thiếu giấy']) expect(text).not.toContain(personal);
  expect(headers.get('x-robots-tag')).toBe('noindex');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(text).toMatch(/<g data-id="xacMinh" class="here">/);
  expect(text).toMatch(/<g data-id="tiepNhan" class="done">/);
  expect(text).toMatch(/<g data-id="f_hoSoDayDu__gopTiepNhan" class="walked">/);
  expect(text).toContain('>đang ở đây</text>');
  const drawing = await page(/data-bpmn="([^"]+)"/.exec(text)![1]!);
  expect(drawing.text).toContain('id="xacMinh"');
});

test('a wrong number, wrong digits, too few digits and a dossier without a phone answer alike', async () => {
  const [known, silent] = [await receive(), await receive({ kind: 'person', name: 'Lê Văn Cam' })];
  const answers = await Promise.all([ask(known.dossierNo, '0000'), ask('UBA-20261116-9999999', '4567'), ask(known.dossierNo, '567'), ask(silent.dossierNo, ''), ask(silent.dossierNo, '0000'), ask('', '')]);
  const shape = ({ status, text }: { status: number; text: string }): string => `${status} ${text.replace(/value="[^"]*"/, '')}`;
  expect(new Set(answers.map(shape)).size).toBe(1);
  expect(answers[0]).toMatchObject({ status: 404, text: expect.stringContaining('Không có hồ sơ nào khớp') });
  expect(answers[0]!.text).toContain(`value="${known.dossierNo}"`);
  expect((await ask(known.dossierNo, '0000', 'en')).text).toContain('No dossier matches');
});

test('without a phone the secret of the slip opens it; another secret does not', async () => {
  const [one, other] = [await receive({ kind: 'person', name: 'Lê Văn Cam' }), await receive()];
  const { tracking } = bench.parts.context;
  expect(await page(tracking.pathOf(one.dossierNo))).toMatchObject({ status: 200, text: expect.stringContaining('Tiếp nhận và số hóa hồ sơ') });
  expect(await page(`/tra-cuu?ma=${one.dossierNo}&khoa=${tracking.secretOf(other.dossierNo)}`)).toMatchObject({ status: 404, text: expect.not.stringContaining('Tiếp nhận và số hóa') });
  expect((await page(`/tra-cuu?ma=${one.dossierNo}`)).text).toContain(`value="${one.dossierNo}"`);
});

test('slips keep working after a restart: the key stays with the database', async () => {
  const { Tracking } = await import('../../models/tracking.js');
  const again = await Tracking.open(bench.store, new Date());
  expect(again.pathOf('UBA-1')).toBe(bench.parts.context.tracking.pathOf('UBA-1'));
});

test('five wrong tries for one number, or thirty from one address, have to wait; a right one costs nothing', async () => {
  const { dossierNo } = await receive();
  for (let i = 0; i < 7; i += 1) expect((await ask(dossierNo, '4567')).status).toBe(303);
  // At the same time, so that none can slip through between reading and counting.
  const wrong = await Promise.all(Array.from({ length: 8 }, () => ask(dossierNo, '0000')));
  expect(wrong.map((each) => each.status).sort()).toEqual([404, 404, 404, 404, 404, 429, 429, 429]);
  const refused = await ask(dossierNo, '4567');
  expect(refused).toMatchObject({ status: 429, text: expect.stringMatching(/thử lại sau (59|60) phút/) });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_500);
  expect(refused.text).toContain(dossierNo);
  // The slip still opens it.
  expect((await page(bench.parts.context.tracking.pathOf(dossierNo))).status).toBe(200);
  expect((await ask((await receive()).dossierNo, '4567')).status).toBe(303);
  const many = await Promise.all(Array.from({ length: 30 }, (_, i) => ask(`UBA-20261116-${i}`, '0000')));
  expect(many.some((each) => each.status === 429)).toBe(true);
  const kept = await bench.store.tries.find().lean();
  expect(kept.some(({ key }) => key.includes(dossierNo) || key.includes('127.0.0.1'))).toBe(false);
});

test('how many digits is a setting', async () => {
  const { dossierNo } = await receive();
  const an = await Clerk.signIn(bench.url, 'an');
  const change = (value: unknown) => an.send('PUT', '/api/settings/follow.phoneDigits', { scope: 'all', value, reason: 'Quy chế' });
  expect((await change(2)).status).toBe(422);
  expect((await change(6)).status).toBe(200);
  expect((await ask(dossierNo, '4567')).status).toBe(404);
  expect((await ask(dossierNo, '234567')).status).toBe(303);
  await change(null);
});

test('what is asked of the applicant is said, by the names of the procedure alone', async () => {
  const { dossierNo, id } = await receive();
  await complete(id, 'f_hoSoDayDu__boSung');
  const { text } = await page(bench.parts.context.tracking.pathOf(dossierNo));
  expect(text).toContain('Việc của người nộp');
  expect(text).toMatch(/<li>Giấy chứng sinh/);
  expect(text).toContain('Thời hạn tạm dừng');
  expect(text).not.toContain('Chị Ánh');
});
