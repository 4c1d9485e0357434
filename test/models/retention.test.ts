/** Erasing by rule: what is told beforehand, what goes and what stays, everywhere in the database, and the trail that knows it from an alteration. */
import { Retention } from '../../models/erasure/retention.js';
import { openFiles } from '../../models/files/open.js';
import type { FileStore } from '../../models/files/store.js';
import { rebuildDossier, rebuildStanding } from '../../models/rebuild.js';
import { TrailSweep } from '../../models/trail/sweep.js';
import { verifyTrail, type TrailVerdict } from '../../models/trail/verify.js';
import type { DossierRow, DossierView, Page } from '../../server/contract.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, type AppBench } from '../server/bench.js';

const DAY = 86_400_000;
const WHO = { kind: 'person', name: 'Trần Thị Ngọc Ánh', idNumber: '079200123456', birthDate: '1990-02-28', phone: '0901 234 567', email: 'anh.tran@example.com', address: 'Số 7, đường Ngô Quyền', representative: 'Lê Văn Thay', authority: 'Giấy ủy quyền 12/2026' };
const DATA = { hoTenCon: 'Trần Minh Khuê', ngaySinh: '2026-11-02', noiSinh: 'Bệnh viện Hùng Vương', soGiayChungSinh: '0456/2026' };
const NOTE = 'Bà Ánh xin lấy sớm vì cháu ốm';
const SECRETS = ['Ngọc Ánh', 'ngoc anh', 'ngoc', '079200123456', '1990-02-28', '0901 234 567', '0901234567', 'anh.tran', 'Ngô Quyền', 'Văn Thay', '12/2026', 'Minh Khuê', '2026-11-02', 'Hùng Vương', '0456/2026', 'xin lấy sớm', 'don-cua-ba-anh'];
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

let bench: AppBench, files: FileStore, retention: Retention;
const people: Record<string, Clerk> = {};
const ids: string[] = [];
beforeAll(async () => {
  bench = await appBench();
  files = await openFiles(bench.store, undefined);
  retention = new Retention({ ...bench.parts, files });
  for (const id of ['lan', 'mai', 'an', 'tuan', 'thu']) people[id] = await Clerk.signIn(bench.url, id);
  for (let n = 0; n < 2; n += 1) ids.push(await closed());
  await new TrailSweep({ store: bench.store, sealer: bench.parts.trail, mainAgency: () => 'ubnd-binh-an', now: () => new Date(bench.clock.now()) }).run();
}, 90_000);
afterAll(async () => { files?.close(); await bench?.close(); }, 30_000);

