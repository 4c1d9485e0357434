/**
 * Hands what has settled to the read model, so that a clerk reads his own click when it is answered; when the database
 * is away, later by an ordinary activity that never gives up. See decision 5.
 */
import { proxyActivities, proxyLocalActivities, proxySinks } from '@temporalio/workflow';
import type { Batch, EndedWork, SettledStep, Standing } from '../../engine/record/steps.js';
import type { DossierActivities, Missed, RecordSinks } from './messages.js';

const eventually = proxyActivities<DossierActivities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '60s' },
});
// Short: a clerk waits for it. Its input is not written to the history.
const atOnce = proxyLocalActivities<DossierActivities>({
  startToCloseTimeout: '1500ms',
  scheduleToCloseTimeout: '1500ms',
  retry: { initialInterval: '50ms', backoffCoefficient: 2, maximumAttempts: 3 },
});

interface Part { steps: SettledStep[]; ended: EndedWork[] }
const nothing = (): Part => ({ steps: [], ended: [] });

/** Word that a part was missed comes with the next workflow task: what was handed on before that one is known to be written. */
const KEPT_PARTS = 8;

export abstract class Projector {
  protected waiting = nothing();
  protected behind = false;

  constructor(private readonly dossierId: string, private readonly planHash: () => string, private readonly standing: () => Standing) {}

  get isIdle(): boolean {
    return this.waiting.steps.length === 0 && !this.behind;
  }

  add(step: SettledStep, ended: readonly EndedWork[]): void {
    this.waiting.steps.push(step);
    this.waiting.ended.push(...ended);
  }

  /** Settles once all that was added is readable, or has to be caught up later. Never rejects. */
  abstract flush(): Promise<void>;

  /** What is waiting, or a part of before, with the present standing. */
  protected take(part = this.waiting): Batch {
    if (part === this.waiting) this.waiting = nothing();
    return { dossierId: this.dossierId, planHash: this.planHash(), ...part, ...this.standing() };
  }

  protected async catchUp(missed: Batch): Promise<void> {
    this.behind = true;
    await eventually.project(missed);
    while (this.waiting.steps.length > 0) await eventually.project(this.take());
    this.behind = false;
  }
}

/** The worker records while it completes the workflow task: no event of the history tells of it. */
export class WorkerProjector extends Projector {
  private recent: Part[] = [];

  flush(): Promise<void> {
    if (this.behind || this.waiting.steps.length === 0) return Promise.resolve();
    this.recent = [...this.recent, this.waiting].slice(-KEPT_PARTS);
    proxySinks<RecordSinks>().record.settled(this.take());
    return Promise.resolve();
  }

  /** The worker could not write. The first attempt goes even when nothing is missed: until it succeeds, steps wait here. */
  missed({ from }: Missed): void {
    const parts = this.recent.filter(({ steps }) => (steps[0]?.from ?? 0) >= from);
    this.recent = [];
    const missed: Part = { steps: parts.flatMap((part) => part.steps), ended: parts.flatMap((part) => part.ended) };
    if (!this.behind) void this.catchUp(this.take(missed));
    else this.waiting = { steps: [...missed.steps, ...this.waiting.steps], ended: [...missed.ended, ...this.waiting.ended] };
  }
}

/** As dossiers of schema version 1 recorded: one local activity for each settled step. */
export class LocalActivityProjector extends Projector {
  private writing: Promise<void> | undefined;

  override get isIdle(): boolean {
    return super.isIdle && this.writing === undefined;
  }

  flush(): Promise<void> {
    if (this.behind) return Promise.resolve();
    if (this.writing) return this.writing;
    if (this.waiting.steps.length === 0) return Promise.resolve();
    this.writing = this.write();
    return this.writing;
  }

  private async write(): Promise<void> {
    while (this.waiting.steps.length > 0) {
      const batch = this.take();
      try {
        await atOnce.project(batch);
      } catch {
        this.writing = undefined;
        void this.catchUp(batch);
        return;
      }
    }
    this.writing = undefined;
  }
}
