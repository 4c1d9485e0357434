/** The manager's page. */
import type { reports as shape } from '../vi/reports.js';

export const reports: typeof shape = {
  overview: {
    title: 'Overview', asOf: 'Figures of {{at}}', period: 'Period', lastDays: 'Last {{n}} days', totals: 'Totals', byState: 'By state', byDepartment: 'By department', dossiers: 'Dossiers', bar: 'Bar', department: 'Department',
    total: { received: 'Received', carriedOver: 'Carried over', resolved: 'Resolved', early: 'Early', onTime: 'On time', late: 'Late', open: 'Open', overdue: 'Overdue', paused: 'Paused' },
    column: { open: 'Open', dueSoon: 'Due soon', overdue: 'Overdue', completed: 'Completed', median: 'Typical time' },
    late: 'Overdue dossiers: {{n}}', noLate: 'No dossier is overdue.', more: 'Show all', fewer: 'Show fewer', nobody: 'Nobody yet', range: 'Period from {{from}} to {{to}}',
  },
  ratings: {
    title: 'Satisfaction', none: 'No rating in the period.', summary: '{{count}} ratings, {{average}}/5 on average', spread: 'Ratings by score', score: 'Score', count: 'Ratings', average: 'Average', byProcedure: 'By procedure', byDepartment: 'By department that took part', procedure: 'Procedure', department: 'Department',
    comments: 'Comments', noComments: 'No comments.', said: '{{score}}/5 · {{procedure}} · {{at}}',
  },
  practice: {
    title: 'Findings of the drawing and of the dossiers', basis: 'Version {{version}}, {{n}} dossiers received from {{from}} to {{to}}. Most hours lost first.', none: 'Nothing was found.', cannotTell: 'Cannot be told for lack of facts: {{checks}}',
    column: { check: 'Check', what: 'Finding and remedy', source: 'From', hours: 'Hours lost in a year', cases: 'Dossiers' }, source: { drawing: 'Drawing', log: 'Dossiers' }, severity: { error: 'error', warning: 'warning', advice: 'advice' }, case: 'dossier {{n}}', more: 'and {{n}} more',
  },
  heat: {
    title: 'Where the time goes', none: 'No process has been published yet.', noCases: 'Nothing was completed in the period.', cases: '{{n}} dossiers, version {{version}}. The figure at each step is its share of all office time.', label: 'Diagram coloured by the time of each step; the figures are in the table below', legend: 'Colours', working: 'Times are working hours and working days.',
    column: { share: 'Share of time', n: 'Turns', median: 'Half within', p90: 'Nine in ten within', wait: 'Waiting', work: 'Working', over: 'Over the step limit' },
  },
};
