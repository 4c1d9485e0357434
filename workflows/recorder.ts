/**
 * Records what dossiers settle, on the worker's side, before the workflow task is completed: the answer to a click
 * leaves after it. A step is either written, or its dossier has been told durably to catch up, or the task is not
 * completed and comes again: nothing gets lost between the three. See decision 5.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { InjectedSinks } from '@temporalio/worker';
import type { Batch } from '../engine/record/steps.js';
import type { Missed, RecordSinks } from './dossier/messages.js';

/** Milliseconds: a clerk waits for it. */
const PATIENCE = 1_500;
const PAUSES = [50, 100];
const TELL_AGAIN = 250;

export interface RecorderOptions {
  project(batch: Batch): Promise<void>;
  /** Tells the dossier in a way that outlives this process. */
  tell(dossierId: string, missed: Missed): Promise<void>;
}

export function recordSinks({ project, tell }: RecorderOptions): InjectedSinks<RecordSinks> {
  const settled = async (batch: Batch): Promise<void> => {
    if (!await isWritten(project, batch)) await untilTold(tell, batch);
  };
  return { record: { settled: { fn: (_info, batch) => settled(batch), callDuringReplay: false } } };
}

/** For whoever replays histories: nothing is recorded twice. */
export const silentSinks: InjectedSinks<RecordSinks> = { record: { settled: { fn: () => undefined, callDuringReplay: false } } };

async function isWritten(project: RecorderOptions['project'], batch: Batch): Promise<boolean> {
  const giveUp = new AbortController();
  const late = sleep(PATIENCE, false, { signal: giveUp.signal }).catch(() => false);
  const written = attempts(project, batch, giveUp.signal);
  const result = await Promise.race([written, late]);
  giveUp.abort();
  return result;
}

async function attempts(project: RecorderOptions['project'], batch: Batch, given: AbortSignal): Promise<boolean> {
  for (const pause of [...PAUSES, 0]) {
    try {
      await project(batch);
      return true;
    } catch {
      if (pause > 0) await sleep(pause);
      if (given.aborted) return false;
    }
  }
  return false;
}

/** Without an end: as long as nobody knows of the gap, the task must not be completed. Temporal gives it to another worker in time. */
async function untilTold(tell: RecorderOptions['tell'], { dossierId, steps }: Batch): Promise<void> {
  const from = steps[0]?.from ?? 0;
  for (;;) {
    try {
      await tell(dossierId, { from });
      return;
    } catch {
      await sleep(TELL_AGAIN);
    }
  }
}
