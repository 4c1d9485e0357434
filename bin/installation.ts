/** The parts of an installation for a command that is not the server: connected, used, and let go. */
import pino from 'pino';
import { Store } from '../models/store.js';
import { startServices } from '../services/index.js';
import { projectRoot } from '../services/places.js';
import { temporalConfig } from '../temporal.config.js';
import { readKeyRing, type KeyRing } from '../workflows/payload-cipher.js';
import { TemporalHost } from '../workflows/temporal-host.js';
import { readSettings, type Settings } from '../server/config.js';
import { createParts, type Parts } from '../server/parts.js';

export interface Installation { parts: Parts; host: TemporalHost; keys: KeyRing; settings: Settings; root: string }

/** Uses the services of a running server when there is one; otherwise starts them for the time of `use`. */
export async function withInstallation(env: NodeJS.ProcessEnv, use: (installation: Installation) => Promise<void>): Promise<void> {
  const root = projectRoot();
  const { settings } = readSettings(env, root);
  const log = pino({ level: 'warn', base: undefined }, pino.destination(2));
  const services = await startServices(settings, { info: () => undefined, warn: (line) => { log.warn(line); }, error: (line) => { log.error(line); } });
  try {
    const store = await Store.connect(services.mongoUri);
    const config = temporalConfig({ ...env, DOSSIERFLOW_TEMPORAL_NAMESPACE: settings.temporalNamespace }, services.temporalAddress);
    const keys = readKeyRing(settings.payloadKeys);
    const host = TemporalHost.open({ address: config.address, namespace: config.namespace, taskQueue: config.taskQueue, deadline: config.timeouts.click, keys });
    try {
      await store.ensureIndexes();
      await use({ parts: await createParts(store), host, keys, settings, root });
    } finally {
      await host.close();
      await store.close();
    }
  } finally {
    await services.stop();
  }
}
