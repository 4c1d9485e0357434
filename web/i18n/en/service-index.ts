/** The page of the service index. */
import { INDEX_WORDS } from '../../../engine/service-index/words.js';

export const serviceIndex = {
  serviceIndex: {
    ...INDEX_WORDS.en,
    title: 'Index of service to citizens and enterprises', basis: 'Decision 766/QĐ-TTg of 23/06/2022. From {{from}} to {{to}}, figures of {{asOf}}.', choose: 'What it is about', kind: 'Period', kinds: { month: 'Month', quarter: 'Quarter', year: 'Year' }, which: 'Which one', quarterOf: 'Quarter {{n}}/{{year}}', yearOf: 'Year {{year}}',
    agency: 'Receiving agency', department: 'Department', procedure: 'Procedure', all: 'All', score: 'On the scale of 100', points: 'Points', measured: 'Most of what is measured', weight: 'Most points', none: 'none yet',
    how: 'An indicator that did not occur in the period, or that has no data, has no points and does not count among the most points; what is measured is put on the scale of 100.', sum: 'The most points set sum up to {{n}}, not 100.', steps: 'Of a department, progress is counted by the steps that it did.', settings: 'Set the most points',
    groupsTitle: 'Groups', group: 'Group', share: 'Share', indicatorsTitle: 'Indicators', indicator: 'Indicator', counted: 'Met of all', behind: 'Look at', met: 'met', missed: 'missed', metNamed: 'Look at what met: {{name}}', missedNamed: 'Look at what missed: {{name}}', agenciesTitle: 'By agency',
    seriesTitle: 'Over time, on the scale of 100', chart: 'Bar chart of the index from {{first}} to {{last}}; the highest is {{most}} in {{when}}. The table beside it says the same.', chartOfNone: 'Bar chart of the index from {{first}} to {{last}}, without any figure yet',
    casesMet: 'Met – {{name}}', casesMissed: 'Missed – {{name}}', noCases: 'None.', number: 'Number', what: 'Procedure, subject', at: 'At', due: 'Due', given: 'Rating', missing: 'Missing', close: 'Close the list', casesExcel: 'Excel: this list',
  },
};
