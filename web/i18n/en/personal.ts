/** The page of personal data. */
import type { personal as shape } from '../vi/personal.js';

export const personal: typeof shape = {
  personal: {
    title: 'Personal data',
    export: 'Data about one person', exportText: 'Everything that the agency keeps about an applicant, by identity number, or by name and date of birth. Each dossier handed out is noted in the trail with the reason.',
    idNumber: 'Identity number', name: 'Full name', birthDate: 'Date of birth', reason: 'Reason', asJson: 'Hand out the data (JSON)', asZip: 'With the files (ZIP)', found: 'Dossiers found: {{n}}.',
    wrong: { idNumber: 'An identity number of at least 6 characters is needed, or a name with a date of birth.', name: 'A full name is needed.', birthDate: 'A date of birth is needed with the name.', reason: 'A reason is needed.' },
    rules: 'How long it is kept', rulesText: 'When the time is over, every night the applicant, marked fields, sentences and files of dossiers that have ended are erased; number, steps, dates and hashes stay. It cannot be taken back.', toSettings: 'Times and their basis are set on the page Settings',
    kept: 'kept', months: 'erased after {{n}} months', scope: { all: 'All', default: 'By default' },
    due: 'Dossiers due to be erased: {{n}}', noneDue: 'No dossier is due.', dossier: 'Dossier', procedure: 'Procedure', closedAt: 'Ended', rule: 'Time and basis',
    done: 'Erased', erasedAt: 'At', what: 'What', kinds: 'applicant: {{applicant}}, fields: {{fields}}, sentences: {{texts}}, files: {{files}}, messages: {{messages}}',
  },
};
