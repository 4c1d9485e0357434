/** Figures kept step by step are those that counting everything at once gives: counted twice, late, by two at once, or broken off. */
import { join } from 'node:path';
import fc from 'fast-check';
import { countBy, groupBy, quantile } from '../../engine/log-checks/numbers.js';
import { minutesBetween } from '../../models/calendar.js';
import { deskDay } from '../../models/desk.js';
import { dueStateOf, isDecided, type Moment } from '../../models/due-state.js';
import { FigureCounter } from '../../models/figures/counter.js';
import { add, cellId, parentOf, placeOfCell, under } from '../../models/figures/cells.js';
import { OF_DOSSIER, OF_WORK, rounded, sharesOf, type CountedDossier, type CountedWork } from '../../models/figures/shares.js';
import { FigureSweep } from '../../models/figures/sweep.js';
import { risksOf } from '../../models/practice/risks.js';
import { present } from '../../models/queries/context.js';
import { LateQueries } from '../../models/queries/late.js';
import { OverviewQueries } from '../../models/queries/overview.js';
import { ReportQueries } from '../../models/queries/reports.js';
import type { DossierDoc } from '../../models/schemas/dossier.js';
import { Store } from '../../models/store.js';
import type { Sums } from '../../models/schemas/figures.js';
import type { DueState, HeatReport, OverviewFigures } from '../../server/contract.js';
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

/** The overview without figures: over dossiers, as they stand. */
async function recounted(moment: Moment, { agency, procedure, channel, from, to }: { agency?: string | undefined; procedure?: string | undefined; channel?: string | undefined; from: Date; to: Date }): Promise<OverviewFigures & { byDay: Map<string, number> }> {
  const [first, last] = [deskDay(from), deskDay(to)];
  const within = (at: Date | undefined): boolean => at !== undefined && deskDay(at) >= first && deskDay(at) <= last;
  const docs = (await store.dossiers.find({ agencies: 'ubnd-binh-an' }).lean()).filter((doc) => (agency ?? doc.agencyId) === doc.agencyId && (procedure ?? doc.procedureId) === doc.procedureId && (channel ?? doc.facts.channel) === doc.facts.channel);
  const n = (counts: (doc: DossierDoc, due: DueState) => boolean): number => docs.filter((doc) => counts(doc, dueStateOf(doc, moment))).length;
  const isSettled = (doc: DossierDoc): boolean => within(doc.settledAt) && isDecided(doc.state);
  const isOpen = (doc: DossierDoc): boolean => doc.open && !doc.settledAt;
  return {
    received: n((doc) => within(doc.receivedAt)), carriedOver: n((doc) => deskDay(doc.receivedAt) < first && (!doc.endedAt || deskDay(doc.endedAt) >= first)), resolved: n(isSettled), delivered: n((doc) => doc.state === 'delivered' && within(doc.endedAt)),
    early: n((doc, due) => isSettled(doc) && due === 'early'), onTime: n((doc, due) => isSettled(doc) && due === 'onTime'), late: n((doc, due) => isSettled(doc) && due === 'late'),
    open: n(isOpen), overdue: n((doc, due) => isOpen(doc) && due === 'overdue'), dueSoon: n((doc, due) => isOpen(doc) && due === 'dueSoon'), paused: n((doc) => isOpen(doc) && doc.paused),
    byDay: countBy(docs.filter((doc) => within(doc.receivedAt)), (doc) => deskDay(doc.receivedAt)),
  };
}

test('the overview says what a plain recount of the dossiers says, whatever is asked; whose step made a dossier late is split without remainder', async () => {
  const { context } = parts;
  const [actor, overview, late] = [(await context.directory.actor('quang'))!, new OverviewQueries(context), new LateQueries(context)];
  const day = fc.integer({ min: 0, max: 900 }).map((n) => new Date(NOW.getTime() - n * 86_400_000));
  const some = <T,>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
  const asked = fc.record({ days: fc.tuple(day, day), by: some('month' as const, 'quarter' as const, 'year' as const), agency: some('ubnd-binh-an', 'so-y-te'), procedure: some('P01-dang-ky-khai-sinh', 'P03-cap-doi-gcn'), channel: some('desk', 'online'), early: fc.constantFrom('dayBefore' as const, 'anyTime' as const) });
  await fc.assert(fc.asyncProperty(asked, async ({ days, early, ...rest }) => {
    const [from, to] = [...days].sort((a, b) => a.getTime() - b.getTime()) as [Date, Date];
    await context.settings.change({ key: 'due.early', scope: 'all', value: early, by: 'an', reason: '', at: NOW });
    const report = await overview.report(actor, { ...rest, from, to });
    const { byDay, ...totals } = await recounted(present(context, actor.agencyId), { ...rest, from, to });
    expect(report.totals).toEqual(totals);
    const summed = (rows: readonly { received: number; resolved: number; late: number }[]): number[] => (['received', 'resolved', 'late'] as const).map((key) => rows.reduce((sum, row) => sum + row[key], 0));
    for (const rows of [report.series, report.byAgency, report.byProcedure, report.byField, report.byChannel]) expect(summed(rows)).toEqual([totals.received, totals.resolved, totals.late]);
    if (report.by === 'day') expect(new Map(report.series.filter(({ received }) => received > 0).map(({ period, received }) => [period, received]))).toEqual(byDay);
    const rows = await late.list(actor, { ...rest, page: 1, pageSize: 200 });
    expect(rows.total).toBe(totals.overdue);
    for (const { causes, overdueMinutes } of rows.items) if (causes.length > 0) expect(Math.abs(causes.reduce((sum, { minutes }) => sum + minutes, 0) - overdueMinutes)).toBeLessThanOrEqual(causes.length);
  }), { numRuns: 25 });
  const ofWork = await overview.report(actor, { from: new Date('2000-01-01'), to: NOW, department: 'phongKinhTe' });
  const work = { departmentId: 'phongKinhTe', agencyId: 'ubnd-binh-an' };
  expect(ofWork.totals).toMatchObject({ received: await store.workItems.countDocuments(work), resolved: await store.workItems.countDocuments({ ...work, status: 'completed' }), open: await store.workItems.countDocuments({ ...work, open: true }) });
  expect(ofWork.byDepartment.map(({ departmentId }) => departmentId)).toEqual(['phongKinhTe']);
}, 120_000);

