/** Lists as Excel: typed cells, text that stays text, the rights and filters of the list, and how many rows there are. */
import type { DossierRow, HeatReport, ImprovementRow, IndexCase, Page, PracticeReport } from '../../server/contract.js';
import type { CalendarFile } from '../../engine/calendar/types.js';
import { tableOf, workbookOf } from '../../server/tables/workbook.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { unzip } from '../support/zip.js';
import { appBench, type AppBench } from './bench.js';

let bench: AppBench;
const people: Record<string, Clerk> = {};
beforeAll(async () => {
  bench = await appBench({ dossiers: 40 });
  for (const id of ['lan', 'quang', 'khoa', 'chi', 'mai']) people[id] = await Clerk.signIn(bench.url, id);
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const plain = (xml: string): string => xml.replace(/<[^>]+>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');
/** Cells of one sheet as text, numbers and the raw XML of each. */
function sheet(bytes: Buffer, n = 1): { type: string; value: string; formula: boolean }[][] {
  const files = unzip(bytes);
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map((match) => plain(match[1]!));
  return [...files.get(`xl/worksheets/sheet${n}.xml`)!.matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map((row) => [...row[1]!.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map((cell) => {
    const type = /t="(\w+)"/.exec(cell[1]!)?.[1] ?? 'n';
    const inner = cell[2] ?? '';
    return { type, value: type === 's' ? shared[Number(plain(inner))]! : plain(inner), formula: inner.includes('<f') };
  }));
}
async function load(who: string, path: string): Promise<{ status: number; bytes: Buffer; name: string }> {
  const cookie = (people[who] as unknown as { cookie: string }).cookie;
  const response = await fetch(`${bench.url}${path}`, { headers: { cookie } });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()), name: response.headers.get('content-disposition') ?? '' };
}
const EPOCH_DAYS = 25_569;

test('text that could be a formula stays text, dates are dates of the desk, numbers are numbers', async () => {
  const wild = ['=1+1', '+84901234567', '-2', '@SUM(A1)', '\t=1', '\r=1', 'a\u0000\u001Fb\uFFFE', 'Nguyễn <b> & "Ánh"', `x${'\uD800'}y`];
  const rows = wild.map((text, n) => ({ text, n: n / 2, at: new Date('2026-11-25T17:30:00Z') }));
  const table = tableOf({ name: 'Thử', rows, total: 99, columns: [{ header: 'Chữ', width: 20, value: (row) => row.text }, { header: 'Số', width: 8, value: (row) => row.n }, { header: 'Lúc', width: 16, value: (row) => row.at }, { header: 'Trống', width: 4, value: () => undefined }] });
  const bytes = await workbookOf([table], [['Cơ quan', '=HYPERLINK("http://x")']], new Date('2026-11-25T01:00:00Z'));

  const [head, ...body] = sheet(bytes);
  expect(head!.map(({ value }) => value)).toEqual(['Chữ', 'Số', 'Lúc', 'Trống']);
  expect(body.flat().some(({ formula }) => formula)).toBe(false);
  expect(body.map(([text]) => [text!.type === 'n', text!.value])).toEqual(['=1+1', '+84901234567', '-2', '@SUM(A1)', '\t=1', expect.stringMatching(/^\r?\n?=1$/), 'ab', 'Nguyễn <b> & "Ánh"', 'xy'].map((text) => [false, text]));
  expect(body.map(([, n]) => [n!.type, Number(n!.value)])).toEqual(wild.map((_text, n) => ['n', n / 2]));
  // 00:30 on the 26th at the desk.
  expect(Number(body[0]![2]!.value)).toBeCloseTo(Date.UTC(2026, 10, 26, 0, 30) / 86_400_000 + EPOCH_DAYS, 6);
  const about = sheet(bytes, 2).map((row) => row.map(({ value }) => value));
  expect(about).toEqual([['Cơ quan', '=HYPERLINK("http://x")'], ['Lập lúc', '08:00 25/11/2026'], ['Thử', '9 dòng đầu trong 99 dòng; hãy lọc hẹp hơn để có đủ']]);
  expect(sheet(bytes, 2).flat().some(({ formula }) => formula)).toBe(false);
});

test('dossiers and work: what the list shows to that person under that filter, all pages of it', async () => {
  const list = (await people.quang!.get<Page<DossierRow>>('/api/dossiers?state=inProgress&pageSize=200')).body;
  const { status, bytes, name } = await load('quang', '/api/tables/dossiers.xlsx?state=inProgress');
  expect([status, name]).toEqual([200, 'attachment; filename="ho-so-20261116.xlsx"']);
  const [head, ...body] = sheet(bytes);
  expect(head!.map(({ value }) => value)).toContain('Tình trạng');
  expect(body.map(([no]) => no!.value)).toEqual(list.items.map((each) => each.dossierNo));
  const other = await load('khoa', '/api/tables/dossiers.xlsx');
  expect(sheet(other.bytes).slice(1).map(([no]) => no!.value)).toEqual((await people.khoa!.get<Page<DossierRow>>('/api/dossiers?pageSize=200')).body.items.map((each) => each.dossierNo));
  const work = await load('lan', '/api/tables/work.xlsx?view=department&sort=-due');
  expect(sheet(work.bytes).slice(1).map(([no]) => no!.value)).toEqual((await people.lan!.get<Page<{ dossierNo: string }>>('/api/work?view=department&sort=-due&pageSize=200')).body.items.map((each) => each.dossierNo));
  expect((await load('lan', '/api/tables/work.xlsx?view=all&status=never')).status).toBe(400);
  expect((await fetch(`${bench.url}/api/tables/work.xlsx`)).status).toBe(401);
});

test('the heat map with its findings, improvements, and what stands behind an indicator: the rows of the page', async () => {
  const { quang } = people;
  const asked = 'procedure=P01-dang-ky-khai-sinh&channel=online&from=2026-01-01T00:00:00Z';
  const { bytes: heat, name } = await load('quang', `/api/tables/heat.xlsx?${asked}`);
  expect(name).toContain('thoi-gian-theo-buoc-20261116.xlsx');
  const report = (await quang!.get<HeatReport>(`/api/reports/heat?${asked}`)).body;
  expect(report.elements.length).toBeGreaterThan(0);
  expect(sheet(heat).slice(1).map(([step, , n]) => [step!.value, Number(n!.value)])).toEqual(report.elements.map((row) => [row.name, row.n]));
  const found = (await quang!.get<PracticeReport>('/api/reports/findings?procedure=P01-dang-ky-khai-sinh')).body;
  expect(sheet(heat, 2).slice(1).map(([check]) => check!.value)).toEqual(found.findings.map(({ finding }) => finding.check));
  const of = async (channel: string): Promise<number> => (await quang!.get<HeatReport>(`/api/reports/heat?procedure=P01-dang-ky-khai-sinh&from=2026-01-01T00:00:00Z${channel}`)).body.cases;
  const [all, ...channels] = await Promise.all(['', '&channel=online', '&channel=desk', '&channel=post'].map(of));
  expect(channels.reduce((sum, n) => sum + n, 0)).toBe(all);
  expect(await of('&agency=none')).toBe(0);

  await quang!.post('/api/improvements', { source: 'complaint', procedureId: 'P01-dang-ky-khai-sinh', title: '=1+1' });
  const records = sheet((await load('quang', '/api/tables/improvements.xlsx?source=complaint')).bytes);
  expect(records.slice(1).map(([no, title]) => [no!.value, title!.value])).toEqual((await quang!.get<Page<ImprovementRow>>('/api/improvements?source=complaint&pageSize=100')).body.items.map((row) => [row.no, row.title]));
  expect(records.flat().some(({ formula }) => formula)).toBe(false);

  const behind = 'indicator=onTime&met=true&from=2026-01-01&to=2026-12-31';
  const cases = (await quang!.get<Page<IndexCase>>(`/api/reports/index/cases?${behind}&pageSize=100`)).body;
  expect(cases.total).toBeGreaterThan(0);
  expect(sheet((await load('quang', `/api/tables/index-cases.xlsx?${behind}`)).bytes).slice(1).map(([no]) => no!.value)).toEqual(cases.items.map(({ no }) => no));

  for (const path of [`heat.xlsx?${asked}`, 'improvements.xlsx', `index-cases.xlsx?${behind}`]) expect([path, (await load('lan', `/api/tables/${path}`)).status]).toEqual([path, 403]);
  for (const path of ['heat.xlsx?procedure=none', 'heat.xlsx?procedure=P01-dang-ky-khai-sinh&channel=pigeon', 'improvements.xlsx?state=lost', 'index-cases.xlsx?indicator=none&met=true']) expect([path, (await load('quang', `/api/tables/${path}`)).status]).toEqual([path, path.includes('=none') && path.startsWith('heat') ? 404 : 400]);
}, 60_000);

test('the register, the overview and the findings', async () => {
  await people.lan!.post('/api/dossiers', { commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', name: '=cmd|"/c calc"!A1', phone: '0901234567' }, parts: [], data: { hoTenCon: 'An' } });
  const register = sheet((await load('lan', '/api/register/07.xlsx?from=2026-11-16&to=2026-11-16')).bytes);
  const line = register.find((row) => row.some(({ value }) => value === '=cmd|"/c calc"!A1'))!;
  expect([line[0]!.type, line.some(({ formula }) => formula)]).toEqual(['n', false]);
  expect((await load('mai', '/api/register/07.xlsx?from=2026-11-16&to=2026-11-16')).status).toBe(403);
  const overview = await load('quang', '/api/tables/overview.xlsx');
  const names = [...unzip(overview.bytes).get('xl/workbook.xml')!.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map((match) => match[1]);
  expect(names).toEqual(['Tổng hợp', 'Theo trạng thái', 'Theo thời gian', 'Theo cơ quan', 'Theo đơn vị', 'Theo thủ tục', 'Theo lĩnh vực', 'Theo cách nộp', 'Hồ sơ quá hạn', 'Có thể trễ hạn', 'Mức độ hài lòng', 'Thông tin']);
  expect((await load('lan', '/api/tables/overview.xlsx')).status).toBe(403);
  const findings = sheet((await load('chi', '/api/tables/findings.xlsx?procedure=P03-cap-doi-gcn&version=1')).bytes);
  expect(findings.slice(1).map(([check]) => check!.value)).toContain('T1');
});

test('a calendar: its days with their names, hours and basis, and the hours of its weeks; for managers', async () => {
  const file = (await people.quang!.get<CalendarFile>('/api/calendars/vn-office/file')).body;
  const { status, bytes, name } = await load('quang', '/api/calendars/vn-office/file.xlsx');
  expect([status, name]).toEqual([200, 'attachment; filename="lich-vn-office.xlsx"']);
  const [head, ...days] = sheet(bytes);
  expect(head!.map(({ value }) => value)).toEqual(['Ngày', 'Loại', 'Tên', 'Giờ làm việc', 'Căn cứ', 'Nguồn', 'Đã công bố']);
  const known = [...new Set([...Object.keys(file.closed ?? {}), ...Object.keys(file.open ?? {})])].sort();
  expect(days.map(([day]) => [day!.type, Number(day!.value)])).toEqual(known.map((day) => ['n', Date.parse(`${day}T00:00:00Z`) / 86_400_000 + EPOCH_DAYS]));
  const [first] = Object.entries(file.closed ?? {}).sort();
  expect(days.some((row) => row.some(({ value }) => value === first![1]))).toBe(true);
  expect(sheet(bytes, 2)).toHaveLength(file.periods.length + 1);
  expect(sheet(bytes, 2)[1]!.map(({ value }) => value)).toContain(file.periods[0]!.week.mon!.join('; '));
  expect((await load('lan', '/api/calendars/vn-office/file.xlsx')).status).toBe(403);
});
