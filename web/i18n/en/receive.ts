/** Reception: comes with its page, and with that of a dossier. */
import type { receive as shape } from '../vi/receive.js';

export const receive: typeof shape = {
  receive: {
    title: 'Receive a dossier', chooseProcedure: '1. Procedure', search: 'Find a procedure', searchHint: 'Works without diacritics too.', noProcedure: 'No procedure matches', change: 'Choose another procedure',
    applicant: '2. Applicant', kind: 'The applicant is', person: 'A person', organisation: 'An organisation', personName: 'Full name', organisationName: 'Name of the organisation', idNumber: 'Identity number', phone: 'Telephone', email: 'E-mail', address: 'Address', channel: 'Submitted',
    parts: '3. Dossier parts', partsHint: 'Tick the documents received.', copies: 'Copies', mandatory: 'mandatory', optional: 'if any', missing: 'Still missing: {{names}}', noParts: 'This procedure declares no documents.', data: 'Further data', note: 'Note',
    original: { original: 'original', certified: 'certified copy', copy: 'copy', electronic: 'electronic copy', data: 'data' },
    appointment: 'Appointment', appointmentHint: 'By the working calendar, if received now.', noDue: 'This procedure has no time limit.', fee: 'Fee or charge', limit: 'Time limit', submit: 'Receive', incomplete: 'Receive although mandatory documents are missing',
    done: 'Dossier {{no}} received', doneText: 'Result due: {{at}}.', print: 'Print the receipt', openDossier: 'Open the dossier', another: 'Receive another dossier', forbidden: 'Only one-stop officers receive dossiers.',
  },
};
