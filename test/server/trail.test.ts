/** What requests leave in the trail, and that what the product itself does holds when it is verified. */
import type { DossierRow, DossierView } from '../../server/contract.js';
import { verifyTrail } from '../../models/trail/verify.js';
import { TrailSweep } from '../../models/trail/sweep.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';

let bench: AppBench, lan: Clerk, an: Clerk;
beforeAll(async () => {
  bench = await appBench({ dossiers: 20 });
  [lan, an] = await Promise.all([Clerk.signIn(bench.url, 'lan'), Clerk.signIn(bench.url, 'an')]);
}, 90_000);
afterAll(() => bench?.close(), 30_000);

const entries = async () => { await bench.parts.trail.flush(); return bench.store.trail.find().sort({ _id: 1 }).lean(); };
const receive = async (): Promise<DossierRow> => (await lan.post<DossierRow>('/api/dossiers', {
  commandId: newCommandId(), procedureId: 'P01-dang-ky-khai-sinh', channel: 'desk', applicant: { kind: 'person', name: 'Lê Thị Cúc' }, parts: [], data: { hoTenCon: 'Lê An' },
})).body;

test('a change and a reading are entries with who, as what, under which request; a list, a refusal and a second look are none', async () => {
  const { id } = await receive();
  const read = await lan.get<DossierView>(`/api/dossiers/${id}`);
  await lan.get(`/api/dossiers/${id}`);
  await lan.get('/api/work?view=department&q=cuc');
  await lan.get('/api/dossiers/d-none');
  expect((await lan.send('PUT', '/api/settings/due.soon', { scope: 'all', value: { value: 2, unit: 'days' }, reason: 'x' })).status).toBe(403);
  const found = (await entries()).filter(({ by }) => by === 'lan');
  expect(found.map(({ kind, action }) => `${kind} ${action}`)).toEqual(['change POST /api/session', 'change POST /api/dossiers', `read GET /api/dossiers/${id}`]);
  expect(found.at(-1)).toMatchObject({ agencyId: 'ubnd-binh-an', position: 'Cán bộ tiếp nhận và trả kết quả', requestId: read.headers.get('x-request-id') });
});

test('an administrator’s reason is kept with it; a search that names a person is not', async () => {
  const reply = await an.send('PUT', '/api/settings/due.soon', { scope: 'agency:ubnd-binh-an', value: { value: 2, unit: 'days' }, reason: 'Theo quy chế mới' });
  expect(reply.status).toBe(200);
  await lan.get('/api/tables/dossiers.xlsx?q=cuc');
  const all = await entries();
  expect(all.find(({ by, kind, reason }) => by === 'an' && kind === 'change' && reason !== undefined)).toMatchObject({ action: 'PUT /api/settings/due.soon', reason: 'Theo quy chế mới' });
  expect(all.at(-1)).toMatchObject({ kind: 'read', action: 'GET /api/tables/dossiers.xlsx' });
});

test('what is recorded while others are being written is written and sealed too', async () => {
  const { trail } = bench.parts;
  for (let n = 0; n < 40; n += 1) {
    trail.record({ agencyId: 'ubnd-binh-an', kind: 'change', by: 'lan', position: '', action: `PUT /n/${n}`, requestId: `r${n}` });
    const flushed = trail.flush();
    trail.record({ agencyId: 'ubnd-binh-an', kind: 'change', by: 'lan', position: '', action: `PUT /m/${n}`, requestId: `s${n}` });
    await Promise.resolve();
    trail.record({ agencyId: 'ubnd-binh-an', kind: 'change', by: 'lan', position: '', action: `PUT /o/${n}`, requestId: `t${n}` });
    await flushed;
  }
  expect((await entries()).filter(({ action }) => /^PUT \/[mno]\//.test(action))).toHaveLength(120);
});

test('what was seeded, received, worked on and altered by administrators holds', async () => {
  const { id } = await receive();
  const item = (await lan.get<DossierView>(`/api/dossiers/${id}`)).body.work[0]!;
  expect((await lan.post(`/api/work/${item.id}/complete`, { commandId: newCommandId(), outcome: item.outcomes.find((each) => each.kind === 'forward')!.id })).status).toBe(200);
  await bench.host.settle();
  const sweep = new TrailSweep({ store: bench.store, sealer: bench.parts.trail, mainAgency: () => 'ubnd-binh-an', now: bench.parts.context.now });
  await bench.parts.trail.flush();
  expect(await sweep.run()).toBeGreaterThan(0);
  const verdict = await verifyTrail(bench.store, [], new Date(bench.parts.context.now().getTime() + 3_600_000));
  expect(verdict.problems).toEqual([]);
  expect(verdict.documents).toBeGreaterThan(100);
});
