/** Figures kept step by step are those that counting everything at once gives: counted twice, late, by two at once, or broken off. */
import { join } from 'node:path';
import fc from 'fast-check';
import { FigureCounter } from '../../models/figures/counter.js';
import { add, cellId, parentOf, placeOfCell, under } from '../../models/figures/cells.js';
import { OF_DOSSIER, OF_WORK, rounded, sharesOf, type CountedDossier, type CountedWork } from '../../models/figures/shares.js';
import { FigureSweep } from '../../models/figures/sweep.js';
import { Store } from '../../models/store.js';
import type { Sums } from '../../models/schemas/figures.js';
import { seed } from '../../scripts/seed/index.js';
import { createParts, type Parts } from '../../server/parts.js';
import { projectRoot } from '../../services/places.js';
import { startMongo } from '../support/services.js';

const NOW = new Date('2026-11-23T03:00:00Z');
let mongo: Awaited<ReturnType<typeof startMongo>>, store: Store, parts: Parts, ids: string[];
beforeAll(async () => {
  mongo = await startMongo();
  store = await Store.connect(mongo.uri);
  await store.ensureIndexes();
  parts = await createParts(store, () => NOW);
  await seed(parts, join(projectRoot(), 'procedures'), { dossiers: 60 });
  ids = (await store.dossiers.find({}, { _id: 1 }).sort({ _id: 1 }).lean()).map(({ _id }) => _id);
}, 120_000);
afterAll(async () => { await store?.close(); await mongo?.stop(); }, 30_000);

/** Straight from the read model, in one pass. */
async function expected(): Promise<Map<string, Sums>> {
  const work = await store.workItems.find({}, OF_WORK).lean<CountedWork[]>();
  const whole = new Map<string, Sums>();
  for (const dossier of await store.dossiers.find({}, OF_DOSSIER).lean<CountedDossier[]>()) {
    for (const [cell, sums] of sharesOf(dossier, work.filter((each) => each.dossierId === dossier._id), parts.context.calendars)) {
      for (let at: string | undefined = cell; at !== undefined; at = parentOf(at)) whole.set(at, add(whole.get(at) ?? {}, sums));
    }
  }
  return whole;
}
const kept = async (): Promise<Map<string, Sums>> => new Map((await store.figures.find().lean()).filter(({ sums }) => Object.keys(sums).length > 0).map(({ _id, sums }) => [_id, sums]));
const sorted = (figures: Map<string, Sums>): [string, Sums][] => [...figures].sort(([a], [b]) => (a < b ? -1 : 1));
async function isRight(): Promise<void> {
  expect(sorted(await kept())).toEqual(sorted(await expected()));
}

test('the sample data are counted when they are written, each dossier once', async () => {
  await isRight();
  const figures = await store.figures.find({ departmentId: '' }).lean();
  const sum = (length: number, name: string): number => figures.filter(({ period }) => period.length === length).reduce((n, { sums }) => n + (sums[name] ?? 0), 0);
  for (const length of [4, 7, 10]) expect(sum(length, 'received')).toBe(60);
  const open = figures.filter(({ period }) => period === 'now').reduce((n, { sums }) => n + [...under(sums, 'state')].reduce((all, [, each]) => all + each, 0), 0);
  expect(open).toBe(await store.dossiers.countDocuments({ open: true }));
  const done = (await store.figures.find({ departmentId: { $ne: '' } }).lean()).filter(({ period }) => period.length === 4).reduce((n, { sums }) => n + [...under(sums, 'done')].reduce((all, [, each]) => all + each, 0), 0);
  expect(done).toBe(await store.workItems.countDocuments({ status: 'completed' }));
});

