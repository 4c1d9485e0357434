/** Everything is killed in the middle of a dossier; after the next start it stands where it stood. */
import type { DossierRow, DossierView, WorkAnswer } from '../../server/contract.js';
import { bpmn, end, start, timer, user } from '../support/bpmn.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { KillableProduct } from '../support/killable.js';
import { eventually } from '../workflows/support.js';

/** Long enough to be open when everything is killed, short enough to wait for afterwards. */
const WAIT = 'PT20S';
const LANE = '<laneSet id="lanes"><lane id="lane"><extensionElements><df:department id="trungTamHanhChinhCong"/></extensionElements>'
  + ['s', 'receive', 'pause', 'hand', 'e'].map((id) => `<flowNodeRef>${id}</flowNodeRef>`).join('') + '</lane></laneSet>';
const WAITING = bpmn({
  id: 'waiting', nodes: `${LANE}${start()}${user('receive')}<intermediateCatchEvent id="pause">${timer(WAIT)}</intermediateCatchEvent>${user('hand')}${end()}`, flows: ['s>receive>pause>hand>e'],
});

describe('kill -9 of every process', () => {
  let product: KillableProduct;
  beforeAll(async () => { product = await KillableProduct.create(); await product.start(); }, 90_000);
  afterAll(async () => { await product?.stop(); product?.remove(); }, 30_000);

  const receive = async (clerk: Clerk, procedureId: string): Promise<DossierRow> => {
    const reply = await clerk.post<DossierRow>('/api/dossiers', { commandId: newCommandId(), procedureId, channel: 'desk', applicant: { kind: 'person', name: 'Trần Thị Bền' }, parts: [], data: { hoTenCon: 'Trần An' } });
    expect(reply.status).toBe(201);
    return reply.body;
  };
  const view = async (clerk: Clerk, id: string): Promise<DossierView> => (await clerk.get<DossierView>(`/api/dossiers/${id}`)).body;

  test('a dossier stands where it stood, its open timer still fires, and nothing is doubled', async () => {
    const designer = await Clerk.signIn(product.url, 'chi');
    expect((await designer.post('/api/procedures', { id: 'waiting', xml: WAITING })).status).toBe(201);
    expect((await designer.post('/api/procedures/waiting/publish', {})).status).toBe(201);
    const clerk = await Clerk.signIn(product.url, 'lan');
    const waiting = await receive(clerk, 'waiting');
    const birth = await receive(clerk, 'P01-dang-ky-khai-sinh');
    const atReception = (await view(clerk, birth.id)).work[0]!;
    const complete = { commandId: newCommandId(), outcome: atReception.outcomes[0]!.id };
    expect((await clerk.post(`/api/work/${atReception.id}/complete`, complete)).status).toBe(200);
    const first = (await view(clerk, waiting.id)).work[0]!;
    expect((await clerk.post(`/api/work/${first.id}/complete`, { commandId: newCommandId() })).status).toBe(200);
    const before = await view(clerk, birth.id);
    expect(before.work.map((each) => each.element)).toEqual(['xacMinh']);

    expect(await product.killAll()).toBeGreaterThanOrEqual(3);
    await product.start();

    const again = await Clerk.signIn(product.url, 'lan');
    const after = await view(again, birth.id);
    expect({ ...after, asOf: before.asOf, dueState: before.dueState }).toEqual(before);
    const repeated = await again.post<WorkAnswer>(`/api/work/${atReception.id}/complete`, complete);
    expect(repeated).toMatchObject({ status: 200, body: { seq: before.seq } });
    const officer = await Clerk.signIn(product.url, 'mai');
    expect((await officer.post(`/api/work/${before.work[0]!.id}/complete`, { commandId: newCommandId(), outcome: before.work[0]!.outcomes[0]!.id })).status).toBe(200);

    const fired = await eventually(async () => { const each = await view(again, waiting.id); return each.work.length > 0 ? each : undefined; }, 40_000);
    expect(fired.work.map((each) => each.element)).toEqual(['hand']);
    expect(fired.timeline.map((each) => each.kind)).toEqual(['received', 'entered', 'completed', 'timer', 'entered']);
    expect((await view(again, birth.id)).timeline.filter((each) => each.kind === 'completed').map((each) => each.element)).toEqual(['tiepNhan', 'xacMinh']);
  }, 150_000);

  test('a second start on the same port ends at once and names a free one', async () => {
    const other = await KillableProduct.create();
    Object.assign((other as unknown as { env: Record<string, string> }).env, { DOSSIERFLOW_PORT: new URL(product.url).port });
    await expect(other.start()).rejects.toThrow(/ended with 1:[\s\S]*DOSSIERFLOW_PORT=\d+/);
    other.remove();
  }, 30_000);

  test('SIGTERM ends it in order, children included', async () => {
    expect(await product.stop()).toBe(0);
    await expect(fetch(product.url)).rejects.toThrow();
  }, 20_000);
});
