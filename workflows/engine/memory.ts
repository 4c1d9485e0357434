/** What dossiers of one session have reported: states, events, and what their steps ask for, as it comes in. */
import type { Id, Plan } from '../../engine/graph/types.js';
import { effectsOf, initialState, type Effect, type ProcessEvent } from '../../engine/interpreter/index.js';
import type { Batch, SettledStep } from '../../engine/record/steps.js';
import type { Running } from '../../engine/session/world.js';
import { HostUnavailable } from '../host.js';

/** `id` is equal to that of the delivery it leads to. */
export interface Asked { from: Running; effect: Effect; id: string }

export class Memory {
  readonly instances: Running[] = [];
  /** Events of all instances in the order they were reported. */
  readonly log: { instance: Id; event: ProcessEvent }[] = [];
  /** What has to be carried out, oldest first. */
  readonly asked: Asked[] = [];
  private readonly handled = new Set<string>();
  private readonly watchers = new Set<() => void>();

  /** @param patience milliseconds of real time until a report that does not come is given up */
  constructor(private readonly patience: number) {}

  add(id: Id, plan: Plan): Running {
    const running: Running = { id, plan, state: initialState(), events: [] };
    this.instances.push(running);
    return running;
  }

  /** The same batch twice is taken once. */
  take(batch: Batch): void {
    const running = this.instances.find((each) => each.id === batch.dossierId);
    if (!running) return;
    for (const step of batch.steps) if (step.seq > (running.events.at(-1)?.seq ?? 0)) this.keep(running, step);
    if (batch.state.seq >= running.state.seq) running.state = batch.state;
    for (const watcher of [...this.watchers]) watcher();
  }
  private keep(running: Running, step: SettledStep): void {
    running.events.push(...step.events);
    for (const event of step.events) this.log.push({ instance: running.id, event });
    this.handled.add(`${running.id} ${step.commandId}`);
    effectsOf(step.events).forEach((effect, index) => { this.asked.push({ from: running, effect, id: `${step.seq}.${index}` }); });
  }

  hasHandled(running: Running, commandId: string): boolean {
    return this.handled.has(`${running.id} ${commandId}`);
  }

  /** Settles when `condition` holds; it is looked at after every report. Throws HostUnavailable when it never does. */
  async until(condition: () => boolean): Promise<void> {
    if (condition()) return;
    let watcher = (): void => undefined;
    let timeout: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        watcher = () => { if (condition()) resolve(); };
        this.watchers.add(watcher);
        timeout = setTimeout(() => { reject(new HostUnavailable(`a dossier did not settle within ${this.patience} ms`)); }, this.patience);
      });
    } finally {
      this.watchers.delete(watcher);
      clearTimeout(timeout);
    }
  }
}
