/** The schedule of monthly reports at a real Temporal server: one, however often a server starts, and a run of it asks for the reports. */
import { Connection, ScheduleClient } from '@temporalio/client';
import { keepMonthlySchedule, MONTHLY_SCHEDULE, untilScheduled } from '../../workflows/monthly/schedule.js';
import { installRuntime, startWorker, type RunningWorker } from '../../workflows/worker.js';
import { startTemporal } from '../support/services.js';
import { eventually, Outcome, PlanShelf } from './support.js';

const asked: number[] = [];
let temporal: Awaited<ReturnType<typeof startTemporal>>, worker: RunningWorker, connection: Connection;
const place = (): { address: string; namespace: string; taskQueue: string } => ({ address: temporal.address, namespace: 'default', taskQueue: 'dossiers' });
beforeAll(async () => {
  installRuntime(() => undefined);
  temporal = await startTemporal();
  const outcome = new Outcome();
  worker = await startWorker({ ...place(), plans: new PlanShelf(), outside: { project: outcome.project, deliver: outcome.deliver, services: {}, monthlyReports: (at) => { asked.push(at); return Promise.resolve(); } } });
  connection = await Connection.connect({ address: temporal.address });
}, 90_000);
afterAll(async () => {
  await connection?.close();
  await worker?.stop();
  await temporal?.stop();
}, 30_000);

test('two servers that start make one schedule, on the first of each month at the desk', async () => {
  await Promise.all([keepMonthlySchedule(place()), keepMonthlySchedule(place())]);
  const { spec, policies } = await new ScheduleClient({ connection }).getHandle(MONTHLY_SCHEDULE).describe();
  expect(spec.timezone).toBe('Asia/Ho_Chi_Minh');
  expect(spec.calendars).toMatchObject([{ dayOfMonth: [{ start: 1, end: 1 }], hour: [{ start: 5, end: 5 }] }]);
  expect(policies.overlap).toBe('SKIP');
}, 60_000);

test('a server that cannot make it tries again until it is stopped, or has made it', async () => {
  const failed: unknown[] = [];
  await untilScheduled({ ...place(), namespace: 'not-there' }, { isStopped: () => failed.length === 2, failed: (error) => failed.push(error), againMs: 10 });
  expect(failed).toHaveLength(2);
  await untilScheduled(place(), { isStopped: () => false, failed: (error) => failed.push(error) });
  expect(failed).toHaveLength(2);
}, 60_000);

test('a run asks for the reports once', async () => {
  const before = Date.now();
  await new ScheduleClient({ connection }).getHandle(MONTHLY_SCHEDULE).trigger();
  await eventually(() => Promise.resolve(asked.length > 0 || undefined));
  expect(asked).toHaveLength(1);
  expect(asked[0]).toBeGreaterThan(before - 60_000);
}, 60_000);
