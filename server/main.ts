/** Starts everything, in order, and stops it in the reverse one. The only place that wires the product together. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { Retention } from '../models/erasure/retention.js';
import { eraseNightly } from '../models/erasure/running.js';
import { keepFigures } from '../models/figures/running.js';
import { openFiles } from '../models/files/open.js';
import type { FileStore } from '../models/files/store.js';
import { VersionsInForce } from '../models/revisions/in-force.js';
import { preparePractice } from '../models/practice/preparing.js';
import { OutboxQueries } from '../models/queries/outbox.js';
import { PortalChanges } from '../models/portal.js';
import { PracticeQueries } from '../models/queries/practice.js';
import { Store } from '../models/store.js';
import { keepTrail } from '../models/trail/running.js';
import { Attachments } from '../models/writes/attachments.js';
import { isSeeded, seed, startOpenDossiers } from '../scripts/seed/index.js';
import { seedRules } from '../scripts/seed/rules.js';
import { describeProblem, ServiceUnavailable, startServices, type RunningServices } from '../services/index.js';
import { projectRoot } from '../services/places.js';
import { temporalConfig } from '../temporal.config.js';
import { untilScheduled } from '../workflows/monthly/schedule.js';
import { readKeyRing } from '../workflows/payload-cipher.js';
import { TemporalHost } from '../workflows/temporal-host.js';
import { installRuntime, startWorker, type RunningWorker } from '../workflows/worker.js';
import { signingKey } from './signing/key.js';
import { certificatePlace, certificateWhenNeeded, type OpenCertificate } from './signing/when-needed.js';
import { createApp } from './app.js';
import { CalendarActions } from './calendar-actions.js';
import { MigrationActions } from './migration-actions.js';
import { readSettings, s3Of, SettingsError, type Settings } from './config.js';
import { readWordFile } from './word-file.js';
import { Listener } from './listener.js';
import { LiveStreams } from './live/streams.js';
import { createLog } from './log.js';
import { OpenId } from './open-id.js';
import type { MessageRouter } from './message-router.js';
import { loggingAdapter, smtpAdapter } from './outbox/adapters.js';
import { OutboxSender } from './outbox/sender.js';
import { PracticeThread } from './practice-thread.js';
import { httpPortal, PortalSender } from './portal/sender.js';
import { forgetTries } from './try-guard.js';
import { createOutside, createParts, createRouter, type Parts } from './parts.js';

export interface Running { url: string; stop(): Promise<void> }
export type Say = (line: string) => void;

const RETRY_MS = 3_000;
/** Kept messages whose handing over was interrupted wait at most so long. */
const SWEEP_MS = 30_000;
/** An applicant reads his mail later than that. */
const SEND_MS = 5_000;
/** Below the ten seconds that a SIGTERM leaves. */
const STOP_WITHIN_MS = 9_500;

/** Throws SettingsError and PortBusy; a missing service is told and waited for. `now`: the clock that everything but Temporal's own timers reads. */
export async function serve(env: NodeJS.ProcessEnv, say: Say, isStopped: () => boolean = () => false, now: () => Date = () => new Date()): Promise<Running> {
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
    await start(settings, root, { listener, log, say, undo, now, isStopped: () => isStopped() || stop.isCalled() });
  } catch (error) {
    await stop();
    throw error;
  }
  say(url);
  return { url, stop };
}

interface Stage { listener: Listener; log: Logger; say: Say; undo: (() => Promise<void>)[]; now(): Date; isStopped(): boolean }

