/** Dossier page, register of dossiers and reception. */
import type { dossier as shape } from '../vi/dossier.js';
import { due as dueWords } from './due.js';

export const dossier: typeof shape = {
  due: dueWords,
  form: { required: 'Fill in this field.', datePattern: 'dd/mm/yyyy', date: 'A real day is needed, as dd/mm/yyyy.' },
  files: {
    title: 'Files', add: 'Add files', hint: 'PDF, pictures, Word, Excel or OpenDocument; 20 MB a file, 200 MB a dossier. Choose several at once, or drop them here.', none: 'No files yet.',
    coming: 'Sending {{name}}', remove: 'Remove', removeNamed: 'Remove {{name}}', reason: 'Reason', removed: 'removed by {{name}} at {{at}}: {{reason}}',
    refused: { empty: 'the file is empty.', 'kind-not-accepted': 'this kind of file is not accepted.', 'name-and-content-differ': 'its content is not what its name says.', 'known-malware': 'the file carries malware.' },
  },
  formName: {
    '01': 'Receipt and appointment', '02': 'Request to supplement', '03': 'Refusal', '04': 'Apology and extension', '05': 'Notice of stopping', '06': 'Control slip',
  },
  drawing: { here: 'is here', active: 'In progress', done: 'Passed', zoomIn: 'Zoom in', zoomOut: 'Zoom out', fit: 'Fit', failed: 'This diagram has no picture to show.' },
  dossier: {
    version: 'version {{version}}', receipt: 'Receipt', forms: 'Forms', drawing: 'The dossier on the diagram', drawingLabel: 'Diagram, the dossier is at: {{where}}', drawingEnded: 'Diagram, the dossier has ended', timeline: 'History',
    applicant: 'Applicant', receivedAt: 'Received', receivedBy: 'Received by', parts: 'Dossier parts', part: 'Document', received: 'Handed in', yes: 'Yes', no: 'No', data: 'Data of the dossier',
    ended: 'The dossier has ended', waiting: 'The dossier is waiting; nothing is to be done now', stepDue: 'step due {{at}}', heldBy: '{{name}} is handling this step.', mayNotAct: 'Claim the work to handle this step.',
    note: 'Note', noteHint: 'Kept in the history. Needed when the dossier is returned or refused.', noteNeeded: 'Give the reason.', complete: 'Complete the step', next: 'Next: {{step}}', keptNote: 'The note as typed, not sent', completed: 'Step "{{step}}" completed.',
  },
  timeline: {
    supplementAsked: 'Supplement asked for', supplementReceived: 'Supplement taken in', paymentAsked: 'Payment asked for', paymentConfirmed: 'Payment confirmed', stopped: 'Stopped', resumed: 'Resumed', apologyDrafted: 'Apology drafted', extended: 'Extended', opinionAsked: 'Opinion asked for', opinionTaken: 'Opinion taken on', opinionAnswered: 'Opinion given', handedOver: 'Handed over', handOverReceived: 'Papers received', automatic: 'By itself', automaticCancelled: 'Cancelled', withdrawn: 'Withdrawn by the applicant', refused: 'Refused', notReceived: 'Not received', unanswered: 'Closed without a supplement', until: 'until {{at}}', ground: 'Ground: {{text}}',
    calendar: 'Working calendar corrected', moved: 'Due date moved from {{from}} to {{to}}', empty: 'Nothing has been recorded yet.', received: 'Dossier received', entered: 'Arrived at step', claimed: 'Claimed', completed: 'Completed', released: 'Handed back', assigned: 'Assigned', timer: 'Timer reached', message: 'Message received', incident: 'Incident', incidentResolved: 'Incident resolved', ended: 'Dossier ended', cancelled: 'Cancelled', note: 'Note', data: 'Data changed' },
  incident: { title: 'The dossier is stuck at "{{step}}"', reason: 'Reason', retry: 'Run the step again', skip: 'Skip the step', administrator: 'The system administrator will handle this incident.' },
  dossiers: { title: 'Dossiers', month: 'Month of the register', printRegister: 'Print the register', caption: 'Dossier register: {{total}} dossiers', search: 'Dossier number, applicant', state: 'State', anyState: 'Any state', empty: 'No dossier matches', where: 'Now at', receivedAt: 'Received', stateColumn: 'State' },
  receive: {
    title: 'Receive a dossier', chooseProcedure: '1. Procedure', search: 'Find a procedure', searchHint: 'Works without diacritics too.', noProcedure: 'No procedure matches', change: 'Choose another procedure',
    applicant: '2. Applicant', kind: 'The applicant is', person: 'A person', organisation: 'An organisation', personName: 'Full name', organisationName: 'Name of the organisation', idNumber: 'Identity number', phone: 'Telephone', email: 'E-mail', address: 'Address', channel: 'Submitted',
    parts: '3. Dossier parts', partsHint: 'Tick the documents received.', copies: 'Copies', mandatory: 'mandatory', optional: 'if any', missing: 'Still missing: {{names}}', noParts: 'This procedure declares no documents.', data: 'Further data', note: 'Note',
    original: { original: 'original', certified: 'certified copy', copy: 'copy', electronic: 'electronic copy', data: 'data' },
    appointment: 'Appointment', appointmentHint: 'By the working calendar, if received now.', noDue: 'This procedure has no time limit.', fee: 'Fee or charge', limit: 'Time limit', submit: 'Receive', incomplete: 'Receive although mandatory documents are missing',
    done: 'Dossier {{no}} received', doneText: 'Result due: {{at}}.', print: 'Print the receipt', openDossier: 'Open the dossier', another: 'Receive another dossier', forbidden: 'Only one-stop officers receive dossiers.',
  },
};
