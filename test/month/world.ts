/** The whole product on a Temporal server whose clock jumps: the same code as `npm start`, over days that pass in seconds. */
import { join } from 'node:path';
import { Store } from '../../models/store.js';
import { seed } from '../../scripts/seed/index.js';
import { serve } from '../../server/main.js';
import { createParts, type Parts } from '../../server/parts.js';
import { projectRoot } from '../../services/places.js';
import { installRuntime } from '../../workflows/worker.js';
import { startMongo, temporaryFolder, timeSkippingEnvironment } from '../support/services.js';
import { freePort } from '../../services/ports.js';

export interface World {
  url: string;
  parts: Parts;
  now(): number;
  /** File of the heads of the trail. */
  anchors: string;
  /** Lets all that is due before it happen; an instant that has passed changes nothing. */
  until(instant: number): Promise<void>;
  close(): Promise<void>;
}

/** The library and the organisation as `npm start` fills them, without sample dossiers, on the morning of `begin`. */
export async function openWorld(begin: number): Promise<World> {
  const undo: (() => Promise<void> | void)[] = [];
  const close = async (): Promise<void> => { for (const each of undo.splice(0).reverse()) await each(); };
  try {
    // Before the SDK makes one of its own for the test server.
    installRuntime((message) => { process.stderr.write(`${message}\n`); });
    const environment = await timeSkippingEnvironment();
    undo.push(() => environment.teardown());
    let ahead = 0;
    const now = (): number => Date.now() + ahead;
    const until = async (instant: number): Promise<void> => {
      if (instant > now()) await environment.sleep(instant - now());
      ahead = await environment.currentTimeMs() - Date.now();
    };
    await until(begin);
    const mongo = await startMongo();
    undo.push(() => mongo.stop());
    const store = await Store.connect(mongo.uri);
    undo.push(() => store.close());
    await store.ensureIndexes();
    const parts = await createParts(store, () => new Date(now()));
    await seed(parts, join(projectRoot(), 'procedures'), { dossiers: 0 });
    // Days of work pass in seconds.
    await parts.context.settings.change({ key: 'requests.perPerson', scope: 'all', value: 100_000, by: 'an', reason: 'test', at: new Date(now()) });
    const folder = temporaryFolder();
    undo.push(() => { folder.remove(); });
    const running = await serve({
      ...process.env, NODE_ENV: 'test', TEMPORAL_ADDRESS: environment.connection.options.address, MONGODB_URI: mongo.uri, DOSSIERFLOW_PORT: String(await freePort()), DOSSIERFLOW_DATA: folder.path,
      DOSSIERFLOW_SEED: 'false', DOSSIERFLOW_LOG_LEVEL: 'warn', DOSSIERFLOW_TEMPORAL_CLICK_MS: '20000',
    }, () => undefined, () => false, () => new Date(now()));
    undo.push(() => running.stop());
    return { url: running.url.replace(/\/$/, ''), parts, now, until, anchors: join(folder.path, 'trail-anchors.jsonl'), close };
  } catch (error) {
    await close();
    throw error;
  }
}
