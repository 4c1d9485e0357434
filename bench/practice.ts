/** Managers' pages over many dossiers in a database: a procedure as practised, its first computing in a thread and the kept answer; the overview. */
import { mkdirSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../models/directory.js';
import { type Drawn, PracticeGatherer } from '../engine/log-checks/practice/gather.js';
import type { CalendarBook } from '../models/calendars/book.js';
import { drawnOf, gather, PracticeComputing } from '../models/practice/compute.js';
import { AtRiskQueries } from '../models/queries/at-risk.js';
import { LateQueries } from '../models/queries/late.js';
import { OverviewQueries } from '../models/queries/overview.js';
import { PracticeQueries } from '../models/queries/practice.js';
import type { DossierDoc, WorkItemDoc } from '../models/schemas/dossier.js';
import { Store } from '../models/store.js';
import { seed } from '../scripts/seed/index.js';
import { Random } from '../scripts/seed/random.js';
import { readSettings } from '../server/config.js';
import { createParts, type Parts } from '../server/parts.js';
import { PracticeThread } from '../server/practice-thread.js';
import { startServices } from '../services/index.js';
import { projectRoot } from '../services/places.js';
import { quantiles } from './measure.js';

const PROCEDURE = 'P01-dang-ky-khai-sinh';
const [AT_ONCE, REPEATS, DAY] = [500, 20, 86_400_000];
export interface PracticeTiming { dossiers: number; steps: number; figuresS: number; findingsS: number; kept: Quantiles; keptInDatabaseMs: number; answerKb: number; rssMb: number }

/** Fills up to each size in turn with dossiers like those of the sample data, over eleven months. */
export async function timePractice(sizes: readonly number[]): Promise<{ load: number[]; gathered: Gathered[]; timings: PracticeTiming[]; overview: OverviewTiming[] }> {
  const practised = await withSamples(60, (sampled) => timedPractice(sampled, sizes));
  return { ...practised, overview: await withSamples(300, (sampled) => timeOverview(sampled, sizes)) };
}

interface Sampled { store: Store; parts: Parts; actor: Actor; thread: PracticeThread }
async function withSamples<T>(dossiers: number, work: (sampled: Sampled) => Promise<T>): Promise<T> {
  const data = join(projectRoot(), 'data', 'bench', 'practice');
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  const { settings } = readSettings({ ...process.env, DOSSIERFLOW_DATA: data }, projectRoot());
  const services = await startServices(settings, { info: () => undefined, warn: () => undefined, error: () => undefined });
  const store = await Store.connect(services.mongoUri);
  const thread = new PracticeThread({ mongoUri: services.mongoUri });
  try {
    await store.ensureIndexes();
    const parts = await createParts(store);
    await seed(parts, join(projectRoot(), 'procedures'), { dossiers });
    return await work({ store, parts, actor: (await parts.context.directory.actor('quang'))!, thread });
  } finally {
    await thread.stop();
    await store.close();
    await services.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function timedPractice({ store, parts, actor, thread }: Sampled, sizes: readonly number[]): Promise<{ load: number[]; gathered: Gathered[]; timings: PracticeTiming[] }> {
  const load = loadavg();
  const like = await samples(store, { procedureId: PROCEDURE, open: false });
  const drawn = drawnOf(await new PracticeComputing(parts.context).drawing(PROCEDURE, undefined));
  const gathered = GATHERED.map((size) => gatheredOf(like, size, drawn, parts.context.calendars));
  process.stderr.write(`${JSON.stringify(gathered)}\n`);
  const timings: PracticeTiming[] = [];
  let written = 0;
  for (const size of sizes) {
    for (; written < size; written += AT_ONCE) await fill(store, like, written, Math.min(AT_ONCE, size - written));
    const timing = await timed(store, actor, new PracticeQueries(parts.context, (task) => thread.run(task)), () => new PracticeQueries(parts.context, (task) => thread.run(task)));
    process.stderr.write(`${JSON.stringify(timing)}\n`);
    timings.push(timing);
  }
  return { load, gathered, timings };
}

export interface OverviewTiming { dossiers: number; cells: number; countingS: number; month: Quantiles; year: Quantiles; department: Quantiles; late: Quantiles; firstAtRiskS: number; atRisk: Quantiles; answerKb: number }
type Quantiles = ReturnType<typeof quantiles>;

/** The manager's overview over dossiers of every procedure of the sample data; those that are open stay where they are in time. */
async function timeOverview({ store, parts, actor, thread }: Sampled, sizes: readonly number[]): Promise<OverviewTiming[]> {
  const like = await samples(store, {});
  const [overview, late, now] = [new OverviewQueries(parts.context), new LateQueries(parts.context), Date.now()];
  const timings: OverviewTiming[] = [];
  let written = 0;
  for (const size of sizes) {
    let countingS = 0;
    for (; written < size; written += AT_ONCE) {
      await fill(store, like, written, Math.min(AT_ONCE, size - written));
      const since = performance.now();
      await parts.figures.count(Array.from({ length: Math.min(AT_ONCE, size - written) }, (_, i) => `copy-${written + i}`));
      countingS += (performance.now() - since) / 1000;
    }
    const [since, atRisk, page] = [performance.now(), new AtRiskQueries(parts.context, new PracticeQueries(parts.context, (task) => thread.run(task))), { page: 1, pageSize: 10 }];
    await atRisk.list(actor, page);
    const firstAtRiskS = (performance.now() - since) / 1000;
    const days = (n: number) => ({ from: new Date(now - n * DAY), to: new Date(now) });
    const timing = {
      dossiers: await store.dossiers.countDocuments(), cells: await store.figures.countDocuments(), countingS, month: await repeated(() => overview.report(actor, days(29))), year: await repeated(() => overview.report(actor, days(364))),
      department: await repeated(() => overview.report(actor, { ...days(364), department: 'phongKinhTe' })), late: await repeated(() => late.list(actor, page)), firstAtRiskS, atRisk: await repeated(() => atRisk.list(actor, page)), answerKb: JSON.stringify(await overview.report(actor, days(364))).length / 1000,
    };
    process.stderr.write(`${JSON.stringify(timing)}\n`);
    timings.push(timing);
  }
  return timings;
}

async function repeated(ask: () => Promise<unknown>): Promise<Quantiles> {
  const took: number[] = [];
  for (let i = 0; i < REPEATS; i += 1) {
    const since = performance.now();
    await ask();
    took.push(performance.now() - since);
  }
  return quantiles(took);
}

const GATHERED = [1_000, 10_000, 100_000];
interface Gathered { dossiers: number; steps: number; gatherS: number; figuresS: number; rssMb: number }
/** Without a database: from documents to figures. */
function gatheredOf(like: readonly Sample[], size: number, drawn: Drawn, calendars: CalendarBook): Gathered {
  const gatherer = new PracticeGatherer(drawn);
  let gatherS = 0;
  for (let at = 0; at < size; at += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, size - at) }, (_, i) => copyOf(like[(at + i) % like.length]!, at + i));
    const since = performance.now();
    gather(gatherer, calendars, some.map(({ dossier }) => dossier), new Map(some.map(({ dossier, work }) => [dossier._id, work])));
    gatherS += (performance.now() - since) / 1000;
  }
  const since = performance.now();
  const figures = gatherer.figures();
  return { dossiers: figures.dossiers, steps: figures.steps.reduce((sum, { executions }) => sum + executions, 0), gatherS, figuresS: (performance.now() - since) / 1000, rssMb: process.memoryUsage().rss / 1e6 };
}

