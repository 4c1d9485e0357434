/** The trail: concurrent writers make one chain, and whatever is done to the database afterwards is found. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Store } from '../../models/store.js';
import { anchorFile, readAnchors, type Anchor } from '../../models/trail/anchors.js';
import { blockHash, blockId, FIRST } from '../../models/trail/hash.js';
import { TrailSealer } from '../../models/trail/sealer.js';
import { sealedItem } from '../../models/trail/sources.js';
import { TrailSweep } from '../../models/trail/sweep.js';
import { verifyTrail } from '../../models/trail/verify.js';
import { Random } from '../../scripts/seed/random.js';
import { seed } from '../../scripts/seed/index.js';
import { createParts, type Parts } from '../../server/parts.js';
import { projectRoot } from '../../services/places.js';
import { startMongo } from '../support/services.js';

const NOW = new Date('2026-11-23T03:00:00Z');
jest.setTimeout(180_000);
let mongo: Awaited<ReturnType<typeof startMongo>>, store: Store, parts: Parts, folder: string, file: string;
let anchors: Anchor[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dossierflow-trail-'));
  file = join(folder, 'kept', 'heads.jsonl');
  mongo = await startMongo();
  store = await Store.connect(mongo.uri);
  await store.ensureIndexes();
  parts = await createParts(store, () => NOW);
  await seed(parts, join(projectRoot(), 'procedures'), { dossiers: 30 });
  parts.trail.anchors = anchorFile(file);
  // Seals in several blocks, as a day's work does.
  const others = [0, 1].map(() => { const sealer = new TrailSealer(store, () => NOW); sealer.anchors = anchorFile(file); return sealer; });
  const agency = parts.context.directory.mainAgency()!._id;
  const log = await store.log.find().sort({ _id: 1 }).lean();
  for (let from = 0; from < log.length; from += 5) {
    const sealer = [parts.trail, ...others][(from / 5) % 3]!;
    for (const doc of log.slice(from, from + 5)) sealer.note('log', agency, doc);
    // Three at once: each takes a number of its own.
    if ((from / 5) % 3 === 2) await Promise.all([parts.trail, ...others].map((each) => each.flush()));
  }
  await Promise.all([parts.trail, ...others].map((each) => each.flush()));
  await new TrailSweep({ store, sealer: parts.trail, mainAgency: () => agency, now: () => NOW }).run();
  anchors = await readAnchors(file);
});
afterAll(async () => { await store?.close(); await mongo?.stop(); rmSync(folder, { recursive: true, force: true }); });

const verify = (kept: readonly Anchor[] = anchors) => verifyTrail(store, kept, new Date(NOW.getTime() + 3_600_000));

test('three writers at once make one chain, each block with its head outside; nothing is wrong with it', async () => {
  const verdict = await verify();
  expect(verdict.problems).toEqual([]);
  expect(verdict).toMatchObject({ unsealed: 0 });
  const blocks = verdict.agencies.reduce((sum, each) => sum + each.blocks, 0);
  expect(blocks).toBeGreaterThan(20);
  expect(anchors).toHaveLength(blocks);
  // Procedures, calendars and dossiers alike.
  expect(verdict.documents).toBeGreaterThan(200);
});

test('looking through it again seals nothing twice', async () => {
  const before = await store.trailBlocks.countDocuments();
  const sweep = new TrailSweep({ store, sealer: parts.trail, mainAgency: () => 'x', now: () => NOW });
  expect([await sweep.run(), await sweep.run()]).toEqual([0, 0]);
  expect(await store.trailBlocks.countDocuments()).toBe(before);
});

type Undo = () => Promise<unknown>;
interface Tampering { name: string; expect: RegExp; run(random: Random): Promise<Undo> }
const pick = async (random: Random) => { const all = await store.log.find({}, { _id: 1 }).sort({ _id: 1 }).lean(); return (await store.log.findById(random.pick(all)._id).lean())!; };
const replace = <T extends { _id: string }>(doc: T) => store.log.collection.replaceOne({ _id: doc._id } as never, doc as never);

const TAMPERINGS: Tampering[] = [
  { name: 'another person', expect: /changed/, run: async (random) => { const doc = await pick(random); await replace({ ...doc, by: `${doc.by ?? ''}x` }); return () => replace(doc); } },
  { name: 'an hour earlier', expect: /changed/, run: async (random) => { const doc = await pick(random); await replace({ ...doc, at: new Date(doc.at.getTime() - 3_600_000) } as never); return () => replace(doc); } },
  { name: 'an event altered', expect: /changed/, run: async (random) => { const doc = await pick(random); await replace({ ...doc, events: [...doc.events, { type: 'scopeClosed', seq: 999, at: 1, scope: 'x' }] } as never); return () => replace(doc); } },
  { name: 'a field added', expect: /changed/, run: async (random) => { const doc = await pick(random); await replace({ ...doc, reason: 'x' } as never); return () => replace(doc); } },
  { name: 'removed', expect: /removed/, run: async (random) => { const doc = await pick(random); await store.log.collection.deleteOne({ _id: doc._id } as never); return () => store.log.collection.insertOne(doc as never); } },
  { name: 'slipped in', expect: /inserted/, run: async (random) => { const doc = await pick(random); const { registerNo: _taken, ...rest } = doc; const forged = { ...rest, _id: `${doc._id}9`, from: 9_999 }; await store.log.collection.insertOne(forged as never); return () => store.log.collection.deleteOne({ _id: forged._id } as never); } },
  { name: 'two exchanged', expect: /changed/, run: async (random) => {
    const [one, other] = [await pick(random), await pick(random)];
    await replace({ ...one, events: other.events, at: other.at, seq: other._id === one._id ? -1 : other.seq }); await replace({ ...other, events: one.events, at: one.at, seq: one._id === other._id ? -1 : one.seq });
    return async () => { await replace(one); await replace(other); };
  } },
  { name: 'a version of a procedure altered', expect: /changed/, run: async () => { const doc = (await store.versions.findOne().lean())!; await store.versions.collection.updateOne({ _id: doc._id } as never, { $set: { xml: `${doc.xml} ` } }); return () => store.versions.collection.updateOne({ _id: doc._id } as never, { $set: { xml: doc.xml } }); } },
  { name: 'a seal altered', expect: /block changed/, run: async (random) => { const block = await anyBlock(random); await putBlock({ ...block, items: block.items.map((item, index) => (index === 0 ? { ...item, hash: FIRST } : item)) }); return () => putBlock(block); } },
  { name: 'a block taken out', expect: /chain broken|truncated/, run: async (random) => { const block = await anyBlock(random); await store.trailBlocks.collection.deleteOne({ _id: block._id } as never); return () => store.trailBlocks.collection.insertOne(block as never); } },
  { name: 'two blocks exchanged', expect: /chain broken/, run: async (random) => {
    const [one, other] = [await anyBlock(random), await anyBlock(random)];
    if (one.n === other.n) { await putBlock({ ...one, prev: FIRST.replace('0', '1') }); return () => putBlock(one); }
    await putBlock({ ...other, _id: one._id, n: one.n }); await putBlock({ ...one, _id: other._id, n: other.n });
    return async () => { await putBlock(one); await putBlock(other); };
  } },
  { name: 'the end cut off', expect: /truncated/, run: async () => { const last = await lastBlock(); await store.trailBlocks.collection.deleteOne({ _id: last._id } as never); return () => store.trailBlocks.collection.insertOne(last as never); } },
  // Whoever knows how it is made and alters a document, its seal and all blocks after it.
  { name: 'the chain made again', expect: /rewritten/, run: async (random) => {
    const doc = await pick(random);
    const blocks = await store.trailBlocks.find({ agencyId: (await lastBlock()).agencyId }).sort({ n: 1 }).lean();
    const forged = { ...doc, by: 'nobody' };
    await replace(forged);
    let prev = FIRST;
    for (const block of blocks) {
      const items = block.items.map((item) => (item.source === 'log' && item.id === doc._id ? sealedItem('log', forged) : item));
      const again = { ...block, prev, items };
      prev = blockHash(again);
      await putBlock({ ...again, hash: prev });
    }
    return async () => { await replace(doc); for (const block of blocks) await putBlock(block); };
  } },
];
const anyBlock = async (random: Random) => { const { agencyId, n } = await lastBlock(); return (await store.trailBlocks.findById(blockId(agencyId, 1 + Math.floor(random.next() * (n - 1)))).lean())!; };
const lastBlock = async () => (await store.trailBlocks.find().sort({ n: -1 }).limit(1).lean())[0]!;
const putBlock = <T extends { _id: string }>(block: T) => store.trailBlocks.collection.replaceOne({ _id: block._id } as never, block as never);

test('a hundred tamperings, all found, and none once they are undone', async () => {
  const random = new Random(7);
  const found: string[] = [];
  for (let n = 0; n < 104; n += 1) {
    const tampering = TAMPERINGS[n % TAMPERINGS.length]!;
    const undo = await tampering.run(random);
    const { problems } = await verify();
    await undo();
    found.push(problems.some(({ kind }) => tampering.expect.test(kind)) ? 'found' : `${n} ${tampering.name}: ${JSON.stringify(problems.slice(0, 3))}`);
  }
  expect(found.filter((each) => each !== 'found')).toEqual([]);
  expect((await verify()).problems).toEqual([]);
});

test('without the heads outside, a chain that is cut or made again is not told from a good one: that is what they are for', async () => {
  const last = await lastBlock();
  const named = new Set(last.items.map(({ source, id }) => `${source} ${id}`));
  await store.trailBlocks.collection.deleteOne({ _id: last._id } as never);
  const kinds = new Set((await verify([])).problems.map(({ kind }) => kind));
  expect([...kinds]).toEqual(['inserted']);
  expect(named.size).toBeGreaterThan(0);
  await store.trailBlocks.collection.insertOne(last as never);
});

test('a head that a crash has cut in the middle is left out; any other line that is none is named', async () => {
  const good = readFileSync(file, 'utf8');
  writeFileSync(file, `${good}{"agencyId":"x"`);
  expect(await readAnchors(file)).toHaveLength(anchors.length);
  writeFileSync(file, `nonsense\n${good}`);
  await expect(readAnchors(file)).rejects.toThrow('line 1');
  writeFileSync(file, good);
});

test('what cannot be written is kept until it can', async () => {
  const gone = await Store.connect(mongo.uri);
  const sealer = new TrailSealer(gone, () => NOW);
  await gone.close();
  sealer.note('log', 'elsewhere', { _id: 'a' });
  await expect(sealer.flush()).rejects.toThrow();
  // Still waiting: the next attempt is refused as well, and does not pass for done.
  await expect(sealer.flush()).rejects.toThrow();
});