test('whatever happens to dossiers, in whatever order it is counted, the figures are those of a count of everything', async () => {
  const day = fc.integer({ min: 0, max: 400 }).map((n) => new Date(NOW.getTime() - n * 86_400_000));
  const change = fc.oneof(
    fc.record({ $set: fc.record({ receivedAt: day }) }), fc.record({ $set: fc.record({ dueAt: day, paused: fc.boolean(), sortDue: fc.constant(1) }) }),
    fc.record({ $set: fc.record({ open: fc.constant(false), state: fc.constantFrom('delivered', 'refused', 'withdrawn'), settledAt: day, endedAt: day }) }),
    fc.record({ $set: fc.record({ open: fc.constant(true), state: fc.constant('inProgress') }), $unset: fc.constant({ settledAt: '', endedAt: '' }) }),
    fc.record({ $set: fc.record({ agencies: fc.subarray(['ubnd-binh-an', 'so-y-te', 'a|b+c'], { minLength: 1 }), version: fc.integer({ min: 1, max: 2 }) }) }),
  );
  const step = fc.oneof({ weight: 4, arbitrary: fc.tuple(fc.constant('change' as const), fc.nat(), change) }, fc.tuple(fc.constant('count' as const), fc.nat(), fc.constant({})), fc.tuple(fc.constant('together' as const), fc.nat(), fc.constant({})));
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
    const other = new FigureCounter(store, parts.context.calendars, () => NOW);
    for (const [what, n, update] of steps) {
      const id = ids[n % ids.length]!;
      if (what === 'change') {
        await store.dossiers.collection.updateOne({ _id: id } as never, update as never);
        parts.figures.note(id);
        other.note(id);
      } else if (what === 'count') await parts.figures.settle();
      else await Promise.all([parts.figures.settle(), other.settle(), other.count([id]), parts.figures.count([id])]);
    }
    await Promise.all([parts.figures.settle(), other.settle()]);
    await isRight();
  }), { numRuns: 8 });
}, 120_000);

test('a count that was broken off, and one that nobody made, are found by the sweep', async () => {
  const second = await Store.connect(mongo.uri);
  await store.dossiers.collection.updateMany({ _id: { $in: ids.slice(0, 30) } } as never, { $set: { receivedAt: new Date('2025-02-03T03:00:00Z') } });
  const counting = new FigureCounter(second, parts.context.calendars, () => NOW).count(ids);
  await store.figureParts.findOne({ pendingSince: { $exists: true } }).lean();
  await second.close();
  await counting.catch(() => undefined);
  await store.log.collection.updateOne({ dossierId: ids[40] } as never, { $set: { at: NOW, seq: 9_999 } });
  await store.dossiers.collection.updateOne({ _id: ids[40] } as never, { $set: { seq: 9_999, receivedAt: new Date('2025-03-03T03:00:00Z') } });
  await store.counters.updateOne({ _id: 'figures:counted' }, { $set: { n: NOW.getTime() } }, { upsert: true });
  const later = () => new Date(NOW.getTime() + 600_000);
  await new FigureSweep(store, new FigureCounter(store, parts.context.calendars, later), later).run();
  // Whatever the broken count had not written yet has no mark: it was noted by the server that lives on.
  for (const id of ids.slice(0, 30)) parts.figures.note(id);
  await parts.figures.settle();
  await isRight();
  expect(await store.figureParts.countDocuments({ pendingSince: { $exists: true } })).toBe(0);
}, 60_000);

test('a dossier that is gone adds nothing', async () => {
  await Promise.all([store.dossiers.deleteOne({ _id: ids[1]! }), store.workItems.deleteMany({ dossierId: ids[1]! })]);
  await new FigureSweep(store, parts.figures, () => NOW).again();
  await isRight();
});

test('the id of a cell tells its place, whatever is in the names', () => {
  const word = fc.string({ maxLength: 6 });
  fc.assert(fc.property(fc.record({ agencies: fc.uniqueArray(word.filter(Boolean), { minLength: 1, maxLength: 3 }), agencyId: word, departmentId: word, procedureId: word, version: fc.nat(), channel: word }), (place) => {
    expect(placeOfCell(cellId('2026-11-30', place))).toEqual({ ...place, agencies: [...place.agencies].sort(), period: '2026-11-30' });
  }));
  expect([7, 99, 104, 1_249, 25_600].map(rounded)).toEqual([7, 99, 100, 1_200, 26_000]);
});
