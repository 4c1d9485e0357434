/**
 * Hands what has settled to the read model: at once by a local activity, so that a clerk reads his own click;
 * when the database is away, later by an ordinary activity that never gives up.
 */
import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Batch, EndedWork, SettledStep, Standing } from '../../engine/record/steps.js';
import type { DossierActivities } from './messages.js';

// Short: a clerk waits for it. Its input is not written to the history.
const atOnce = proxyLocalActivities<DossierActivities>({
  startToCloseTimeout: '1500ms',
  scheduleToCloseTimeout: '1500ms',
  retry: { initialInterval: '50ms', backoffCoefficient: 2, maximumAttempts: 3 },
});
const eventually = proxyActivities<DossierActivities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '60s' },
});

export class Projector {
  private steps: SettledStep[] = [];
  private ended: EndedWork[] = [];
  private writing: Promise<boolean> | undefined;
  private behind = false;

  constructor(private readonly dossierId: string, private readonly planHash: string, private readonly standing: () => Standing) {}

  get isIdle(): boolean {
    return this.steps.length === 0 && this.writing === undefined && !this.behind;
  }

  add(step: SettledStep, ended: readonly EndedWork[]): void {
    this.steps.push(step);
    this.ended.push(...ended);
  }

  /** True once all that was added is readable; false when the read model has to catch up later. Never rejects. */
  flush(): Promise<boolean> {
    if (this.behind) return Promise.resolve(false);
    if (this.writing) return this.writing;
    if (this.steps.length === 0) return Promise.resolve(true);
    this.writing = this.write();
    return this.writing;
  }

  private async write(): Promise<boolean> {
    while (this.steps.length > 0) {
      const batch = this.take();
      try {
        await atOnce.project(batch);
      } catch {
        this.behind = true;
        this.writing = undefined;
        void this.catchUp(batch);
        return false;
      }
    }
    this.writing = undefined;
    return true;
  }

  private async catchUp(missed: Batch): Promise<void> {
    await eventually.project(missed);
    while (this.steps.length > 0) await eventually.project(this.take());
    this.behind = false;
  }

  private take(): Batch {
    const batch: Batch = { dossierId: this.dossierId, planHash: this.planHash, steps: this.steps, ended: this.ended, ...this.standing() };
    this.steps = [];
    this.ended = [];
    return batch;
  }
}
