/** Rules of the one-stop mechanism. */
import type { rules as shape } from '../vi/rules.js';

export const rules: typeof shape = {
  rules: {
    title: 'One-stop rules', note: 'A dossier keeps the rules in force when it was received.', version: 'Version {{version}}, in force from {{from}}', scope: 'Holds for', allAgencies: 'All agencies', rule: 'Rule', value: 'Value', basis: 'Legal basis', unconfirmed: 'to be checked',
    yes: 'Yes', no: 'No', units: { workingHours: 'working hours', workingDays: 'working days', days: 'days' },
    setForAgency: 'The agency’s own from {{from}}', setForAll: 'Set for all agencies from {{from}}', planned: 'From {{from}}: {{value}}', plannedNone: 'From {{from}}: the value set is taken back',
    change: 'Change', changeRule: 'Change: {{rule}}', unit: 'Unit', from: 'In force from', newBasis: 'Legal basis of the new value', confirmed: 'Compared with the text in force', reason: 'Reason', rolesHint: 'Choose at least one role.',
    takeBack: 'Take back the value set', saved: 'Saved: {{rule}}', periodValue: { ever: 'never begins again', year: 'begins again every year' }, patternHint: '{agency}, {date} and {number:7} can be used.',
    wrong: { count: 'A whole number from 0 to 1,000 is needed.', roles: 'Choose at least one role.', stretch: 'A number above 0 and up to 1,000 is needed.', lead: 'A number from -1,000 to 1,000 is needed.', yesNo: 'Choose yes or no.', states: 'Each state is a number from 1 to 10.', pattern: 'It needs {number}, and has at most 100 characters.', period: 'Choose one of the two.' }, fromPast: 'Not before today: dossiers already received keep their rules.',
    changes: 'Changes', changedAt: 'At', changedBy: 'Changed by', none: 'Nothing has been changed yet.', removed: 'the value set is taken back',
  },
  problem: { code: {
    'stale-rules': 'Somebody else has changed this rule meanwhile. Reload the page, then change it again.',
  } },
};