async function start(settings: Settings, root: string, { listener, log, say, undo, now, isStopped }: Stage): Promise<void> {
  const services = await untilServices(settings, log, say, listener, isStopped);
  undo.push(() => services.stop());
  say(`Temporal: ${services.described.temporal}`);
  say(`MongoDB: ${services.described.mongo}`);
  const store = await Store.connect(services.mongoUri);
  undo.push(() => store.close());
  await store.ensureIndexes();
  const files = await openFiles(store, s3Of(settings));
  undo.push(() => { files.close(); return Promise.resolve(); });
  // Without rules nothing may be done to a dossier: they come with the product, also where no sample data is wanted.
  await seedRules(store, join(root, 'procedures'));
  const words = settings.words === undefined ? undefined : readWordFile(settings.words);
  const parts = await createParts(store, now, typeof words === 'string' ? undefined : words);
  const certificate = await certificateOf(settings, parts);
  const config = temporalConfig({ ...process.env, DOSSIERFLOW_TEMPORAL_NAMESPACE: settings.temporalNamespace }, services.temporalAddress);
  const keys = readKeyRing(settings.payloadKeys);
  const host = TemporalHost.open({ address: config.address, namespace: config.namespace, taskQueue: config.taskQueue, deadline: settings.temporalClick, keys });
  undo.push(() => host.close());
  const [worker] = await Promise.all([
    startWorker({
      address: config.address, namespace: config.namespace, taskQueue: config.taskQueue, keys, plans: parts.context.plans, outside: createOutside(parts, host, log, settings.portalUrl ? new PortalChanges(parts.context) : undefined),
      bundlePath: join(root, 'dist', 'workflow-bundle.js'), drainMs: config.timeouts.drain,
      onBundleMissing: () => { say('The workflow bundle is not built: bundling now.'); },
    }),
    settings.seed ? fill(parts, root, say) : undefined,
  ]);
  undo.push(() => worker.stop());
  const live = new LiveStreams({ ...parts, log });
  undo.push(() => live.close());
  const thread = new PracticeThread({ mongoUri: services.mongoUri }, now);
  undo.push(() => thread.stop());
  const practice = new PracticeQueries(parts.context, (task) => thread.run(task));
  listener.serve(createApp({
    ...parts, practice, files, live, host, log, sessionSecret: settings.sessionSecret, signingKey: () => signingKey(settings.dataFolder), certificate, production: settings.production, demo: settings.demo,
    webFolder: join(root, 'dist', 'web'), health: { database: () => store.probe(), temporal: () => host.probe(), worker: () => healthy(worker) },
    told: { messages: () => messagesLine(new OutboxQueries(parts.context)), files: () => filesLine(files) }, publicUrl: settings.publicUrl, openId: openIdOf(settings),
  }));
  void new CalendarActions({ ...parts, host, log }).resume().catch((error: unknown) => { if (!isStopped()) log.error({ err: error }, 'corrections of calendars could not be taken up'); });
  undo.push(sendingOut(parts, settings, log));
  if (settings.portalUrl) undo.push(sendingDue(new PortalSender({ context: parts.context, portal: httpPortal(settings.portalUrl, settings.portalToken), log }), log));
  undo.push(forgetting(parts, files, log));
  undo.push(eraseNightly(new Retention({ ...parts, files }), now, log));
  undo.push(preparePractice(parts.context, practice, log));
  undo.push(keepFigures(store, parts.figures, now, log), keepTrail(parts.context, parts.trail, settings.trailAnchors, log));
  undo.push(sweeping(createRouter(parts, host, log), log));
  void untilScheduled(config, { isStopped, failed: (error) => { log.warn({ err: error }, 'the schedule of monthly reports could not be made yet'); } });
  undo.push(bringingIntoForce(new VersionsInForce(parts.context), log));
  void new MigrationActions({ context: parts.context, host }).resume().catch((error: unknown) => { if (!isStopped()) log.error({ err: error }, 'migrations of dossiers could not be taken up'); });
  void startOpenDossiers(parts, host, isStopped).catch((error: unknown) => { if (!isStopped()) log.error({ err: error }, 'open dossiers of the sample data could not all be started'); });
}

