/** The one clock of a server that skips time, for several who wait on it: it moves when all of them wait, and only to the first instant that one of them waits for. */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { ServerTime } from '../../workflows/engine/world.js';

export class SharedClock implements ServerTime {
  private users = 0;
  private waits: { until: number; wake(): void; fail(error: unknown): void }[] = [];
  private moving = false;

  constructor(private readonly env: Pick<TestWorkflowEnvironment, 'sleep' | 'currentTimeMs'>) {}

  async currentTimeMs(): Promise<number> {
    return Number(await this.env.currentTimeMs());
  }

  /** The clock does not move while `work` does something else than wait for it. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.users += 1;
    try {
      return await work();
    } finally {
      this.users -= 1;
      this.moveWhenAllWait();
    }
  }

  async sleep(ms: number): Promise<void> {
    const until = await this.currentTimeMs() + ms;
    await new Promise<void>((wake, fail) => {
      this.waits.push({ until, wake, fail });
      this.moveWhenAllWait();
    });
  }

  private moveWhenAllWait(): void {
    if (this.moving || this.waits.length === 0 || this.waits.length < this.users) return;
    this.moving = true;
    this.move().catch((error: unknown) => { for (const wait of this.waits.splice(0)) wait.fail(error); }).finally(() => {
      this.moving = false;
      this.moveWhenAllWait();
    });
  }
  private async move(): Promise<void> {
    const first = Math.min(...this.waits.map(({ until }) => until));
    const rest = first - await this.currentTimeMs();
    if (rest > 0) await this.env.sleep(rest);
    const now = Math.max(await this.currentTimeMs(), first);
    const over = this.waits.filter(({ until }) => until <= now);
    this.waits = this.waits.filter(({ until }) => until > now);
    for (const wait of over) wait.wake();
  }
}
