/** Monthly reports: made once for a month that has ended, told to who manages the agency, the same figures as the overview's. */
import type { IndexReport, LateRow, MonthlyReportRow, OverviewReport, Page, Problem } from '../../server/contract.js';
import { monthlyDocument } from '../../server/documents/monthly-document.js';
import { MonthlyReports } from '../../server/monthly-reports.js';
import { Clerk } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

/** The month before that of the bench. */
const MONTH = '2026-10';
let bench: AppBench, quang: Clerk, duc: Clerk, minh: Clerk;
beforeAll(async () => {
  bench = await appBench({ dossiers: 40 });
  [quang, duc, minh] = await Promise.all(['quang', 'duc', 'minh'].map((id) => Clerk.signIn(bench.url, id))) as [Clerk, Clerk, Clerk];
}, 120_000);
afterAll(() => bench?.close(), 30_000);

const bytes = async (clerk: Clerk, lang: string): Promise<Buffer> => Buffer.from(await (await fetch(`${bench.url}/api/reports/monthly/${MONTH}/report.pdf?lang=${lang}`, { headers: clerk.headers() })).arrayBuffer());

test('a month that goes on has no report; one that has ended has one, and a second wish changes nothing', async () => {
  const early = await quang.post<Problem>('/api/reports/monthly', { month: '2026-11' });
  expect([early.status, early.body.fields?.[0]?.field]).toEqual([400, 'month']);
  expect((await quang.post<Problem>('/api/reports/monthly', { month: '2026-13' })).body.fields?.[0]?.field).toBe('month');
  expect((await duc.post('/api/reports/monthly', { month: MONTH })).status).toBe(403);
  const made = await quang.post<MonthlyReportRow>('/api/reports/monthly', { month: MONTH });
  expect([made.status, made.body.month, made.body.byName]).toEqual([201, MONTH, bench.parts.context.directory.staffName('quang')]);
  const vi = await bytes(quang, 'vi');
  expect((await quang.post<MonthlyReportRow>('/api/reports/monthly', { month: MONTH })).body).toEqual(made.body);
  expect(vi.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await bytes(quang, 'vi')).equals(vi)).toBe(true);
  expect((await bytes(quang, 'en')).equals(vi)).toBe(false);
});

test('by itself every agency gets its own, who manages it is told once, and another agency reads another one', async () => {
  const reports = new MonthlyReports(bench.parts.context);
  for (const _twice of [1, 2]) await reports.makeAll(new Date('2026-11-01T00:00:00+07:00'));
  const agencies = await bench.store.figures.distinct('agencyId', { departmentId: '', period: MONTH });
  expect((await bench.store.monthlyReports.distinct('agencyId')).sort()).toEqual(agencies.sort());
  const { directory } = bench.parts.context;
  const home = directory.person('quang')!.agencyId;
  const managers = new Set(['manager', 'leader'].flatMap((role) => directory.staffOf({ agencyId: home, role })));
  expect(await bench.store.notices.countDocuments({ kind: 'monthlyReport', to: { $in: [...managers] }, _id: new RegExp(`^report:${home}:`) })).toBe(managers.size);
  expect(managers.size).toBeGreaterThan(0);
  const { items } = (await quang.get<Page<MonthlyReportRow>>('/api/reports/monthly')).body;
  expect(items.map(({ month }) => month)).toEqual([MONTH]);
  expect(directory.person('minh')!.agencyId).not.toBe(home);
  expect((await bytes(minh, 'vi')).equals(await bytes(quang, 'vi'))).toBe(false);
  expect((await quang.get<Problem>('/api/reports/monthly/2026-01/report.pdf')).status).toBe(404);
});

test('its figures are those of the overview, counted again from the dossiers', async () => {
  const of = async (from: string, to: string) => (await quang.get<OverviewReport>(`/api/reports/overview?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`)).body;
  const [begin, end] = ['2026-10-01T00:00:00+07:00', '2026-11-01T00:00:00+07:00'];
  const now = await of(begin, end);
  const late = (await quang.get<Page<LateRow>>('/api/reports/late')).body;
  const index = (await quang.get<IndexReport>('/api/reports/index?from=2026-10-01&to=2026-10-31')).body;
  const { blocks } = monthlyDocument({ agency: 'A', month: MONTH, before: '2026-09', now, former: await of('2026-09-01T00:00:00+07:00', begin), overdue: late, index }, 'en');
  const [totals] = blocks.filter((block) => block.kind === 'table');
  const home = bench.parts.context.directory.person('quang')!.agencyId;
  const received = await bench.store.dossiers.countDocuments({ agencies: home, receivedAt: { $gte: new Date(begin), $lt: new Date(end) } });
  expect(received).toBeGreaterThan(0);
  expect(totals!.rows.find(([name]) => name === 'Received')?.[1]).toBe(String(received));
});
