/** Starts everything, in order, and stops it in the reverse one. The only place that wires the product together. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import MongoStore from 'connect-mongo';
import type { Logger } from 'pino';
import { GridFsFiles } from '../models/files/store.js';
import { Store } from '../models/store.js';
import { Attachments } from '../models/writes/attachments.js';
import { isSeeded, seed, startOpenDossiers } from '../scripts/seed/index.js';
import { seedRules } from '../scripts/seed/rules.js';
import { describeProblem, ServiceUnavailable, startServices, type RunningServices } from '../services/index.js';
import { projectRoot } from '../services/places.js';
import { temporalConfig } from '../temporal.config.js';
import { TemporalHost } from '../workflows/temporal-host.js';
import { installRuntime, startWorker, type RunningWorker } from '../workflows/worker.js';
import { createApp } from './app.js';
import { CalendarActions } from './calendar-actions.js';
import { MigrationActions } from './migration-actions.js';
import { readSettings, type Settings } from './config.js';
import { Listener } from './listener.js';
import { SessionCache } from './http/session-cache.js';
import { createLog } from './log.js';
import type { MessageRouter } from './message-router.js';
import { createOutside, createParts, createRouter, type Parts } from './parts.js';

export interface Running { url: string; stop(): Promise<void> }
export type Say = (line: string) => void;

const RETRY_MS = 3_000;
/** Kept messages whose handing over was interrupted wait at most so long. */
const SWEEP_MS = 30_000;
/** Below the ten seconds that a SIGTERM leaves. */
const STOP_WITHIN_MS = 9_500;

/** Throws SettingsError and PortBusy; a missing service is told and waited for. */
export async function serve(env: NodeJS.ProcessEnv, say: Say, isStopped: () => boolean = () => false): Promise<Running> {
  // Local time must not reach any decision: a worker in another zone would replay differently.
  process.env.TZ = 'UTC';
  const root = projectRoot();
  const { settings, warnings } = readSettings(env, root);
  for (const warning of warnings) say(warning);
  const listener = await Listener.open(settings.port, settings.host);
  const url = `http://${settings.host === '0.0.0.0' ? 'localhost' : settings.host}:${listener.port}/`;
  const log = createLog({ level: settings.logLevel, production: settings.production, dataFolder: settings.dataFolder });
  installRuntime((message) => { log.warn(message); });
  const undo: (() => Promise<void>)[] = [() => listener.close()];
  const stop = onceOnly(() => inReverse(undo, log));
  try {
    await start(settings, root, { listener, log, say, undo, isStopped: () => isStopped() || stop.isCalled() });
  } catch (error) {
    await stop();
    throw error;
  }
  say(url);
  return { url, stop };
}

interface Stage { listener: Listener; log: Logger; say: Say; undo: (() => Promise<void>)[]; isStopped(): boolean }

async function start(settings: Settings, root: string, { listener, log, say, undo, isStopped }: Stage): Promise<void> {
  const services = await untilServices(settings, log, say, listener, isStopped);
  undo.push(() => services.stop());
  say(`Temporal: ${services.described.temporal}`);
  say(`MongoDB: ${services.described.mongo}`);
  const store = await Store.connect(services.mongoUri);
  undo.push(() => store.close());
  await store.ensureIndexes();
  // Without rules nothing may be done to a dossier: they come with the product, also where no sample data is wanted.
  await seedRules(store, join(root, 'procedures'));
  const parts = await createParts(store);
  const config = temporalConfig({ ...process.env, DOSSIERFLOW_TEMPORAL_NAMESPACE: settings.temporalNamespace }, services.temporalAddress);
  const host = TemporalHost.open({ address: config.address, namespace: config.namespace, taskQueue: config.taskQueue, deadline: config.timeouts.click });
  undo.push(() => host.close());
  const [worker] = await Promise.all([
    startWorker({
      address: config.address, namespace: config.namespace, taskQueue: config.taskQueue, plans: parts.context.plans, outside: createOutside(parts, host, log),
      bundlePath: join(root, 'dist', 'workflow-bundle.js'), drainMs: config.timeouts.drain,
      onBundleMissing: () => { say('The workflow bundle is not built: bundling now.'); },
    }),
    settings.seed ? fill(parts, root, say) : undefined,
  ]);
  undo.push(() => worker.stop());
  listener.serve(createApp({
    ...parts, host, log, sessionSecret: settings.sessionSecret, sessionStore: sessionStore(store), production: settings.production, demo: settings.demo,
    webFolder: join(root, 'dist', 'web'), health: { database: () => store.probe(), temporal: () => host.probe(), worker: () => healthy(worker) },
  }));
  void new CalendarActions({ ...parts, host, log }).resume().catch((error: unknown) => { if (!isStopped()) log.error({ err: error }, 'corrections of calendars could not be taken up'); });
  undo.push(forgetOldUploads(store, log));
  undo.push(sweeping(createRouter(parts, host, log), log));
  void new MigrationActions({ context: parts.context, host }).resume().catch((error: unknown) => { if (!isStopped()) log.error({ err: error }, 'migrations of dossiers could not be taken up'); });
  void startOpenDossiers(parts, host, isStopped).catch((error: unknown) => { if (!isStopped()) log.error({ err: error }, 'open dossiers of the sample data could not all be started'); });
}

