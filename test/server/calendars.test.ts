/** Correcting a calendar over HTTP: what would move is seen first, then it moves, with its reason in every dossier's history. */
import type { CalendarFile } from '../../engine/calendar/types.js';
import type { CalendarPreview, CalendarProgress, CalendarRow, CalendarVersionRow, CalendarView, DossierRow, DossierView, Problem, SettingView } from '../../server/contract.js';
import { INDICATOR_IDS } from '../../engine/service-index/indicators.js';
import { CalendarActions } from '../../server/calendar-actions.js';
import { HostUnavailable } from '../../workflows/host.js';
import pino from 'pino';
import { Clerk, newCommandId } from '../support/clerk.js';
import { boundary, bpmn, end, start, timer, user } from '../support/bpmn.js';
import { eventually } from '../workflows/support.js';
import { appBench, type AppBench } from './bench.js';

let bench: AppBench;
let an: Clerk, quang: Clerk, lan: Clerk, chi: Clerk;
beforeAll(async () => {
  bench = await appBench();
  [an, quang, lan, chi] = await Promise.all(['an', 'quang', 'lan', 'chi'].map((id) => Clerk.signIn(bench.url, id))) as [Clerk, Clerk, Clerk, Clerk];
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const receive = async (procedureId: string, data = {}): Promise<DossierRow> => (await lan.post<DossierRow>('/api/dossiers', {
  commandId: newCommandId(), procedureId, channel: 'desk', applicant: { kind: 'person', name: 'Lê Văn Giang' }, parts: [], data,
})).body;
const view = async (id: string): Promise<DossierView> => (await lan.get<DossierView>(`/api/dossiers/${id}`)).body;
const office = async (): Promise<CalendarView> => (await an.get<CalendarView>('/api/calendars/vn-office')).body;
const closing = (file: CalendarFile, date: string, name: string): CalendarFile => ({ ...file, closed: { ...file.closed, [date]: name } });
const finished = (version: number) => eventually(async () => {
  const { body } = await an.get<CalendarProgress>(`/api/calendars/vn-office/versions/${version}`);
  return body.appliedAt !== undefined && body.told === body.all ? body : undefined;
});
/** Reminds after a time of work; `t` is the timer's element. */
const REMINDING = bpmn({
  id: 'P99', nodes: start() + user('xuLy') + boundary('nhac', 'xuLy', timer('20 workingHours'), false) + user('nhacViec') + end('xong') + end('daNhac'), flows: ['s>xuLy>xong', 'nhac>nhacViec>daNhac'],
});

test('calendars are listed with who works by them; files go out whole and come in checked', async () => {
  const { body } = await quang.get<CalendarRow[]>('/api/calendars');
  expect(body.map(({ id, base, agencies }) => [id, base, agencies.length])).toEqual(expect.arrayContaining([['vn-dat-dai', 'vn-office', 1], ['vn-office', undefined, 0]]));
  const whole = (await quang.get<CalendarFile>('/api/calendars/vn-dat-dai/file')).body;
  expect(whole.closed?.['2026-11-24']).toBe('Ngày Văn hóa Việt Nam');
  expect(whole.base).toBeUndefined();
  const wrong = await an.post<Problem>('/api/calendars/vn-office/preview', { file: { ...(await office()).file, closed: { '2026-02-30': 'x' } } });
  expect(wrong).toMatchObject({ status: 422, body: { code: 'bad-calendar', fields: [{ field: 'closed["2026-02-30"]' }] } });
});

test('clerks see nothing of it, managers look, administrators change', async () => {
  const { file, version } = await office();
  const asked = { file, reason: 'thử', base: version };
  expect((await lan.get('/api/calendars')).status).toBe(403);
  expect((await quang.post('/api/calendars/vn-office/versions', asked)).status).toBe(403);
  expect(await an.get('/api/calendars/nowhere')).toMatchObject({ status: 404, body: { code: 'unknown-calendar' } });
  expect(await an.post('/api/calendars/vn-office/versions', { ...asked, base: 7 })).toMatchObject({ status: 412, body: { code: 'stale-calendar' } });
  expect(await an.post('/api/calendars/vn-office/versions', { ...asked, reason: ' ' })).toMatchObject({ status: 400 });
  expect((await office()).version).toBe(version);
});

test('the preview names what would move; the correction moves it: lists, ledger, steps, timers, history', async () => {
  await chi.post('/api/procedures', { id: 'P99', xml: REMINDING });
  expect((await chi.post('/api/procedures/P99/publish', { note: 'thử' })).status).toBe(201);
  const [business, timed] = [await receive('P07-dang-ky-ho-kinh-doanh', { tenHoKinhDoanh: 'Tạp hóa An' }), await receive('P99')];
  const timerOf = async (id: string) => Object.values(bench.host.standing(id).state.catchers)[0]!.waits[0]!.dueAt;
  // Monday 16/11 08:30: three working days end on Thursday, twenty hours on Wednesday at 14:00.
  expect(business.dueAt).toBe('2026-11-19T10:00:00.000Z');
  expect(new Date((await timerOf(timed.id))!).toISOString()).toBe('2026-11-18T07:00:00.000Z');
  const { file, version } = await office();
  const corrected = closing(file, '2026-11-18', 'Nghỉ bão');
  const seen = (await quang.post<CalendarPreview>('/api/calendars/vn-office/preview', { file: corrected })).body;
  expect(seen).toMatchObject({ total: 1, page: 1, items: [{ dossierNo: business.dossierNo, from: '2026-11-19T10:00:00.000Z', to: '2026-11-20T10:00:00.000Z' }] });
  expect((await view(business.id)).dueAt).toBe(business.dueAt);

  const saved = await an.post<CalendarVersionRow>('/api/calendars/vn-office/versions', { file: corrected, reason: 'Công điện về bão', base: version });
  expect(saved).toMatchObject({ status: 201, body: { version: version + 1, savedByName: 'Tạ Văn An' } });
  expect(await finished(version + 1)).toMatchObject({ moved: 1, told: 2, all: 2, moves: { total: 1, items: [{ to: '2026-11-20T10:00:00.000Z' }] } });
  const after = await view(business.id);
  expect(after.due).toMatchObject({ dueAt: '2026-11-20T10:00:00.000Z' });
  expect(after.due!.ledger.map((span) => span.why.vi)).toContain('ngày nghỉ lễ: Nghỉ bão');
  expect(after.timeline.find((entry) => entry.kind === 'calendar')).toMatchObject({
    by: 'an', note: 'Công điện về bão (2)', moved: { from: '2026-11-19T10:00:00.000Z', to: '2026-11-20T10:00:00.000Z' },
  });
  expect(new Date((await timerOf(timed.id))!).toISOString()).toBe('2026-11-19T07:00:00.000Z');
  await bench.clock.advance(3 * 86_400_000 + 6 * 3_600_000, () => bench.host.settle());
  expect((await view(timed.id)).timeline.find((entry) => entry.kind === 'timer')).toMatchObject({ at: '2026-11-19T07:00:00.000Z' });
});

test('a correction that is interrupted is finished later, and told once', async () => {
  const dossier = await receive('P07-dang-ky-ho-kinh-doanh', { tenHoKinhDoanh: 'Tạp hóa An' });
  const { file, version } = await office();
  bench.hosted.current = { ...bench.host, submit: () => Promise.reject(new HostUnavailable('away')) } as never;
  const next = closing(file, '2026-11-20', 'Nghỉ thêm');
  expect((await an.post('/api/calendars/vn-office/versions', { file: next, reason: 'Sửa lần hai', base: version })).status).toBe(201);
  await eventually(async () => ((await an.get<CalendarProgress>(`/api/calendars/vn-office/versions/${version + 1}`)).body.appliedAt ? true : undefined));
  expect((await view(dossier.id)).timeline.some((entry) => entry.kind === 'calendar')).toBe(false);
  bench.hosted.current = bench.host;
  const actions = new CalendarActions({ context: bench.parts.context, projector: bench.parts.projector, host: bench.host, log: pino({ level: 'silent' }) });
  await Promise.all([actions.resume(), actions.resume()]);
  await finished(version + 1);
  expect((await view(dossier.id)).timeline.filter((entry) => entry.kind === 'calendar')).toHaveLength(1);
  expect(await actions.corrections.unfinished()).toEqual([]);
});

test('of two administrators at once one is told that somebody was faster', async () => {
  const { file, version } = await office();
  const answers = await Promise.all(['một', 'hai'].map((reason) => an.post('/api/calendars/vn-office/versions', { file: closing(file, '2026-12-15', reason), reason, base: version })));
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 412]);
  await finished(version + 1);
  expect((await office()).version).toBe(version + 1);
});

