/** The read model is what the log makes of it: written live, written twice, written late, or made again, it is the same. */
import { join } from 'node:path';
import { rebuildAll, rebuildDossier, rebuildStanding, BrokenLog } from '../../models/rebuild.js';
import { Store } from '../../models/store.js';
import { dossierIdOf } from '../../models/writes/reception.js';
import { isSeeded, seed } from '../../scripts/seed/index.js';
import { createParts, type Parts } from '../../server/parts.js';
import { projectRoot } from '../../services/places.js';
import { startMongo } from '../support/services.js';

const NOW = new Date('2026-11-23T03:00:00Z');
const procedures = join(projectRoot(), 'procedures');

describe('the read model and the event log', () => {
  let mongo: Awaited<ReturnType<typeof startMongo>>;
  let store: Store;
  let parts: Parts;
  beforeAll(async () => {
    mongo = await startMongo();
    store = await Store.connect(mongo.uri);
    await store.ensureIndexes();
    parts = await createParts(store, () => NOW);
    await seed(parts, procedures, { dossiers: 40 });
  }, 120_000);
  afterAll(async () => { await store?.close(); await mongo?.stop(); }, 30_000);

  const picture = async () => ({
    dossiers: await store.dossiers.find().sort({ _id: 1 }).lean(), work: await store.workItems.find().sort({ _id: 1 }).lean(),
  });

  test('the sample data hold every kind of state, and a second filling changes nothing', async () => {
    const before = await picture();
    expect(before.dossiers).toHaveLength(40);
    expect(new Set(before.dossiers.map((doc) => doc.procedureId)).size).toBeGreaterThanOrEqual(5);
    expect(new Set(before.dossiers.map((doc) => doc.dossierNo)).size).toBe(40);
    expect(await isSeeded(store)).toBe(true);
    await seed(parts, procedures, { dossiers: 40 });
    expect(await picture()).toEqual(before);
  });

  test('dropped and rebuilt from the log it is the same, row by row', async () => {
    const before = await picture();
    await Promise.all([store.dossiers.deleteMany({}), store.workItems.deleteMany({})]);
    expect(await rebuildAll(store, parts.context.plans, parts.projector)).toEqual({ rebuilt: 40, broken: [] });
    expect(await picture()).toEqual(before);
  }, 60_000);

  test('an old batch that comes once more, after newer ones, changes nothing', async () => {
    const before = await picture();
    const [one] = before.dossiers.filter((doc) => doc.seq > 20);
    const plan = await parts.context.plans.plan(one!.facts.planHash);
    const entries = await store.log.find({ dossierId: one!._id, from: { $gt: 0 } }).sort({ from: 1 }).lean();
    const first = entries[0]!;
    const { foldStep, newStanding } = await import('../../engine/record/steps.js');
    const { standing, ended } = foldStep(plan, newStanding(), first);
    await parts.projector.project({
      dossierId: one!._id, planHash: plan.hash, ended, ...standing,
      steps: [{ from: first.from, seq: first.seq, at: first.at.getTime(), command: first.command as never, commandId: first.commandId, events: first.events }],
    });
    expect(await picture()).toEqual(before);
    expect(await store.log.countDocuments({ dossierId: one!._id })).toBe(entries.length + 1);
  });

  test('rows that are gone are written whole by the next step', async () => {
    const { foldStep, newStanding } = await import('../../engine/record/steps.js');
    const all = await store.dossiers.find({ seq: { $gt: 20 } }).sort({ _id: 1 }).lean();
    const logs = await Promise.all(all.map(({ _id }) => store.log.find({ dossierId: _id, from: { $gt: 0 } }).sort({ from: 1 }).lean()));
    const at = logs.findIndex((entries) => entries[entries.length - 1]!.events.some(({ type }) => type === 'workItemCompleted'));
    const [before, entries] = [all[at]!, logs[at]!];
    const dossierId = before._id;
    const plan = await parts.context.plans.plan(before.facts.planHash);
    let folded = { standing: newStanding(), ended: [] as ReturnType<typeof foldStep>['ended'] };
    for (const entry of entries) folded = foldStep(plan, folded.standing, entry);
    const last = entries[entries.length - 1]!;
    const items = await store.workItems.find({ dossierId }).sort({ _id: 1 }).lean();
    await Promise.all([store.dossiers.deleteOne({ _id: dossierId }), store.workItems.deleteMany({ dossierId })]);
    await parts.projector.project({
      dossierId, planHash: plan.hash, ended: folded.ended, ...folded.standing,
      steps: [{ from: last.from, seq: last.seq, at: last.at.getTime(), command: last.command as never, commandId: last.commandId, events: last.events }],
    });
    expect(await store.dossiers.findById(dossierId).lean()).toEqual(before);
    const written = await store.workItems.find({ dossierId }).lean();
    expect(written.length).toBeGreaterThan(0);
    for (const item of written) {
      const { words, element, dossierNo, applicant, version } = items.find(({ _id }) => _id === item._id)!;
      expect(item).toMatchObject({ words, element, dossierNo, applicant, version });
    }
    expect(await rebuildDossier(store, parts.context.plans, parts.projector, dossierId)).toBe(before.seq);
    expect(await store.workItems.find({ dossierId }).sort({ _id: 1 }).lean()).toEqual(items);
  });

  test('a log with a gap is named, and not made into something that never was', async () => {
    const [one] = await store.dossiers.find({ seq: { $gt: 20 } }).sort({ _id: 1 }).lean();
    const entries = await store.log.find({ dossierId: one!._id, from: { $gt: 0 } }).sort({ from: 1 }).lean();
    const lost = entries[1]!;
    await store.log.deleteOne({ _id: lost._id });
    await expect(rebuildStanding(store, parts.context.plans, one!._id)).rejects.toBeInstanceOf(BrokenLog);
    expect(await parts.projector.append({ dossierId: one!._id, steps: [{ from: lost.from, seq: lost.seq, at: lost.at.getTime(), command: lost.command as never, commandId: lost.commandId, events: lost.events, ...(lost.by ? { by: lost.by } : {}) }] })).toBe(1);
    expect(await rebuildDossier(store, parts.context.plans, parts.projector, one!._id)).toBe(one!.seq);
  });

  test('two receptions with the same command id are one dossier; other content under it is refused', async () => {
    const dossierId = dossierIdOf('ubnd-binh-an', 'same-command');
    const [sample] = await store.dossiers.find().limit(1).lean();
    const { dossierNo: _no, ...facts } = sample!.facts;
    const both = await Promise.all([1, 2].map(() => parts.reception.register(dossierId, 'same-command', { ...facts, bodyHash: 'a' }, 'UBA')));
    expect(new Set(both.map((each) => each.dossierId)).size).toBe(1);
    expect(new Set(both.map((each) => each.facts.dossierNo)).size).toBe(1);
    expect(await store.log.countDocuments({ dossierId: both[0]!.dossierId })).toBe(1);
    await expect(parts.reception.register(dossierId, 'same-command', { ...facts, bodyHash: 'b' }, 'UBA')).rejects.toMatchObject({ code: 'command-id-reused' });
  });
});