/** Tries kept messages again and again; answers what stops it. */
function sweeping(router: MessageRouter, log: Logger): () => Promise<void> {
  const sweep = setInterval(() => { router.handOver().catch((error: unknown) => { log.warn({ err: error }, 'kept messages could not be handed over'); }); }, SWEEP_MS);
  sweep.unref();
  return () => { clearInterval(sweep); return Promise.resolve(); };
}

async function fill(parts: Parts, root: string, say: Say): Promise<void> {
  if (await isSeeded(parts.context.store)) return;
  say('Filling the empty database with sample procedures and dossiers…');
  await seed(parts, join(root, 'procedures'));
}

const HOUR_MS = 3_600_000;
/** Answers what ends it. */
function forgetOldUploads(store: Store, log: Logger): () => Promise<void> {
  const attachments = new Attachments(store, new GridFsFiles(store), () => new Date());
  const forget = (): void => { attachments.forgetOld().catch((error: unknown) => { log.warn({ err: error }, 'old uploads could not be taken away'); }); };
  forget();
  const every = setInterval(forget, HOUR_MS);
  return () => { clearInterval(every); return Promise.resolve(); };
}

/** Keeps trying: whoever starts the missing service need not start us again. */
async function untilServices(settings: Settings, log: Logger, say: Say, listener: Listener, isStopped: () => boolean): Promise<RunningServices> {
  const lines = { info: (line: string) => { log.info(line); }, warn: (line: string) => { log.warn(line); }, error: (line: string) => { log.error(line); } };
  let told = '';
  for (;;) {
    try {
      return await startServices(settings, lines);
    } catch (error) {
      if (!(error instanceof ServiceUnavailable) || isStopped()) throw error;
      const block = describeProblem(error.problem);
      listener.waitFor(block);
      if (block !== told) say(block);
      told = block;
      await sleep(RETRY_MS);
    }
  }
}

function sessionStore(store: Store): SessionCache {
  const client = store.connection.getClient();
  return new SessionCache(MongoStore.create({
    client: client as never, dbName: store.connection.name, collectionName: 'sessions', touchAfter: 600, autoRemove: 'interval', autoRemoveInterval: 60, stringify: true,
  }));
}

function healthy(worker: RunningWorker): void {
  if (!worker.isHealthy()) throw new Error('not running');
}

function onceOnly(run: () => Promise<void>): (() => Promise<void>) & { isCalled(): boolean } {
  let called: Promise<void> | undefined;
  return Object.assign(() => (called ??= run()), { isCalled: () => called !== undefined });
}

/** Each part gets its turn even when another one fails to stop; the whole is given up before the system would kill us. */
async function inReverse(undo: (() => Promise<void>)[], log: Logger): Promise<void> {
  const all = (async () => {
    // The port first: nothing new may come in while the rest goes.
    const [closePort, ...others] = undo;
    const closing = closePort?.();
    for (const each of others.reverse()) await each().catch((error: unknown) => { log.error({ err: error }, 'stopping'); });
    await closing;
  })();
  await Promise.race([all, sleep(STOP_WITHIN_MS, undefined, { ref: false })]);
}
