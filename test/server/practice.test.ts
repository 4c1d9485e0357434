/** A procedure as practised: figures equal the register, names by right, kept until something has happened. */
import type { IndexCase, IndexReport, MovesView, Page, PracticeReport, PracticeView } from '../../server/contract.js';
import { FigureSweep } from '../../models/figures/sweep.js';
import { prepareAll } from '../../models/practice/preparing.js';
import { PracticeQueries } from '../../models/queries/practice.js';
import { Clerk } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const P = 'P01-dang-ky-khai-sinh';
const ALL = `procedure=${P}&from=2020-01-01&to=2030-01-01`;
let bench: AppBench, quang: Clerk;
beforeAll(async () => {
  bench = await appBench({ dossiers: 60 });
  quang = await Clerk.signIn(bench.url, 'quang');
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const practice = async (who: Clerk, query: string): Promise<PracticeView> => (await who.get<PracticeView>(`/api/reports/practice?${query}`)).body;

test('steps, dossiers and results are those of the register, for each filter', async () => {
  const { store } = bench;
  for (const [query, filter] of [['', {}], ['&channel=online', { 'facts.channel': 'online' }], ['&version=1', { version: 1 }], ['&department=tuPhapHoTich', { departments: 'tuPhapHoTich' }]] as const) {
    const view = await practice(quang, `${ALL}${query}`);
    const docs = await store.dossiers.find({ procedureId: P, agencies: 'ubnd-binh-an', ...filter }).lean();
    const done = await store.workItems.find({ dossierId: { $in: docs.map(({ _id }) => _id) }, status: 'completed', element: { $ne: 'opinion' } }).lean();
    expect([query, view.dossiers, view.open]).toEqual([query, docs.length, docs.filter(({ open }) => open).length]);
    const counted = Object.fromEntries([...new Set(done.map(({ element }) => element))].map((element) => [element, done.filter((item) => item.element === element).length]));
    expect(Object.fromEntries(view.steps.map(({ element, executions }) => [element, executions]))).toEqual(counted);
    const settled = docs.filter(({ settledAt, state }) => settledAt && !['withdrawn', 'stopped', 'notReceived'].includes(state));
    expect(view.settled).toBe(settled.length);
    expect(view.late).toBe(settled.filter(({ settledAt, dueAt }) => dueAt && settledAt! > dueAt).length);
    expect(view.ways.reduce((sum, { dossiers }) => sum + dossiers, 0) + view.otherWays.dossiers).toBe(docs.filter(({ open }) => !open).length);
  }
});

test('what the declaration and the drawing promise stands beside what was measured; flows of a way are those of the drawing', async () => {
  const view = await practice(quang, ALL);
  expect(view.declaredMinutes).toBeGreaterThan(0);
  expect(view.elapsed.half).toBeLessThanOrEqual(view.elapsed.nineInTen);
  const { body: xml } = await quang.get<string>(`/api/procedures/${P}/xml?version=${view.drawn}`);
  for (const way of view.ways.slice(0, 3)) for (const flow of way.flows) expect(String(xml)).toContain(`id="${flow}"`);
  expect(view.ways[0]!.flows.length).toBeGreaterThan(0);
});

test('who sees names: leaders and managers those of the agency, heads those of their department, others none', async () => {
  const names = async (id: string): Promise<number> => (await practice(await Clerk.signIn(bench.url, id), ALL)).people.length;
  expect((await practice(quang, ALL)).people.length).toBeGreaterThan(1);
  expect(await names('chi')).toBe(0);
  const seen = (await practice(await Clerk.signIn(bench.url, 'son'), 'procedure=P07-dang-ky-ho-kinh-doanh&from=2020-01-01&to=2030-01-01')).people;
  expect(seen.length).toBeGreaterThan(0);
  expect(new Set(seen.map(({ departmentName }) => departmentName)).size).toBe(1);
  expect((await (await Clerk.signIn(bench.url, 'mai')).get(`/api/reports/practice?${ALL}`)).status).toBe(403);
});

test('dossiers on their way: the newest first, each with its steps in order, joined by flows', async () => {
  const { body } = await quang.get<MovesView>(`/api/reports/moves?${ALL}`);
  expect(body.dossiers.length).toBeGreaterThan(3);
  expect(body.dossiers.map(({ receivedAt }) => receivedAt)).toEqual(body.dossiers.map(({ receivedAt }) => receivedAt).sort().reverse());
  for (const { stays } of body.dossiers) expect(stays.map(({ from }) => from)).toEqual(stays.map(({ from }) => from).sort());
  expect(Object.values(body.flows).some((flows) => flows.length > 0)).toBe(true);
});

test('bad input is named; an unknown version is not there', async () => {
  for (const [query, status] of [['', 400], [`procedure=${P}&from=x`, 400], [`procedure=${P}&channel=pigeon`, 400], [`procedure=${P}&from=2026-02-01&to=2026-01-01`, 400], ['procedure=none', 404], [`procedure=${P}&version=99`, 404]] as const) {
    for (const path of ['reports/practice', 'reports/moves', 'tables/practice.xlsx']) expect([path, query, (await quang.get(`/api/${path}?${query}`)).status]).toEqual([path, query, status]);
  }
  expect((await quang.get(`/api/tables/practice.xlsx?${ALL}`)).status).toBe(200);
});

test('kept in the database; asked again after something has happened, what is known is answered and computed anew behind it', async () => {
  const query = `procedure=${P}`;
  await prepareAll(bench.parts.context, new PracticeQueries(bench.parts.context));
  expect(await bench.store.keptPractice.countDocuments({ _id: new RegExp(P) })).toBeGreaterThanOrEqual(2);
  const first = await practice(quang, query);
  const later = (minutes: number): Promise<void> => bench.clock.advance(minutes * 60_000, () => Promise.resolve());
  const some = (await bench.store.dossiers.findOne({ procedureId: P }).lean())!;
  await later(1);
  await bench.store.dossiers.collection.insertOne({ ...some, _id: 'newer', dossierNo: 'newer', receivedAt: new Date(bench.clock.now()) } as never);
  await later(10);
  // Whether something has happened is asked behind the answer, so the first one after it is the one that was kept.
  expect((await practice(quang, query)).dossiers).toBe(first.dossiers);
  let again = await practice(quang, query);
  while (again.asOf === first.asOf) {
    await new Promise((resolve) => { setTimeout(resolve, 200); });
    again = await practice(quang, query);
  }
  expect(again.dossiers).toBe(first.dossiers + 1);
  await later(11);
  for (const _ of [1, 2, 3]) expect((await practice(quang, query)).asOf).toBe(again.asOf);
  expect((await quang.get<PracticeReport>(`/api/reports/findings?${query}`)).body.causes.length).toBeGreaterThan(0);
}, 30_000);

test('findings of the drawing are told in the language of the reader, and say the same', async () => {
  const of = async (lang: string) => (await quang.get<PracticeReport>(`/api/reports/findings?procedure=P05-cap-lai-gcn-bi-mat&lang=${lang}`)).body.findings.filter(({ source }) => source === 'drawing').map(({ finding }) => finding);
  const [vi, en] = [await of('vi'), await of('en')];
  expect(en.map(({ check, elements, evidence }) => ({ check, elements, evidence }))).toEqual(vi.map(({ check, elements, evidence }) => ({ check, elements, evidence })));
  const t4 = (of: typeof vi) => of.find(({ check }) => check === 'T4')!.message;
  expect([t4(vi), t4(en)]).toEqual([expect.stringMatching(/^Hồ sơ chuyển qua lại/), expect.not.stringMatching(/Hồ sơ|lần/)]);
});

test('the service index counts what the register holds, and each figure opens to as many dossiers; weights are settings', async () => {
  const { store } = bench;
  // Earlier tests have written past the counter.
  await new FigureSweep(store, bench.parts.figures, bench.parts.context.now).again();
  const YEAR = 'from=2026-01-01&to=2026-12-31';
  const index = async (query = ''): Promise<IndexReport> => (await quang.get<IndexReport>(`/api/reports/index?${YEAR}${query}`)).body;
  for (const [query, filter] of [['', {}], ['&procedure=P01-dang-ky-khai-sinh', { procedureId: P }]] as const) {
    const report = await index(query);
    const of = Object.fromEntries(report.indicators.map((each) => [each.id, each]));
    const docs = await store.dossiers.find({ agencies: 'ubnd-binh-an', ...filter }).lean();
    const settled = docs.filter(({ settledAt, dueAt, state }) => settledAt && dueAt && !['withdrawn', 'notReceived', 'unresolved'].includes(state));
    expect([query, of.onTime!.met, of.onTime!.all]).toEqual([query, settled.filter(({ settledAt, dueAt }) => settledAt! <= dueAt!).length, settled.length]);
    expect([of.receivedOnline!.met, of.receivedOnline!.all]).toEqual([docs.filter(({ facts }) => facts.channel === 'online').length, docs.length]);
    expect(of.satisfied!.all).toBe(await store.ratings.countDocuments({ agencies: 'ubnd-binh-an', ...filter }));
    for (const each of report.indicators.filter(({ all, of: what }) => all && what !== 'minutes')) {
      for (const met of [true, false]) {
        const { body } = await quang.get<Page<IndexCase>>(`/api/reports/index/cases?${YEAR}${query}&indicator=${each.id}&met=${met}&pageSize=200`);
        expect([each.id, met, body.total, body.items.length]).toEqual([each.id, met, met ? each.met : each.all! - each.met!, body.total]);
      }
    }
  }
  const told = ({ score, points, measured, weight, groups }: Pick<IndexReport, 'score' | 'points' | 'measured' | 'weight' | 'groups'>) => ({ score, points, measured, weight, groups });
  const [years, months] = [await index('&by=year'), await index('&by=month&procedure=P01-dang-ky-khai-sinh')];
  expect(years.series.map(({ period }) => period)).toEqual(['2022', '2023', '2024', '2025', '2026']);
  expect(told(years.series[4]!)).toEqual(told(years));
  expect(months.series.map(({ period }) => period)).toEqual(Array.from({ length: 12 }, (_, n) => `2026-${String(n + 1).padStart(2, '0')}`));
  for (const row of months.series.filter(({ measured }) => measured > 0).slice(-3)) {
    const days = `from=${row.period}-01&to=${new Date(Date.UTC(2026, Number(row.period.slice(5)), 0)).toISOString().slice(0, 10)}`;
    expect([row.period, told(row)]).toEqual([row.period, told((await quang.get<IndexReport>(`/api/reports/index?${days}&procedure=P01-dang-ky-khai-sinh`)).body)]);
  }
  expect((await index('&by=quarter')).series.map(({ period }) => period).slice(-2)).toEqual(['2026-Q3', '2026-Q4']);
  expect((await index()).series).toEqual([]);
  const department = await index('&department=tuPhapHoTich');
  const done = await store.workItems.find({ departmentId: 'tuPhapHoTich', status: 'completed' }).lean();
  expect(department.indicators.find(({ id }) => id === 'onTime')).toMatchObject({ met: done.filter(({ stepDueAt, endedAt }) => !stepDueAt || endedAt! <= stepDueAt).length, all: done.length });
  expect(department.indicators.find(({ id }) => id === 'receivedOnline')).toMatchObject({ absent: 'notByDepartment' });
  const { settings } = bench.parts.context;
  await settings.change({ key: 'index.onTime', scope: 'agency:ubnd-binh-an', value: 20, by: 'an', reason: 'thử', at: new Date() });
  expect(await index()).toMatchObject({ weight: 106 });
  await settings.change({ key: 'index.onTime', scope: 'agency:ubnd-binh-an', value: null, by: 'an', reason: 'thử', at: new Date() });
  expect((await quang.get('/api/reports/index?from=2026-02-30')).status).toBe(400);
  expect(await quang.get('/api/reports/index?from=2026-03-01&to=2026-02-01')).toMatchObject({ status: 400, body: { fields: [{ field: 'from' }] } });
  expect(await quang.get('/api/reports/index/cases?indicator=x&met=true')).toMatchObject({ status: 400, body: { fields: [{ field: 'indicator' }] } });
});
