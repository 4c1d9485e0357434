/** Worker and clerks of the workflow written by hand, in a process of their own; told by messages what to drive. */
import { fileURLToPath } from 'node:url';
import { Client, Connection, WithStartWorkflowOperation } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { drive, startVariables, taskVariables, type Drive, type Task, type Timings, type Variables } from '../workload.js';
import { BEGIN, COMPLETE, type Writing } from './names.js';
import { ReadModel } from './read-model.js';

export interface Setting { address: string; mongoUri: string; cache: number }
export interface Order { n: number; clerks: number; writing: Writing; prefix: string }
export type Answer = { ready: true } | Drive | { error: string };
const TASK_QUEUE = 'by-hand';

async function main(setting: Setting): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const readModel = await ReadModel.open(setting.mongoUri);
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address: setting.address }), taskQueue: TASK_QUEUE, identity: 'bh', buildId: 'bh1',
    workflowBundle: await bundleWorkflowCode({ workflowsPath: fileURLToPath(new URL('./workflow.js', import.meta.url)), logger: new DefaultLogger('ERROR') }),
    activities: { record: readModel.record.bind(readModel) }, ...(setting.cache > 0 ? { maxCachedWorkflows: setting.cache } : {}),
  });
  const running = worker.run();
  running.catch(fail);
  const client = new Client({ connection: await Connection.connect({ address: setting.address }), identity: 'bh' });
  process.on('message', (order: Order) => {
    drive(order.n, order.clerks, (i) => dossier(client, order, i)).then(answer, fail);
  });
  process.on('disconnect', () => { process.exit(0); });
  answer({ ready: true });
}

/** One dossier from the first call to the last user task. */
async function dossier(client: Client, { writing, prefix }: Order, i: number): Promise<Timings> {
  const startWorkflowOperation = new WithStartWorkflowOperation('byHand', {
    taskQueue: TASK_QUEUE, workflowId: `${prefix}-${i}`, args: [writing, startVariables(i)], workflowIdConflictPolicy: 'FAIL',
  });
  let at = performance.now();
  let open = await client.workflow.executeUpdateWithStart<never, Task[], []>(BEGIN, { startWorkflowOperation } as never);
  const timings: Timings = { start: performance.now() - at, clicks: [] };
  const handle = client.workflow.getHandle(`${prefix}-${i}`);
  let receives = 0;
  while (open.length > 0) {
    const task = open[0]!;
    const args: [Task, Variables] = [task, taskVariables(task, i, receives)];
    if (task === 'receive') receives += 1;
    at = performance.now();
    open = await handle.executeUpdate<Task[], [Task, Variables]>(COMPLETE, { args });
    timings.clicks.push(performance.now() - at);
  }
  return timings;
}

function answer(message: Answer): void {
  process.send?.(message);
}
function fail(error: unknown): void {
  answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}

main(JSON.parse(process.argv[2] ?? '{}') as Setting).catch(fail);
