/** The improvement loop: found, cause, draft with the remedy, prediction, version, measured effect, decision by other eyes; another agency sees nothing of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instantAtOpenTime, openTimeBefore } from '../../engine/calendar/open-time.js';
import { LibraryFindings } from '../../models/queries/library-findings.js';
import { ManagementReviewQueries, type ManagementReview } from '../../models/queries/management-review.js';
import { PublishedMap } from '../../models/queries/published-map.js';
import { OverviewQueries } from '../../models/queries/overview.js';
import { Ratings } from '../../models/ratings.js';
import { TrailSweep } from '../../models/trail/sweep.js';
import { verifyTrail } from '../../models/trail/verify.js';
import type { DossierQualityView, QualityLinkRow, ImprovementRow, ImprovementView, Page, Problem, RemedyRow } from '../../server/contract.js';
import { INDEX_WORDS } from '../../engine/service-index/words.js';
import { reviewDocument } from '../../server/documents/review-document.js';
import { Clerk, newCommandId, type Reply } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const P = 'B6-chung-chi';
const PEOPLE = ['chi', 'yen', 'tuan', 'quang', 'lan', 'minh', 'long'] as const;
const HOUR = 3_600_000;
let bench: AppBench;
let by: Record<typeof PEOPLE[number], Clerk>;
beforeAll(async () => {
  bench = await appBench({ dossiers: 0 });
  by = Object.fromEntries(await Promise.all(PEOPLE.map(async (id) => [id, await Clerk.signIn(bench.url, id)]))) as typeof by;
  expect((await by.chi.post('/api/procedures', { id: P, xml: readFileSync(join(__dirname, '../../procedures/flawed/B6-chung-chi-hanh-nghe-before.bpmn'), 'utf8') })).status).toBe(201);
  expect((await by.chi.post(`/api/procedures/${P}/publish`, {})).status).toBe(201);
}, 90_000);
afterAll(() => bench?.close(), 30_000);

type Told = Reply<ImprovementView & Problem>;
const post = (clerk: Clerk, path: string, body: object = {}): Promise<Told> => clerk.post(`/api/improvements${path}`, body);
const said = ({ status, body }: Told): unknown => (status < 300 ? body.state : body.code);

/** Complete dossiers as the projector leaves them, `steps` of them one after another, each so many office hours in the waiting and one in hand. */
async function dossiers(version: number, n: number, daysAgo: number, hours: number): Promise<void> {
  const { store, clock, parts } = bench;
  const { calendar } = parts.context.calendars.of({ agencyId: 'ubnd-binh-an' });
  const plan = await parts.context.plans.plan((await store.versions.findOne({ procedureId: P, version }).lean())!.planHash);
  const steps = Object.values(plan.processes[plan.root]!.nodes).filter((node) => node.kind === 'activity');
  for (let i = 0; i < n; i += 1) {
    const [_id, received] = [`${P}-${version}-${i}`, clock.now() - (daysAgo - i) * 24 * HOUR];
    const after = (from: number, office: number): number => instantAtOpenTime(calendar, openTimeBefore(calendar, from) + office * HOUR);
    let at = received;
    for (const [s, { id, name }] of steps.entries()) {
      const [started, ended] = [after(at, hours + (i % 7) / 4), after(at, hours + 1 + (i % 7) / 4)];
      await store.workItems.collection.insertOne({ _id: `${_id}-${s}`, dossierId: _id, element: id, step: name ?? id, departmentId: `d${s % 3}`, agencyId: 'ubnd-binh-an', procedureId: P, version, status: 'completed', open: false, since: new Date(at), claimedAt: new Date(started), endedAt: new Date(ended), assignee: 'mai' } as never);
      at = ended;
    }
    await store.dossiers.collection.insertOne({ _id, dossierNo: _id, procedureId: P, version, agencyId: 'ubnd-binh-an', agencies: ['ubnd-binh-an'], open: false, state: 'delivered', stops: [], facts: { channel: i % 2 ? 'desk' : 'online' }, receivedAt: new Date(received), dueAt: new Date(after(received, 70)), settledAt: new Date(at), endedAt: new Date(at) } as never);
  }
}

