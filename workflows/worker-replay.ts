/** The event log of a dossier from its workflow histories: the commands are replayed, and the workflow hands out its steps again. */
import type { Client } from '@temporalio/client';
import { Worker, type InjectedSinks, type WorkflowBundleOption } from '@temporalio/worker';
import type { SettledStep } from '../engine/record/steps.js';
import type { RecordSinks } from './dossier/messages.js';
import type { TapSinks } from './dossier/run.js';
import { PayloadCipher, type KeyRing } from './payload-cipher.js';
import { PlanCodec, type PlanSource } from './plan-codec.js';
import { silentSinks } from './recorder.js';

type History = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>;

/** Histories of every run of the workflow that the server still keeps, oldest first. */
export async function historiesOf(client: Client, dossierId: string): Promise<History[]> {
  const histories: History[] = [];
  for (let runId: string | undefined; ;) {
    const history = await client.workflow.getHandle(dossierId, runId).fetchHistory();
    histories.unshift(history);
    const before = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    if (!before) return histories;
    runId = before;
  }
}

/**
 * Steps in order, as they were first recorded. What lies before the first kept run cannot be told from histories:
 * the first step then begins with a higher number than 1. Throws when a history does not fit the present code.
 */
export async function stepsFromHistories(histories: readonly History[], dossierId: string, plans: PlanSource, workflowBundle: WorkflowBundleOption, keys: KeyRing = new Map()): Promise<SettledStep[]> {
  const steps = new Map<number, SettledStep>();
  const sinks: InjectedSinks<TapSinks & RecordSinks> = { ...silentSinks, tap: { settled: { fn: (_info, step) => { steps.set(step.from, step); }, callDuringReplay: true } } };
  const options = { workflowBundle, sinks, dataConverter: { payloadCodecs: [new PlanCodec(plans, true), new PayloadCipher(keys)] } };
  for (const history of histories) await Worker.runReplayHistory(options, history, dossierId);
  return [...steps.values()].sort((a, b) => a.from - b.from);
}
