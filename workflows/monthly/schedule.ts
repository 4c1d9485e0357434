/** The schedule of monthly reports at the Temporal server: one for an installation, made at its first start and left as it is found. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection, ScheduleAlreadyRunning, ScheduleClient } from '@temporalio/client';

export const MONTHLY_SCHEDULE = 'monthly-reports';
interface Place { address: string; namespace: string; taskQueue: string }

const AGAIN_MS = 30_000;
export interface Trying { isStopped(): boolean; /** Told of each try that failed. */ failed(error: unknown): void; againMs?: number }

/** Tries until it is there: a Temporal that has just been started may be too busy to make it in time. */
export async function untilScheduled(place: Place, { isStopped, failed, againMs = AGAIN_MS }: Trying): Promise<void> {
  while (!isStopped()) {
    try {
      return await keepMonthlySchedule(place);
    } catch (error) {
      if (!isStopped()) failed(error);
    }
    await sleep(againMs, undefined, { ref: false });
  }
}

/** Early on the first of the month at the desk. A server that was down makes up for it until the month is nearly over. */
export async function keepMonthlySchedule({ address, namespace, taskQueue }: Place): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    await new ScheduleClient({ connection, namespace }).create({
      scheduleId: MONTHLY_SCHEDULE,
      spec: { calendars: [{ dayOfMonth: 1, hour: 5 }], timezone: 'Asia/Ho_Chi_Minh' },
      policies: { overlap: 'SKIP', catchupWindow: '27 days' },
      action: { type: 'startWorkflow', workflowType: 'monthlyReports', workflowId: MONTHLY_SCHEDULE, taskQueue, args: [] },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  } finally {
    await connection.close();
  }
}
