/** Messages between dossiers that are thrown before anybody waits: kept, handed over once, let go of after a while. */
import type { DossierView } from '../../server/contract.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { eventually } from '../workflows/support.js';
import { appBench, type AppBench } from './bench.js';
import { HEARS, SENDS } from './messages.js';

describe('messages before their receiver', () => {
  let bench: AppBench;
  let lan: Clerk;
  const view = async (id: string): Promise<DossierView> => (await lan.get<DossierView>(`/api/dossiers/${id}`)).body;
  const receive = async (procedureId: string): Promise<string> => {
    const reply = await lan.post<{ id: string }>('/api/dossiers', { commandId: newCommandId(), procedureId, channel: 'desk', applicant: { kind: 'person', name: 'An' }, parts: [] });
    expect(reply.status).toBe(201);
    return reply.body.id;
  };
  const complete = async (id: string): Promise<void> => {
    const [item] = (await view(id)).work.filter((each) => each.status === 'offered');
    expect((await lan.post(`/api/work/${item!.id}/complete`, { commandId: newCommandId() })).status).toBe(200);
    await bench.host.settle();
  };
  const at = async (id: string): Promise<string | undefined> => (await view(id)).steps[0]?.element;
  const kept = (): Promise<number> => bench.store.keptMessages.countDocuments();

  beforeAll(async () => {
    bench = await appBench();
    const chi = await Clerk.signIn(bench.url, 'chi');
    lan = await Clerk.signIn(bench.url, 'lan');
    for (const [id, xml] of [['sends', SENDS], ['hears', HEARS]]) {
      expect((await chi.post('/api/procedures', { id, xml })).status).toBe(201);
      expect((await chi.post(`/api/procedures/${id}/publish`, {})).status).toBe(201);
    }
  }, 90_000);
  afterAll(() => bench?.close());

  test('one that comes too early is handed over when its receiver waits, and to that one only', async () => {
    const [sender, first, second] = [await receive('sends'), await receive('hears'), await receive('hears')];
    await complete(sender);
    expect(await kept()).toBe(1);
    await complete(first);
    await eventually(async () => (await at(first)) === 'after' || undefined);
    await eventually(async () => (await kept()) === 0 || undefined);
    await complete(second);
    expect(await at(second)).toBe('hear');
    const another = await receive('sends');
    await complete(another);
    expect(await at(second)).toBe('after');
    expect(await kept()).toBe(0);
  });

  test('several are handed over in the order in which they were thrown, each to the one that waits', async () => {
    const [one, two] = [await receive('sends'), await receive('sends')];
    await complete(one);
    await bench.clock.advance(1_000, () => bench.host.settle());
    await complete(two);
    expect(await kept()).toBe(2);
    const hearer = await receive('hears');
    await complete(hearer);
    await eventually(async () => (await at(hearer)) === 'after' || undefined);
    await eventually(async () => (await kept()) === 1 || undefined);
    expect(await bench.store.keptMessages.findOne().lean()).toMatchObject({ dossierId: two });
  });

  test('after the time that is set it is let go of', async () => {
    await bench.clock.advance(31 * 86_400_000, () => bench.host.settle());
    const hearer = await receive('hears');
    await complete(hearer);
    expect(await at(hearer)).toBe('hear');
    const sender = await receive('sends');
    await complete(sender);
    await eventually(async () => (await at(hearer)) === 'after' || undefined);
    expect(await kept()).toBe(1);
  });

  test('one whose handing over was interrupted goes first to the dossier it was meant for', async () => {
    await bench.store.keptMessages.deleteMany({});
    const sender = await receive('sends');
    await complete(sender);
    const hearer = await receive('hears');
    await complete(hearer);
    await eventually(async () => (await at(hearer)) === 'after' || undefined);
    await eventually(async () => (await kept()) === 0 || undefined);
    // As if the process had ended after the dossier took it and before it was crossed out.
    const thrown = (await bench.store.log.find({ dossierId: sender }).lean()).flatMap((entry) => entry.events.filter((each) => each.type === 'messageThrown').map(() => entry));
    const now = bench.clock.now();
    await bench.store.keptMessages.create({
      _id: `${sender}:again`, dossierId: sender, deliveryId: `${thrown[0]!.seq}.0`, name: 'tax paid', data: {}, at: new Date(now), until: new Date(now + 86_400_000), claimedBy: hearer, claimedAt: new Date(now - 120_000),
    });
    const other = await receive('hears');
    await complete(other);
    await eventually(async () => (await kept()) === 0 || undefined);
    expect(await at(other)).toBe('hear');
    expect(await at(hearer)).toBe('after');
  });
});
