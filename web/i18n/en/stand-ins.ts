/** Stand-ins: the page. */
import type { standIns as shape } from '../vi/stand-ins.js';

export const standIns: typeof shape = {
  standIn: {
    title: 'Stand-ins', text: 'A stand-in sees and does the work of who is away, and every entry says "on behalf of". A step for a second person stays one for a second person: nobody stands in for whoever did the first.',
    new: 'Arrange a stand-in', absent: 'Away', standIn: 'Stand-in', choose: 'Choose a person', from: 'From', to: 'To the end of', procedures: 'Procedures', all: 'All procedures', some: 'Only these', reason: 'Reason', submit: 'Arrange', done: '{{name}} stands in.',
    caption: 'Stand-ins: {{total}}', none: 'No stand-in has been arranged yet.', period: 'Time', state: 'State', actions: 'Actions', end: 'End', endOf: 'End {{standIn}} standing in for {{absent}}', ended: 'Ended.',
    stateOf: { planned: 'To come', inForce: 'In force', ended: 'Over' }, setBy: 'arranged by {{name}}', endedBy: 'ended by {{name}}', count: '{{n}} procedures',
  },
  problem: { code: {
    'unknown-stand-in': 'There is no such stand-in.',
  } },
};
