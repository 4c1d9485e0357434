/** Settings of agencies, and their letters. */
import { INDICATOR_IDS } from '../../../engine/service-index/indicators.js';
import { INDEX_WORDS } from '../../../engine/service-index/words.js';

const weights = Object.fromEntries(INDICATOR_IDS.map((id) => [`index_${id}`, `Most points (Decision 766): ${INDEX_WORDS.en.indicators[id]}`]));

export const settings = {
  letter: {
    title: 'Letters of the agency', note: 'Printed on the request for supplement, the refusal, the apology and the notice of stop, in PDF and in Word. What is empty comes from the list of agencies.', saved: 'The template has been saved.',
    superior: 'Body above the agency', name: 'Name of the agency on letters', place: 'Place', onBehalf: 'Line above the position of whoever signs', signatoryAs: 'Position of the signer where nobody has signed', signatoryName: 'Name of the signer where nobody has signed',
    hasCrest: 'There is a crest or emblem.', noCrest: 'There is no crest or emblem.', putCrest: 'Choose a PNG file', removeCrest: 'Take it away',
    previews: 'See what has been saved (PDF):', form02: 'Supplement', form03: 'Refusal', form04: 'Apology and extension', form05: 'Stop',
  },
  registers: {
    title: 'Registers of dossiers', note: 'Each register is a series of numbers without gaps. The pattern of numbers, and whether they start again every year, are rules of the agency.', rules: 'See the rules',
    year: 'Volume (year)', last: 'Numbers taken', next: 'Next dossier number', print: 'Register (form 07)', printNamed: 'Register of {{year}}, {{kind}}', ever: 'All years',
  },
  settings: {
    page: 'Settings', basis: 'Basis', reason: 'Reason', title: 'Values an agency may set', note: 'The default holds where an agency has set nothing else; a dossier keeps the rules of time of its reception.', default: 'Default', all: 'All agencies', unconfirmed: 'to be compared with the text in force', change: 'Set otherwise: {{name}}', newValue: 'Value', unit: 'Unit', scope: 'Holds for', takeBack: 'Back to the default',
    units: { workingHours: 'working hours', workingDays: 'working days', days: 'days' },
    name: { clock_afterStop: 'After a stop', clock_outsideHours: 'Received outside office hours', due_soon: 'Due soon when there is left', due_early: 'Early is', migration_undoWithin: 'Move to another version taken back within', message_keptFor: 'Message kept for a dossier that does not wait yet',
      quality_onTimeGoal: 'Quality objective: dossiers decided on time (%)', quality_satisfiedGoal: 'Quality objective: ratings of 4 or 5 (%)',
      retention_months: 'Personal data are erased after the end of a dossier (months; 0 keeps them)', follow_phoneDigits: 'Last digits of the phone by which a dossier is followed', follow_triesPerCode: 'Wrong look-ups allowed for one dossier number', follow_triesPerAddress: 'Wrong look-ups allowed from one network address', follow_waitMinutes: 'Minutes to wait after too many wrong look-ups', signIn_triesPerAccount: 'Wrong passwords allowed for one account', signIn_triesPerAddress: 'Wrong passwords allowed from one network address', signIn_waitMinutes: 'Minutes to wait after too many wrong passwords', requests_perPerson: 'Requests a minute of one person, at each server', requests_perProgram: 'Requests a minute of one program, at each server', rating_openFor: 'Ratings are taken after delivery for',
      version_approval: 'Who approves a version of a process', version_ownApproval: 'The author approves his own version', version_directIssue: 'Publish at once, without review and approval',
      notice_email: 'Applicants are told by e-mail', notice_text: 'Applicants are told by text message', notice_language: 'Language of messages to applicants',
      ...weights,
    },
    value: {
      clock_afterStop: { continues: 'time already used counts on', restarts: 'the limit begins anew' }, clock_outsideHours: { asReceived: 'holds as received', nextOpening: 'holds as received at the next opening' },
      due_early: { dayBefore: 'before the day of the appointment', anyTime: 'before the hour of the appointment' },
      version_approval: { qmsOfficerThenLeader: 'the QMS officer reviews, a leader approves', leader: 'a leader approves' }, version_ownApproval: { refused: 'no', allowed: 'yes' }, version_directIssue: { off: 'no', on: 'yes' },
      notice_email: { on: 'yes', off: 'no' }, notice_text: { on: 'yes', off: 'no' }, notice_language: { vi: 'Vietnamese', en: 'English', both: 'both' },
    },
  },
};
