/** The Temporal host over a server that skips time, with a worker of ours. */
import { ApplicationFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { DossierActivities } from '../../workflows/dossier/messages.js';
import type { KeyRing } from '../../workflows/payload-cipher.js';
import { TemporalHost } from '../../workflows/temporal-host.js';
import { installRuntime, startWorker } from '../../workflows/worker.js';
import { timeSkippingEnvironment } from '../support/services.js';
import { Outcome, PlanShelf, type Bench } from './support.js';

export interface TemporalBench extends Bench { host: TemporalHost; env: TestWorkflowEnvironment }
/** Of the drawings for tests, and of the sample procedures. */
const SERVICES = ['register', 'urn:dossierflow:service:capSoDinhDanh', 'urn:dossierflow:service:traCuuHoKinhDoanh'];
const TASK_QUEUE = 'dossiers';

export async function temporalBench(keys?: KeyRing): Promise<TemporalBench> {
  installRuntime(() => undefined);
  const env = await timeSkippingEnvironment();
  const [shelf, outcome] = [new PlanShelf(), new Outcome()];
  const service: DossierActivities['invokeService'] = async (request) => {
    try {
      return await outcome.service(request);
    } catch (error) {
      // One attempt is enough for a test: the waiting between attempts is the server's business.
      throw ApplicationFailure.nonRetryable((error as Error).message);
    }
  };
  const worker = await startWorker({
    address: env.address, namespace: env.namespace ?? 'default', taskQueue: TASK_QUEUE, plans: shelf, keys, connection: env.nativeConnection,
    outside: { project: outcome.project, deliver: outcome.deliver, automatic: (request) => Promise.resolve(outcome.automatic(request)), services: Object.fromEntries(SERVICES.map((name) => [name, service])) },
  });
  const host = TemporalHost.open({ address: env.address, namespace: env.namespace ?? 'default', taskQueue: TASK_QUEUE, deadline: 20_000, keys });
  return {
    host, env, shelf, outcome, advance: async (ms) => { await env.sleep(ms); },
    close: async () => { await worker.stop(); await host.close(); await env.teardown(); },
  };
}
