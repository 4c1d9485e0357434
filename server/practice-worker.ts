/** The thread that computes figures and findings of procedures: its own connection to the database, one task after another. */
import { parentPort, workerData } from 'node:worker_threads';
import { Calendars } from '../models/calendars/book.js';
import { PlanStore } from '../models/plans.js';
import { PracticeComputing } from '../models/practice/compute.js';
import { Store } from '../models/store.js';
import type { Answered, Given, Handed } from './practice-thread.js';

/** A year of a procedure with 100,000 dossiers takes the embedded database longer to sort than a person would wait. */
const SILENCE_MS = 60_000;
/** Of the task that is worked at. */
let asked = new Date();
const now = (): Date => asked;

async function computing(): Promise<PracticeComputing> {
  const store = await Store.connect((workerData as Given).mongoUri, { silenceMs: SILENCE_MS });
  return new PracticeComputing({ store, plans: new PlanStore(store), calendars: new Calendars(store, now), now });
}

const ready = computing();
let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', ({ n, task, at }: Handed) => {
  last = last.then(async () => {
    const computer = await ready;
    asked = at;
    return computer.run(task);
  }).then(
    (value) => { parentPort?.postMessage({ n, value } satisfies Answered); },
    (error: unknown) => { parentPort?.postMessage({ n, error: error instanceof Error ? error.message : String(error) } satisfies Answered); },
  );
});