let id: string;
test('a record is opened from a finding of the drawing by its name alone, and of nothing that is not found', async () => {
  const findings = (await by.yen.get<{ check: string; elements: string[]; message: string }[]>(`/api/procedures/${P}/findings`)).body;
  const { check, elements, message } = findings.find((each) => each.check === 'T8')!;
  const finding = { source: 'drawing', check, version: 1, elements };
  const { status, body } = await post(by.yen, '', { source: 'drawing', procedureId: P, finding });
  expect([status, body]).toMatchObject([201, { no: 'CT-2026-0001', state: 'open', kind: 'improvement', title: message, ownerName: expect.stringMatching(/./), dueDay: '2026-12-16', finding: { check: 'T8', version: 1 } }]);
  id = body.id;
  expect(await post(by.yen, '', { source: 'drawing', procedureId: P, finding: { ...finding, elements: [] } })).toMatchObject({ status: 400, body: { fields: [{ field: 'finding' }] } });
  expect((await post(by.yen, '', { source: 'audit' })).body).toMatchObject({ fields: [{ field: 'procedureId' }] });
  expect((await post(by.lan, '', { source: 'audit', procedureId: P, title: 'x' })).status).toBe(403);
  expect((await post(by.yen, '', { source: 'audit', procedureId: P, title: 'Sổ giao nhận không ký', owner: 'minh' })).body).toMatchObject({ fields: [{ field: 'owner' }] });
});

test('cause and goal, then a draft with the remedy in it, by a designer', async () => {
  expect(said(await post(by.chi, `/${id}/draft`, {}))).toBe('wrong-state');
  const plan = { cause: 'Ba đơn vị được hỏi lần lượt', owner: 'yen', dueDay: '2026-12-20', goal: 'medianHours', kind: 'improvement' };
  expect(await post(by.yen, `/${id}/plan`, { ...plan, cause: '' })).toMatchObject({ status: 400, body: { fields: [{ field: 'cause' }] } });
  expect(said(await post(by.yen, `/${id}/plan`, plan))).toBe('planned');
  const { body: remedies } = await by.chi.get<RemedyRow[]>(`/api/improvements/${id}/remedies`);
  expect(remedies).toMatchObject([{ kind: 'parallel' }]);
  expect(remedies[0]!.savedHours).toBeGreaterThan(0);
  expect((await post(by.yen, `/${id}/draft`, { remedy: 0 })).status).toBe(403);
  expect((await post(by.chi, `/${id}/draft`, { remedy: 5 })).body).toMatchObject({ fields: [{ field: 'remedy' }] });
  expect((await post(by.chi, `/${id}/draft`, { remedy: 0 })).body).toMatchObject({ state: 'changing', base: 1, remedy: { kind: 'parallel' } });
  const { body: xml } = await by.chi.get<string>(`/api/procedures/${P}/xml?version=draft`);
  expect(xml.match(/parallelGateway /g)?.length).toBeGreaterThanOrEqual(2);
});

