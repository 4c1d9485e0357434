/** The manager's page. */
import type { reports as shape } from '../vi/reports.js';

export const reports: typeof shape = {
  problem: { code: { 'unknown-report': 'There is no report of this month.' } },
  monthly: {
    title: 'Monthly reports', note: 'Made on the first of each month for the month before; figures stay as they were then.', none: 'There is no report yet.', caption: '{{n}} reports', month: 'Month', made: 'Made', bySchedule: 'by itself', print: 'To print', vi: 'Report of {{month}}, PDF VI (Vietnamese)', en: 'Report of {{month}}, PDF EN (English)', make: 'Make the report now', done: 'The report of {{month}} is there',
  },
  overview: {
    title: 'Overview', index: 'Service index', asOf: 'Figures of {{at}}', totals: 'Totals', byState: 'By state', byDepartment: 'By department', byAgency: 'By receiving agency', byProcedure: 'By procedure', byField: 'By field', byChannel: 'By channel', dossiers: 'Dossiers', bar: 'Bar',
    department: 'Department', agency: 'Agency', procedure: 'Procedure', field: 'Field', channel: 'Channel', noField: 'No field', none: 'No figures.', range: 'Period from {{from}} to {{to}}. Open, overdue, due soon and paused are those of now.',
    ofWork: 'Figures of one department count work (turns at a step): what came, what was completed, within and past the limit of the step.', work: { received: 'Work that came', resolved: 'Completed', onTime: 'Within the step limit', late: 'Past the step limit' },
    total: { received: 'Received', carriedOver: 'Carried over', resolved: 'Resolved', delivered: 'Delivered', early: 'Early', onTime: 'On time', late: 'Late', open: 'Open', overdue: 'Overdue', dueSoon: 'Due soon', paused: 'Paused' },
    column: { came: 'Work that came', open: 'Open', dueSoon: 'Due soon', overdue: 'Overdue', completed: 'Completed', late: 'Past the step limit', median: 'Typical time' },
    filter: { title: 'Choose dossiers', all: 'All', period: 'Period', custom: 'Chosen days', from: 'From', to: 'To', by: 'Split by', byUsual: 'By length of the period' },
    period: { days7: 'Last 7 days', days30: 'Last 30 days', days90: 'Last 90 days', month: 'This month', quarter: 'This quarter', year: 'This year', lastYear: 'Last year' }, by: { day: 'Day', month: 'Month', quarter: 'Quarter', year: 'Year' }, quarterNo: 'Q{{n}} {{year}}',
    series: { title: 'Over time', chart: 'Bars: how many were resolved in each period, early, on time and late; line: received. {{n}} periods, from {{first}} to {{last}}; the most received, {{most}}, in {{when}}. The figures are in the table beside it.', chartOfWork: 'Bars: how much work was completed in each period, within and past the limit of the step; line: work that came. {{n}} periods, from {{first}} to {{last}}; the most that came, {{most}}, in {{when}}. The figures are in the table beside it.', period: 'Period' },
    late: 'Overdue dossiers: {{n}}', noLate: 'No dossier is overdue.', where: 'Step, department, person', causes: 'Because of', cause: '{{step}}: {{time}} ({{share}})', otherCauses: '{{n}} other steps: {{time}} ({{share}})', noCause: 'Cannot be told',
    atRisk: 'Will be late: {{n}}', noAtRisk: 'No dossier is likely to be late.', atRiskNote: 'Still within their limit, but of {{least}} or more similar dossiers of the last twelve months three in ten would be past it. Worked out {{at}}.', reason: 'Reason',
    why: 'At step “{{step}}”: half of the similar dossiers needed {{half}} more, seven in ten up to {{most}}; this one has {{slack}} left ({{n}} similar dossiers).',
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
    title: 'Where the time goes', practised: 'This procedure as practised', excel: 'Excel: times and findings', none: 'No process has been published yet.', noCases: 'Nothing was completed in the period.', cases: '{{n}} dossiers with steps completed from {{from}} to {{to}}, version {{version}}. The figure at each step is its share of all office time.', label: 'Diagram coloured by the time of each step; the figures are in the table below', legend: 'Colours', working: 'Times are working hours and working days, also those in which the clock stood still.',
    column: { share: 'Share of time', n: 'Turns', median: 'Half within', p90: 'Nine in ten within', wait: 'Waiting', work: 'Working', over: 'Over the step limit' },
  },
};
