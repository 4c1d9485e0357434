/** The sealer of a running server with the sweep beside it; answers what ends both. */
import type { Logger } from 'pino';
import type { QueryContext } from '../queries/context.js';
import { anchorFile } from './anchors.js';
import type { TrailSealer } from './sealer.js';
import { TrailSweep } from './sweep.js';

const SWEEP_MS = 60_000;

export function keepTrail({ store, directory, now }: Pick<QueryContext, 'store' | 'directory' | 'now'>, sealer: TrailSealer, anchors: string, log: Logger): () => Promise<void> {
  sealer.anchors = anchorFile(anchors);
  const sweep = new TrailSweep({ store, sealer, mainAgency: () => directory.mainAgency()?._id ?? 'none', now });
  let running: Promise<unknown> | undefined;
  const run = (): void => {
    running ??= sweep.run().catch((error: unknown) => { log.warn({ err: error }, 'the trail could not be looked through'); }).finally(() => { running = undefined; });
  };
  run();
  const every = setInterval(run, SWEEP_MS);
  return async () => {
    clearInterval(every);
    await running;
    await sealer.flush();
  };
}
