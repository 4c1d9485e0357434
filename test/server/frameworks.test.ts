/** Model frameworks: the list by answers, adopting, deviating, a new version merged, what rules on a day, the publisher's view. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBpmn } from '../../engine/bpmn/read.js';
import { ADOPTING_AGENCY } from '../../engine/framework/localise.js';
import type { FrameworkDeviations, FrameworkListed, FrameworkMerge, FrameworkPractice, FrameworkRow, FrameworkRulings, FrameworkView, Page, Problem } from '../../server/contract.js';
import { Clerk } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const [LAND, LOCAL] = ['khung-dat-dai', 'khung-dia-phuong'];
const P03 = `/api/frameworks/${LAND}/procedures/P03`;
let bench: AppBench, uyen: Clerk, hung: Clerk, chi: Clerk;
beforeAll(async () => {
  bench = await appBench({ frameworks: true });
  [uyen, hung, chi] = await Promise.all(['uyen', 'hung', 'chi'].map((id) => Clerk.signIn(bench.url, id))) as [Clerk, Clerk, Clerk];
}, 120_000);
afterAll(() => bench?.close(), 30_000);

const merge = async (resolutions: object): Promise<FrameworkMerge> => (await uyen.post<FrameworkMerge>(`${P03}/merge/preview`, { resolutions })).body;
const value = (xml: string, pattern: RegExp): string | undefined => pattern.exec(xml)?.[1];

test('the library holds two frameworks, and a public service unit follows parts of both', async () => {
  const { items, total } = (await uyen.get<Page<FrameworkRow>>('/api/frameworks')).body;
  expect(total).toBe(2);
  expect(items.map(({ id, samples, version, adopted, isNew, fits, isOwn }) => ({ id, samples, version, adopted, isNew, fits, isOwn }))).toEqual([
    { id: LAND, samples: 3, version: 2, adopted: 1, isNew: true, fits: true, isOwn: false }, { id: LOCAL, samples: 14, version: 1, adopted: 1, isNew: false, fits: true, isOwn: false },
  ]);
  const { procedures } = (await uyen.get<FrameworkView>(`/api/frameworks/${LOCAL}`)).body;
  expect(procedures.filter(({ adopted }) => adopted).map(({ code, adopted }) => [code, adopted!.deviations])).toEqual([['P13', 0], ['P14', 0], ['P15', 0], ['P16', 0]]);
});

test('answers give the list of procedures with the reason for each', async () => {
  const ask = async (answers: object) => (await chi.post<FrameworkListed[]>(`/api/frameworks/${LOCAL}/list`, { answers })).body;
  const listed = await ask({ cap: 'commune', motCua: true, linhVuc: ['hoTich'], noiBo: ['nhanSu'] });
  expect(listed.filter((each) => each.listed).map(({ code }) => code)).toEqual(['P01', 'P02', 'P11', 'P13', 'P14', 'P15', 'P16', 'P17']);
  expect(listed.find(({ code }) => code === 'P06')).toMatchObject({ listed: false, reason: { en: 'Not a commune that takes in procedures of construction' } });
  expect((await ask({ cap: 'commune' })).find(({ code }) => code === 'P01')).toMatchObject({ open: ['motCua', 'linhVuc'] });
});

test('an agency adopts a part: what it has already is followed as it is, the rest becomes drafts with its own departments', async () => {
  const wish = { answers: { dangKy: true, dichVu: ['capDoi'] }, shares: false };
  const refused = await chi.post<Problem>(`/api/frameworks/${LAND}/adoption`, { ...wish, answers: { dangKy: 'có' }, codes: ['P03'] });
  expect([refused.status, refused.body.fields?.[0]?.field]).toEqual([400, 'answers.dangKy']);
  expect((await chi.post<Problem>(`/api/frameworks/${LAND}/adoption`, { ...wish, codes: ['P99'] })).status).toBe(400);
  expect((await chi.post(`/api/frameworks/${LOCAL}/adoption`, { answers: { cap: 'commune', motCua: true, linhVuc: ['hoTich'], noiBo: [] }, codes: ['P11', 'P19'], shares: true })).status).toBe(200);
  const { procedures } = (await chi.get<FrameworkView>(`/api/frameworks/${LOCAL}`)).body;
  const [p11, p19] = ['P11', 'P19'].map((code) => procedures.find((each) => each.code === code)!.adopted!);
  expect([p11!.procedureId, p19!.procedureId]).toEqual(['P11-ban-sao-so-goc', 'P19-ubnd-binh-an']);
  expect(p11!.deviations).toBe(0);
  const draft = (await bench.store.procedures.findById('P19-ubnd-binh-an').lean())!;
  const facts = (await readBpmn(draft.draft!.xml)).processes[0]!;
  expect(facts.procedure!.frameworks).toMatchObject([{ id: LOCAL, version: '1', defines: false }]);
  expect(facts.lanes.map(({ department }) => department?.agency)).not.toContain(ADOPTING_AGENCY);
});

test('a deviation stands value by value with its reason; another value needs another reason', async () => {
  const { deviations, procedureId } = (await uyen.get<FrameworkDeviations>(`${P03}/deviations`)).body;
  expect(deviations).toMatchObject([{ attribute: 'limit', before: '3', after: '2.5', place: { element: 'thamDinh', kind: 'step' }, byName: 'Phạm Tú Uyên', isOld: false }]);
  const nothing = await uyen.post<Problem>(`${P03}/deviations`, { ids: ['khác @'], reason: 'x' });
  expect([nothing.status, nothing.body.fields?.[0]?.field]).toEqual([400, 'ids']);
  expect(procedureId).toBe('P03-ttdk-hoa-binh');
});

test('a new version is merged: conflicts are decided one by one, and only then it becomes the draft', async () => {
  const first = await merge({});
  expect(first).toMatchObject({ from: 1, to: 2 });
  expect(first.taken).toEqual(expect.arrayContaining([expect.objectContaining({ attribute: 'value', before: '5', after: '4' }), expect.objectContaining({ attribute: 'name', after: 'Trả Giấy chứng nhận, cập nhật sổ địa chính' })]));
  expect(first.conflicts).toMatchObject([{ kind: 'value', attribute: 'limit', base: '3', ours: '2.5', theirs: '2', decided: false, place: { element: 'thamDinh', name: 'Thẩm định hồ sơ, lập Giấy chứng nhận mới' } }]);
  expect(value(first.xml, /kind="appraise" limit="([\d.]+)"/)).toBe('2.5');
  const undecided = await uyen.post<Problem>(`${P03}/merge`, { resolutions: {}, etag: first.etag });
  expect([undecided.status, undecided.body.code]).toEqual([409, 'undecided']);
  const resolutions = { [first.conflicts[0]!.id]: 'theirs' };
  const second = await merge(resolutions);
  expect(value(second.xml, /kind="appraise" limit="([\d.]+)"/)).toBe('2');
  expect((await uyen.post<Problem>(`${P03}/merge`, { resolutions, etag: '"x"' })).body.code).toBe('stale-draft');
  const done = await uyen.post<FrameworkDeviations>(`${P03}/merge`, { resolutions, etag: second.etag });
  expect([done.status, done.body.version, done.body.deviations]).toEqual([200, 2, []]);
  expect((await uyen.get<Page<FrameworkRow>>('/api/frameworks')).body.items[0]).toMatchObject({ id: LAND, isNew: true });
  const p04 = (await uyen.post<FrameworkMerge>(`/api/frameworks/${LAND}/procedures/P04/merge/preview`, { resolutions: {} })).body;
  expect([p04.conflicts, p04.taken]).toEqual([[], []]);
  expect((await uyen.post(`/api/frameworks/${LAND}/procedures/P04/merge`, { resolutions: {}, etag: p04.etag })).status).toBe(200);
  expect((await uyen.get<Page<FrameworkRow>>('/api/frameworks')).body.items[0]).toMatchObject({ id: LAND, isNew: false });
});

test('what rules on a day', async () => {
  const on = async (day: string) => (await uyen.get<FrameworkRulings>(`/api/frameworks/rulings?code=P03&on=${day}`)).body.rulings.find(({ attribute }) => attribute === 'limit');
  expect(await on('2026-08-01')).toMatchObject({ value: '5 workingDays', version: '1', framework: LAND });
  expect(await on('2026-10-01')).toMatchObject({ value: '4 workingDays', version: '2', rule: 'alone' });
  expect(await on('2020-01-01')).toBeUndefined();
});

test('its publisher alone sees who follows it and where they deviate, publishes and withdraws versions', async () => {
  expect((await uyen.get<Problem>(`/api/frameworks/${LAND}/practice`)).status).toBe(403);
  const { adopters } = (await hung.get<FrameworkPractice>(`/api/frameworks/${LAND}/practice`)).body;
  expect(adopters).toMatchObject([{ agencyName: 'Trung tâm Đăng ký đất đai Hòa Bình', shares: true, procedures: [{ code: 'P03', version: 2, deviations: [] }, { code: 'P04' }] }]);
  const drawing = readFileSync(join(__dirname, '../../procedures/P05-cap-lai-gcn-bi-mat.bpmn'), 'utf8');
  expect((await uyen.post<Problem>(`/api/frameworks/${LAND}/versions`, { from: '2027-01-01' })).status).toBe(403);
  expect((await hung.post<Problem>(`/api/frameworks/${LAND}/versions`, { from: '2026-01-01' })).body.fields?.[0]?.field).toBe('from');
  expect((await hung.post<Problem>(`/api/frameworks/${LAND}/versions`, { from: '2027-01-01', drawings: ['<a/>'] })).status).toBe(400);
  const next = await hung.post<FrameworkView>(`/api/frameworks/${LAND}/versions`, { from: '2027-01-01', drawings: [drawing] });
  expect([next.status, next.body.version]).toEqual([201, 3]);
  expect((await hung.post(`/api/frameworks/${LAND}/versions/3/withdrawal`, { reason: 'Ban hành nhầm' })).status).toBe(204);
  expect((await uyen.post<Problem>(`/api/frameworks/${LAND}/adoption`, { answers: {}, codes: ['P05'], shares: false })).body.code).toBe('framework-withdrawn');
});

test('an agency publishes a framework of its own procedures; what is wrong with the guideline is told field by field, and nothing is kept of it', async () => {
  const both = (text: string) => ({ vi: text, en: text });
  const begun = (when: string, procedures = ['P11-ban-sao-so-goc']) => ({
    id: 'khung-cua-phuong', title: both('Khung của phường'), scope: { kinds: [], levels: ['commune'] }, from: '2026-12-01', procedures, documents: [{ id: 'chinh-sach', name: 'Chính sách', text: 'Phục vụ người dân' }],
    guideline: { questions: [{ id: 'motCua', kind: 'yesNo', text: both('Có bộ phận một cửa?') }], entries: [{ code: 'P11', when, because: both('Có một cửa'), otherwise: both('Không có một cửa') }] },
  });
  const fieldOf = async (wish: object): Promise<(string | number | undefined)[]> => { const { status, body } = await chi.post<Problem>('/api/frameworks', wish); return [status, body.fields?.[0]?.field]; };
  expect(await fieldOf(begun('haiCua'))).toEqual([400, 'guideline.entries.0.when']);
  expect(await fieldOf(begun('motCua', ['P99']))).toEqual([400, 'procedures']);
  expect(await fieldOf({ ...begun('motCua'), id: 'Khung Của Phường' })).toEqual([400, 'id']);
  expect((await chi.get<Problem>('/api/frameworks/khung-cua-phuong')).status).toBe(404);
  const { status, body } = await chi.post<FrameworkView>('/api/frameworks', begun('motCua'));
  expect([status, body.version, body.isOwn, body.procedures.map(({ code }) => code), body.entries?.[0]?.when]).toEqual([201, 1, true, ['P11'], 'motCua']);
  expect((await chi.post<Problem>('/api/frameworks', begun('motCua'))).body.code).toBe('framework-exists');
  expect((await uyen.get<FrameworkView>('/api/frameworks/khung-cua-phuong')).body.entries).toBeUndefined();

  const { guideline } = begun('not(motCua)');
  const amended = await chi.post<FrameworkView>('/api/frameworks/khung-cua-phuong/versions', { from: '2027-01-01', guideline, documents: [] });
  expect([amended.body.version, amended.body.entries?.[0]?.when, amended.body.documents, amended.body.procedures.length]).toEqual([2, 'not(motCua)', [], 1]);
  expect((await uyen.post<FrameworkListed[]>('/api/frameworks/khung-cua-phuong/list', { answers: { motCua: false } })).body).toMatchObject([{ code: 'P11', listed: true }]);
});
