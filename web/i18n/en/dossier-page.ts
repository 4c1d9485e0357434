/** The page of one dossier. */
import type { dossierPage as shape } from '../vi/dossier-page.js';

export const dossierPage: typeof shape = {
  files: {
    title: 'Files', add: 'Add files', hint: 'PDF, pictures, Word, Excel or OpenDocument; 20 MB a file, 200 MB a dossier. Choose several at once, or drop them here.', none: 'No files yet.',
    coming: 'Sending {{name}}', remove: 'Remove', removeNamed: 'Remove {{name}}', reason: 'Reason', removed: 'removed by {{name}} at {{at}}: {{reason}}',
    show: 'View', showNamed: 'View {{name}}', inWindow: 'Open in another window', pictureOf: 'Picture of the file {{name}}', pages: 'Pages', page: 'Page {{n}} of {{all}}', pageOf: '{{name}}, page {{n}}', pageBefore: 'Previous page', pageAfter: 'Next page', notReadable: 'This PDF cannot be read; open it in another window, or ask for it again.',
    refused: { empty: 'the file is empty.', 'kind-not-accepted': 'this kind of file is not accepted.', 'name-and-content-differ': 'its content is not what its name says.', 'known-malware': 'the file carries malware.' },
  },
  dossier: {
    version: 'version {{version}}', receipt: 'Receipt', forms: 'Forms', formDocx: 'Word: {{name}}', drawing: 'The dossier on the diagram', drawingLabel: 'Diagram, the dossier is at: {{where}}', drawingEnded: 'Diagram, the dossier has ended', timeline: 'History',
    masked: 'Personal data are hidden: the units that handle the dossier and the desk that received it read them.',
    applicant: 'Applicant', receivedAt: 'Received', receivedBy: 'Received by', parts: 'Dossier parts', part: 'Document', received: 'Handed in', yes: 'Yes', no: 'No', data: 'Data of the dossier',
    ended: 'The dossier has ended', waiting: 'The dossier is waiting; nothing is to be done now', stepDue: 'step due {{at}}', heldBy: '{{name}} is handling this step.', onBehalf: 'You do this step on behalf of {{name}}; the history says so.', mayNotAct: 'Claim the work to handle this step.',
    note: 'Note', noteHint: 'Kept in the history. Needed when the dossier is returned or refused.', noteNeeded: 'Give the reason.', complete: 'Complete the step', next: 'Next: {{step}}', keptNote: 'What you typed, not sent', endedMeanwhile: '"{{step}}" was completed by {{by}}, {{at}}.', updated: 'The dossier has just been updated: {{what}}.', updatedBy: 'The dossier has just been updated: {{name}} – {{what}}.', completed: 'Step "{{step}}" completed.',
  },
  incident: { title: 'The dossier is stuck at "{{step}}"', reason: 'Reason', retry: 'Run the step again', skip: 'Skip the step', administrator: 'The system administrator will handle this incident.' },
};