test('settings have a default with its basis; an agency may have its own, and it counts at once', async () => {
  const { body } = await quang.get<SettingView[]>('/api/settings');
  expect(body.map((setting) => setting.key)).toEqual(['clock.afterStop', 'clock.outsideHours', 'due.soon', 'due.early', 'migration.undoWithin', 'message.keptFor', 'follow.phoneDigits', 'follow.triesPerCode', 'follow.triesPerAddress', 'follow.waitMinutes', 'signIn.triesPerAccount', 'signIn.triesPerAddress', 'signIn.waitMinutes', 'requests.perPerson', 'requests.perProgram', 'rating.openFor', 'retention.months', 'version.approval', 'version.ownApproval', 'version.directIssue', 'quality.onTimeGoal', 'quality.satisfiedGoal', 'notice.email', 'notice.text', 'notice.language', ...INDICATOR_IDS.map((id) => `index.${id}`)]);
  expect(body.every((setting) => setting.basis.length > 10)).toBe(true);
  // The demonstration issues its own drawings without a round of review.
  expect(body.flatMap(({ key, changed }) => (changed.length > 0 ? [key] : []))).toEqual(['version.directIssue']);
  const change = (key: string, more: object) => an.send<SettingView[] & Problem>('PUT', `/api/settings/${key}`, { scope: 'agency:ubnd-binh-an', reason: 'Quyết định của Chủ tịch', ...more });
  expect((await quang.send('PUT', '/api/settings/due.soon', { scope: 'all', value: { value: 2, unit: 'days' }, reason: 'x' })).status).toBe(403);
  expect(await change('due.soon', { value: { value: -1, unit: 'days' } })).toMatchObject({ status: 422, body: { code: 'bad-data' } });
  expect(await change('due.soon', { scope: 'procedure:P07', value: { value: 1, unit: 'days' } })).toMatchObject({ status: 422 });
  expect((await receive('P07-dang-ky-ho-kinh-doanh', { tenHoKinhDoanh: 'Tạp hóa An' })).dueState).toBe('onTime');
  expect((await change('due.soon', { value: { value: 10, unit: 'workingDays' } })).body.find((each) => each.key === 'due.soon')!.changed).toMatchObject([{ scope: 'agency:ubnd-binh-an', changedByName: 'Tạ Văn An' }]);
  const row = await receive('P07-dang-ky-ho-kinh-doanh', { tenHoKinhDoanh: 'Tạp hóa An' });
  expect((await lan.get<DossierView>(`/api/dossiers/${row.id}`)).body.dueState).toBe('dueSoon');
  await change('due.soon', { value: null });
  expect((await view(row.id)).dueState).toBe('onTime');
});

