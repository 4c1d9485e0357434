/** One run of one contender, and what it cost each process. */
import type { Client } from '@temporalio/client';
import type { Product } from './product.js';
import { cpuOf, reference, type Reference } from './processes.js';
import type { Stage } from './stage.js';
import { tasksOf, tasksOfAll, type Drive } from './workload.js';

export const CONTENDERS = ['product', 'byHand', 'byHandUnwritten'] as const;
export type Contender = (typeof CONTENDERS)[number];

export interface Quantiles { p50: number; p95: number; p99: number }
/** CPU in milliseconds per dossier; `application` is the server with its worker, or the worker written by hand with its clerks. */
export interface Cpu { application?: number; temporal?: number; mongo?: number; clerks?: number; all?: number }
export interface Run {
  contender: Contender; clerks: number; dossiers: number; seconds: number; dossiersPerSecond: number; clicksPerSecond: number;
  /** Milliseconds. */
  click: Quantiles; start: Quantiles;
  cpu: Cpu; before: Reference; after: Reference;
}
export interface History { dossiers: number; eventsPerTask: number; bytesPerTask: number }

export async function measure(stage: Stage, product: Product, contender: Contender, n: number, clerks: number, prefix: string): Promise<Run> {
  const before = reference();
  const cpuBefore = cpuNow(stage, contender);
  const { seconds, timings } = await driven(stage, product, contender, n, clerks, prefix);
  const cpuAfter = cpuNow(stage, contender);
  const clicks = timings.flatMap((each) => each.clicks);
  if (clicks.length !== tasksOfAll(n)) throw new Error(`${contender}: ${clicks.length} user tasks were completed, not ${tasksOfAll(n)}`);
  return {
    contender, clerks, dossiers: n, seconds, dossiersPerSecond: n / seconds, clicksPerSecond: clicks.length / seconds,
    click: quantiles(clicks), start: quantiles(timings.map((each) => each.start)), cpu: cpuPer(n, cpuBefore, cpuAfter), before, after: reference(),
  };
}

function driven(stage: Stage, product: Product, contender: Contender, n: number, clerks: number, prefix: string): Promise<Drive> {
  if (contender === 'product') return product.run(n, clerks, prefix);
  return stage.driveByHand({ n, clerks, prefix, writing: contender === 'byHand' ? 'readModel' : 'nothing' });
}

type Times = Record<Exclude<keyof Cpu, 'all'>, number | undefined>;

function cpuNow({ pids }: Stage, contender: Contender): Times {
  const ours = contender === 'product';
  return {
    application: cpuOf(ours ? pids.server : pids.byHand), temporal: cpuOf(pids.temporal), mongo: cpuOf(pids.mongo),
    // The browsers are driven from this process; by hand, worker and clerks share one.
    clerks: ours ? cpuOf(process.pid) : 0,
  };
}

function cpuPer(n: number, before: Times, after: Times): Cpu {
  const cpu: Cpu = {};
  for (const part of ['application', 'temporal', 'mongo', 'clerks'] as const) {
    const [from, to] = [before[part], after[part]];
    if (from !== undefined && to !== undefined) cpu[part] = (to - from) / n;
  }
  const parts = Object.values(cpu);
  return parts.length === 4 ? { ...cpu, all: parts.reduce((sum, each) => sum + each, 0) } : cpu;
}

export function quantiles(values: readonly number[]): Quantiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (q: number): number => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Milliseconds by the clock. */
export async function repeated(ask: () => Promise<unknown>, times: number): Promise<Quantiles> {
  const took: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const began = performance.now();
    await ask();
    took.push(performance.now() - began);
  }
  return quantiles(took);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Events and bytes of the histories of whole dossiers, by workflow id of dossier i. */
export async function historyOf(client: Client, ids: ReadonlyMap<number, string>): Promise<History> {
  let [events, bytes, tasks] = [0, 0, 0];
  for (const [i, id] of ids) {
    const { historyLength, historySize } = await client.workflow.getHandle(id).describe();
    events += historyLength;
    bytes += historySize ?? 0;
    tasks += tasksOf(i);
  }
  return { dossiers: ids.size, eventsPerTask: events / tasks, bytesPerTask: bytes / tasks };
}
