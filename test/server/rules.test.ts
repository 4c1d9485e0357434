/** Rules are told with their basis and set by administrators; a dossier keeps those it was received under. */
import type { DossierRow, OfferedAction, Page, Problem, RuleChangeRow, RuleRow, RulesView, WorkAnswer, DossierView } from '../../server/contract.js';
import { RuleBook } from '../../models/rules.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

const AGENCY = 'ubnd-binh-an';
const TODAY = '2026-11-16';
let bench: AppBench;
const people: Record<string, Clerk> = {};
beforeAll(async () => {
  bench = await appBench();
  for (const id of ['an', 'lan', 'duc', 'son', 'quang']) people[id] = await Clerk.signIn(bench.url, id);
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const rules = async (agency?: string): Promise<RulesView> => (await people.quang!.get<RulesView>(`/api/rules${agency ? `?agency=${agency}` : ''}`)).body;
const rule = async (key: string, agency?: string): Promise<RuleRow> => (await rules(agency)).rules.find((each) => each.key === key)!;
const set = async (key: string, value: unknown, more: object = {}, who = 'an') => people[who]!.post<RuleChangeRow & Problem>('/api/rules/changes', {
  agency: AGENCY, key, value, from: TODAY, reason: 'Quyết định 12/QĐ-UBND', base: (await rules()).base, ...more,
});
const atOfficer = async (): Promise<string> => {
  const { id } = (await people.lan!.post<DossierRow>('/api/dossiers', {
    commandId: newCommandId(), procedureId: 'P07-dang-ky-ho-kinh-doanh', channel: 'desk', applicant: { kind: 'person', name: 'Lê Thị Hoa' }, parts: [], data: { tenHoKinhDoanh: 'Tạp hóa An' },
  })).body;
  const item = (await people.lan!.get<DossierView>(`/api/dossiers/${id}`)).body.work[0]!;
  const outcome = item.outcomes.find((each) => each.kind === 'forward')!.id;
  expect((await people.lan!.post<WorkAnswer>(`/api/work/${item.id}/complete`, { commandId: newCommandId(), outcome })).status).toBe(200);
  return id;
};
const offered = async (who: string, id: string): Promise<string[]> => (await people[who]!.get<{ items: OfferedAction[] }>(`/api/dossiers/${id}/actions`)).body.items.map((each) => each.action);

test('each rule is told with its value, kind and legal basis, and whether that is from memory', async () => {
  const told = await rules();
  expect(told.rules.find((each) => each.key === 'supplement.most')).toMatchObject({ kind: 'count', value: 1, confirmed: false, basis: expect.stringContaining('118/2025'), planned: [] });
  expect(told).toMatchObject({ id: 'one-stop', version: 1, base: 0, mayChange: false, agencies: expect.arrayContaining([{ id: AGENCY, name: 'Ủy ban nhân dân phường Bình An' }]) });
  expect(await people.quang!.get('/api/rules?agency=nowhere')).toMatchObject({ status: 422, body: { fields: [{ field: 'agency' }] } });
});

test('a changed rule changes what is offered for a dossier received from then on; an older one keeps what it had', async () => {
  const older = await atOfficer();
  expect(await offered('son', older)).toContain('stop');
  expect(await offered('duc', older)).not.toContain('stop');
  expect(await set('stop.by', ['officer'], { basis: 'Quyết định 12/QĐ-UBND', confirmed: true })).toMatchObject({ status: 201, body: { n: 1, key: 'stop.by', byName: 'Tạ Văn An', agencyName: 'Ủy ban nhân dân phường Bình An' } });
  const newer = await atOfficer();
  expect(await offered('duc', newer)).toContain('stop');
  expect(await offered('son', newer)).not.toContain('stop');
  expect(await people.son!.post(`/api/dossiers/${newer}/actions/stop`, { commandId: newCommandId(), reason: 'x', ground: 'y' })).toMatchObject({ status: 403, body: { code: 'rule-forbids' } });
  expect(await offered('son', older)).toContain('stop');
  expect(await offered('duc', older)).not.toContain('stop');
  // Another process, that has read everything anew, answers the same.
  const book = new RuleBook(bench.store);
  await book.refresh();
  const [before, after] = await Promise.all([older, newer].map((id) => bench.store.dossiers.findById(id).lean()));
  expect([before, after].map((doc) => book.of(doc!.facts).rules['stop.by'])).toEqual([['head', 'leader'], ['officer']]);
});

test('it is in force for the agency, for others nothing changes; who, when and why are kept', async () => {
  expect(await rule('stop.by', AGENCY)).toMatchObject({ value: ['officer'], confirmed: true, basis: 'Quyết định 12/QĐ-UBND', change: { byName: 'Tạ Văn An', reason: 'Quyết định 12/QĐ-UBND' } });
  expect((await rule('stop.by')).value).toEqual(['head', 'leader']);
  expect((await rule('stop.by', 'vpdk-dat-dai')).value).toEqual(['head', 'leader']);
  const { body } = await people.quang!.get<Page<RuleChangeRow>>('/api/rules/changes?pageSize=1');
  expect(body).toMatchObject({ total: 1, items: [{ key: 'stop.by', value: ['officer'], at: new Date(bench.clock.now()).toISOString() }] });
});

test('a later day is planned until it comes, and holds from its midnight on', async () => {
  expect((await set('supplement.most', 2, { from: '2026-11-18' })).status).toBe(201);
  expect(await rule('supplement.most', AGENCY)).toMatchObject({ value: 1, planned: [{ value: 2, from: '2026-11-17T17:00:00.000Z' }] });
  const before = await atOfficer();
  await bench.clock.advance(Date.parse('2026-11-18T01:30:00Z') - bench.clock.now(), () => bench.host.settle());
  expect(await rule('supplement.most', AGENCY)).toMatchObject({ value: 2, planned: [], confirmed: false });
  const facts = async (id: string) => (await bench.store.dossiers.findById(id).lean())!.facts;
  const of = async (id: string) => bench.parts.context.rules.of(await facts(id)).rules['supplement.most'];
  expect([await of(before), await of(await atOfficer())]).toEqual([1, 2]);
});

test('for all: where an agency has a value of its own, that stays; taken back, the value of all holds again', async () => {
  const from = '2026-11-18';
  expect((await set('stop.by', ['leader'], { agency: undefined, from })).status).toBe(201);
  expect((await rule('stop.by', 'vpdk-dat-dai')).value).toEqual(['leader']);
  expect((await rule('stop.by', AGENCY)).value).toEqual(['officer']);
  expect((await set('stop.by', null, { from })).status).toBe(201);
  expect(await rule('stop.by', AGENCY)).toMatchObject({ value: ['leader'], change: { reason: 'Quyết định 12/QĐ-UBND' } });
});

describe('refused', () => {
  test.each([
    ['supplement.most', -1, 'a whole number'], ['supplement.most', 1.5, 'a whole number'], ['stop.by', ['mayor'], 'known roles'], ['stop.by', [], 'one or more'],
    ['supplement.answerWithin', { value: 0, unit: 'days' }, 'above 0'], ['apology.at', { value: 2, unit: 'weeks' }, 'with a unit'], ['refuse.ground', 'yes', 'true or false'],
    ['register.pattern', '{agency}', '{number}'], ['portal.states', { received: 11 }, 'from 1 to 10'],
  ])('%s = %j, with the field', async (key, value, wanted) => {
    const answer = await set(key, value, { from: '2026-11-18' });
    expect(answer).toMatchObject({ status: 422, body: { code: 'bad-data', fields: [{ field: 'value', message: expect.stringContaining(wanted) }] } });
  });

  test('a day that is over, no such rule or agency, no reason; whoever is no administrator', async () => {
    const from = '2026-11-18';
    expect(await set('supplement.most', 3, { from: '2026-11-17' })).toMatchObject({ status: 422, body: { fields: [{ field: 'from' }] } });
    expect(await set('supplement.mos', 3, { from })).toMatchObject({ status: 422, body: { fields: [{ field: 'key' }] } });
    expect(await set('supplement.most', 3, { from, agency: 'x' })).toMatchObject({ status: 422, body: { fields: [{ field: 'agency' }] } });
    expect(await set('supplement.most', 3, { from, reason: ' ' })).toMatchObject({ status: 400, body: { fields: [{ field: 'reason' }] } });
    expect(await set('supplement.most', 3, { from: '2026-02-30' })).toMatchObject({ status: 400, body: { fields: [{ field: 'from' }] } });
    expect(await set('supplement.most', 3, { from }, 'quang')).toMatchObject({ status: 403 });
  });

  test('of two administrators at once one looks again; two different rules are both set', async () => {
    const { base } = await rules();
    const from = '2026-11-18';
    const same = await Promise.all([5, 6].map((value) => set('extension.most', value, { from, base })));
    expect(same.map((each) => each.status).sort()).toEqual([201, 412]);
    const other = await Promise.all([set('refuse.ground', false, { from, base }), set('stop.ground', false, { from, base })]);
    expect(other.map((each) => each.status)).toEqual([201, 201]);
  });
});
