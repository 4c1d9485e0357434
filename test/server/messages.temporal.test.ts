/** The whole product on the real Temporal: a message thrown before anybody waits arrives once, at the one that begins to wait. */
import type { DossierView } from '../../server/contract.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { startProduct, type Product } from '../support/product.js';
import { eventually } from '../workflows/support.js';
import { HEARS, SENDS } from './messages.js';
import { patiently } from './migrations.js';

describe('messages before their receiver on Temporal', () => {
  let product: Product;
  let lan: Clerk;
  const view = async (id: string): Promise<DossierView> => (await lan.get<DossierView>(`/api/dossiers/${id}`)).body;
  const receive = async (procedureId: string): Promise<string> => {
    const order = { commandId: newCommandId(), procedureId, channel: 'desk', applicant: { kind: 'person', name: 'An' }, parts: [] };
    const reply = await patiently(() => lan.post<{ id: string }>('/api/dossiers', order));
    expect(reply.status).toBe(201);
    return reply.body.id;
  };
  const complete = async (id: string): Promise<void> => {
    const item = await eventually(async () => (await view(id)).work.find((each) => each.status === 'offered'));
    const order = { commandId: newCommandId() };
    expect((await patiently(() => lan.post(`/api/work/${item.id}/complete`, order))).status).toBe(200);
  };
  const standsAt = (id: string, element: string): Promise<true> => eventually(async () => (await view(id)).steps[0]?.element === element || undefined);

  beforeAll(async () => {
    product = await startProduct({ DOSSIERFLOW_SEED: 'true' });
    const chi = await Clerk.signIn(product.url, 'chi');
    lan = await Clerk.signIn(product.url, 'lan');
    for (const [id, xml] of [['sends', SENDS], ['hears', HEARS]]) {
      expect((await chi.post('/api/procedures', { id, xml })).status).toBe(201);
      expect((await chi.post(`/api/procedures/${id}/publish`, {})).status).toBe(201);
    }
  }, 120_000);
  afterAll(() => product?.stop(), 30_000);

  test('each of two waits until its receiver does; a third receiver waits for a message of its own', async () => {
    const [one, two, ...hearers] = [await receive('sends'), await receive('sends'), await receive('hears'), await receive('hears'), await receive('hears')];
    await complete(one);
    await complete(two);
    for (const sender of [one, two]) await eventually(async () => (await view(sender)).state === 'delivered' || undefined);
    for (const hearer of hearers.slice(0, 2)) {
      await complete(hearer!);
      await standsAt(hearer!, 'after');
    }
    await complete(hearers[2]!);
    await standsAt(hearers[2]!, 'hear');
    await complete(await receive('sends'));
    await standsAt(hearers[2]!, 'after');
  }, 120_000);
});
