/** The manager's overview, late and at-risk lists over many dossiers, and what counting them into the figures costs. */
import { setTimeout as sleep } from 'node:timers/promises';
import { AtRiskQueries } from '../models/queries/at-risk.js';
import { LateQueries } from '../models/queries/late.js';
import { OverviewQueries } from '../models/queries/overview.js';
import { PracticeQueries } from '../models/queries/practice.js';
import { ReportQueries } from '../models/queries/reports.js';
import { AT_ONCE, type Cost, costOf, costly, fill, type Sample, type Sampled, samples, withSamples } from './copies.js';
import { reference, type Reference } from './processes.js';

const [DAY, TRIES, WAIT_MS] = [86_400_000, 20, 3_000];
const PROCEDURE = 'P01-dang-ky-khai-sinh';
export interface OverviewTiming { dossiers: number; cells: number; counting: Cost; perDossierMs: number; pages: Record<string, Cost>; answerKb: number; machine: Reference }

/** Dossiers of every procedure of the sample data; those that are open stay where they are in time. */
export function timeOverviews(sizes: readonly number[]): Promise<OverviewTiming[]> {
  return withSamples(300, async (sampled) => {
    const like = await samples(sampled.store, {});
    const timings: OverviewTiming[] = [];
    let written = 0;
    for (const size of sizes) {
      const timing = await timed(sampled, await counted(sampled, like, written, size), size - written);
      written = size;
      process.stderr.write(`${JSON.stringify(timing)}\n`);
      timings.push(timing);
    }
    return timings;
  });
}

/** Written as documents, then counted by the product's own code. */
async function counted({ store, parts, mongoPid }: Sampled, like: readonly Sample[], from: number, to: number): Promise<Cost> {
  const costs: Cost[] = [];
  for (let at = from; at < to; at += AT_ONCE) {
    const count = Math.min(AT_ONCE, to - at);
    await fill(store, like, at, count);
    for (let i = 0; i < count; i += 1) parts.figures.note(`copy-${at + i}`);
    costs.push(await costOf(mongoPid, () => settled(parts)));
  }
  const sum = (of: keyof Omit<Cost, 'p95'>): number => costs.reduce((all, cost) => all + cost[of], 0);
  return { ms: sum('ms'), cpuMs: sum('cpuMs'), mongoCpuMs: sum('mongoCpuMs') };
}

/** As a server does that finds the database too busy to answer in time: what was noted is kept, and counted again. */
async function settled(parts: Sampled['parts']): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await parts.figures.settle();
      return;
    } catch (error) {
      if (tries === TRIES) throw error;
      process.stderr.write(`counted again: ${String(error)}\n`);
      await sleep(WAIT_MS);
    }
  }
}

async function timed({ store, parts, actor, thread, mongoPid }: Sampled, counting: Cost, dossiers: number): Promise<OverviewTiming> {
  const [overview, late, practice, now] = [new OverviewQueries(parts.context), new LateQueries(parts.context), new PracticeQueries(parts.context, (task) => thread.run(task)), Date.now()];
  const [heat, atRisk, page] = [new ReportQueries(parts.context), new AtRiskQueries(parts.context, practice), { page: 1, pageSize: 10 }];
  const days = (n: number) => ({ from: new Date(now - n * DAY), to: new Date(now) });
  const first = { atRisk: await costOf(mongoPid, () => atRisk.list(actor, page)) };
  const asked: Record<string, () => Promise<unknown>> = {
    month: () => overview.report(actor, days(29)), year: () => overview.report(actor, days(364)), department: () => overview.report(actor, { ...days(364), department: 'phongKinhTe' }),
    late: () => late.list(actor, page), atRisk: () => atRisk.list(actor, page),
    heat: () => heat.heat(actor, { procedure: PROCEDURE, ...days(60) }), heatOfYear: () => heat.heat(actor, { procedure: PROCEDURE, ...days(364) }),
  };
  const pages: Record<string, Cost> = { firstAtRisk: first.atRisk };
  for (const [name, ask] of Object.entries(asked)) pages[name] = await costly(mongoPid, ask);
  return { dossiers: await store.dossiers.countDocuments(), cells: await store.figures.countDocuments(), counting, perDossierMs: counting.ms / dossiers, pages, answerKb: JSON.stringify(await overview.report(actor, days(364))).length / 1000, machine: reference() };
}
