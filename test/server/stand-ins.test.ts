/** Stand-ins over HTTP: who may arrange them, what they may do and for how long, what the history says, and that four eyes stay four. */
import type { DossierRow, DossierView, Page, Problem, ProcedureRow, SessionView, StandInRow, WorkAnswer, WorkPage } from '../../server/contract.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, MONDAY, type AppBench } from './bench.js';

const BIRTH = 'P01-dang-ky-khai-sinh';
const DAY = 86_400_000;
let bench: AppBench;
const people: Record<string, Clerk> = {};
beforeAll(async () => {
  bench = await appBench();
  for (const id of ['lan', 'huy', 'mai', 'nga', 'tuan', 'thu', 'son', 'duc', 'hanh', 'an', 'khoa']) people[id] = await Clerk.signIn(bench.url, id);
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const now = (): number => bench.clock.now();
const arrange = (who: string, order: object) => people[who]!.post<StandInRow & Problem>('/api/stand-ins', { from: new Date(now() - 1_000).toISOString(), to: new Date(now() + DAY).toISOString(), ...order });
const end = (who: string, id: string) => people[who]!.post<StandInRow & Problem>(`/api/stand-ins/${id}/end`, {});
/** In force while `during` runs. */
async function with_(who: string, order: object, during: () => Promise<void>): Promise<void> {
  const { status, body } = await arrange(who, order);
  expect(status).toBe(201);
  try { await during(); } finally { expect((await end(who, body.id)).status).toBe(200); }
}
const receive = async (who = 'lan'): Promise<DossierRow & Problem> => (await people[who]!.post<DossierRow & Problem>('/api/dossiers', {
  commandId: newCommandId(), procedureId: BIRTH, channel: 'desk', applicant: { kind: 'person', name: 'Trần Ánh' }, parts: [], data: { hoTenCon: 'Trần An' },
})).body;
const view = async (who: string, id: string): Promise<DossierView> => (await people[who]!.get<DossierView>(`/api/dossiers/${id}`)).body;
const workAt = async (who: string, id: string, element: string) => (await view(who, id)).work.find((each) => each.element === element)!;
const complete = async (who: string, id: string, element: string, outcome?: string) => {
  const item = await workAt('lan', id, element);
  const answer = await people[who]!.post<WorkAnswer & Problem>(`/api/work/${item.id}/complete`, { commandId: newCommandId(), ...(outcome ? { outcome } : {}) });
  await bench.host.settle();
  return answer;
};
/** A birth registration that waits to be verified. */
async function toVerify(): Promise<string> {
  const { id } = await receive();
  expect((await complete('lan', id, 'tiepNhan', 'f_hoSoDayDu__gopTiepNhan')).status).toBe(200);
  return id;
}
const VERIFIED = 'f_duDieuKien__laySoDinhDanh';

test('a stand-in sees and does the work of who is away; log, timeline and slip say for whom', async () => {
  const id = await toVerify();
  expect((await complete('huy', id, 'xacMinh', VERIFIED)).status).toBe(403);
  await with_('mai', { standIn: 'huy', reason: 'Nghỉ phép' }, async () => {
    expect((await people.huy!.get<SessionView>('/api/session')).body.person?.standsInFor).toMatchObject([{ id: 'mai', name: 'Trần Thị Mai' }]);
    const listed = (await people.huy!.get<WorkPage>('/api/work?view=department&q=xac+minh')).body.items.find((each) => each.dossierId === id);
    expect(listed).toMatchObject({ mayClaim: true, onBehalfOfName: 'Trần Thị Mai' });
    expect(await workAt('huy', id, 'xacMinh')).toMatchObject({ mayAct: true, onBehalfOfName: 'Trần Thị Mai' });
    expect((await complete('huy', id, 'xacMinh', VERIFIED)).status).toBe(200);
  });
  const done = (await view('lan', id)).timeline.find((each) => each.element === 'xacMinh' && each.kind === 'completed');
  expect(done).toMatchObject({ by: 'huy', byName: 'Phạm Quốc Huy', onBehalfOf: 'mai', onBehalfOfName: 'Trần Thị Mai' });
  const entries = await bench.store.log.find({ dossierId: id, by: 'huy' }).lean();
  expect(entries.map((each) => [each.command, each.onBehalfOf])).toEqual([['completeWorkItem', 'mai']]);
  expect(await bench.store.workItems.findOne({ dossierId: id, element: 'xacMinh' }).lean()).toMatchObject({ assignee: 'huy', onBehalfOf: 'mai' });
  expect((await people.lan!.get(`/api/dossiers/${id}/forms/06.pdf`)).status).toBe(200);
});

test('what who is away holds is in the list of the stand-in, who may do it, hand it back and hand it on', async () => {
  const id = await toVerify();
  const item = await workAt('mai', id, 'xacMinh');
  await people.mai!.post(`/api/work/${item.id}/claim`, { commandId: newCommandId() });
  await with_('an', { absent: 'mai', standIn: 'huy' }, async () => {
    expect((await people.huy!.get<WorkPage>('/api/work?view=mine')).body.items.map((each) => each.dossierId)).toContain(id);
    expect((await people.huy!.post(`/api/work/${item.id}/release`, { commandId: newCommandId() })).status).toBe(200);
    expect((await workAt('mai', id, 'xacMinh')).assignee).toBeUndefined();
    expect((await people.huy!.post(`/api/work/${item.id}/claim`, { commandId: newCommandId() })).status).toBe(200);
    expect((await workAt('huy', id, 'xacMinh'))).toMatchObject({ assignee: 'huy', mayAct: true, onBehalfOfName: 'Trần Thị Mai' });
  });
  // With the right gone, what he took in her name can only be let go.
  expect((await complete('huy', id, 'xacMinh', VERIFIED)).status).toBe(403);
  expect((await people.huy!.post(`/api/work/${item.id}/release`, { commandId: newCommandId() })).status).toBe(200);
  expect((await complete('mai', id, 'xacMinh', VERIFIED)).status).toBe(200);
});

test('four eyes: not the same person in two names, not two people in the same name', async () => {
  const first = await toVerify();
  await with_('mai', { standIn: 'nga' }, async () => {
    expect((await complete('nga', first, 'xacMinh', VERIFIED)).status).toBe(200);
    // She verified it on behalf of another, and may not sign it as herself.
    expect((await complete('nga', first, 'kyGiay')).body).toMatchObject({ status: 409, code: 'four-eyes' });
    // Nor is it offered to her: the list and the page say why.
    expect(await workAt('nga', first, 'kyGiay')).toMatchObject({ mayAct: false, whyNot: 'Bạn đã làm bước trước; bước này phải do người khác thực hiện.' });
    expect(await workAt('tuan', first, 'kyGiay')).toMatchObject({ mayAct: true });
    expect((await people.nga!.get<WorkPage>('/api/work?view=department')).body.items.find((each) => each.dossierId === first)).toMatchObject({ mayClaim: false });
  });
  await with_('tuan', { standIn: 'mai' }, async () => {
    // It was verified in her name: she may not sign it in that of the chairman.
    expect((await complete('mai', first, 'kyGiay')).body).toMatchObject({ status: 409, code: 'four-eyes' });
  });
  expect((await complete('tuan', first, 'kyGiay')).status).toBe(200);

  const second = await toVerify();
  expect((await complete('mai', second, 'xacMinh', VERIFIED)).status).toBe(200);
  await with_('tuan', { standIn: 'mai' }, async () => {
    expect((await complete('mai', second, 'kyGiay')).body).toMatchObject({ status: 409, code: 'four-eyes' });
  });
  await with_('nga', { standIn: 'huy' }, async () => {
    expect((await complete('huy', second, 'kyGiay')).status).toBe(200);
  });
});

test('only for the procedures named, only from and until the instants named, and no longer than until it is ended', async () => {
  const id = await toVerify();
  const claim = async (): Promise<number> => (await people.huy!.post(`/api/work/${(await workAt('lan', id, 'xacMinh')).id}/claim`, { commandId: newCommandId() })).status;
  await with_('mai', { standIn: 'huy', procedures: ['P12-trich-luc-ho-tich'] }, async () => { expect(await claim()).toBe(403); });
  const planned = (await arrange('mai', { standIn: 'huy', from: new Date(now() + DAY).toISOString(), to: new Date(now() + 2 * DAY).toISOString() })).body;
  expect([planned.state, await claim()]).toEqual(['planned', 403]);
  await bench.clock.advance(DAY + 1_000, () => bench.host.settle());
  // What is known of them is read anew when another is set.
  await with_('mai', { standIn: 'huy', procedures: ['P12-trich-luc-ho-tich'] }, async () => { expect(await claim()).toBe(200); });
  await people.huy!.post(`/api/work/${(await workAt('lan', id, 'xacMinh')).id}/release`, { commandId: newCommandId() });
  await bench.clock.advance(DAY, () => bench.host.settle());
  expect(await claim()).toBe(403);
  expect((await people.mai!.get<Page<StandInRow>>('/api/stand-ins')).body.items.find((each) => each.id === planned.id)).toMatchObject({ state: 'ended', mayEnd: false });
});

test('reception on behalf of a desk clerk is entered as that', async () => {
  expect((await receive('mai')).status).toBe(403);
  await with_('lan', { standIn: 'mai', procedures: [BIRTH] }, async () => {
    const offered = (await people.mai!.get<ProcedureRow[]>('/api/procedures')).body.filter((each) => each.mayReceive).map((each) => each.id);
    expect(offered).toContain(BIRTH);
    const { id } = await receive('mai');
    expect(await view('lan', id)).toMatchObject({ receivedByName: 'Trần Thị Mai', receivedOnBehalfOfName: 'Nguyễn Thị Lan' });
    expect((await view('lan', id)).timeline[0]).toMatchObject({ kind: 'received', by: 'mai', onBehalfOf: 'lan' });
  });
});

test('arranged by the person, the head or an administrator; ended by them; what is wrong is named', async () => {
  expect((await arrange('duc', { absent: 'hanh', standIn: 'duc' })).status).toBe(403);
  const byHead = await arrange('son', { absent: 'hanh', standIn: 'duc', reason: 'Đi học' });
  expect(byHead).toMatchObject({ status: 201, body: { absentName: 'Vũ Thị Hạnh', standInName: 'Lê Minh Đức', state: 'inForce', mayEnd: true, setByName: 'Đặng Văn Sơn' } });
  const shown = (await people.duc!.get<Page<StandInRow>>('/api/stand-ins')).body.items;
  expect(shown).toMatchObject([{ id: byHead.body.id, mayEnd: false }]);
  expect((await people.lan!.get<Page<StandInRow>>('/api/stand-ins')).body.items.map((each) => each.id)).not.toContain(byHead.body.id);
  expect((await end('duc', byHead.body.id)).status).toBe(403);
  expect((await end('lan', byHead.body.id)).body).toMatchObject({ status: 404, code: 'unknown-stand-in' });
  expect((await end('hanh', byHead.body.id)).body).toMatchObject({ state: 'ended', endedByName: 'Vũ Thị Hạnh' });
  expect((await end('hanh', byHead.body.id)).status).toBe(200);
  const refused: [object, string][] = [
    [{ standIn: 'mai' }, 'standIn'], [{ standIn: 'khoa' }, 'standIn'], [{ standIn: 'nobody' }, 'standIn'], [{ standIn: 'huy', to: new Date(MONDAY - DAY).toISOString() }, 'to'],
    [{ standIn: 'huy', to: new Date(now() + 400 * DAY).toISOString() }, 'to'], [{ standIn: 'huy', procedures: [] }, 'procedures'], [{ standIn: 'huy', from: 'tomorrow' }, 'from'],
  ];
  for (const [order, field] of refused) expect([field, (await arrange('mai', order)).body]).toEqual([field, expect.objectContaining({ status: 400, fields: expect.arrayContaining([expect.objectContaining({ field })]) })]);
});
