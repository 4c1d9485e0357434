/** Rules of the one-stop mechanism. */
export const rules = {
  rules: {
    title: 'One-stop rules', note: 'A dossier keeps the version in force when it was received.', version: 'Version {{version}}, in force from {{from}}', until: 'until {{to}}', allAgencies: 'all agencies', rule: 'Rule', value: 'Value', basis: 'Legal basis', unconfirmed: 'to be checked',
    yes: 'Yes', no: 'No', units: { workingHours: 'working hours', workingDays: 'working days', days: 'days' },
  },
};
