/** Words used on every page. */
import type { common as shape } from '../vi/common.js';

export const common: typeof shape = {
  app: { name: 'Dossierflow', tagline: 'Processes that handle administrative procedures', skip: 'Skip to content', menu: 'Open the menu', navigation: 'Main navigation', language: 'Language', vietnamese: 'Tiếng Việt', english: 'English', signedInAs: 'Working as {{name}}', publicPages: 'Public pages', onBehalf: '{{name}} (on behalf of {{of}})', standsIn: 'Standing in for {{name}} until {{to}}', notFound: 'There is no such page', notFoundText: 'The address may have changed. Choose an item of the menu.' },
  nav: { work: 'Work', receive: 'Reception', dossiers: 'Dossiers', procedures: 'Processes', overview: 'Overview', calendars: 'Calendars', rules: 'Rules', settings: 'Settings', organisation: 'Organisation', outbox: 'Messages', personal: 'Personal data', improvements: 'Improvement', standIns: 'Stand-ins', account: 'Account', signOut: 'Sign out' },
  role: { oneStop: 'One-stop officer', officer: 'Case officer', head: 'Head of division', leader: 'Leader', seal: 'Records clerk', designer: 'Process designer', manager: 'Manager', qmsOfficer: 'Quality officer', administrator: 'System administrator' },
  action: { excel: 'Excel', cancel: 'Cancel', close: 'Close', save: 'Save', retry: 'Try again', back: 'Back', open: 'Open', clear: 'Clear filters', previous: 'Previous page', next: 'Next page', confirm: 'Confirm', search: 'Search' },
  state: { loading: 'Loading…', emptyTitle: 'Nothing here yet', errorTitle: 'This could not be loaded' },
  workingTime: { minutes: '{{n}} working min', hours: '{{n}} working h', days: '{{n}} working days' },
  shortTime: { minutes: '{{n}} min', hours: '{{n}} h', days: '{{n}} days' }, shortOne: { minutes: '{{n}} min', hours: '{{n}} h', days: '{{n}} day' },
  limitUnit: { workingHours: '{{n}} working hours', workingDays: '{{n}} working days', days: '{{n}} days' },
  limitOne: { workingHours: '{{n}} working hour', workingDays: '{{n}} working day', days: '{{n}} day' },
  workingOne: { minutes: '{{n}} working min', hours: '{{n}} working h', days: '{{n}} working day' },
  dossierState: {
    draft: 'Draft', submitted: 'Submitted', received: 'Received', notReceived: 'Not received', inProgress: 'In progress', awaitingSupplement: 'Waiting for supplement',
    financialDuty: 'Waiting for payment', withdrawn: 'Withdrawn', stopped: 'Stopped', resolved: 'Result ready', delivered: 'Result delivered',
    refused: 'Refused', unresolved: 'Closed unresolved',
  },
  workStatus: { offered: 'To be claimed', allocated: 'Assigned', started: 'In hand' },
  channel: { desk: 'At the desk', online: 'Online', post: 'Public post' },
  page: { of: 'Page {{page}} of {{pages}}', range: '{{from}}–{{to}} of {{total}}' },
};
