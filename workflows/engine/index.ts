/** `createEngine({ mode: 'temporal' })` of format.md section 3: the package's entry `dossierflow/temporal-engine`. */
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { Plan } from '../../engine/graph/types.js';
import { createVirtualEngine, type Engine, type Session } from '../../engine/session/session.js';
import { temporalConfig } from '../../temporal.config.js';
import type { DossierActivities } from '../dossier/messages.js';
import { UnknownDossier } from '../host.js';
import { TemporalHost, type TemporalHostOptions } from '../temporal-host.js';
import { startWorker, type RunningWorker } from '../worker.js';
import { TemporalSession } from './session.js';
import type { ServerTime } from './world.js';

export interface TemporalEngineOptions {
  /** host:port; default: TEMPORAL_ADDRESS, then 127.0.0.1:7233. */
  address?: string;
  namespace?: string;
  /** The clock of a server that skips time, such as a TestWorkflowEnvironment; without it `advance` waits in real time. */
  time?: ServerTime;
}

/** Milliseconds of real time for one answer of the server, and for a dossier to settle. */
const PATIENCE = 30_000;
/** Until the server is asked again whether an answer that is on its way has come. */
const SOON = 10;
const realTime: ServerTime = { currentTimeMs: () => Promise.resolve(Date.now()), sleep: (ms) => wait(ms) };

/** The engine's dossiers are on a task queue of their own, served by a worker in this process. Rejects when no server answers. */
export async function createTemporalEngine(options: TemporalEngineOptions = {}): Promise<Engine> {
  const { address, namespace, timeouts } = temporalConfig(process.env, options.address);
  const at = { address, namespace: options.namespace ?? namespace, taskQueue: `engine-${randomUUID()}` };
  const host = TemporalHost.open({ ...at, deadline: PATIENCE });
  const engine = new TemporalEngine(at.taskQueue, host, options.time ?? realTime);
  try {
    await probe({ ...at, deadline: timeouts.connect });
    await engine.serve((parts) => startWorker({ ...at, ...parts, bundlePath: builtBundle(), drainMs: 1_000 }));
  } catch (error) {
    await host.close();
    throw new Error(`No Temporal server to run processes on at ${address}`, { cause: error });
  }
  return engine;
}

/** Throws when nobody answers, or the namespace is not there. */
async function probe(options: TemporalHostOptions): Promise<void> {
  const host = TemporalHost.open(options);
  try {
    await host.probe();
  } finally {
    await host.close();
  }
}

/** Beside the built program; running from the sources there is none, and one is made. */
function builtBundle(): string {
  return join(import.meta.dirname ?? dirname(fileURLToPath(import.meta.url)), '..', '..', 'workflow-bundle.js');
}

type Serve = (parts: { plans: { planJson(hash: string): Promise<string> }; activities: DossierActivities }) => Promise<RunningWorker>;

class TemporalEngine implements Engine {
  private readonly inProcess = createVirtualEngine(0);
  readonly validate = this.inProcess.validate;
  readonly importXml = this.inProcess.importXml;
  readonly exportXml = this.inProcess.exportXml;
  private readonly sessions = new Map<string, TemporalSession>();
  private readonly plans = new Map<string, Plan>();
  private worker: RunningWorker | undefined;
  private count = 0;

  constructor(private readonly name: string, private readonly host: TemporalHost, private readonly time: ServerTime) {}

  async serve(start: Serve): Promise<void> {
    const activities: DossierActivities = {
      project: (batch) => Promise.resolve(this.sessionOf(batch.dossierId)?.project(batch)),
      invokeService: (request) => this.sessionOf(request.dossierId)?.invoke(request) ?? Promise.resolve({}),
      deliver: (delivery) => this.sessionOf(delivery.dossierId)?.deliver(delivery) ?? Promise.resolve(),
      automatic: () => Promise.resolve({ due: [] }),
    };
    this.worker = await start({ plans: { planJson: (hash) => Promise.resolve(this.planJson(hash)) }, activities });
  }

  async session(): Promise<Session> {
    this.count += 1;
    const prefix = `${this.name}-${this.count}`;
    const session = new TemporalSession({
      prefix, host: this.host, time: this.time, patience: PATIENCE, checker: await this.inProcess.session(),
      shelve: (plan) => { this.plans.set(plan.hash, plan); },
      discard: (dossierId) => this.discard(dossierId),
    });
    this.sessions.set(prefix, session);
    return session;
  }

  /**
   * Ends a dossier once its activities have answered and it has taken that in, which the answer to a question shows: a server
   * that skips time keeps the lock of an activity or task whose run was ended before, and its clock would stand still for
   * everybody.
   */
  private async discard(dossierId: string): Promise<void> {
    const dossier = this.host.temporal.workflow.getHandle(dossierId);
    const giveUpAt = Date.now() + PATIENCE;
    try {
      while ((await dossier.describe()).raw.pendingActivities?.length && Date.now() < giveUpAt) await wait(SOON);
      await this.host.inspect(dossierId);
    } catch (error) {
      // One whose start never reached the server.
      if (error instanceof WorkflowNotFoundError || error instanceof UnknownDossier) return;
      throw error;
    }
    await this.host.discard(dossierId);
  }

  async close(): Promise<void> {
    for (const session of this.sessions.values()) await session.dispose();
    await this.worker?.stop();
    await this.host.close();
  }

  /** A dossier's id is its session's, and its number. Nothing for one of a session that is gone. */
  private sessionOf(dossierId: string): TemporalSession | undefined {
    return this.sessions.get(dossierId.slice(0, dossierId.lastIndexOf('-')));
  }
  private planJson(hash: string): string {
    const plan = this.plans.get(hash);
    if (!plan) throw new UnknownDossier(`no plan ${hash}`);
    return JSON.stringify(plan);
  }
}