/** The heat map without figures: over work items, as they stand. */
async function heatRecounted({ procedure, version, from, to }: { procedure: string; version: number; from: Date; to: Date }): Promise<Pick<HeatReport, 'cases' | 'elements'>> {
  const seen = new Set((await store.dossiers.find({ agencies: 'ubnd-binh-an', procedureId: procedure, version }, { _id: 1 }).lean()).map(({ _id }) => _id));
  const items = (await store.workItems.find({ procedureId: procedure, version, status: 'completed', element: { $ne: 'opinion' } }).lean()).filter((item) => seen.has(item.dossierId) && deskDay(item.endedAt!) >= deskDay(from) && deskDay(item.endedAt!) <= deskDay(to));
  const sum = (of: readonly number[]): number => of.reduce((all, n) => all + n, 0);
  const whole = sum(items.map(({ stayMinutes = 0 }) => stayMinutes));
  const elements = [...groupBy(items, (item) => item.element)].map(([element, turns]) => {
    const [stays, waits] = [turns.map(({ stayMinutes = 0 }) => stayMinutes), turns.map(({ waitMinutes = 0, stayMinutes = 0 }) => Math.min(waitMinutes, stayMinutes))];
    const { limit } = turns[0]!;
    const limitMinutes = !limit || limit.unit === 'days' ? undefined : Math.round(limit.value * (limit.unit === 'workingHours' ? 60 : 480));
    return {
      element, name: turns[0]!.step, n: turns.length, medianMinutes: Math.round(quantile(stays, 0.5)), p90Minutes: Math.round(quantile(stays, 0.9)), totalMinutes: sum(stays), share: whole === 0 ? 0 : sum(stays) / whole,
      waitMinutes: Math.round(sum(waits) / turns.length), workMinutes: Math.round((sum(stays) - sum(waits)) / turns.length), ...(limitMinutes === undefined ? {} : { limitMinutes, overLimitShare: stays.filter((n) => n > limitMinutes).length / turns.length }),
    };
  });
  return { cases: new Set(items.map(({ dossierId }) => dossierId)).size, elements: elements.sort((a, b) => b.totalMinutes - a.totalMinutes || (a.element < b.element ? -1 : 1)) };
}

test('the heat map says what a plain recount of the work says, of any days', async () => {
  const actor = (await parts.context.directory.actor('quang'))!;
  const versions = await store.versions.find({}, { procedureId: 1, version: 1 }).sort({ _id: 1 }).lean();
  const day = fc.integer({ min: 0, max: 500 }).map((n) => new Date(NOW.getTime() - n * 86_400_000));
  let seen = 0;
  await fc.assert(fc.asyncProperty(fc.tuple(day, day), fc.constantFrom(...versions), async (days, { procedureId, version }) => {
    const [from, to] = [...days].sort((a, b) => a.getTime() - b.getTime()) as [Date, Date];
    const { cases, elements, ...report } = await new ReportQueries(parts.context).heat(actor, { procedure: procedureId, version, from, to: new Date(to.getTime() + 1) });
    expect({ cases, elements }).toEqual(await heatRecounted({ procedure: procedureId, version, from, to }));
    expect([deskDay(new Date(report.from)), deskDay(new Date(Date.parse(report.to) - 1))]).toEqual([deskDay(from), deskDay(to)]);
    seen += elements.length;
  }), { numRuns: 60 });
  expect(seen).toBeGreaterThan(50);
  const { from } = await new ReportQueries(parts.context).heat(actor, { procedure: versions[0]!.procedureId, version: versions[0]!.version, from: new Date('1800-01-01'), to: NOW });
  expect(from.slice(0, 4)).toBe('2016');
}, 120_000);

