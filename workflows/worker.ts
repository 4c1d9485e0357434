/** The Temporal worker: runs dossiers and their activities. */
import { Client } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker, type WorkerOptions } from '@temporalio/worker';
import { createActivities, type Outside } from './activities/index.js';
import { bundleFor } from './bundle.js';
import { CATCH_UP, type DossierActivities, type Missed } from './dossier/messages.js';
import { PayloadCipher, type KeyRing } from './payload-cipher.js';
import { PlanCodec, type PlanSource } from './plan-codec.js';
import { recordSinks } from './recorder.js';

/** What dossiers call: the services, the read model and the message router handed in, or activities made otherwise. */
type Calls = { outside: Outside; activities?: never } | { activities: DossierActivities; outside?: never };
export type DossierWorkerOptions = Calls & {
  address: string;
  namespace: string;
  taskQueue: string;
  plans: PlanSource;
  /** Those of the host; absent: histories are plain. */
  keys?: KeyRing | undefined;
  /** Pre-built workflow code; made on the spot when the file is not there. */
  bundlePath?: string;
  /** Milliseconds for what has begun when the worker is told to stop. */
  drainMs?: number;
  onBundleMissing?: () => void;
  /** For tests: a connection to use instead of opening one. */
  connection?: NativeConnection;
};
export interface RunningWorker {
  /** Settles when the worker has ended; rejects when it failed. */
  readonly ended: Promise<void>;
  isHealthy(): boolean;
  stop(): Promise<void>;
}

/** Identities and build ids are written into every workflow task of every history: they are kept short. */
const IDENTITY = 'df';

let installed = false;
/** Once per process, before anything else of the SDK: signals are ours to handle, and its warnings go to our log. */
export function installRuntime(warn: (message: string) => void): void {
  if (installed) return;
  installed = true;
  const logger = new DefaultLogger('WARN', ({ level, message, meta }) => { warn(`${level} ${message}${meta?.error === undefined ? '' : `: ${String(meta.error)}`}`); });
  Runtime.install({ logger, shutdownSignals: [] });
}

export async function startWorker(options: DossierWorkerOptions): Promise<RunningWorker> {
  const connection = options.connection ?? await NativeConnection.connect({ address: options.address });
  const activities = options.activities ?? createActivities(options.outside);
  const cipher = new PayloadCipher(options.keys ?? new Map());
  const client = new Client({ connection, namespace: options.namespace, identity: IDENTITY, dataConverter: { payloadCodecs: [cipher] } });
  const worker = await Worker.create({
    connection, namespace: options.namespace, taskQueue: options.taskQueue, identity: IDENTITY, buildId: 'df1',
    workflowBundle: await bundleFor(options.bundlePath, options.onBundleMissing),
    activities,
    sinks: recordSinks({
      project: (batch) => activities.project(batch),
      tell: (dossierId, missed) => client.workflow.getHandle(dossierId).signal<[Missed]>(CATCH_UP, missed),
    }),
    dataConverter: { payloadCodecs: [new PlanCodec(options.plans), cipher] },
    shutdownGraceTime: options.drainMs ?? 5_000,
  } satisfies WorkerOptions);
  const ended = worker.run();
  ended.catch(() => undefined);
  return {
    ended,
    isHealthy: () => worker.getState() === 'RUNNING',
    stop: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await ended.catch(() => undefined);
      if (!options.connection) await connection.close();
    },
  };
}
