/** Sign-in and the work list. */
import type { work as shape } from '../vi/work.js';

export const work: typeof shape = {
  signIn: { title: 'Sign in', demoTitle: 'Choose a person to start', demoText: 'Trial installation: one click signs in, no password.', unavailable: 'No way of signing in is switched on at this server.' },
  work: {
    title: 'Work', view: 'Scope', mine: 'Mine', department: 'My department', all: 'All',
    caption: 'Open work, {{view}}: {{total}} items', overdue: '{{n}} overdue', dueSoon: '{{n}} due soon',
    filter: 'Dossier number, applicant, step…', status: 'Timeliness', anyStatus: 'Any timeliness', procedure: 'Procedure', anyProcedure: 'Any procedure',
    dossier: 'Dossier', applicant: 'Applicant', step: 'Step', procedureShort: 'Procedure', assignee: 'Person', since: 'At this step since', dueAt: 'Result due', due: 'Timeliness', actions: 'Actions',
    claim: 'Claim', release: 'Hand back', open: 'Open dossier {{no}}', claimOf: 'Claim {{no}}', releaseOf: 'Hand back {{no}}', select: 'Select dossier {{no}}', selectAll: 'Select the page',
    selected: '{{n}} selected', claimSelected: 'Claim the selected', claimed: '{{n}} claimed.', released: 'Handed back.', someFailed: '{{n}} could not be claimed: others were faster.',
    emptyMine: 'No work of your own at the moment', emptyMineText: 'Look at My department to claim something.', emptyDepartment: 'Nothing is waiting in the department', emptyFilter: 'No work matches the filters', emptyText: 'The list updates by itself when a dossier arrives.',
    keys: 'Shortcuts', keysTitle: 'Shortcuts in the list', keyNext: 'Next row', keyPrevious: 'Previous row', keyOpen: 'Open the dossier', keySelect: 'Select the row', keySearch: 'Go to the search field', keyHelp: 'Show this table', keysEnabled: 'Single-letter shortcuts on',
    sortBy: 'Sort by {{column}}',
  },
};
