/** Sign-in and the work list. */
import type { work as shape } from '../vi/work.js';

export const work: typeof shape = {
  signIn: { title: 'Sign in', mustChange: 'Choose a new password', account: 'Account name', password: 'Password', show: 'Show or hide the password', openId: 'Sign in with the account of your agency', refused: { unavailable: 'The sign-in of your agency does not answer. Try again later, or use a password.', failed: 'The sign-in at your agency was not finished, or was cancelled. Try again.', unknown: 'That account is not known here, or the person has left. Ask an administrator to add it, or choose another account.' }, demoTitle: 'Choose a person to begin', demoText: 'Trial installation: one click, no password.' },
  work: {
    title: 'Work', view: 'Scope', mine: 'Mine', department: 'My department', all: 'All',
    caption: 'Open work, {{view}}: {{total}} items', overdue: '{{n}} overdue', dueSoon: '{{n}} due soon',
    filter: 'Dossier number, applicant, step…', status: 'Timeliness', anyStatus: 'Any timeliness', procedure: 'Procedure', anyProcedure: 'Any procedure',
    dossier: 'Dossier', applicant: 'Applicant', step: 'Step', procedureShort: 'Procedure', assignee: 'Person', dueAt: 'Result due', due: 'Timeliness', actions: 'Actions',
    claim: 'Claim', release: 'Hand back', open: 'Open dossier {{no}}', claimOf: 'Claim {{no}}', releaseOf: 'Hand back {{no}}', select: 'Select dossier {{no}}', selectAll: 'Select the page',
    released: 'Handed back.',
    emptyMine: 'No work of your own at the moment', emptyMineText: 'Look at My department to claim something.', emptyDepartment: 'Nothing is waiting in the department', emptyFilter: 'No work matches the filters', emptyText: 'The list updates by itself when a dossier arrives.',
    arrived: '{{n}} new items have come to the list.',
    keys: 'Shortcuts', keysTitle: 'Shortcuts', keyNext: 'Next row', keyPrevious: 'Previous row', keyOpen: 'Open the dossier', keySelect: 'Select the row', keySearch: 'Go to the search field', keyGo: 'Go to {{page}}', keyPalette: 'Find dossiers, procedures, pages, commands', keysList: 'In the list', keysAnywhere: 'On every page', keyHelp: 'Show this table', keysEnabled: 'Single-letter shortcuts on',
    look: 'Columns, views', column: { applicant: 'Applicant', step: 'Step', procedure: 'Procedure', department: 'Department', assignee: 'Person', since: 'At this step since', stepDue: 'Step due', due: 'Result due' },
    onBehalf: 'for {{name}}',
    sortBy: 'Sort by {{column}}',
  },
};
