/** Running dossiers go on in a new version: proposed, looked at, tried on one, moved, and taken back; over the API, on a clock of its own. */
import type { DossierView, MigrationCandidate, MigrationResult, MigrationView, Page, Problem } from '../../server/contract.js';
import { rebuildDossier } from '../../models/rebuild.js';
import { Clerk, newCommandId } from '../support/clerk.js';
import { appBench, type AppBench } from './bench.js';
import { FIRST, publish, receive, SECOND } from './migrations.js';

const DAY = 86_400_000;

describe('moving running dossiers', () => {
  let bench: AppBench;
  let [chi, lan]: Clerk[] = [];
  let [checking, waiting, asking]: string[] = [];
  const at = '/api/procedures/confirm/migrations';
  const view = async (id: string): Promise<DossierView> => (await lan!.get<DossierView>(`/api/dossiers/${id}`)).body;
  const complete = async (id: string, body: object = {}): Promise<void> => {
    const [item] = (await view(id)).work.filter((each) => each.status !== undefined);
    const reply = await lan!.post(`/api/work/${item!.id}/complete`, { commandId: newCommandId(), ...body });
    expect(reply.status).toBe(200);
  };
  const move = async (body: object): Promise<{ status: number; body: MigrationView }> => chi!.post<MigrationView>(at, { commandId: newCommandId(), from: 1, to: 2, reason: 'new rules', ...body });

  beforeAll(async () => {
    bench = await appBench();
    [chi, lan] = await Promise.all([Clerk.signIn(bench.url, 'chi'), Clerk.signIn(bench.url, 'lan')]);
    await publish(chi, FIRST, true);
    [checking, waiting, asking] = [await receive(lan, 'An'), await receive(lan, 'Bình'), await receive(lan, 'Chi')];
    await complete(checking, { data: { result: 'ok' } });
    await complete(asking, { data: { result: 'ask' } });
    await publish(chi, SECOND, false);
  }, 120_000);
  afterAll(() => bench?.close());

  test('the plan that suggests itself says what has no counterpart and how many it concerns', async () => {
    const { status, body } = await chi!.post<{ running: number; unmapped: { element: string }[]; problems: unknown[]; plan: { processes: Record<string, unknown> } }>(`${at}/propose`, { from: 1, to: 2 });
    expect({ status, ...body }).toMatchObject({ status: 200, running: 3, problems: [] });
    expect(body.unmapped.map((each) => each.element)).toEqual(['x', 'opinion']);
  });

  test('the preview tells each dossier its present and new date, or why it cannot move', async () => {
    const { body } = await chi!.post<Page<MigrationCandidate>>(`${at}/preview`, { from: 1, to: 2, pageSize: 2 });
    expect(body).toMatchObject({ total: 3, page: 1, pageSize: 2 });
    const second = (await chi!.post<Page<MigrationCandidate>>(`${at}/preview`, { from: 1, to: 2, pageSize: 2, page: 2 })).body;
    const all = [...body.items, ...second.items];
    const of = (id?: string): MigrationCandidate => all.find((each) => each.dossierId === id)!;
    for (const id of [checking, waiting]) {
      // Five and ten working days from Monday 16/11/2026; the 24th is a holiday.
      expect(of(id)).toMatchObject({ movable: true, dueAt: '2026-11-23T10:00:00.000Z', newDueAt: '2026-12-01T10:00:00.000Z' });
    }
    expect(of(asking)).toMatchObject({ movable: false, steps: ['Lấy ý kiến'], problems: [{ code: 'unmapped-active', element: 'opinion' }] });
    expect(of(asking).newDueAt).toBeUndefined();
  });

  test('tried on one: its step, date, version and history are those of the new version, and who and why is told', async () => {
    const before = await view(checking!);
    const { status, body } = await move({ dossiers: [checking] });
    expect({ status, ...body }).toMatchObject({ status: 200, moved: 1, kept: 0, left: 0, by: 'chi', reason: 'new rules' });
    const after = await view(checking!);
    expect(after).toMatchObject({ version: 2, steps: [{ element: 'check', name: 'Thẩm tra hồ sơ' }] });
    expect(after.dueAt).toBe('2026-12-01T10:00:00.000Z');
    expect(after.work.find((each) => each.status === 'offered')).toMatchObject({ step: 'Thẩm tra hồ sơ', dueAt: after.dueAt });
    expect(after.timeline.at(-1)).toMatchObject({ kind: 'migrated', by: 'chi', note: 'new rules' });
    expect(after.timers).toMatchObject([{ element: 'overdue' }]);
    expect(Date.parse(after.timers[0]!.dueAt!) - Date.parse(before.timers[0]!.dueAt!)).toBeGreaterThanOrEqual(10 * DAY);
    expect(await bench.store.dossiers.findById(checking).lean()).toMatchObject({ facts: { version: 2 } });
  });

  test('all the others: each with its result, and sent twice it changes nothing', async () => {
    const commandId = newCommandId();
    const first = await move({ commandId });
    expect(first.body).toMatchObject({ moved: 1, kept: 1, left: 0 });
    const seq = (await view(waiting!)).seq;
    expect((await move({ commandId })).body).toEqual(first.body);
    expect((await view(waiting!)).seq).toBe(seq);
    const { body } = await chi!.get<Page<MigrationResult>>(`${at}/${commandId}/results?moved=false`);
    expect(body).toMatchObject({ total: 1, items: [{ dossierId: asking, moved: false, code: 'cannot-migrate', problems: [{ code: 'unmapped-active', element: 'opinion' }] }] });
    expect(await view(asking!)).toMatchObject({ version: 1, steps: [{ element: 'opinion' }] });
    expect((await move({ commandId, to: 2, stopOnError: true })).body).toMatchObject({ code: 'command-id-reused' });
  });

  test('a moved dossier goes on to its end by the new drawing, and a rebuild tells the same', async () => {
    await complete(checking!);
    expect((await view(checking!)).steps.map((each) => each.element)).toEqual(['sign']);
    const before = await bench.store.dossiers.findById(checking).lean();
    await rebuildDossier(bench.store, bench.parts.context.plans, bench.parts.projector, checking!);
    expect(await bench.store.dossiers.findById(checking).lean()).toEqual(before);
    await complete(checking!);
    expect(await view(checking!)).toMatchObject({ state: 'delivered', version: 2 });
  });

  test('taken back within a day, as far as the old version has a place for the dossier', async () => {
    const commandId = newCommandId();
    const moved = (await move({ commandId, from: 2, to: 1, dossiers: [waiting] })).body;
    expect(moved).toMatchObject({ moved: 1 });
    const { body } = await chi!.post<MigrationView>(`${at}/${commandId}/undo`, { commandId: newCommandId(), reason: 'too early' });
    expect(body).toMatchObject({ from: 1, to: 2, moved: 1, kept: 0, undoes: commandId });
    expect(await view(waiting!)).toMatchObject({ version: 2, steps: [{ element: 'receive' }] });
    await bench.clock.advance(DAY + 1, () => Promise.resolve());
    expect((await chi!.post<Problem>(`${at}/${commandId}/undo`, { commandId: newCommandId(), reason: 'x' }))).toMatchObject({ status: 409, body: { code: 'undo-too-late' } });
  });

  test.each([
    ['a clerk', () => lan!, {}, 403, 'forbidden'],
    ['a version that is not there', () => chi!, { to: 9 }, 404, 'unknown-version'],
    ['the same version twice', () => chi!, { to: 1 }, 422, 'bad-data'],
    ['a plan that names nothing', () => chi!, { plan: { processes: { confirm: { to: 'confirm', nodes: { receive: 'nowhere' } } } } }, 422, 'bad-data'],
    ['a plan with a field too many', () => chi!, { plan: { processes: {}, more: 1 } }, 422, 'bad-data'],
    ['no reason', () => chi!, { reason: '' }, 400, 'bad-request'],
  ] as const)('refused: %s', async (_what, who, more, status, code) => {
    const reply = await who().post<Problem>(at, { commandId: newCommandId(), from: 1, to: 2, reason: 'r', ...more });
    expect({ status: reply.status, code: reply.body.code }).toEqual({ status, code });
  });

  test('stop at the first that cannot move leaves the rest where they are', async () => {
    const more = await receive(lan!, 'Dung');
    await move({ from: 2, to: 1, dossiers: [more] });
    const { body } = await move({ dossiers: [asking, more], stopOnError: true });
    expect(body).toMatchObject({ moved: 0, kept: 1 });
    expect(await view(more)).toMatchObject({ version: 1 });
  });
});