test('who is likely to be late: what seven in ten of the dossiers like it still needed is more than is left', async () => {
  const { context } = parts;
  const [like] = await store.dossiers.find({ open: false, agencies: 'ubnd-binh-an', state: 'delivered', settledAt: { $exists: true }, 'stops.0': { $exists: false } }).sort({ _id: 1 }).limit(1).lean();
  const work = await store.workItems.find({ dossierId: like!._id }).sort({ since: 1 }).lean();
  const dossiers = Array.from({ length: 12 }, (_, n) => ({ ...like!, _id: `like-${n}`, dossierNo: `like-${n}`, version: 9, settledAt: new Date(NOW.getTime() - n * 86_400_000), receivedAt: new Date(NOW.getTime() - 40 * 86_400_000) }));
  const items = dossiers.map((doc) => ({ ...work[0]!, _id: `${doc._id}.0`, dossierId: doc._id, version: 9, since: doc.receivedAt, open: false }));
  const { settledAt: _settled, endedAt: _ended, ...running } = dossiers[0]!;
  const due = (_id: string, days: number) => ({ ...running, _id, dossierNo: _id, open: true, state: 'inProgress', paused: false, receivedAt: new Date(NOW.getTime() - 3_600_000), dueAt: new Date(NOW.getTime() + days * 86_400_000), sortDue: NOW.getTime() + days * 86_400_000, steps: [{ element: work[0]!.element, name: work[0]!.step }] });
  const open = [due('soon', 7), due('far', 60)];
  await store.dossiers.collection.insertMany([...dossiers, ...open] as never);
  await store.workItems.collection.insertMany([...items, ...open.map((doc) => ({ ...work[0]!, _id: `${doc._id}.0`, dossierId: doc._id, version: 9, since: doc.receivedAt, open: true }))] as never);
  const { risks } = await risksOf(context, { agencies: ['ubnd-binh-an'], procedureId: like!.procedureId });
  const { calendar } = context.calendars.of({ agencyId: like!.agencyId });
  const still = dossiers.map((doc) => minutesBetween(calendar, doc.receivedAt.getTime(), doc.settledAt.getTime()) - minutesBetween(calendar, open[0]!.receivedAt.getTime(), NOW.getTime()));
  expect(risks).toEqual([{
    dossierId: 'soon', element: work[0]!.element, step: work[0]!.step, dueAt: open[0]!.dueAt.getTime(), agencyId: like!.agencyId, channel: like!.facts.channel, departments: [work[0]!.departmentId],
    half: Math.round(quantile(still, 0.5)), most: Math.round(quantile(still, 0.7)), slack: minutesBetween(calendar, NOW.getTime(), open[0]!.dueAt.getTime()), similar: 12,
  }]);
  const added = [...dossiers, ...open].map(({ _id }) => _id);
  await Promise.all([store.dossiers.deleteMany({ _id: { $in: added } }), store.workItems.deleteMany({ dossierId: { $in: added } })]);
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

test('a file that came without a step, and one that was taken out, are found by the sweep; one that a rule erased was there', async () => {
  const digital = async (): Promise<number> => (await store.figures.find({ departmentId: '' }).lean()).filter(({ period }) => period.length === 4).reduce((n, { sums }) => n + (sums.digital ?? 0), 0);
  const sweep = () => new FigureSweep(store, parts.figures, () => NOW).run();
  const whole = { type: 'a', name: 'a', copies: 1, form: 'original', received: true };
  await store.dossiers.collection.updateOne({ _id: ids[5] } as never, { $set: { 'facts.parts': [whole] } });
  await parts.figures.count([ids[5]!]);
  const before = await digital();
  await store.dossiers.collection.updateOne({ _id: ids[5] } as never, { $set: { 'facts.parts': [whole, { ...whole, type: 'b', form: 'electronic' }] } });
  await parts.figures.count([ids[5]!]);
  await sweep();
  expect(await digital()).toBe(before);
  await store.attachments.create({ _id: 'file-1', dossierId: ids[5]!, name: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: 'x', at: NOW, by: 'lan' });
  await sweep();
  expect(await digital()).toBe(before + 1);
  await store.attachments.updateOne({ _id: 'file-1' }, { $set: { removed: { at: NOW, by: '', reason: 'quy định' } } });
  await sweep();
  expect(await digital()).toBe(before + 1);
  await store.attachments.updateOne({ _id: 'file-1' }, { $set: { removed: { at: NOW, by: 'lan', reason: 'nhầm' } } });
  await sweep();
  expect(await digital()).toBe(before);
});

test('figures of an earlier shape are counted again', async () => {
  await store.counters.updateOne({ _id: 'figures:shape' }, { $set: { n: 1 } });
  expect(await new FigureSweep(store, parts.figures, () => NOW).run()).toBe(await store.dossiers.countDocuments());
});

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
