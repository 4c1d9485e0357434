/** A package beside what an installation has already under the same ids: new calendars and forms come along, nothing that is there is changed. */
import { unzipSync } from 'fflate';
import type { CalendarFile } from '../../engine/calendar/types.js';
import { packCalendars, checkCalendars, compareCalendars } from '../../server/packages/calendars.js';
import type { BlankFormsView, CalendarView, FrameworkView, PackagePreview, PackagedCalendar } from '../../server/contract.js';
import { Clerk } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const [P11, P12] = ['P11-ban-sao-so-goc', 'P12-trich-luc-ho-tich'];
const MORNING: CalendarFile = { name: 'Giờ sáng', zone: 'Asia/Ho_Chi_Minh', periods: [{ from: '2026-01-01', week: { mon: ['08:00-12:00'], tue: ['08:00-12:00'], wed: ['08:00-12:00'] } }] };
const EVENING: CalendarFile = { ...MORNING, name: 'Giờ chiều', periods: [{ from: '2026-01-01', week: { mon: ['13:00-17:00'], sat: ['13:00-17:00'] } }] };
const FORM = Buffer.from('%PDF-1.7\nTờ khai\n%%EOF');
let a: AppBench, b: AppBench, chi: Clerk, there: Clerk, anThere: Clerk, set: Buffer, framework: Buffer;

const file = async (path: string): Promise<Buffer> => Buffer.from(await (await fetch(`${a.url}${path}`, { headers: chi.headers() })).arrayBuffer());
const zip = { 'content-type': 'application/zip' };
const preview = async (bytes: Buffer): Promise<PackagePreview> => (await there.send<PackagePreview>('POST', '/api/packages/preview', bytes, zip)).body;
const take = async (bytes: Buffer): Promise<number> => (await there.send('POST', `/api/packages?fingerprint=${(await preview(bytes)).fingerprint}`, bytes, zip)).status;
const states = ({ calendars }: { calendars: readonly PackagedCalendar[] }) => Object.fromEntries(calendars.map(({ id, state }) => [id, state]));
const putForm = (clerk: Clerk, procedure: string, bytes: Buffer) => clerk.send('PUT', `/api/procedures/${procedure}/forms?name=T%E1%BB%9D%20khai&file=to-khai.pdf`, bytes, { 'content-type': 'application/octet-stream' });
const formsOf = async (procedure: string) => (await there.get<BlankFormsView>(`/api/procedures/${procedure}/forms`)).body.items;
const formOf = async (procedure: string): Promise<Buffer> => Buffer.from(await (await fetch(`${b.url}/thu-tuc/${procedure}/bieu-mau/${(await formsOf(procedure))[0]!.id}`)).arrayBuffer());

/** Everything that a package could touch, by collection and id. */
async function held(): Promise<Map<string, string>> {
  const { procedures, versions, blankForms, calendars, calendarVersions, frameworks, frameworkVersions, adoptions } = b.store;
  const all = await Promise.all([procedures, versions, blankForms, calendars, calendarVersions, frameworks, frameworkVersions, adoptions].map(async ({ collection }) => (await collection.find({}).toArray()).map((doc) => [`${collection.collectionName} ${String(doc._id)}`, JSON.stringify(doc)] as const)));
  return new Map(all.flat());
}

beforeAll(async () => {
  [a, b] = [await appBench(), await appBench()];
  [chi, there, anThere] = [await Clerk.signIn(a.url, 'chi'), await Clerk.signIn(b.url, 'chi'), await Clerk.signIn(b.url, 'an')];
  const an = await Clerk.signIn(a.url, 'an');
  for (const calendar of [{ id: 'gio-sang', file: MORNING, base: 'vn-office' }, { id: 'gio-chieu', file: EVENING }]) expect((await an.post('/api/calendars', { ...calendar, reason: 'Quyết định' })).status).toBe(201);
  for (const [id, calendar] of [[P11, 'gio-sang'], [P12, 'gio-chieu']] as const) {
    const { xml } = (await a.store.versions.findOne({ procedureId: id }).sort({ version: -1 }).lean())!;
    await a.store.versions.collection.updateMany({ procedureId: id }, { $set: { xml: xml.replaceAll('<df:department ', `<df:department calendar="${calendar}" `) } });
  }
  expect((await putForm(chi, P11, FORM)).status).toBeLessThan(300);
  const words = { vi: 'Khung', en: 'Framework' };
  const begun = await chi.post<FrameworkView>('/api/frameworks', { id: 'khung-xa', title: words, scope: { kinds: [], levels: [] }, from: '2026-10-01', procedures: [P11], documents: [], guideline: { questions: [], entries: [{ code: 'P11', when: 'true', because: words, otherwise: words }] } });
  expect([begun.status, begun.body]).toEqual([201, expect.objectContaining({ id: 'khung-xa' })]);
  [set, framework] = [await file(`/api/packages/procedures.zip?ids=${P11},${P12}`), await file('/api/frameworks/khung-xa/package.zip')];
}, 180_000);
afterAll(() => Promise.all([a?.close(), b?.close()]), 30_000);

