/** The schedule of monthly reports at the Temporal server: one for an installation, made at its first start and left as it is found. */
import { Connection, ScheduleAlreadyRunning, ScheduleClient } from '@temporalio/client';

export const MONTHLY_SCHEDULE = 'monthly-reports';
interface Place { address: string; namespace: string; taskQueue: string }

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
