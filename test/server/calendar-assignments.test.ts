/** A new calendar, and an agency or a department that works by it from a day on; what has begun keeps the old one. */
import type { CalendarFile } from '../../engine/calendar/types.js';
import { rebuildDossier } from '../../models/rebuild.js';
import type { CalendarAssignmentRow, CalendarAssignments, CalendarPreview, CalendarRow, CalendarView, DossierRow, DossierView, Problem } from '../../server/contract.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const BUSINESS = 'P07-dang-ky-ho-kinh-doanh';
let bench: AppBench;
let an: Clerk, quang: Clerk, lan: Clerk;
beforeAll(async () => {
  bench = await appBench();
  [an, quang, lan] = await Promise.all(['an', 'quang', 'lan'].map((id) => Clerk.signIn(bench.url, id))) as [Clerk, Clerk, Clerk];
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const day = ['08:00-12:00', '13:30-17:30'];
const SHORT: CalendarFile = { name: 'Giờ sáng', zone: 'Asia/Ho_Chi_Minh', periods: [{ from: '2026-01-01', week: { mon: ['08:00-12:00'], tue: ['08:00-12:00'], wed: ['08:00-12:00'], thu: ['08:00-12:00'], fri: ['08:00-12:00'], sat: ['08:00-12:00'] } }] };
const create = (more: object = {}) => an.post<CalendarRow & Problem>('/api/calendars', { id: 'gio-sang', file: SHORT, base: 'vn-office', reason: 'Quyết định', ...more });
const assign = (more: object = {}, who = an) => who.post<CalendarAssignmentRow & Problem>('/api/calendars/assignments', { agency: 'ubnd-binh-an', calendar: 'gio-sang', from: '2026-11-18', reason: 'Quyết định', ...more });
const receive = async (): Promise<DossierRow> => (await lan.post<DossierRow>('/api/dossiers', {
  commandId: newCommandId(), procedureId: BUSINESS, channel: 'desk', applicant: { kind: 'person', name: 'Lê Văn Giang' }, parts: [], data: { tenHoKinhDoanh: 'Tạp hóa An' },
})).body;
const view = async (id: string): Promise<DossierView> => (await lan.get<DossierView>(`/api/dossiers/${id}`)).body;
const until = (iso: string) => bench.clock.advance(Date.parse(iso) - bench.clock.now(), () => bench.host.settle());
const row = async (id: string): Promise<CalendarRow> => (await quang.get<CalendarRow[]>('/api/calendars')).body.find((each) => each.id === id)!;

describe('refused, with the field', () => {
  const named = (field: string, message = '') => ({ fields: expect.arrayContaining([{ field, message: expect.stringContaining(message) }]) });
  test.each([
    ['no such base', { base: 'nowhere' }, 422, named('base')], ['a base over a base', { base: 'vn-dat-dai' }, 422, named('base', 'vn-office')],
    ['no name', { file: { ...SHORT, name: ' ' } }, 422, named('file.name')], ['no code', { id: 'Giờ' }, 400, named('id')],
    ['hours that are none', { file: { ...SHORT, periods: [{ from: '2026-01-01', week: { mon: ['12:00-08:00'] } }] } }, 422, named('periods[0].week.mon[0]')],
    ['no periods', { file: { ...SHORT, periods: [] } }, 422, named('periods')], ['no reason', { reason: '' }, 400, named('reason')],
  ])('a calendar with %s', async (_, more, status, body) => { expect(await create(more)).toMatchObject({ status, body }); });

  test.each([
    ['no such agency', { agency: 'x' }, 422, 'agency'], ['no such department', { agency: undefined, department: 'x' }, 422, 'department'], ['both', { department: 'vanThu' }, 422, 'agency'],
    ['no such calendar', { calendar: 'x' }, 422, 'calendar'], ['a day that is over', { from: '2026-11-15' }, 422, 'from'], ['no day', { from: '2026-11-31' }, 400, 'from'],
  ])('an assignment: %s', async (_, more, status, field) => { expect(await assign({ calendar: 'vn-dat-dai', ...more })).toMatchObject({ status, body: named(field) }); });

  test('one that begins later than it is wanted, one there already, and whoever is no administrator', async () => {
    expect((await create({ id: 'sang-2027', file: { ...SHORT, periods: [{ from: '2027-01-01', week: { mon: day } }] } })).status).toBe(201);
    expect(await assign({ calendar: 'sang-2027' })).toMatchObject({ status: 422, body: named('from', 'sang-2027') });
    expect(await create({ id: 'vn-office' })).toMatchObject({ status: 409, body: { code: 'calendar-exists' } });
    expect((await quang.post('/api/calendars', { id: 'q', file: SHORT, reason: 'x' })).status).toBe(403);
    expect((await assign({}, quang)).status).toBe(403);
    expect((await lan.get('/api/calendars/assignments')).status).toBe(403);
  });
});

test('of two that make the same one, one is told', async () => {
  expect((await Promise.all([create(), create()])).map((each) => each.status).sort()).toEqual([201, 409]);
  const made = (await quang.get<CalendarView>('/api/calendars/gio-sang')).body;
  expect(made).toMatchObject({ version: 1, file: { name: 'Giờ sáng', base: 'vn-office' }, baseFile: { name: 'Giờ hành chính Việt Nam' }, versions: [{ version: 1, savedByName: 'Tạ Văn An' }] });
  expect(await row('gio-sang')).toMatchObject({ agencies: [], departments: [] });
});

test('an agency works by it from its day on; dossiers and steps that are open keep theirs, also when rebuilt', async () => {
  const older = await receive();
  // Monday 16/11 08:30 and three working days of eight hours; the new week has six days of four.
  expect(older.dueAt).toBe('2026-11-19T10:00:00.000Z');
  expect(await assign()).toMatchObject({ status: 201, body: { who: 'Ủy ban nhân dân phường Bình An', calendar: 'Giờ sáng', from: '2026-11-17T17:00:00.000Z', byName: 'Tạ Văn An' } });
  expect((await row('gio-sang')).agencies).toEqual([]);
  const before = await view(older.id);
  expect((await receive()).dueAt).toBe('2026-11-19T10:00:00.000Z');
  await until('2026-11-18T01:30:00Z');
  expect((await row('gio-sang')).agencies).toEqual(['Ủy ban nhân dân phường Bình An']);
  const newer = await receive();
  // Wednesday 18/11: Thursday, Friday, Saturday, until noon.
  expect(newer.dueAt).toBe('2026-11-21T05:00:00.000Z');
  const after = await view(newer.id);
  expect(after.due!.ledger.at(-1)).toMatchObject({ to: '2026-11-21T05:00:00.000Z' });
  await rebuildDossier(bench.store, bench.parts.context.plans, bench.parts.projector, older.id);
  const rebuilt = await view(older.id);
  expect(rebuilt).toMatchObject({ dueAt: before.dueAt });
  expect(rebuilt.work.map((each) => each.stepDueAt)).toEqual(before.work.map((each) => each.stepDueAt));
  expect(after.work[0]!.stepDueAt).not.toBe(new Date(Date.parse(before.work[0]!.stepDueAt!) + 2 * 86_400_000).toISOString());
});

test('a correction of the new calendar moves what was received by it, and nothing else', async () => {
  const { file } = (await quang.get<CalendarView>('/api/calendars/gio-sang')).body;
  const { items } = (await quang.post<CalendarPreview>('/api/calendars/gio-sang/preview', { file: { ...file, closed: { '2026-11-20': 'Nghỉ' } } })).body;
  expect(items.map((each) => [each.from, each.to])).toEqual([['2026-11-21T05:00:00.000Z', '2026-11-23T05:00:00.000Z']]);
});

test('a department goes before its agency; taken back, that of the agency counts again; all of it is on record', async () => {
  const from = '2026-11-18';
  const desk = (await bench.store.departments.findOne({ agencyId: 'ubnd-binh-an', oneStop: true }).lean())!._id;
  const counts = () => bench.parts.context.calendars.of({ departmentId: desk, agencyId: 'ubnd-binh-an' }).id;
  expect((await assign({ agency: undefined, department: desk, calendar: 'vn-dat-dai', from })).status).toBe(201);
  expect(counts()).toBe('vn-dat-dai');
  await bench.clock.advance(60_000, () => bench.host.settle());
  expect((await assign({ agency: undefined, department: desk, calendar: null, from })).status).toBe(201);
  expect(counts()).toBe('gio-sang');
  const both = await Promise.all([assign({ from }), assign({ calendar: 'vn-office', from })]);
  expect(both.map((each) => each.status)).toEqual([201, 201]);
  const { total, items, departments, agencies } = (await quang.get<CalendarAssignments>('/api/calendars/assignments?pageSize=2')).body;
  expect([total, items.length]).toEqual([5, 2]);
  expect([agencies.length, departments.length].every((n) => n > 3)).toBe(true);
});