test('predicted, put in force, measured, and kept by another than the owner', async () => {
  await dossiers(1, 60, 400, 8);
  const predicted = (await post(by.yen, `/${id}/predict`)).body.predicted!;
  expect(predicted.measures.find(({ measure }) => measure === 'medianHours')).toMatchObject({ verdict: 'better' });
  expect((await by.chi.post(`/api/procedures/${P}/publish`, { note: 'Hỏi ba đơn vị cùng lúc' })).status).toBe(201);
  expect((await post(by.yen, `/${id}/version`, { version: 1 })).body).toMatchObject({ fields: [{ field: 'version' }] });
  expect(said(await post(by.yen, `/${id}/measure`))).toBe('wrong-state');
  expect((await post(by.yen, `/${id}/version`, { version: 2 })).body).toMatchObject({ version: 2, versions: [{ version: 2, state: 'inForce' }] });
  await dossiers(2, 60, 200, 3);
  const { measured } = (await post(by.yen, `/${id}/measure`)).body;
  expect(measured).toMatchObject({ verdict: 'better', worse: [], casesBefore: 60, casesAfter: 60 });
  expect(measured!.adjusted).toContain('channel');
  expect((await post(by.yen, `/${id}/plan`, { cause: 'x', owner: 'yen', dueDay: '2026-12-20', goal: 'handOvers', kind: 'improvement' })).body).toMatchObject({ fields: [{ field: 'goal' }] });
  expect(said(await post(by.yen, `/${id}/decide`, { decision: 'keep', reason: 'Nhanh hơn' }))).toBe('four-eyes');
  expect(said(await post(by.tuan, `/${id}/decide`, { decision: 'keep', reason: 'Nhanh hơn' }))).toBe('kept');
  expect(said(await post(by.tuan, `/${id}/decide`, { decision: 'rollBack', reason: 'x' }))).toBe('wrong-state');
  const { body } = await by.quang.get<ImprovementView>(`/api/improvements/${id}`);
  expect(body.history.map(({ act }) => act)).toEqual(['opened', 'planned', 'draftOpened', 'predicted', 'versionNamed', 'measured', 'kept']);
  const pdf = await fetch(`${bench.url}/api/improvements/${id}/document.pdf`, { headers: by.quang.headers() });
  expect([pdf.status, pdf.headers.get('content-type'), Buffer.from(await pdf.arrayBuffer()).subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
});

test('a change that did harm is rolled back: the former version is in force again under a new number', async () => {
  const opened = (await post(by.yen, '', { source: 'complaint', procedureId: P, title: 'Người dân phản ánh hỏi nhiều nơi' })).body;
  const plan = { cause: 'Thiếu đầu mối', owner: 'yen', dueDay: '2026-12-20', goal: 'medianHours', kind: 'nonconformity' };
  await post(by.yen, `/${opened.id}/plan`, plan);
  expect((await post(by.chi, `/${opened.id}/draft`, {})).body).toMatchObject({ state: 'changing', base: 2 });
  expect((await by.chi.post(`/api/procedures/${P}/publish`, {})).status).toBe(201);
  await post(by.yen, `/${opened.id}/version`, { version: 3 });
  await dossiers(3, 60, 100, 12);
  expect((await post(by.yen, `/${opened.id}/measure`)).body.measured).toMatchObject({ verdict: 'worse' });
  expect((await post(by.tuan, `/${opened.id}/decide`, { decision: 'rollBack', reason: 'Chậm hơn' })).body).toMatchObject({ state: 'rolledBack', restoredAs: 4 });
  const former = (await by.chi.get<string>(`/api/procedures/${P}/xml?version=2`)).body;
  expect((await by.chi.get<string>(`/api/procedures/${P}/xml?version=4`)).body).toBe(former);
}, 60_000);

test('a late dossier, an audit and the corrective action about it stand in one record, found from each of them', async () => {
  const { body: audit } = await by.long.post<{ id: string }>('/api/dossiers', { commandId: newCommandId(), procedureId: 'P14-danh-gia-noi-bo', channel: 'desk', applicant: { kind: 'organisation', name: 'Ban chỉ đạo ISO' }, parts: [], data: { phamViDanhGia: 'Cấp chứng chỉ', donViDuocDanhGia: 'Phòng Kinh tế' } });
  const opened = (await post(by.yen, '', { source: 'audit', procedureId: P, title: 'Không lưu phiếu kiểm soát', dossierId: audit.id })).body;
  expect(opened).toMatchObject({ kind: 'nonconformity', dossiers: [{ dossierId: audit.id, relation: 'audit' }] });
  const late = await post(by.yen, `/${opened.id}/dossiers`, { dossierNo: `${P}-1-3`, relation: 'evidence' });
  expect(late.body.dossiers).toHaveLength(2);
  expect((await post(by.yen, `/${opened.id}/dossiers`, { dossierNo: `${P}-1-3`, relation: 'evidence' })).body.dossiers).toHaveLength(2);
  expect((await post(by.yen, `/${opened.id}/dossiers`, { dossierNo: 'none', relation: 'evidence' })).status).toBe(404);
  const found = async (query: string): Promise<string[]> => (await by.quang.get<Page<ImprovementRow>>(`/api/improvements?${query}`)).body.items.map((each) => each.id);
  expect(await found(`dossier=${audit.id}`)).toEqual([opened.id]);
  expect(await found('source=audit')).toEqual([opened.id]);
  expect(await found('state=kept')).toEqual([id]);
  expect(await found(`procedure=${P}&pageSize=1`)).toHaveLength(1);
  expect((await post(by.yen, '', { source: 'lateDossier', dossierId: `${P}-1-3` })).body).toMatchObject({ procedureId: P, title: `${P}-1-3`, goal: 'lateShare' });
});

test('a dossier of an audit speaks of procedures and documents, and they name it; one of another procedure of nothing; another agency sees none of it', async () => {
  const audit = (await bench.store.dossiers.findOne({ procedureId: 'P14-danh-gia-noi-bo' }).lean())!;
  const [policy] = await bench.store.qualityDocuments.find({ code: 'CSCL' }).lean();
  const at = `/api/dossiers/${audit._id}/quality`;
  const add = (clerk: Clerk, body: object): Promise<Reply<DossierQualityView & Problem>> => clerk.post(at, body);
  expect((await by.quang.get<DossierQualityView>(at)).body).toEqual({ relation: 'audit', kinds: ['procedure', 'document'], links: [] });
  for (const _twice of [1, 2]) expect((await add(by.yen, { kind: 'procedure', ref: P })).status).toBe(200);
  const { body } = await add(by.yen, { kind: 'document', ref: policy!._id });
  expect(body.links).toMatchObject([{ kind: 'procedure', ref: P, version: expect.any(Number), relation: 'audit', dossierNo: audit.dossierNo }, { kind: 'document', ref: policy!._id, title: 'CSCL Chính sách chất lượng', version: 1 }]);
  expect((await add(by.yen, { kind: 'reviewPack', from: '2026-01-01', to: '2026-06-30' })).body).toMatchObject({ fields: [{ field: 'kind' }] });
  expect([(await add(by.yen, { kind: 'procedure', ref: 'none' })).body.code, (await add(by.yen, { kind: 'document', ref: 'none' })).body.code, (await add(by.lan, { kind: 'procedure', ref: P })).status]).toEqual(['unknown-procedure', 'unknown-document', 403]);
  const about = async (clerk: Clerk, query: string): Promise<string[]> => (await clerk.get<QualityLinkRow[]>(`/api/quality-links?${query}`)).body.map(({ dossierId }) => dossierId);
  expect([await about(by.quang, `kind=procedure&ref=${P}`), await about(by.quang, `kind=document&ref=${policy!._id}`), await about(by.quang, 'kind=procedure&ref=none')]).toEqual([[audit._id], [audit._id], []]);
  const other = (await bench.store.dossiers.findOne({ procedureId: P }).lean())!;
  expect((await by.quang.get<DossierQualityView>(`/api/dossiers/${other._id}/quality`)).body).toEqual({ kinds: [], links: [] });
  expect((await by.quang.post<Problem>(`/api/dossiers/${other._id}/quality`, { kind: 'procedure', ref: P })).status).toBe(400);
  expect([(await by.minh.get(at)).status, await about(by.minh, `kind=procedure&ref=${P}`)]).toEqual([404, []]);
});

test('the management review: the audit with its record, what is late, and nothing of another agency', async () => {
  const { parts: { context, figures } } = bench;
  await figures.settle();
  const published = new PublishedMap(context);
  const queries = new ManagementReviewQueries(context, { overview: new OverviewQueries(context), ratings: new Ratings(context), library: new LibraryFindings(published, () => context.now()) });
  const review = (person: string): Promise<ManagementReview> => queries.review(context.directory.known(person)!, { from: '2026-11-01', to: '2026-11-30' }, 'vi');
  const own = await review('yen');
  expect(own.handled.total).toMatchObject({ received: 1, decided: 0 });
  expect(own.audits).toMatchObject([{ state: 'inProgress', records: ['CT-2026-0003'], about: [expect.stringContaining('B6'), 'CSCL Chính sách chất lượng'] }]);
  expect(own.records.map(({ no, isOver, isLate }) => [no, isOver, isLate])).toEqual(expect.arrayContaining([['CT-2026-0001', true, false], ['CT-2026-0003', false, false]]));
  expect(own.findings.map(({ check }) => check)).toContain('T5');
  const set = own.objectives.map(({ code, year, measure }) => [code, year, measure]);
  expect(set).toEqual(expect.arrayContaining([['MTCL', 2026, 'onTimeShare']]));
  expect(own.index).toMatchObject({ from: '2026-11-01', to: '2026-11-30', groups: expect.arrayContaining([expect.objectContaining({ id: 'progress' })]) });
  expect(own.indexBefore).toMatchObject({ from: '2026-10-02', to: '2026-10-31' });
  for (const language of ['vi', 'en'] as const) {
    const said = JSON.stringify(reviewDocument(own, 'A', language).blocks);
    for (const { text } of own.objectives) expect(said).toContain(JSON.stringify(text).slice(1, -1));
    for (const group of Object.values(INDEX_WORDS[language].groups)) expect([group, said.includes(group)]).toEqual([group, own.index.score !== undefined]);
  }
  expect(own.versions).toContainEqual({ code: 'B6', name: expect.any(String), version: 2, inForceFrom: '2026-11-16', note: 'Hỏi ba đơn vị cùng lúc' });
  const other = await review('minh');
  expect([other.records, other.audits, other.handled.total.received]).toEqual([[], [], 0]);
  const pdf = async (query: string): Promise<[number, string | null]> => {
    const { status, headers } = await fetch(`${bench.url}/api/reports/management-review.pdf?${query}`, { headers: by.quang.headers() });
    return [status, headers.get('content-type')];
  };
  expect(await pdf('from=2026-11-01&to=2026-11-30&lang=en')).toEqual([200, 'application/pdf']);
  expect((await pdf('from=2026-12-01&to=2026-11-30'))[0]).toBe(400);
  expect((await pdf('from=2020-01-01&to=2026-11-30'))[0]).toBe(400);
}, 60_000);

test('another agency: no record in a list, unknown by its address; every act is sealed', async () => {
  expect((await by.minh.get<Page<ImprovementRow>>('/api/improvements')).body.total).toBe(0);
  expect((await by.minh.get(`/api/improvements/${id}`)).status).toBe(404);
  expect((await post(by.minh, `/${id}/decide`, { decision: 'close', reason: 'x' })).status).toBe(404);
  await new TrailSweep({ store: bench.store, sealer: bench.parts.trail, mainAgency: () => 'ubnd-binh-an', now: () => new Date(bench.clock.now()) }).run();
  expect(await bench.store.improvementSteps.countDocuments({ improvementId: id })).toBe(7);
  const whole = (): Promise<{ problems: unknown[] }> => verifyTrail(bench.store, [], new Date(bench.clock.now() + 24 * HOUR));
  const before = (await whole()).problems.length;
  await bench.store.improvementSteps.updateOne({ improvementId: id, act: 'measured' }, { $set: { note: 'worse' } });
  expect((await whole()).problems.length).toBe(before + 1);
});