test('a dossier keeps the rule of its clock from reception on: the limit begins anew after a supplement', async () => {
  const [before] = [await receive('P07-dang-ky-ho-kinh-doanh', { tenHoKinhDoanh: 'Tạp hóa An' })];
  await an.send('PUT', '/api/settings/clock.afterStop', { scope: 'procedure:P07-dang-ky-ho-kinh-doanh', value: 'restarts', reason: 'Quyết định' });
  const after = await receive('P07-dang-ky-ho-kinh-doanh', { tenHoKinhDoanh: 'Tạp hóa An' });
  await bench.clock.advance(5 * 86_400_000, () => bench.host.settle());
  const act = async (id: string, element: string, outcome?: string) => {
    const work = (await view(id)).work.find((each) => each.element === element)!;
    return lan.post(`/api/work/${work.id}/complete`, { commandId: newCommandId(), ...(outcome ? { outcome } : {}), note: 'thiếu giấy tờ' });
  };
  for (const { id } of [before, after]) await act(id, 'tiepNhan', 'f_hoSoDayDu__boSung');
  await bench.clock.advance(24 * 3_600_000, () => bench.host.settle());
  for (const { id } of [before, after]) await act(id, 'boSung');
  const [one, two] = [(await view(before.id)).due!, (await view(after.id)).due!];
  expect(Date.parse(two.dueAt)).toBeGreaterThan(Date.parse(one.dueAt));
  expect(one.ledger.some((span) => span.why.code === 'beganAnew')).toBe(false);
  expect(two.ledger.some((span) => span.why.code === 'beganAnew')).toBe(true);
  expect(two.ledger.find((span) => span.why.code === 'pause')?.why.vi).toMatch(/Nguyễn Thị Lan/);
  expect(two.ledger.reduce((sum, span) => sum + span.countedMinutes, 0)).toBe(3 * 480);
});
