/** `--turns N`: one dossier goes round a return loop N times on a real Temporal server; how long its runs become, and whether a command sent twice counts once. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { linkPlan } from '../engine/bpmn/plan.js';
import { readBpmn } from '../engine/bpmn/read.js';
import type { Command } from '../engine/interpreter/commands.js';
import { readSettings } from '../server/config.js';
import { projectRoot } from '../services/places.js';
import { startTemporal } from '../services/index.js';
import { TemporalHost } from '../workflows/temporal-host.js';
import { startWorker } from '../workflows/worker.js';

export interface LongDossier {
  turns: number; seconds: number; clickMs: { p50: number; p95: number };
  /** Per run, in order. */
  runs: { events: number; bytes: number }[];
  /** Commands sent a second time, from the same run or an earlier one, and those of them that were refused. One that counted twice would take the next click's work away and end the benchmark. */
  repeated: number; refused: number;
  /** Bytes of the standing that a run hands to the next. */
  carried: number;
  completed: boolean;
}

const DRAWING = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="D" targetNamespace="urn:bench">
<process id="Return" isExecutable="true"><startEvent id="s"/><exclusiveGateway id="m"/><userTask id="check"/><exclusiveGateway id="x" default="on"/><userTask id="supplement"/>
<boundaryEvent id="late" attachedToRef="supplement" cancelActivity="false"><timerEventDefinition><timeDuration xsi:type="tFormalExpression">P30D</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="reminded"/><endEvent id="e"/>
<sequenceFlow id="f1" sourceRef="s" targetRef="m"/><sequenceFlow id="f2" sourceRef="m" targetRef="check"/><sequenceFlow id="f3" sourceRef="check" targetRef="x"/><sequenceFlow id="on" sourceRef="x" targetRef="e"/>
<sequenceFlow id="back" sourceRef="x" targetRef="supplement"><conditionExpression xsi:type="tFormalExpression">complete = false</conditionExpression></sequenceFlow>
<sequenceFlow id="f4" sourceRef="supplement" targetRef="m"/><sequenceFlow id="f5" sourceRef="late" targetRef="reminded"/></process></definitions>`;
const DOSSIER = 'long-dossier';
/** A command is sent once more directly and, from an earlier turn, after a while: across a change of runs sooner or later. */
const EVERY = 25;
const LATER = 40;

export async function takeLongDossier(turns: number): Promise<LongDossier> {
  const data = join(projectRoot(), 'data', 'bench', 'long');
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  const { TEMPORAL_ADDRESS: _temporal, NODE_ENV: _production, ...environment } = process.env;
  const { settings } = readSettings({ ...environment, DOSSIERFLOW_DATA: data }, projectRoot());
  const tell = (line: string): void => { process.stderr.write(`${line}\n`); };
  const temporal = await startTemporal(settings, { info: () => undefined, warn: tell, error: tell }, environment);
  const plan = linkPlan([await readBpmn(DRAWING)], 'Return').plan!;
  const at = { address: temporal.at, namespace: 'default', taskQueue: 'long' };
  const nothing = { project: () => Promise.resolve(), deliver: () => Promise.resolve(), services: {} };
  const worker = await startWorker({ ...at, plans: { planJson: () => Promise.resolve(JSON.stringify(plan)) }, outside: nothing });
  const host = TemporalHost.open({ ...at, deadline: 20_000 });
  try {
    return await goRound(host, plan.hash, turns, tell);
  } finally {
    await host.close();
    await worker.stop();
    await temporal.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function goRound(host: TemporalHost, planHash: string, turns: number, tell: (line: string) => void): Promise<LongDossier> {
  const began = performance.now();
  const clicks: number[] = [];
  const sent: Command[] = [];
  let [repeated, refused] = [0, 0];
  const first = await host.start(DOSSIER, planHash, { type: 'startProcess', data: { applicant: 'Nguyễn Thị An', complete: false }, commandId: 'start', at: 0 });
  if (!first.accepted) throw new Error(first.rejection.message);
  let { settled } = first;
  const again = async (command: Command): Promise<void> => {
    repeated += 1;
    if (!(await host.submit(DOSSIER, command)).accepted) refused += 1;
  };
  for (let step = 0; settled.status === 'running'; step += 1) {
    const command: Command = { type: 'completeWorkItem', item: settled.open[0]!.id, data: { complete: step >= 2 * turns, round: step }, by: 'clerk', commandId: `click-${step}`, at: 0 };
    const sentAt = performance.now();
    const answer = await host.submit(DOSSIER, command);
    clicks.push(performance.now() - sentAt);
    if (!answer.accepted) throw new Error(`step ${step}: ${answer.rejection.code} ${answer.rejection.message}`);
    ({ settled } = answer);
    sent.push(command);
    if (settled.status === 'running' && step % EVERY === 0) {
      await again(command);
      if (sent.length > LATER) await again(sent[sent.length - LATER]!);
    }
    if (step % 1_000 === 0) tell(`${step / 2} turns`);
  }
  clicks.sort((a, b) => a - b);
  const quantile = (share: number): number => clicks[Math.min(clicks.length - 1, Math.floor(share * clicks.length))] ?? 0;
  return {
    turns, seconds: (performance.now() - began) / 1000, clickMs: { p50: quantile(0.5), p95: quantile(0.95) }, runs: await runsOf(host.temporal),
    repeated, refused, carried: JSON.stringify(await host.standing(DOSSIER)).length, completed: settled.status === 'completed',
  };
}

/** Every run of the dossier, from the last one back. */
async function runsOf(client: Client): Promise<LongDossier['runs']> {
  const runs: LongDossier['runs'] = [];
  for (let runId: string | undefined; ;) {
    const handle = client.workflow.getHandle(DOSSIER, runId);
    const { historyLength, historySize } = await handle.describe();
    runs.unshift({ events: historyLength, bytes: historySize ?? 0 });
    const { events } = await handle.fetchHistory();
    const before = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    if (!before) return runs;
    runId = before;
  }
}

export function longText({ turns, seconds, clickMs, runs, repeated, refused, carried, completed }: LongDossier): string {
  const most = (of: (run: LongDossier['runs'][number]) => number): number => Math.max(...runs.map(of));
  return [
    `${turns} turns of a return loop, ${completed ? 'to the end' : 'NOT to the end'}: ${seconds.toFixed(0)} s, a click ${clickMs.p50.toFixed(1)} ms (p95 ${clickMs.p95.toFixed(1)})`,
    `${runs.length} runs; the longest history ${most((run) => run.events)} events, the largest ${(most((run) => run.bytes) / 1024).toFixed(0)} KiB; ${(carried / 1024).toFixed(1)} KiB at the end`,
    `${repeated} commands sent again: none counted twice, ${refused} refused`,
  ].join('\n');
}
