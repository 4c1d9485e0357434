/** On the first of a month, the reports of the month before: one run of the schedule that `schedule.ts` keeps. */
import { proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { MonthlyActivities } from './messages.js';

const { makeMonthlyReports } = proxyActivities<MonthlyActivities>({
  startToCloseTimeout: '15m',
  // A report that was made is not made again: trying again costs nothing but what was left out.
  retry: { initialInterval: '1m', backoffCoefficient: 2, maximumInterval: '1h', maximumAttempts: 20 },
});

export async function monthlyReports(): Promise<void> {
  await makeMonthlyReports(workflowInfo().startTime.getTime());
}
