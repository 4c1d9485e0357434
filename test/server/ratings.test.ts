/** Ratings over HTTP: by whom, when, how often, and who reads them. */
import type { DossierRow, RatingReport } from '../../server/contract.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let bench: AppBench;
let quang: Clerk;
const people: Record<string, Clerk> = {};
beforeAll(async () => {
  bench = await appBench();
  for (const id of ['lan', 'mai', 'nga', 'thu', 'quang', 'khoa']) people[id] = await Clerk.signIn(bench.url, id);
  quang = people.quang!;
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const receive = async (): Promise<DossierRow> => (await people.lan!.post<DossierRow>('/api/dossiers', {
  commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', name: 'Trần Thị Ngọc Ánh' }, parts: [], data: { hoTenCon: 'An' },
})).body;
const STEPS: [string, string?][] = [['lan', 'f_hoSoDayDu__gopTiepNhan'], ['mai', 'f_duDieuKien__laySoDinhDanh'], ['nga'], ['thu'], ['lan']];
async function deliver(id: string): Promise<void> {
  for (const [who, outcome] of STEPS) {
    const item = (await people[who]!.get<{ work: { id: string; mayAct: boolean }[] }>(`/api/dossiers/${id}`)).body.work.find((each) => each.mayAct);
    expect(await people[who]!.post(`/api/work/${item!.id}/complete`, { commandId: newCommandId(), ...(outcome ? { outcome } : {}) })).toMatchObject({ status: 200 });
    await bench.host.settle();
  }
}
const advance = (ms: number): Promise<void> => bench.clock.advance(ms, () => bench.host.settle());
const rate = async (dossierNo: string, body: Record<string, string>, khoa = bench.parts.context.tracking.secretOf(dossierNo)): Promise<{ status: number; text: string; to: string }> => {
  const response = await fetch(`${bench.url}/danh-gia`, { method: 'POST', redirect: 'manual', headers: { 'accept-language': 'vi' }, body: new URLSearchParams({ ma: dossierNo, khoa, ...body }) });
  return { status: response.status, text: await response.text(), to: response.headers.get('location') ?? '' };
};
const page = async (dossierNo: string): Promise<string> => (await fetch(`${bench.url}${bench.parts.context.tracking.pathOf(dossierNo)}`, { headers: { 'accept-language': 'vi' } })).text();
const report = async (who = quang, query = ''): Promise<RatingReport> => (await who.get<RatingReport>(`/api/reports/ratings${query}`)).body;

test('not before delivery; then once, and the last answer counts', async () => {
  const { id, dossierNo } = await receive();
  expect(await page(dossierNo)).not.toContain('Đánh giá việc giải quyết');
  expect((await rate(dossierNo, { diem: '5' })).status).toBe(409);
  await deliver(id);
  expect(await page(dossierNo)).toContain('Đánh giá việc giải quyết');
  expect(await rate(dossierNo, { diem: '2', gopy: 'Chờ lâu <b>quá</b>' })).toMatchObject({ status: 303, to: `${bench.parts.context.tracking.pathOf(dossierNo)}#rating` });
  await Promise.all([rate(dossierNo, { diem: '4', gopy: 'Đã được giải thích' }), rate(dossierNo, { diem: '4', gopy: 'Đã được giải thích' })]);
  expect(await page(dossierNo)).toContain('Cảm ơn, đã ghi nhận: 4/5 – Hài lòng.');
  await advance(HOUR);
  expect(await report()).toMatchObject({ count: 1, average: 4, spread: [0, 0, 0, 1, 0], comments: { total: 1, items: [{ dossierNo, score: 4, comment: 'Đã được giải thích' }] } });
});

test('only by who has the secret; a bad answer keeps what was typed', async () => {
  const { id, dossierNo } = await receive();
  await deliver(id);
  expect((await rate(dossierNo, { diem: '5' }, bench.parts.context.tracking.secretOf('UBA-1'))).status).toBe(404);
  for (const diem of ['0', '6', '4.5', 'x', '']) expect(await rate(dossierNo, { diem, gopy: 'Cảm ơn cô Lan' })).toMatchObject({ status: 400, text: expect.stringContaining('>Cảm ơn cô Lan</textarea>') });
  expect((await rate(dossierNo, { diem: '5', gopy: 'x'.repeat(1_001) })).status).toBe(400);
  expect((await rate(dossierNo, { diem: '5', gopy: 'a\u202eb' })).status).toBe(400);
  expect((await rate(dossierNo, { diem: '5' })).status).toBe(303);
  expect(await page(dossierNo)).not.toContain('<b>');
});

test('managers read the average by procedure and department of what their agency may see; clerks and other agencies do not', async () => {
  await advance(HOUR);
  const all = await report();
  expect(all).toMatchObject({ count: 2, average: 4.5, byProcedure: [{ id: 'P01-dang-ky-khai-sinh', name: 'Đăng ký khai sinh', count: 2, average: 4.5 }] });
  expect(all.byDepartment.map(({ id, count }) => [id, count]).sort()).toEqual([['lanhDaoUbnd', 2], ['trungTamHanhChinhCong', 2], ['tuPhapHoTich', 2], ['vanThu', 2]]);
  expect(await report(quang, '?from=2026-01-01&to=2026-01-02')).toMatchObject({ count: 0, byProcedure: [], spread: [0, 0, 0, 0, 0] });
  expect((await people.lan!.get('/api/reports/ratings')).status).toBe(403);
  expect((await quang.get('/api/reports/ratings?page=0')).status).toBe(400);
  await bench.store.ratings.updateMany({}, { $set: { agencies: ['so-y-te'] } });
  expect((await report()).count).toBe(0);
  await bench.store.ratings.updateMany({}, { $set: { agencies: ['ubnd-binh-an'] } });
});

test('closed after the time that is set', async () => {
  const { id, dossierNo } = await receive();
  await deliver(id);
  await advance(29 * DAY);
  expect((await rate(dossierNo, { diem: '3' })).status).toBe(303);
  await advance(2 * DAY);
  expect(await rate(dossierNo, { diem: '1' })).toMatchObject({ status: 409, text: expect.stringContaining('Đã hết thời gian đánh giá') });
  expect(await page(dossierNo)).toContain('đã ghi nhận: 3/5');
  expect(await page(dossierNo)).not.toContain('<form method="post" action="/danh-gia"');
});