test('a package holds the calendars that its drawings name with their versions, those whose days off they take, and blank forms', async () => {
  expect(Object.keys(unzipSync(set)).filter((path) => !path.startsWith('parts/drawings/'))).toEqual(['manifest.json', 'signature.bin', 'key.pem', 'parts/calendars/gio-chieu.json', 'parts/calendars/gio-sang.json', 'parts/calendars/vn-office.json', 'parts/forms/P11.1-1.b64']);
  expect(Object.keys(unzipSync(framework)).slice(3)).toEqual(['parts/calendars/gio-sang.json', 'parts/calendars/vn-office.json', 'parts/drawings/P11.bpmn', 'parts/forms/P11-1.b64']);
  expect(await preview(set)).toMatchObject({ calendars: [{ id: 'gio-chieu', name: 'Giờ chiều', version: 1, state: 'new' }, { id: 'gio-sang', version: 1, state: 'new' }, { id: 'vn-office', state: 'same', currentVersion: 1 }] });
  const { signer, isKnown } = await preview(set);
  expect([isKnown, signer]).toEqual([false, undefined]);
  expect(await preview(framework)).toMatchObject({ state: 'new', documents: [{ name: 'P11: Tờ khai', state: 'added' }] });
});

test('what is here under the same ids stays as it is, whatever is taken in; a calendar that differs is told and kept', async () => {
  expect((await anThere.post('/api/calendars', { id: 'gio-chieu', file: { ...EVENING, closed: { '2026-12-24': 'Nghỉ riêng' } }, reason: 'Quyết định' })).status).toBe(201);
  expect((await putForm(there, P11, Buffer.from('%PDF-1.7\nMẫu riêng\n%%EOF'))).status).toBeLessThan(300);
  expect(states(await preview(set))).toEqual({ 'gio-chieu': 'different', 'gio-sang': 'new', 'vn-office': 'same' });
  for (const bytes of [set, framework, set, framework, set]) {
    const before = await held();
    expect(await take(bytes)).toBe(201);
    const after = await held();
    for (const [id, doc] of before) expect([id, after.get(id)]).toEqual([id, doc]);
  }
  expect(states(await preview(set))).toEqual({ 'gio-chieu': 'different', 'gio-sang': 'same', 'vn-office': 'same' });
  expect(await preview(framework)).toMatchObject({ isKnown: true, signer: 'Ủy ban nhân dân phường Bình An' });
  const made = (await anThere.get<CalendarView>('/api/calendars/gio-sang')).body;
  expect([made.file, made.baseFile?.name, made.versions[0]!.reason]).toEqual([{ ...MORNING, base: 'vn-office' }, 'Giờ hành chính Việt Nam', expect.stringMatching(/^Nhận từ gói của .+ \(phiên bản 1\)$/)]);
  expect(await b.store.calendars.countDocuments({ _id: /^gio-/ })).toBe(2);
  const own = await b.store.procedures.find({ code: 'P11', agencyId: 'ubnd-binh-an' }).sort({ _id: 1 }).lean();
  expect(own.map(({ _id }) => _id)).toEqual([P11, 'P11-ubnd-binh-an', 'P11-ubnd-binh-an-2', 'P11-ubnd-binh-an-3']);
  expect((await formOf(P11)).toString()).toContain('Mẫu riêng');
  expect((await formOf('P11-ubnd-binh-an-3')).equals(FORM)).toBe(true);
}, 60_000);

test('blank forms come with what an agency adopts of a framework; a procedure that it has keeps its own', async () => {
  const adopt = async (who: Clerk) => (await who.post<FrameworkView>('/api/frameworks/khung-xa/adoption', { answers: {}, codes: ['P11'], shares: false })).body.procedures[0]!.adopted!.procedureId;
  expect(await adopt(there)).toBe(P11);
  expect((await formOf(P11)).toString()).toContain('Mẫu riêng');
  const made = await adopt(await Clerk.signIn(b.url, 'hung'));
  expect([made, (await formOf(made)).equals(FORM)]).toEqual(['P11-bo-nnmt', true]);
  expect((await preview(framework)).documents).toEqual([{ name: 'P11: Tờ khai', state: 'same' }]);
});

