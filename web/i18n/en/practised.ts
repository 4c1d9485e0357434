/** A procedure as it is carried out. */
import type { practised as shape } from '../vi/practised.js';

export const practised: typeof shape = {
  practised: {
    title: 'Procedure as practised', basis: '{{n}} dossiers received from {{from}} to {{to}}; figures of {{asOf}}. Times are working hours and days, without what the clock stood still.', cut: 'Only the newest dossiers of the period were looked at.', none: 'There is no dossier in this period and filter.',
    filter: { title: 'Filter', from: 'Received from', to: 'Until', version: 'Version', agency: 'Agency that received', department: 'With a step in', channel: 'Channel', all: 'All', versionNo: 'Version {{n}}' },
    total: { dossiers: 'Dossiers', settled: 'With a result', open: 'Not ended', late: 'Late', half: 'Half within', nineInTen: 'Nine in ten within' },
    show: 'Colour by', measure: { waiting: 'Waiting', working: 'Working', frequency: 'Turns', rework: 'Rework', late: 'Past step limit' },
    map: { title: 'On the drawing', label: 'Diagram coloured by: {{measure}}; the figures are in the table below', way: 'The way of {{n}} dossiers is marked on the diagram', back: 'Back to the heat map', legend: 'Colours', upTo: 'up to {{value}}', average: 'The figure at each step: {{measure}}, mean of a turn; a percentage for rework and for limits.' },
    steps: { title: 'Steps', executions: 'Turns', dossiers: 'Dossiers', repeats: 'Rework', share: 'Share of time', waiting: 'Mean wait', waitingHalf: 'Wait, half within', working: 'Mean work', workingHalf: 'Work, half within', stood: 'Stood still', limit: 'Step limit', late: 'Past limit', step: 'Step' },
    times: { title: 'Promised, drawn and measured', what: 'Time', value: 'One dossier', declared: 'Published limit', drawn: 'Limits of the steps, along the longest way', half: 'Measured, half within', nineInTen: 'Measured, nine in ten within', unknown: 'not stated' },
    months: { title: 'By month of the result', month: 'Month', settled: 'Dossiers', late: 'Late', bar: 'Half (dark) and nine in ten (light)' },
    ways: { title: 'Ways taken', column: 'Steps', show: 'Show on the drawing', showNo: 'Show on the drawing: way {{n}}', no: 'Way', others: '{{ways}} other ways, {{n}} dossiers.', sample: 'For example', open: 'dossier {{n}}', none: 'No dossier has ended yet.', share: 'Share' },
    causes: { title: 'Why dossiers wait', note: 'Hours that all turns waited, by cause. The closed office counts by the clock on the wall, the other columns in office hours.', mean: 'Mean wait', batching: 'Done in batches', contention: 'Nobody free: earlier work', priority: 'Later work taken first', closed: 'Office closed', other: 'Other reasons', none: 'Not enough is known: who took the work up, and when.' },
    units: { title: 'Departments', unit: 'Department', limitShare: 'Turns past step limit' },
    people: { title: 'People', person: 'Person', note: 'The figures speak of steps and of the amount of work; they are no marks for people. Only leaders and heads of the department see names.' },
    agencies: { title: 'The same procedure between agencies', agency: 'Agency that received', best: 'fastest', show: 'Show its usual way on the drawing', showOf: 'Show its usual way on the drawing: {{name}}', few: 'The fastest one has the shortest median among agencies with {{n}} results or more.' },
    moves: {
      title: 'Dossiers on their way', open: 'Let dossiers move along the drawing', note: 'The {{n}} newest dossiers of the period, step by step in real time. Each dot is a dossier; the number says how many are at the step.', play: 'Play', pause: 'Pause', back: 'Back one day', forward: 'On one day', time: 'Moment', speed: 'Speed', perSecond: '{{n}} days a second',
      label: 'Diagram with the dossiers on their way; the same figures are in the table below', table: 'At {{at}}: {{n}} open dossiers', step: 'Step', here: 'Dossiers at the step', which: 'Dossiers', between: 'Between two steps', nothing: 'No dossier is open at this moment.', still: 'Your device asks for little motion: dossiers go on day by day.',
    },
  },
};
