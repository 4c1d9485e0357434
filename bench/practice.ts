/** Managers' pages over many dossiers in a database: a procedure as practised, its first computing in a thread and the kept answer. */
import { loadavg } from 'node:os';
import type { Actor } from '../models/directory.js';
import { type Drawn, PracticeGatherer } from '../engine/log-checks/practice/gather.js';
import type { CalendarBook } from '../models/calendars/book.js';
import { drawnOf, gather, PracticeComputing } from '../models/practice/compute.js';
import { PracticeQueries } from '../models/queries/practice.js';
import type { Store } from '../models/store.js';
import { AT_ONCE, copyOf, fill, REPEATS, type Sample, type Sampled, samples, withSamples } from './copies.js';
import { type Quantiles, repeated } from './measure.js';

const PROCEDURE = 'P01-dang-ky-khai-sinh';
export interface PracticeTiming { dossiers: number; steps: number; figuresS: number; findingsS: number; kept: Quantiles; keptInDatabaseMs: number; answerKb: number; rssMb: number }

/** Fills up to each size in turn with dossiers like those of the sample data, over eleven months. */
export function timePractice(sizes: readonly number[]): Promise<{ load: number[]; gathered: Gathered[]; timings: PracticeTiming[] }> {
  return withSamples(60, (sampled) => timedPractice(sampled, sizes));
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
  return { dossiers: view.dossiers, steps: view.steps.reduce((sum, { executions }) => sum + executions, 0), figuresS, findingsS, kept: await repeated(() => practice.figures(actor, filter), REPEATS), keptInDatabaseMs, answerKb: JSON.stringify(view).length / 1000, rssMb: process.memoryUsage().rss / 1e6 };
}