/** The agency's own is tried at once; one for trying out is made when somebody needs it. */
async function certificateOf(settings: Settings, { context }: Parts): Promise<OpenCertificate> {
  const certificate = certificateWhenNeeded(certificatePlace(settings), context);
  if (settings.signingP12) await certificate().catch((error: unknown) => { throw new SettingsError([`DOSSIERFLOW_SIGNING_P12: ${(error as Error).message}`]); });
  return certificate;
}

/** Tries kept messages again and again; answers what stops it. */
function sweeping(router: MessageRouter, log: Logger): () => Promise<void> {
  const sweep = setInterval(() => { router.handOver().catch((error: unknown) => { log.warn({ err: error }, 'kept messages could not be handed over'); }); }, SWEEP_MS);
  sweep.unref();
  return () => { clearInterval(sweep); return Promise.resolve(); };
}

/** Versions whose day has come, for the lists and public pages that ask nobody; answers what stops it. */
function bringingIntoForce(versions: VersionsInForce, log: Logger): () => Promise<void> {
  const warn = (error: unknown): void => { log.warn({ err: error }, 'versions could not be put in force'); };
  versions.settleAll().catch(warn);
  const every = setInterval(() => { versions.upToDate().catch(warn); }, SWEEP_MS);
  every.unref();
  return () => { clearInterval(every); return Promise.resolve(); };
}

/** Sends what the outbox holds, again and again; answers what stops it. */
function sendingOut({ context }: Parts, { smtpUrl, mailFrom, production, publicUrl }: Settings, log: Logger): () => Promise<void> {
  const email = smtpUrl ? smtpAdapter(smtpUrl, mailFrom) : production ? undefined : loggingAdapter(log, 'email');
  const text = production ? undefined : loggingAdapter(log, 'text');
  const sender = new OutboxSender({ context, log, publicUrl, adapters: { ...(email ? { email } : {}), ...(text ? { text } : {}) } });
  const stop = sendingDue(sender, log);
  return async () => {
    email?.close?.();
    await stop();
  };
}

/** Sends what is due, again and again, one round at a time; answers what stops it. */
function sendingDue(sender: { sendDue(): Promise<number> }, log: Logger): () => Promise<void> {
  let busy: Promise<unknown> | undefined;
  const every = setInterval(() => {
    busy ??= sender.sendDue().catch((error: unknown) => { log.warn({ err: error }, 'what is to be sent could not be read'); }).finally(() => { busy = undefined; });
  }, SEND_MS);
  return async () => { clearInterval(every); await busy; };
}

async function messagesLine(outbox: OutboxQueries): Promise<string> {
  const { waiting, failed } = await outbox.totals();
  return `${waiting} waiting, ${failed} failed`;
}

async function fill(parts: Parts, root: string, say: Say): Promise<void> {
  if (await isSeeded(parts.context.store)) return;
  say('Filling the empty database with sample procedures and dossiers…');
  await seed(parts, join(root, 'procedures'));
}

const HOUR_MS = 3_600_000;
/** Takes away, every hour, what has had its time; answers what ends it. */
function forgetting({ context }: Parts, files: FileStore, log: Logger): () => Promise<void> {
  const attachments = new Attachments(context.store, files, context.now);
  const forget = (): void => { Promise.all([attachments.forgetOld(), forgetTries(context)]).catch((error: unknown) => { log.warn({ err: error }, 'what has had its time could not be taken away'); }); };
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

function openIdOf({ openIdIssuer: issuer, openIdClientId: clientId, openIdClientSecret: clientSecret, openIdClaim: claim, publicUrl, production }: Settings): OpenId | undefined {
  return issuer && clientId && clientSecret && publicUrl ? new OpenId({ issuer, clientId, clientSecret, claim, publicUrl, production }) : undefined;
}

/** Read by operators at /readyz. A bucket that is away hinders files alone, so it does not make the server unready. */
async function filesLine(files: FileStore): Promise<string> {
  return files.probe().then(() => 'ok', (error: unknown) => (error as Error).message);
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
