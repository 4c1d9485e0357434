/** Five hundred running dossiers of the whole product go on in a new version: moved, or listed with the reason; none half. */
import type { DossierView, MigrationCandidate, MigrationResult, MigrationView, Page } from '../../server/contract.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { startProduct, type Product } from '../support/product.js';
import { eventually } from '../workflows/support.js';
import { FIRST, finished, patiently, publish, receive, SECOND } from './migrations.js';

const MANY = 500;
/** Every one of so many stands where the new version has no place for it. */
const EVERY = 10;

describe('moving dossiers on Temporal', () => {
  let product: Product;
  let [chi, lan]: Clerk[] = [];
  const ids: string[] = [];
  const at = '/api/procedures/confirm/migrations';
  const view = async (id: string): Promise<DossierView> => (await lan!.get<DossierView>(`/api/dossiers/${id}`)).body;
  const complete = async (id: string, body: object = {}): Promise<DossierView> => {
    const item = await eventually(async () => (await view(id)).work.find((each) => each.status === 'offered' || each.status === 'allocated'));
    const order = { commandId: newCommandId(), ...body };
    expect((await patiently(() => lan!.post(`/api/work/${item.id}/complete`, order))).status).toBe(200);
    return view(id);
  };
  const inTurn = async (work: (index: number) => Promise<void>, count: number): Promise<void> => {
    let next = 0;
    await Promise.all(Array.from({ length: 12 }, async () => { while (next < count) await work(next++); }));
  };
  const resultsOf = async (id: string): Promise<MigrationResult[]> => {
    const pages = await Promise.all([1, 2, 3].map((page) => chi!.get<Page<MigrationResult>>(`${at}/${id}/results?pageSize=200&page=${page}`)));
    return pages.flatMap(({ body }) => body.items);
  };

  beforeAll(async () => {
    product = await startProduct({ DOSSIERFLOW_SEED: 'true' });
    [chi, lan] = await Promise.all([Clerk.signIn(product.url, 'chi'), Clerk.signIn(product.url, 'lan')]);
    await publish(chi, FIRST, true);
    await inTurn(async (index) => { ids[index] = await receive(lan!, `Người ${index}`); }, MANY);
    await inTurn(async (index) => { await complete(ids[index * EVERY]!, { data: { result: 'ask' } }); }, MANY / EVERY);
    await complete(ids[1]!, { data: { result: 'ok' } });
    await publish(chi, SECOND, false);
  }, 400_000);
  afterAll(() => product?.stop(), 30_000);

  test('all at once, asked for twice: each is moved or told why not, and stands in one version as a whole', async () => {
    const preview = await chi!.post<Page<MigrationCandidate>>(`${at}/preview`, { from: 1, to: 2, pageSize: 100 });
    expect(preview.body.total).toBe(MANY);
    const order = { commandId: newCommandId(), from: 1, to: 2, reason: 'the limit is longer' };
    const replies = await Promise.all([chi!.post<MigrationView>(at, order), chi!.post<MigrationView>(at, order)]);
    expect(replies.map((reply) => reply.status).every((status) => status === 200 || status === 202)).toBe(true);
    expect(await finished(chi!, order.commandId)).toMatchObject({ moved: MANY - MANY / EVERY, kept: MANY / EVERY, left: 0 });
    expect((await chi!.post<MigrationView>(at, order)).body).toMatchObject({ moved: MANY - MANY / EVERY, kept: MANY / EVERY });

    const results = await resultsOf(order.commandId);
    expect(new Set(results.map((each) => each.dossierId))).toEqual(new Set(ids));
    for (const { moved, code, problems } of results) expect(moved || (code === 'cannot-migrate' && problems[0]!.code === 'unmapped-active')).toBe(true);
    await inTurn(async (index) => {
      const { dossierId, moved } = results[index]!;
      const { version, steps, timeline, work } = await view(dossierId);
      const told = timeline.filter((each) => each.kind === 'migrated').length;
      expect({ version, told, open: work.filter((each) => each.status === 'offered').length }).toEqual({ version: moved ? 2 : 1, told: moved ? 1 : 0, open: 1 });
      expect(steps.map((each) => each.element)).toEqual([moved ? (dossierId === ids[1] ? 'check' : 'receive') : 'opinion']);
    }, MANY);
  }, 300_000);

  test('a moved dossier goes on to its end by the new drawing', async () => {
    expect((await complete(ids[1]!)).steps.map((each) => each.element)).toEqual(['sign']);
    expect(await complete(ids[1]!)).toMatchObject({ state: 'delivered', version: 2 });
  }, 60_000);
});
