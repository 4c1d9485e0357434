/** Counting in a server that runs; answers what ends it. */
import type { Logger } from 'pino';
import type { Store } from '../store.js';
import type { FigureCounter } from './counter.js';
import { FigureSweep } from './sweep.js';

/** A dossier that is worked on all day is counted now and then, not at each of its clicks. */
const COUNT_MS = 15_000;
const SWEEP_MS = 60_000;

export function keepFigures(store: Store, counter: FigureCounter, now: () => Date, log: Logger): () => Promise<void> {
  const sweep = new FigureSweep(store, counter, now);
  let running: Promise<unknown> | undefined;
  const once = (what: () => Promise<unknown>): void => {
    running ??= what().catch((error: unknown) => { log.warn({ err: error }, 'figures could not be kept'); }).finally(() => { running = undefined; });
  };
  once(() => sweep.run());
  const timers = [setInterval(() => { once(() => counter.settle()); }, COUNT_MS), setInterval(() => { once(() => sweep.run()); }, SWEEP_MS)];
  return async () => {
    timers.forEach(clearInterval);
    await running;
    await counter.settle();
  };
}