/** Received with everything there is to say, worked on, and refused in the end. */
async function closed(): Promise<string> {
  const { id } = (await people.lan!.post<DossierRow>('/api/dossiers', { commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: WHO, parts: [], data: DATA, note: NOTE })).body;
  const meta = Object.entries({ dossierId: id, name: 'don-cua-ba-anh.png' }).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');
  const begun = await people.lan!.send<string>('POST', '/api/uploads', undefined, { 'tus-resumable': '1.0.0', 'upload-length': String(PNG.length), 'upload-metadata': meta });
  await people.lan!.send('PATCH', new URL(begun.headers.get('location')!, bench.url).pathname, PNG, { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' });
  const { work } = (await people.lan!.get<DossierView>(`/api/dossiers/${id}`)).body;
  await people.lan!.post(`/api/work/${work[0]!.id}/complete`, { commandId: newCommandId(), outcome: work[0]!.outcomes.find((each) => each.kind === 'forward')!.id, note: NOTE });
  expect(await people.lan!.post(`/api/dossiers/${id}/actions/withdraw`, { commandId: newCommandId(), reason: NOTE })).toMatchObject({ status: 200 });
  await bench.host.settle();
  await bench.parts.trail.flush();
  return id;
}
const rule = (value: number | null, scope = 'all'): Promise<void> => bench.parts.context.settings.change({ key: 'retention.months', scope, value, by: 'an', reason: 'Quyết định 15/QĐ-UBND', at: new Date(bench.clock.now()) });
const due = async (): Promise<string[]> => { const found: string[] = []; for await (const { dossier } of retention.due()) found.push(dossier._id); return found; };
/** Where in the database the dossier still says one of them: collection and value. */
async function says(dossierId: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of await bench.store.connection.db!.listCollections().toArray()) {
    for await (const doc of bench.store.connection.db!.collection(name).find({})) {
      const text = JSON.stringify(doc);
      if (text.includes(dossierId)) found.push(...SECRETS.filter((each) => text.includes(each)).map((each) => `${name}: ${each}`));
    }
  }
  return [...new Set(found)].sort();
}
const verify = (): Promise<TrailVerdict> => verifyTrail(bench.store, [], new Date(bench.clock.now()));

test('nothing is erased until a rule is set, nor before its time; the rule of the procedure goes before that of all', async () => {
  expect(await due()).toEqual([]);
  await rule(1);
  expect(await due()).toEqual([]);
  await bench.clock.advance(31 * DAY, () => Promise.resolve());
  expect((await due()).sort()).toEqual([...ids].sort());
  await rule(12, 'procedure:P01-dang-ky-khai-sinh');
  expect(await due()).toEqual([]);
  await rule(0, 'procedure:P01-dang-ky-khai-sinh');
  expect(await due()).toEqual([]);
  await rule(null, 'procedure:P01-dang-ky-khai-sinh');
  expect(await due()).toHaveLength(2);
});

test('a dry run tells what would go, by which rule, and touches nothing', async () => {
  const before = await says(ids[0]!);
  expect(new Set(before.map((each) => each.split(':')[0]))).toEqual(new Set(['eventLog', 'dossiers', 'workItems', 'outbox', 'attachments']));
  const told: object[] = [];
  expect(await retention.run({ dry: true, told: ({ dossier, rule: by }, kinds) => { told.push({ id: dossier._id, by, kinds }); } })).toBe(2);
  expect(told[0]).toMatchObject({ by: { months: 1, scope: 'all', basis: 'Quyết định 15/QĐ-UBND' }, kinds: { applicant: 1, files: 1 } });
  expect(await says(ids[0]!)).toEqual(before);
  expect((await verify()).problems).toEqual([]);
});

test('what is personal goes from everywhere; number, steps, people of the agency, dates and hashes stay', async () => {
  const [id] = ids as [string];
  const [shownBefore, steps] = [(await people.lan!.get<DossierView>(`/api/dossiers/${id}`)).body, (await rebuildStanding(bench.store, bench.parts.context.plans, id))!.standing.state];
  const hash = (await bench.store.attachments.findOne({ dossierId: id }).lean())!.sha256;
  expect(await retention.run({ dry: false })).toBe(2);
  expect(await says(id)).toEqual([]);
  const shown = (await people.lan!.get<DossierView>(`/api/dossiers/${id}`)).body;
  expect(shown).toMatchObject({ dossierNo: shownBefore.dossierNo, receivedAt: shownBefore.receivedAt, endedAt: shownBefore.endedAt, state: 'withdrawn', applicant: '•••', path: shownBefore.path });
  expect(shown.timeline.map(({ kind, at, by, step }) => [kind, at, by, step])).toEqual(shownBefore.timeline.map(({ kind, at, by, step }) => [kind, at, by, step]));
  expect(shown.data).toMatchObject({ ketQuaTiepNhan: shownBefore.data.ketQuaTiepNhan });
  expect((await bench.store.attachments.findOne({ dossierId: id }).lean())).toMatchObject({ sha256: hash, size: PNG.length, name: '•••' });
  expect((await bench.store.connection.db!.collection('files.chunks').countDocuments())).toBe(0);
  expect((await rebuildStanding(bench.store, bench.parts.context.plans, id))!.standing.state).toMatchObject({ status: steps.status, seq: steps.seq, performers: steps.performers });
  expect((await people.lan!.get<Page<DossierRow>>('/api/dossiers?q=079200123456')).body.total).toBe(0);
  expect((await people.lan!.get<Page<DossierRow>>(`/api/dossiers?q=${shown.dossierNo}`)).body.total).toBe(1);
});

test('the record says who, when, by which rule and how much; the trail verifies and tells erased from altered', async () => {
  expect(await bench.store.erasures.findById(ids[0]).lean()).toMatchObject({ rule: { months: 1, scope: 'all', basis: 'Quyết định 15/QĐ-UBND' }, kinds: { applicant: 1, files: 1 }, doneAt: expect.any(Date) });
  const verdict = await verify();
  expect(verdict.problems).toEqual([]);
  expect(verdict.erased).toBeGreaterThanOrEqual(4);
  const { _id } = (await bench.store.log.findOne({ dossierId: ids[0], from: { $gt: 0 } }).lean())!;
  await bench.store.log.collection.updateOne({ _id: _id as never }, { $set: { by: 'nobody' } });
  expect((await verify()).problems).toMatchObject([{ kind: 'changed', id: `log ${_id}` }]);
  await bench.store.log.collection.updateOne({ _id: _id as never }, { $set: { by: (await bench.store.workItems.findOne({ dossierId: ids[0] }).lean())!.assignee! } });
  await bench.store.erasures.deleteOne({ _id: ids[1] });
  expect((await verify()).problems.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['removed', 'changed']));
});

test('a second night finds nothing; a run that broke off is finished by the next; what is rebuilt says no more than before', async () => {
  expect(await retention.run({ dry: false })).toBe(0);
  const id = await closed();
  await bench.clock.advance(32 * DAY, () => Promise.resolve());
  const broken = new Retention({ ...bench.parts, files: { ...files, remove: () => Promise.reject(new Error('the bucket is away')) } as FileStore });
  await expect(broken.run({ dry: false })).rejects.toThrow('away');
  expect(await says(id)).not.toEqual([]);
  const problems = async () => (await verify()).problems.filter((each) => each.id?.includes(id));
  await bench.parts.trail.flush();
  expect(await retention.run({ dry: false })).toBe(1);
  expect(await says(id)).toEqual([]);
  expect(await problems()).toEqual([]);
  await rebuildDossier(bench.store, bench.parts.context.plans, bench.parts.projector, id);
  expect(await says(id)).toEqual([]);
});
