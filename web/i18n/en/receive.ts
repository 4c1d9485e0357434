/** Reception: comes with its page, and with that of a dossier. */
import type { receive as shape } from '../vi/receive.js';

export const receive: typeof shape = {
  receive: {
    title: 'Receive a dossier', chooseProcedure: '1. Procedure', search: 'Find a procedure', searchHint: 'Works without diacritics too.', noProcedure: 'No procedure matches', change: 'Choose another procedure',
    applicant: '2. Applicant', kind: 'The applicant is', person: 'A person', organisation: 'An organisation', personName: 'Full name', organisationName: 'Name of the organisation', representative: 'Handed in by, on behalf', authority: 'Power of attorney, proof of office', idNumber: 'Identity number', birthDate: 'Date of birth', phone: 'Telephone', notEmail: 'An e-mail address is needed, such as an@example.com.', email: 'E-mail', address: 'Address', channel: 'Submitted',
    parts: '3. Dossier parts', partsHint: 'Tick the documents received.', copies: 'Copies', mandatory: 'mandatory', optional: 'if any', missing: 'Still missing: {{names}}', noParts: 'This procedure declares no documents.', data: 'Further data', note: 'Note',
    original: { original: 'original', certified: 'certified copy', copy: 'copy', electronic: 'electronic copy', data: 'data' },
    places: 'Reception and decision', decidedBy: 'decided by {{name}}', helpPlace: 'Place of help', receptionPlace: 'Place of reception', competent: 'Competent agency',
    appointment: 'Appointment', appointmentHint: 'By the working calendar, if received now.', noDue: 'This procedure has no time limit.', fee: 'Fee or charge', limit: 'Time limit', submit: 'Receive', incomplete: 'Receive although mandatory documents are missing',
    drafts: 'Begun and not received', draftUnnamed: '(no applicant yet)', draftRemove: 'Delete', draftRemoveNamed: 'Delete the draft {{name}}', draftSaving: 'Saving the draft…', draftSaved: 'Draft saved at {{at}}.', draftFailed: 'The draft could not be saved. What you typed is still on this page.',
    similar: 'The applicant has dossiers already', similarOpen: 'The applicant has an open dossier of this very procedure', same: { idNumber: 'same identity number', nameAndPhone: 'same name and telephone', nameAndBirthDate: 'same name and date of birth' },
    form: 'Form', feePaid: 'Fee taken', amount: 'Amount', receiptNo: 'Receipt number',
    done: 'Dossier {{no}} received', doneText: 'Result due: {{at}}.', print: 'Print the receipt', openDossier: 'Open the dossier', another: 'Receive another dossier', forbidden: 'Only one-stop officers receive dossiers.',
  },
  problem: { code: {
    'unknown-draft': 'The draft is no longer there: its dossier may have been received.',
    'too-many-drafts': 'There are as many drafts as may be. Delete some.',
  } },
};
