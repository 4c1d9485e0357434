/** Working calendars. */
import type { calendar as shape } from '../vi/calendar.js';

export const calendar: typeof shape = {
  calendar: {
    title: 'Working calendars', note: 'Office hours, days off and make-up days by which every limit is counted.', choose: 'Calendar', export: 'Export the file', import: 'Import a file', importWrong: 'The file cannot be used', noJson: '{{name}} is not JSON: {{why}}',
    usedBy: 'Holds for: {{names}}', usedByOthers: 'Holds for every agency without a calendar of its own.', monthView: 'Month view', monthLabel: 'Month {{month}}/{{year}}', weekdays: 'Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday',
    previousMonth: 'Previous month', nextMonth: 'Next month', today: 'Today', legend: 'Legend', kind: { open: 'Working day', half: 'Half day', makeUp: 'Make-up day', holiday: 'Holiday', off: 'Closed', none: 'No calendar' }, expected: 'expected', changed: 'changed',
    basis: 'Legal basis', source: 'Source', basisIs: 'Legal basis: {{text}}', sourceIs: 'Source: {{text}}', inherited: 'From the common calendar: {{name}}',
    mode: 'This day', modes: { week: 'follows the week and the common calendar', closed: 'is off', hours: 'has hours of its own (make-up, half day)' }, hours: 'Office hours', hoursHint: 'For example: 07:30-11:30, 13:00-17:00', hoursWrong: 'Write each span, with commas between them: 07:30-11:30, 13:00-17:00.',
    dayName: 'Name of the day off', dayNameOptional: 'Why it has hours of its own', confirmed: 'Officially announced', putIn: 'Put into the change',
    periods: 'Office hours by period', addPeriod: 'Add a period', from: 'From', periodName: 'Name', change: 'Change', changePeriod: 'Change the period from {{from}}', removePeriod: 'Remove the period', noHours: 'closed',
    unsaved: 'The change does not hold yet', unsavedText: 'See which dossiers get another date before the change holds.', preview: 'See the dossiers concerned', discard: 'Discard the change', wouldMove: '{{n}} open dossiers get another date, {{steps}} steps another limit.', moves: 'Dossiers with another date', before: 'Date now', after: 'New date',
    reason: 'Reason', reasonHint: 'Written into the history of each dossier.', apply: 'Put in force', applied: 'Version {{version}} is in force', applying: 'Version {{version}} is being applied', appliedText: '{{moved}} dossiers have another date; written into the history of {{told}} of {{all}}.',
    versions: 'Versions', version: 'Version', savedAt: 'At', savedBy: 'Changed by', moved: 'Dates moved',
    new: 'Add a calendar', name: 'Name of the calendar', code: 'Code', codeHint: 'Small letters, digits and hyphens; it cannot be changed later.', base: 'Days off and make-up days as in', noBase: 'None, days off of its own', create: 'Create the calendar', created: 'The calendar {{name}} has been created',
    assignments: 'Who works by which calendar', assign: 'Choose a calendar for an agency', assigned: 'Calendars chosen', assignedTo: 'A calendar has been chosen for {{who}}', assignNote: 'Holds for dossiers received and steps begun from then on. What is open keeps its calendar.', who: 'Agency or department', agencies: 'Agencies', departments: 'Departments', noOwn: 'No calendar of its own', nobody: 'whoever has none of its own', unused: 'Nobody works by it yet.',
    codeWrong: '2 to 40 small letters, digits or hyphens are needed.', baseWrong: 'This calendar cannot be the base. Choose another one.', fromWrong: 'Not before today, nor before the first day of the calendar.',
  },
  problem: { code: {
    'unknown-calendar': 'There is no such calendar.',
    'bad-calendar': 'The calendar is not valid. See each place below.',
    'stale-calendar': 'Somebody else has changed the calendar since it was opened. Reload the page and change it again.',
    'calendar-exists': 'There is such a calendar already. Choose another id.',
  } },
};