test('two procedures of one code in one package become two', async () => {
  const both = await file(`/api/packages/procedures.zip?ids=${P11},${P11},${P12}`);
  expect((await preview(both)).drawings).toHaveLength(2);
  const { xml } = (await a.store.versions.findOne({ procedureId: P11 }).lean())!;
  await a.store.versions.collection.updateMany({ procedureId: P12 }, { $set: { xml } });
  await a.store.procedures.collection.updateOne({ _id: P12 as never }, { $set: { code: 'P11' } });
  const twins = await file(`/api/packages/procedures.zip?ids=${P11},${P12}`);
  expect((await preview(twins)).drawings.map(({ procedureId }) => procedureId)).toEqual(['P11-ubnd-binh-an-4', 'P11-ubnd-binh-an-5']);
  expect(await take(twins)).toBe(201);
});

describe('calendars compared and checked', () => {
  const drawing = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>';
  const packed = (id: string, base?: string) => ({ id, version: 3, ...(base && { base }), part: id });
  const parts = (files: Record<string, object | string>) => new Map(Object.entries(files).map(([id, each]) => [id, typeof each === 'string' ? each : JSON.stringify(each)]));
  const { periods, ...noPeriods } = MORNING;

  test.each<[string, object, PackagedCalendar['state']]>([
    ['without a day off', EVENING, 'different'], ['the same as here', { ...EVENING, closed: { '2026-12-24': 'Nghỉ riêng' } }, 'same'], ['written in another order, with a note', { notes: { '2026-12-24': { basis: 'x' } }, closed: { '2026-12-24': 'Nghỉ riêng' }, ...EVENING }, 'same'],
    ['another name', { ...EVENING, name: 'Khác', closed: { '2026-12-24': 'Nghỉ riêng' } }, 'different'], ['other hours', { ...EVENING, periods, closed: { '2026-12-24': 'Nghỉ riêng' } }, 'different'],
  ])('%s', async (_, given, state) => {
    expect(await compareCalendars(b.parts.context.calendars, [packed('gio-chieu')], parts({ 'gio-chieu': given }))).toMatchObject([{ state, version: 3, currentVersion: 1 }]);
  });

  test.each<[string, { id: string; version: number; base?: string; part: string }[], Record<string, object | string>, string]>([
    ['twice', [packed('x'), packed('x')], { x: MORNING }, 'names a calendar twice'], ['no JSON', [packed('x')], { x: '{' }, 'x: is no JSON'], ['a poisoned key', [packed('x')], { x: '{"__proto__":{}}' }, 'x: is no JSON'], ['null', [packed('x')], { x: 'null' }, 'x: is no JSON'],
    ['no name', [packed('x')], { x: { ...MORNING, name: ' ' } }, 'x: has no name'], ['no periods', [packed('x')], { x: noPeriods }, 'periods'], ['a base elsewhere', [packed('x', 'vn-office')], { x: MORNING }, 'vn-office, which is no calendar of the package'],
    ['a base over a base', [packed('x', 'y'), packed('y', 'z'), packed('z')], { x: MORNING, y: MORNING, z: MORNING }, 'takes its days off from y'], ['itself as base', [packed('x', 'x')], { x: MORNING }, 'takes its days off from x'],
  ])('refused: %s', (_, list, files, message) => { expect(() => { checkCalendars(list, parts(files)); }).toThrow(message); });

  test('one that nobody has made does not travel', async () => {
    expect(await packCalendars(b.parts.context.calendars, [drawing])).toEqual({ calendars: [], parts: [] });
  });

  test('over a base that differs here it comes with the days of its own base written out', async () => {
    const { body: office, headers } = await anThere.get<CalendarView>('/api/calendars/vn-office');
    const corrected = { ...office.file, closed: { ...office.file.closed, '2026-12-31': 'Nghỉ theo quyết định' } };
    const done = await anThere.send('POST', '/api/calendars/vn-office/versions', { file: corrected, reason: 'Quyết định', base: 1 }, { 'if-match': headers.get('etag')! });
    expect(done.status).toBe(201);
    await b.store.calendars.collection.deleteOne({ _id: 'gio-sang' as never });
    await b.store.calendarVersions.collection.deleteMany({ calendarId: 'gio-sang' });
    expect(states(await preview(framework))).toEqual({ 'gio-sang': 'new', 'vn-office': 'different' });
    expect(await take(framework)).toBe(201);
    const made = (await anThere.get<CalendarView>('/api/calendars/gio-sang')).body;
    expect([made.baseFile, made.file.closed?.['2026-12-31'], made.file.closed?.['2026-09-02']]).toEqual([undefined, undefined, 'Quốc khánh']);
    expect((await anThere.get<CalendarView>('/api/calendars/vn-office')).body).toMatchObject({ version: 2, file: { closed: { '2026-12-31': 'Nghỉ theo quyết định' } } });
    expect(states(await preview(framework))).toEqual({ 'gio-sang': 'same', 'vn-office': 'different' });
  });
});
