/** How long the checks take: soundness of many drawings, of wide ones, all checks of a large one, a library compared. No server. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { soundnessOf } from '../engine/analysis/soundness/process.js';
import { readBpmn } from '../engine/bpmn/read.js';
import { check } from '../engine/check.js';
import type { Model } from '../engine/graph/types.js';
import { Random } from '../scripts/seed/random.js';
import { projectRoot } from '../services/places.js';
import { timeDesigner, type DesignerTiming } from './designer.js';
import { drawingOf } from './drawings.js';

const GENERATED = 1_500;
const LIBRARY = 1_000;
const LIBRARY_STEPS = 30;
const LARGE = 200;
const BRANCHES = [10, 17, 40];
const TURNS = 15;
const HARDEST = 10;

interface Timing { model: string; ms: number; cpuMs: number; undecided: string[]; errors: boolean }
export interface ChecksResult {
  soundness: { models: number; generated: number; drawn: number; unsound: number; undecided: number; p50: number; p95: number; p99: number; max: number;
    /** By the processor: others may use the machine. */
    cpuP99: number; cpuMax: number; cpuOver5: number;
    /** Of the sound ones. */
    p99Sound: number; slowest: Omit<Timing, 'errors'>[] };
  branches: { count: number; ms: number }[];
  /** An edit in Chromium; absent where there is none. */
  designer?: DesignerTiming | undefined;
  large: { nodes: number; readMs: number; checkMs: number; checkCpuMs: number };
  library: { procedures: number; steps: number; seconds: number; cpuSeconds: number; pairs: number };
}

/** @param folders further drawings, looked for in them and below */
export async function timeChecks(folders: readonly string[]): Promise<ChecksResult> {
  const random = new Random(2026);
  const made: { name: string; xml: string }[] = Array.from({ length: GENERATED }, (_, at) => ({ name: `generated ${at}`, xml: drawingOf(random, { nodes: 10 + Math.floor(random.next() * 50), wrong: 0.25 }, `G${at}`) }));
  const drawn = ['procedures', 'test/analysis/fixtures', 'test/bpmn'].map((each) => join(projectRoot(), each)).concat(folders).flatMap(drawings);
  const timings: Timing[] = [];
  // Once before anything is measured, so that what is timed is the check and not the compiler.
  for (const { xml } of made.slice(0, 200)) for (const graph of (await readBpmn(xml)).processes) soundnessOf(graph);
  for (const { name, xml } of [...made, ...drawn]) timings.push(...soundnessTimings(name, await readBpmn(xml)));
  const drawing = drawingOf(random, { nodes: LARGE, wrong: 0, picture: true }, 'LARGE');
  return { soundness: summary(timings), branches: await wide(), large: await large(drawing), designer: await timeDesigner(drawing), library: await library(random) };
}

function drawings(folder: string): { name: string; xml: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.bpmn')).sort().map((each) => ({ name: each, xml: readFileSync(join(folder, each), 'utf8') }));
}

/** One for each process; the fastest of five, since others may use the machine too. */
function soundnessTimings(name: string, model: Model): Timing[] {
  return model.processes.map((graph) => {
    let [ms, cpu] = [Infinity, Infinity];
    let found = soundnessOf(graph);
    for (let turn = 0; turn < 5; turn += 1) {
      const [since, used] = [performance.now(), cpuMs()];
      found = soundnessOf(graph);
      [ms, cpu] = [Math.min(ms, performance.now() - since), Math.min(cpu, cpuMs() - used)];
    }
    return { model: name, ms, cpuMs: cpu, undecided: [...found.undecided], errors: found.stuck.length + found.crowded.length + found.endless.length + found.dead.length > 0 };
  });
}
function summary(timings: readonly Timing[]): ChecksResult['soundness'] {
  const [sorted, cpu] = [timings.map((each) => each.ms), timings.map((each) => each.cpuMs)].map((each) => each.sort((a, b) => a - b)) as [number[], number[]];
  const at = (share: number, of: readonly number[] = sorted): number => of[Math.min(of.length - 1, Math.floor(of.length * share))]!;
  const sound = timings.filter((each) => !each.errors && each.undecided.length === 0).map((each) => each.ms).sort((a, b) => a - b);
  const generated = timings.filter((each) => each.model.startsWith('generated ')).length;
  return {
    models: timings.length, generated, drawn: timings.length - generated, unsound: timings.filter((each) => each.errors).length, undecided: timings.filter((each) => each.undecided.length > 0).length,
    p50: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted[sorted.length - 1]!, cpuP99: at(0.99, cpu), cpuMax: cpu[cpu.length - 1]!, cpuOver5: cpu.filter((each) => each > 5).length, p99Sound: at(0.99, sound),
    slowest: [...timings].sort((a, b) => b.cpuMs - a.cpuMs).slice(0, HARDEST).map(({ model, ms, cpuMs: used, undecided }) => ({ model, ms, cpuMs: used, undecided })),
  };
}

async function wide(): Promise<ChecksResult['branches']> {
  const timed = [];
  for (const count of BRANCHES) {
    const ids = Array.from({ length: count }, (_, at) => `t${at}`);
    const flows = ['<sequenceFlow id="a" sourceRef="s" targetRef="fork"/><sequenceFlow id="z" sourceRef="join" targetRef="e"/>', ...ids.map((id) => `<sequenceFlow id="i${id}" sourceRef="fork" targetRef="${id}"/><sequenceFlow id="o${id}" sourceRef="${id}" targetRef="join"/>`)];
    const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D" targetNamespace="x"><process id="P"><startEvent id="s"/><parallelGateway id="fork"/>${ids.map((id) => `<userTask id="${id}"/>`).join('')}<parallelGateway id="join"/><endEvent id="e"/>${flows.join('')}</process></definitions>`;
    timed.push({ count, ms: soundnessTimings('branches', await readBpmn(xml))[0]!.ms });
  }
  return timed;
}

async function large(xml: string): Promise<ChecksResult['large']> {
  const [readMs, checkMs, checkCpuMs]: number[][] = [[], [], []];
  let nodes = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const since = performance.now();
    const model = await readBpmn(xml);
    const read = performance.now();
    const cpu = cpuMs();
    await check([model]);
    checkCpuMs!.push(cpuMs() - cpu);
    readMs!.push(read - since);
    checkMs!.push(performance.now() - read);
    nodes = model.processes[0]!.order.length;
  }
  return { nodes, readMs: Math.min(...readMs!), checkMs: Math.min(...checkMs!), checkCpuMs: Math.min(...checkCpuMs!) };
}

async function library(random: Random): Promise<ChecksResult['library']> {
  const models: Model[] = [];
  for (let at = 0; at < LIBRARY; at += 1) models.push(await readBpmn(drawingOf(random, { nodes: LIBRARY_STEPS + 2, wrong: 0, steps: true }, `L${at}`), `L${at}.bpmn`));
  const [since, cpu] = [performance.now(), cpuMs()];
  const found = await check(models, { library: true, checks: ['O9', 'O10', 'O11', 'O12', 'O13', 'T19'] });
  return { procedures: models.length, steps: LIBRARY_STEPS, seconds: (performance.now() - since) / 1_000, cpuSeconds: (cpuMs() - cpu) / 1_000, pairs: found.filter((each) => each.check === 'O9').length };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
