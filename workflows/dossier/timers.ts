/** Timers of a dossier: one durable Temporal timer each, in a scope of its own so that it can be cancelled. */
import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { Id, Instant } from '../../engine/graph/types.js';

export class Timers {
  private readonly running = new Map<Id, CancellationScope>();

  constructor(private readonly fire: (timer: Id, dueAt: Instant) => void) {}

  /** A timer already due fires as soon as the present step has settled. */
  start(timer: Id, dueAt: Instant): void {
    const scope = new CancellationScope();
    this.running.set(timer, scope);
    void scope.run(() => sleep(Math.max(dueAt - Date.now(), 1))).then(
      () => {
        if (this.running.delete(timer)) this.fire(timer, dueAt);
      },
      (error: unknown) => { if (!isCancellation(error)) throw error; },
    );
  }

  cancel(timer: Id): void {
    const scope = this.running.get(timer);
    this.running.delete(timer);
    scope?.cancel();
  }

  cancelAll(): void {
    for (const timer of [...this.running.keys()]) this.cancel(timer);
  }
}
