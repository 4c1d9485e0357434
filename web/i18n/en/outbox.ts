/** The page of messages to applicants. */
import type { outbox as shape } from '../vi/outbox.js';

export const outbox: typeof shape = {
  outbox: {
    title: 'Messages to applicants', text: 'Messages are tried again by themselves for two days. One that failed can be sent again once the address or the mail server is right.', caption: '{{total}} messages', none: 'There are no messages.',
    state: 'State', all: 'All', at: 'Time', to: 'To', dossier: 'Dossier', about: 'About', attempts: 'tried: {{n}}', next: 'again at {{at}}', sentAt: 'sent at {{at}}', actions: 'Actions', retry: 'Send again', retryNamed: 'Send the message to {{to}} about {{no}} again', retried: 'It waits to be sent.',
    stateOf: { waiting: 'Waiting', sending: 'Being sent', sent: 'Sent', failed: 'Failed', skipped: 'Skipped' },
    kind: { received: 'Dossier received', supplement: 'Supplement asked for', extended: 'Extension', ready: 'Result ready', refused: 'Refusal' },
    channel: { email: 'e-mail', text: 'text message' },
  },
};
