/** The thread that computes figures and findings of procedures: its own connection to the database, one task after another. */
import { parentPort, workerData } from 'node:worker_threads';
import { Calendars } from '../models/calendars/book.js';
import { PlanStore } from '../models/plans.js';
import { PracticeComputing } from '../models/practice/compute.js';
import { Store } from '../models/store.js';
import type { Answered, Given, Handed } from './practice-thread.js';

const now = (): Date => new Date();

async function computing(): Promise<PracticeComputing> {
  const store = await Store.connect((workerData as Given).mongoUri);
  return new PracticeComputing({ store, plans: new PlanStore(store), calendars: new Calendars(store, now), now });
}

const ready = computing();
let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', ({ n, task }: Handed) => {
  last = last.then(async () => (await ready).run(task)).then(
    (value) => { parentPort?.postMessage({ n, value } satisfies Answered); },
    (error: unknown) => { parentPort?.postMessage({ n, error: error instanceof Error ? error.message : String(error) } satisfies Answered); },
  );
});