interface Sample { dossier: DossierDoc; work: WorkItemDoc[] }
async function samples(store: Store, which: { procedureId?: string; open?: boolean }): Promise<Sample[]> {
  const dossiers = await store.dossiers.find(which).lean();
  return Promise.all(dossiers.map(async (dossier) => ({ dossier, work: await store.workItems.find({ dossierId: dossier._id }).lean() })));
}

async function fill(store: Store, like: readonly Sample[], from: number, count: number): Promise<void> {
  const made = Array.from({ length: count }, (_, i) => copyOf(like[(from + i) % like.length]!, from + i));
  await store.dossiers.collection.insertMany(made.map(({ dossier }) => dossier) as never);
  await store.workItems.collection.insertMany(made.flatMap(({ work }) => work) as never);
}

/** Whole weeks earlier, so that office hours stay what they were. */
function copyOf({ dossier, work }: Sample, n: number): Sample {
  const by = dossier.open ? 0 : Math.floor(new Random(n).between(0, 47)) * 7 * DAY;
  const moved = <T>(value: T): T => (value instanceof Date ? new Date(value.getTime() - by) as T : Array.isArray(value) ? value.map(moved) as T
    : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, moved(each)])) as T : value);
  const id = `copy-${n}`;
  return { dossier: { ...moved(dossier), _id: id, dossierNo: id }, work: work.map((item, i) => ({ ...moved(item), _id: `${id}.${i}`, dossierId: id, dossierNo: id })) };
}

async function timed(store: Store, actor: Actor, practice: PracticeQueries, another: () => PracticeQueries): Promise<PracticeTiming> {
  await store.keptPractice.deleteMany({});
  const filter = { procedureId: PROCEDURE };
  const seconds = async (work: () => Promise<unknown>): Promise<number> => {
    const since = performance.now();
    await work();
    return (performance.now() - since) / 1000;
  };
  const figuresS = await seconds(() => practice.figures(actor, filter));
  const findingsS = await seconds(() => practice.findings(actor, filter, 'vi'));
  const keptInDatabaseMs = 1000 * await seconds(() => another().figures(actor, filter));
  const view = await practice.figures(actor, filter);
  return { dossiers: view.dossiers, steps: view.steps.reduce((sum, { executions }) => sum + executions, 0), figuresS, findingsS, kept: await repeated(() => practice.figures(actor, filter)), keptInDatabaseMs, answerKb: JSON.stringify(view).length / 1000, rssMb: process.memoryUsage().rss / 1e6 };
}
