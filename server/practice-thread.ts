/** Hands long work to a thread of its own, so that clicks do not wait for it. The thread begins with the first task, and runs what was built also where its parent runs from sources. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PracticeTask } from '../models/practice/selection.js';
import { projectRoot } from '../services/places.js';

export interface Given { mongoUri: string }
/** `at`: when it is for whoever asks; the thread has no clock of its own. */
export interface Handed { n: number; task: PracticeTask; at: Date }
export interface Answered { n: number; value?: unknown; error?: string }
/** Megabytes of its heap. */
const MOST_MEMORY = 1_500;

export class PracticeThread {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  private n = 0;

  constructor(private readonly given: Given, private readonly now: () => Date) {}

  run(task: PracticeTask): Promise<unknown> {
    this.worker ??= this.begin();
    const n = this.n += 1;
    return new Promise((resolve, reject) => {
      this.waiting.set(n, { resolve, reject });
      this.worker!.postMessage({ n, task, at: this.now() } satisfies Handed);
    });
  }

  async stop(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }

  private begin(): Worker {
    const worker = new Worker(join(projectRoot(), 'dist', 'server', 'practice-worker.js'), { workerData: this.given, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY } });
    worker.unref();
    worker.on('message', ({ n, value, error }: Answered) => {
      const waiting = this.waiting.get(n);
      this.waiting.delete(n);
      if (error === undefined) waiting?.resolve(value);
      else waiting?.reject(new Error(error));
    });
    // Out of memory, for one: what waits fails, the next task begins another thread.
    const ended = (error: Error): void => {
      if (this.worker === worker) this.worker = undefined;
      for (const { reject } of this.waiting.values()) reject(error);
      this.waiting.clear();
    };
    worker.on('error', ended);
    worker.on('exit', () => { ended(new Error('the thread that computes figures has ended')); });
    return worker;
  }
}
