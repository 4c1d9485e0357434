/** A register has no gaps: with many receptions at once, in two processes, with entries that fail and a counter that lags. */
import { join } from 'node:path';
import { RuleBook } from '../../models/rules.js';
import { TrailSealer } from '../../models/trail/sealer.js';
import { Store } from '../../models/store.js';
import { numberText, Numbers, registerOf } from '../../models/writes/numbers.js';
import { Reception, type NewFacts } from '../../models/writes/reception.js';
import { seedRules } from '../../scripts/seed/rules.js';
import { projectRoot } from '../../services/places.js';
import { seededRules } from '../casework/support.js';
import { startMongo } from '../support/services.js';

let mongo: Awaited<ReturnType<typeof startMongo>>;
const stores: Store[] = [];
beforeAll(async () => {
  mongo = await startMongo();
  for (let i = 0; i < 2; i += 1) stores.push(await Store.connect(mongo.uri));
  await stores[0]!.ensureIndexes();
  await seedRules(stores[0]!, join(projectRoot(), 'procedures'));
}, 60_000);
afterAll(async () => { await Promise.all(stores.map((store) => store.close())); await mongo?.stop(); }, 30_000);

const facts = (receivedAt = new Date('2026-06-09T02:00:00Z')): NewFacts => ({
  procedureId: 'P', procedureCode: 'P', procedureName: 'P', version: 1, planHash: 'h', agencyId: 'a', channel: 'desk', applicant: { kind: 'person', name: 'An' }, parts: [], receivedAt, receivedBy: 'lan', bodyHash: 'x',
});
const receptions = async (): Promise<Reception[]> => Promise.all(stores.map(async (store) => {
  const rules = new RuleBook(store);
  await rules.refresh();
  return new Reception(store, rules, () => undefined, new TrailSealer(store, () => new Date()));
}));
const registered = async (code: string): Promise<number[]> => {
  const entries = await stores[0]!.log.find({ registerNo: { $exists: true }, 'facts.dossierNo': { $regex: `^${code}-` } }).lean();
  return entries.map((entry) => Number(entry.registerNo!.split(':').pop())).sort((a, b) => a - b);
};
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

test('96 receptions at once over two connections, a third of them sent twice: 1 to 96', async () => {
  const both = await receptions();
  const asked = upTo(96).flatMap((i) => (i % 3 === 0 ? [i, i] : [i]));
  const done = await Promise.all(asked.map((i, at) => both[at % 2]!.register(`d-many-${i}`, `many-${i}`, facts(), 'MANY')));
  expect(await registered('MANY')).toEqual(upTo(96));
  expect(new Set(done.map((each) => each.facts.dossierNo)).size).toBe(96);
  for (const { facts: { dossierNo } } of done) expect(dossierNo).toMatch(/^MANY-20260609-\d{7}$/);
}, 60_000);

test('entries that fail leave no gap: their numbers go to the next', async () => {
  const numbers = new Numbers(stores[0]!);
  const other = new Numbers(stores[1]!);
  const register = registerOf('FAIL', new Date('2026-06-09T02:00:00Z'), seededRules());
  const enter = (i: number) => async (n: number): Promise<number> => {
    if (i % 4 === 0) throw new Error('the request broke off');
    await stores[i % 2]!.log.collection.insertOne({ _id: `d-fail-${i}:0`, dossierId: `d-fail-${i}`, from: 0, registerNo: `${register.series}:${n}`, facts: { dossierNo: numberText(register, n) } } as never);
    if (i % 7 === 0) throw new Error('broke off after the entry');
    return n;
  };
  const results = await Promise.allSettled(upTo(60).map((i) => (i % 2 ? numbers : other).take(register, enter(i))));
  expect(results.filter((each) => each.status === 'rejected')).toHaveLength(21);
  expect(await registered('FAIL')).toEqual(upTo(45));
}, 60_000);

test('a counter that was not advanced is caught up with', async () => {
  const [one] = await receptions();
  await one!.register('d-lag-1', 'lag-1', facts(), 'LAG');
  await one!.register('d-lag-2', 'lag-2', facts(), 'LAG');
  await stores[0]!.counters.deleteOne({ _id: 'dossiers:LAG:2026' });
  const [, fresh] = await receptions();
  expect((await fresh!.register('d-lag-3', 'lag-3', facts(), 'LAG')).facts.dossierNo).toBe('LAG-20260609-0000003');
  expect(await stores[0]!.counters.findById('dossiers:LAG:2026').lean()).toMatchObject({ n: 3 });
});

test('the pattern and what it is counted over are settings; the day is that of the desk', () => {
  const late = new Date('2026-12-31T18:00:00Z');
  expect(numberText(registerOf('G09.20', late, seededRules()), 92_637)).toBe('G09.20-20270101-0092637');
  expect(registerOf('G09.20', late, seededRules()).series).toBe('dossiers:G09.20:2027');
  const own = seededRules({ 'register.pattern': '{date}/{number:3}-{agency}', 'register.period': 'ever' });
  expect(registerOf('X', late, own).series).toBe('dossiers:X');
  expect(numberText(registerOf('X', late, own), 7)).toBe('20270101/007-X');
});
