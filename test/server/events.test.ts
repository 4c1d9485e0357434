/** Hints to open screens over HTTP: who hears what, and what is told after a stream was lost. */
import type { ChangedHint, DossierRow, DossierView } from '../../server/contract.js';
import { ChangeFeed, type Change } from '../../models/live/feed.js';
import { Clerk, newCommandId, type EventReader } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

let bench: AppBench;
const over = new AbortController();
beforeAll(async () => { bench = await appBench({ heartbeatMs: 100 }); }, 90_000);
afterAll(async () => { over.abort(); await bench?.close(); }, 30_000);

const receive = async (clerk: Clerk): Promise<DossierRow> => (await clerk.post<DossierRow>('/api/dossiers', {
  commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', name: 'Trần Ánh' }, parts: [], data: { hoTenCon: 'Trần An' },
})).body;
const hint = async (events: EventReader): Promise<ChangedHint & { id: string }> => {
  const found = await events.next('changed');
  return { ...JSON.parse(found!.data) as ChangedHint, id: found!.id! };
};

test('a colleague hears of a dossier, its number and nothing else; another agency hears of what it may see alone', async () => {
  const [lan, huy, ha] = await Promise.all(['lan', 'huy', 'ha'].map((id) => Clerk.signIn(bench.url, id))) as [Clerk, Clerk, Clerk];
  const [atDesk, atHospital] = await Promise.all([huy.stream('/api/events', over.signal), ha.stream('/api/events', over.signal)]);
  const row = await receive(lan);
  const told = await hint(atDesk);
  expect(told).toEqual({ dossiers: [row.id], near: true, notices: false, id: expect.any(String) });
  // The hospital's own dossier is the first that its desk hears of.
  const own = (await ha.post<DossierRow>('/api/dossiers', { commandId: newCommandId(), procedureId: 'P19-tom-tat-benh-an', channel: 'desk', applicant: { kind: 'person', name: 'Lê Hoa' }, parts: [], data: { maNguoiBenh: 'BN-1' } })).body;
  expect((await hint(atHospital)).dossiers).toEqual([own.id]);
});

test('near is what is mine or of my department; the rest of the agency only stands in the list of all', async () => {
  const [lan, mai] = await Promise.all([Clerk.signIn(bench.url, 'lan'), Clerk.signIn(bench.url, 'mai')]) as [Clerk, Clerk];
  const row = await receive(lan);
  const events = await mai.stream('/api/events', over.signal);
  const [item] = (await lan.get<DossierView>(`/api/dossiers/${row.id}`)).body.work;
  await lan.post(`/api/work/${item!.id}/claim`, { commandId: newCommandId() });
  expect(await hint(events)).toMatchObject({ dossiers: [row.id], near: false });
  await lan.post(`/api/work/${item!.id}/complete`, { commandId: newCommandId(), outcome: item!.outcomes.find((each) => each.kind === 'forward')!.id });
  expect(await hint(events)).toMatchObject({ dossiers: [row.id], near: true });
});

test('what was missed is told after a reconnection; an event that nobody knows any more makes everything suspect', async () => {
  const lan = await Clerk.signIn(bench.url, 'lan');
  const first = await receive(lan);
  const away = new AbortController();
  const events = await lan.stream('/api/events', away.signal);
  const second = await receive(lan);
  const seen = await hint(events);
  expect(seen.dossiers).toEqual([second.id]);
  away.abort();
  const third = await receive(lan);
  const again = await lan.stream('/api/events', over.signal, { 'last-event-id': seen.id });
  expect((await hint(again)).dossiers).toEqual(expect.arrayContaining([third.id]));
  expect(first.id).not.toBe(third.id);
  for (const unknown of ['nothing-of-ours', '000000001-abcdef-0000', '../..', 'x'.repeat(300)]) {
    const lost = await lan.stream('/api/events', over.signal, { 'last-event-id': unknown });
    expect(await lost.next('reset')).toBeDefined();
  }
});

test('what another process has written is heard of', async () => {
  const huy = await Clerk.signIn(bench.url, 'huy');
  const events = await huy.stream('/api/events', over.signal);
  const other = new ChangeFeed(bench.store);
  const change: Omit<Change, '_id'> = { dossierId: 'd-elsewhere', agencies: ['so-y-te'], departments: ['trungTamHanhChinhCong'], people: [], told: ['huy'] };
  other.tell(change);
  expect(await hint(events)).toMatchObject({ dossiers: ['d-elsewhere'], near: true, notices: true });
});

test('a stream is kept alive and ends with the session; without one there is none; eleven of one person are one too many', async () => {
  const oanh = await Clerk.signIn(bench.url, 'oanh');
  const events = await oanh.stream('/api/events', over.signal);
  expect(await events.next(':')).toBeDefined();
  const others = await Promise.all(Array.from({ length: 9 }, () => oanh.stream('/api/events', over.signal)));
  expect(others.map((each) => each.status)).toEqual(Array(9).fill(200));
  expect((await oanh.stream('/api/events', over.signal)).status).toBe(204);
  await oanh.send('DELETE', '/api/session');
  expect(await events.next('never')).toBeUndefined();
  expect((await new Clerk(bench.url).get('/api/events')).status).toBe(401);
});

test('a stream ends twelve hours after the sign-in, like everything else of the session', async () => {
  const oanh = await Clerk.signIn(bench.url, 'oanh');
  const events = await oanh.stream('/api/events', over.signal);
  expect(await events.next(':')).toBeDefined();
  await bench.store.sessions.updateMany({ 'session.personId': 'oanh' }, { $set: { 'session.signedInAt': Date.now() - 12 * 3_600_000 } });
  // The process holds what it has read of a session for some seconds.
  expect(await events.next('never')).toBeUndefined();
}, 30_000);
