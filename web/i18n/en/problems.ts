/** What the server may refuse, and what to do then: one sentence each. */
import type { problems as shape } from '../vi/problems.js';

export const problems: typeof shape = {
  problem: {
    title: 'This was not done',
    connectionLost: 'The connection was lost, so it is not known whether the request was recorded. Press again: it will not be done twice.',
    unknown: 'Something unexpected happened ({{code}}). Try again; if it stays, give this code to the administrator.',
    meanwhile: '{{name}} did "{{what}}" at {{at}}.',
    meanwhileUnknown: '"{{what}}" happened at {{at}}.',
    kept: 'What was typed is kept below.',
    reload: 'Show the new state',
    code: {
      'stale-work-item': 'This step has just been handled.',
      'already-claimed': 'This work has already been claimed.',
      'not-yours': 'Another person is responsible for this work.',
      'forbidden': 'The current role may not do this.',
      'unauthenticated': 'The session has ended. Sign in again to go on.',
      'csrf': 'The session has changed. Reload the page and try again.',
      'not-found': 'This could not be found.',
      'invalid': 'Some fields are not valid. See the note at each field.',
      'precondition-failed': 'Someone saved the draft after it was opened here.',
      'not-publishable': 'The diagram cannot run yet, so it cannot be published.',
      'unavailable': 'The system is restarting. Try again in a few seconds.',
    },
  },
};
