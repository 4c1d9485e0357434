/** Work that changes hands, and one act on several rows. */
import type { together as shape } from '../vi/together.js';

export const together: typeof shape = {
  together: {
    selected: '{{n}} selected', bar: 'What to do with the selected', clear: 'Clear the selection', claim: 'Claim {{n}}', release: 'Hand back {{n}}', handOn: 'Give to somebody', complete: 'Complete together',
    claimed: '{{n}} claimed.', released: '{{n}} handed back.', assigned: '{{n}} given on.', completed: '{{n}} completed.',
    failed: '{{n}} could not be done', dismiss: 'Read', retry: 'Try these again',
    handOnTitle: 'Give the work to somebody', handOnText: 'That person is told at once, with the reason.', to: 'Give to', load: '{{position}} · holds {{n}} now', noColleague: 'Nobody else can do this step.', reason: 'Reason', submitHandOn: 'Give',
    completeTitle: 'Complete the step "{{step}}" of {{n}} dossiers', completeText: 'The note is kept in the history of each dossier.', note: 'Note', noteNeeded: 'Give the reason for returning or refusing.',
  },
};
