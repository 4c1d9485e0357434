/** Timeliness and the ledger of a due date. */
import type { due as shape } from '../vi/due.js';

export const due: typeof shape = {
  onTime: 'On time', dueSoon: 'Due soon', overdue: 'Overdue', paused: 'Paused', early: 'Early', late: 'Late', none: 'No due date', overdueBy: 'Overdue by {{time}}', lateBy: 'Late by {{time}}',
  title: 'Result due', limit: 'Limit {{limit}}, {{rule}}', how: 'How it was worked out', from: 'From', to: 'To', why: 'Reason', counted: 'Counted',
  sum: 'Counted in all', stepHow: 'How the due date of the step was worked out', clocks: 'Other clocks', clocksHint: 'How long each agency has had the dossier, by its own working calendar; the citizen’s limit is counted once.', agency: 'Agency', calendar: 'Calendar', spent: 'Time there', agencyState: 'State', running: 'At work', stopped: 'Not there',
  ownLimit: 'Limit of its own: {{at}}', notice: 'Time outside the limit: {{name}}, from {{from}} to {{at}}', held: 'Stands still with the dossier: {{name}}', deadline: 'Timer running: {{name}}, from {{from}} to {{at}}',
  rules: { hourExact: 'counted in working hours', dayCount: 'counted in working days, the day of receipt not included', calendarDays: 'counted in calendar days', sameDay: 'same day' },
};
