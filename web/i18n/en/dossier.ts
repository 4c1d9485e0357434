/** Dossier page, register of dossiers and reception. */
import type { dossier as shape } from '../vi/dossier.js';
import { due as dueWords } from './due.js';

export const dossier: typeof shape = {
  due: dueWords,
  form: { required: 'Fill in this field.', datePattern: 'dd/mm/yyyy', date: 'A real day is needed, as dd/mm/yyyy.', number: 'A number is needed.', integer: 'A whole number is needed.', option: 'Choose a value of the list.', tooSmall: 'This number is too small.', tooLarge: 'This number is too large.', tooLong: 'This text is too long.', invalid: 'This value does not fit the field.' },
  formName: {
    '01': 'Receipt and appointment', '02': 'Request to supplement', '03': 'Refusal', '04': 'Apology and extension', '05': 'Notice of stopping', '06': 'Control slip',
  },
  drawing: { here: 'is here', active: 'In progress', done: 'Passed', zoomIn: 'Zoom in', zoomOut: 'Zoom out', fit: 'Fit', failed: 'This diagram has no picture to show.' },
  timeline: {
    supplementAsked: 'Supplement asked for', supplementReceived: 'Supplement taken in', paymentAsked: 'Payment asked for', paymentConfirmed: 'Payment confirmed', stopped: 'Stopped', resumed: 'Resumed', apologyDrafted: 'Apology drafted', extended: 'Extended', opinionAsked: 'Opinion asked for', opinionTaken: 'Opinion taken on', opinionReleased: 'Opinion handed back', opinionAssigned: 'Opinion given to', opinionWithdrawn: 'Question withdrawn', opinionAnswered: 'Opinion given', handedOver: 'Handed over', handOverReceived: 'Papers received', automatic: 'By itself', automaticCancelled: 'Cancelled', withdrawn: 'Withdrawn by the applicant', refused: 'Refused', notReceived: 'Not received', unanswered: 'Closed without a supplement', until: 'until {{at}}', ground: 'Ground: {{text}}',
    migrated: 'Moved to another version of the procedure', calendar: 'Working calendar corrected', moved: 'Due date moved from {{from}} to {{to}}', empty: 'Nothing has been recorded yet.', received: 'Dossier received', entered: 'Arrived at step', claimed: 'Claimed', completed: 'Completed', released: 'Handed back', assigned: 'Assigned', timer: 'Timer reached', message: 'Message received', incident: 'Incident', incidentResolved: 'Incident resolved', ended: 'Dossier ended', cancelled: 'Cancelled', note: 'Note', data: 'Data changed' },
  dossiers: { title: 'Dossiers', month: 'Month of the register', registerSheet: 'Register (Excel)', printRegister: 'Print the register', caption: 'Dossier register: {{total}} dossiers', search: 'Dossier number, applicant', state: 'State', anyState: 'Any state', empty: 'No dossier matches', where: 'Now at', receivedAt: 'Received', stateColumn: 'State' },
};
