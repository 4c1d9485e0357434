/** The embedded database finds by the values of fields what looking through all documents finds, whatever has been written before. */
import fc from 'fast-check';
import mongoose from 'mongoose';
import { startMongo } from '../../services/index.js';
import { temporaryFolder, testSettings } from '../support/services.js';

interface Thing { _id: string; name?: string | null; tags?: string[]; open?: boolean; at?: Date; parts?: { of?: string }[]; n: number }
type Filter = Parameters<mongoose.mongo.Collection<Thing>['find']>[0];
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const [DAY, MANY] = [86_400_000, 10_050];

const word = fc.constantFrom('a', 'b', 'c');
const instant = fc.integer({ min: 0, max: 9 }).map((n) => new Date(n * DAY));
const fields = fc.record({ name: fc.option(word), tags: fc.array(word, { maxLength: 3 }), open: fc.boolean(), at: instant, parts: fc.array(fc.record({ of: word }, { requiredKeys: [] }), { maxLength: 2 }) }, { requiredKeys: [] });
const id = fc.integer({ min: 0, max: 39 }).map((n) => `thing-${n}`);
const act = fc.oneof(
  fc.tuple(fc.constant('put' as const), id, fields), fc.tuple(fc.constant('change' as const), id, fields), fc.tuple(fc.constant('take' as const), id, fc.constant({})),
  fc.tuple(fc.constant('unset' as const), id, fc.constant({})), fc.tuple(fc.constant('ask' as const), id, fc.constant({})),
);
/** Each with what it means; a second field takes part in none of the indexes. */
const asked: readonly [Filter, (thing: Thing) => boolean][] = [
  ...['a', 'b'].flatMap((x): [Filter, (thing: Thing) => boolean][] => [
    [{ name: x }, ({ name }) => name === x], [{ tags: x }, ({ tags }) => tags?.includes(x) ?? false], [{ 'parts.of': x } as Filter, ({ parts }) => parts?.some((part) => part.of === x) ?? false],
    [{ name: x, n: { $gt: 20 } }, ({ name, n }) => name === x && n > 20], [{ name: { $in: [x, 'c', 'none'] } }, ({ name }) => name === x || name === 'c'], [{ name: x, tags: x, open: true }, ({ name, tags, open }) => name === x && tags?.includes(x) === true && open === true],
  ]),
  [{ name: { $in: [] } }, () => false], [{ name: null }, ({ name }) => name == null], [{ name: { $in: ['a', null] } }, ({ name }) => name == null || name === 'a'], [{ name: { $ne: 'a' } }, ({ name }) => name !== 'a'], [{ name: /^[ab]/ }, ({ name }) => name === 'a' || name === 'b'],
  [{ tags: ['a'] }, ({ tags }) => tags?.length === 1 && tags[0] === 'a'], [{ open: true }, ({ open }) => open === true], [{ open: false }, ({ open }) => open === false],
  [{ at: { $gte: new Date(3 * DAY) } }, ({ at }) => at !== undefined && at.getTime() >= 3 * DAY], [{ at: { $gt: new Date(2 * DAY), $lt: new Date(5 * DAY) } }, ({ at }) => at !== undefined && at.getTime() > 2 * DAY && at.getTime() < 5 * DAY],
  [{ at: { $lte: new Date(2 * DAY) } }, ({ at }) => at !== undefined && at.getTime() <= 2 * DAY], [{ at: { $gte: new Date(5 * DAY), $lt: new Date(2 * DAY) } }, () => false], [{ at: new Date(4 * DAY) }, ({ at }) => at?.getTime() === 4 * DAY],
];

let folder: ReturnType<typeof temporaryFolder>, running: Awaited<ReturnType<typeof startMongo>>, client: mongoose.mongo.MongoClient;
const things = (): mongoose.mongo.Collection<Thing> => client.db().collection<Thing>('things');
async function open(): Promise<void> {
  running = await startMongo(await testSettings(folder.path), quiet);
  client = await new mongoose.mongo.MongoClient(running.at).connect();
}
async function close(): Promise<void> {
  await client.close();
  await running.stop();
}
beforeAll(async () => {
  folder = temporaryFolder();
  await open();
  await things().createIndexes([{ key: { name: 1 } }, { key: { tags: 1 } }, { key: { open: 1, n: 1 } }, { key: { 'parts.of': 1 } }, { key: { at: 1 } }]);
}, 60_000);
afterAll(async () => { await close(); folder.remove(); }, 30_000);

async function isRight(known: ReadonlyMap<string, Thing>): Promise<void> {
  for (const [filter, means] of asked) {
    const found = (await things().find(filter, { projection: { _id: 1 } }).sort({ _id: 1 }).toArray()).map(({ _id }) => _id);
    expect([filter, found]).toEqual([filter, [...known.values()].filter(means).map(({ _id }) => _id).sort()]);
    expect(await things().countDocuments(filter)).toBe(found.length);
  }
}

test('what is found by a value is what has it, after any changes and after a restart', async () => {
  const known = new Map<string, Thing>();
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 40 }), async (acts) => {
    for (const [n, [what, _id, changed]] of acts.entries()) {
      const thing = known.get(_id);
      if (what === 'put') {
        known.set(_id, { _id, n, ...changed });
        await things().replaceOne({ _id }, { n, ...changed }, { upsert: true });
      } else if (what === 'change' && thing) {
        known.set(_id, { ...thing, ...changed, n });
        await things().updateMany({ _id }, { $set: { ...changed, n } });
      } else if (what === 'unset' && thing) {
        const { name: _name, at: _at, ...rest } = thing;
        known.set(_id, rest);
        await things().findOneAndUpdate({ _id }, { $unset: { name: '', at: '' } });
      } else if (what === 'take') {
        known.delete(_id);
        await things().deleteOne({ _id });
      } else if (what === 'ask') await isRight(known);
    }
    await isRight(known);
  }), { numRuns: 10 });
  await close();
  await open();
  await isRight(known);
  await things().deleteMany({ name: { $in: ['a', 'b'] } });
  await isRight(new Map([...known].filter(([, { name }]) => name !== 'a' && name !== 'b')));
}, 180_000);

test('what very many have in common is found too, also when they are fewer again; a collection that is dropped is empty', async () => {
  await things().deleteMany({});
  await things().insertMany(Array.from({ length: 2 * MANY + 100 }, (_, n) => ({ _id: `many-${n}`, name: n < MANY ? 'most' : n < MANY + 3 ? 'few' : `other-${n}`, n })));
  expect(await things().countDocuments({ name: 'few' })).toBe(3);
  expect(await things().countDocuments({ name: 'most' })).toBe(MANY);
  expect(await things().countDocuments({ name: { $in: ['most', 'few'] } })).toBe(MANY + 3);
  await things().deleteMany({ n: { $lt: MANY - 5 } });
  expect(await things().countDocuments({ name: 'most' })).toBe(5);
  await things().drop();
  expect(await things().countDocuments({ name: 'few' })).toBe(0);
}, 120_000);
