/** A database of its own with dossiers of the sample data, and copies of them by the thousand. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '../models/directory.js';
import type { DossierDoc, WorkItemDoc } from '../models/schemas/dossier.js';
import { Store } from '../models/store.js';
import { seed } from '../scripts/seed/index.js';
import { Random } from '../scripts/seed/random.js';
import { readSettings } from '../server/config.js';
import { createParts, type Parts } from '../server/parts.js';
import { PracticeThread } from '../server/practice-thread.js';
import { startServices } from '../services/index.js';
import { projectRoot } from '../services/places.js';
import { repeated, type Quantiles } from './measure.js';
import { cpuOf } from './processes.js';
import { pidOf } from './stage.js';

export const AT_ONCE = 500;
/** Turns of a question that is timed. */
export const REPEATS = 20;
const DAY = 86_400_000;

export interface Sampled { store: Store; parts: Parts; actor: Actor; thread: PracticeThread; mongoPid: number }
export async function withSamples<T>(dossiers: number, work: (sampled: Sampled) => Promise<T>): Promise<T> {
  const data = join(projectRoot(), 'data', 'bench', 'practice');
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  const { settings } = readSettings({ ...process.env, DOSSIERFLOW_DATA: data }, projectRoot());
  const services = await startServices(settings, { info: () => undefined, warn: () => undefined, error: () => undefined });
  const store = await Store.connect(services.mongoUri);
  const thread = new PracticeThread({ mongoUri: services.mongoUri }, () => new Date());
  try {
    await store.ensureIndexes();
    const parts = await createParts(store);
    await seed(parts, join(projectRoot(), 'procedures'), { dossiers });
    return await work({ store, parts, actor: (await parts.context.directory.actor('quang'))!, thread, mongoPid: pidOf(data, 'mongo') });
  } finally {
    await thread.stop();
    await store.close();
    await services.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

export interface Sample { dossier: DossierDoc; work: WorkItemDoc[] }
export async function samples(store: Store, which: { procedureId?: string; open?: boolean }): Promise<Sample[]> {
  const dossiers = await store.dossiers.find(which).lean();
  return Promise.all(dossiers.map(async (dossier) => ({ dossier, work: await store.workItems.find({ dossierId: dossier._id }).lean() })));
}

export async function fill(store: Store, like: readonly Sample[], from: number, count: number): Promise<void> {
  const made = Array.from({ length: count }, (_, i) => copyOf(like[(from + i) % like.length]!, from + i));
  await store.dossiers.collection.insertMany(made.map(({ dossier }) => dossier) as never);
  await store.workItems.collection.insertMany(made.flatMap(({ work }) => work) as never);
}

/** Whole weeks earlier, so that office hours stay what they were. */
export function copyOf({ dossier, work }: Sample, n: number): Sample {
  const by = dossier.open ? 0 : Math.floor(new Random(n).between(0, 47)) * 7 * DAY;
  const moved = <T>(value: T): T => (value instanceof Date ? new Date(value.getTime() - by) as T : Array.isArray(value) ? value.map(moved) as T
    : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, moved(each)])) as T : value);
  const id = `copy-${n}`;
  return { dossier: { ...moved(dossier), _id: id, dossierNo: id }, work: work.map((item, i) => ({ ...moved(item), _id: `${id}.${i}`, dossierId: id, dossierNo: id })) };
}

/** Milliseconds by the clock (of several, the median and p95), and of processor: ours and the database's. */
export interface Cost { ms: number; p95?: number; cpuMs: number; mongoCpuMs: number }
export async function costOf(mongoPid: number, work: () => Promise<unknown>): Promise<Cost> {
  const [since, own, mongo] = [performance.now(), process.cpuUsage(), cpuOf(mongoPid) ?? 0];
  await work();
  const { user, system } = process.cpuUsage(own);
  return { ms: performance.now() - since, cpuMs: (user + system) / 1000, mongoCpuMs: (cpuOf(mongoPid) ?? 0) - mongo };
}
export async function costly(mongoPid: number, ask: () => Promise<unknown>): Promise<Cost> {
  let took: Quantiles | undefined;
  const all = await costOf(mongoPid, async () => { took = await repeated(ask, REPEATS); });
  return { ms: took!.p50, p95: took!.p95, cpuMs: all.cpuMs / REPEATS, mongoCpuMs: all.mongoCpuMs / REPEATS };
}
