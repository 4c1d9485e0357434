/** Notices in the frame of every page. */
import type { notices as shape } from '../vi/notice.js';

export const notices: typeof shape = {
  notice: {
    bell: 'Notices, {{count}} unread', title: 'Notices', none: 'No notices yet.', readAll: 'Mark all as read', due: 'due {{at}}',
    kind: {
      reminder: 'Due soon', escalationHead: 'A dossier of the unit is almost late', escalationLeader: 'A dossier is due without a result', apologyDrafted: 'An apology awaits approval', unanswered: 'Closed without a supplement',
      opinionAsked: 'An opinion is asked for', opinionAnswered: 'An opinion has come', opinionWithdrawn: 'An opinion is no longer needed', handedOver: 'Papers on their way here', workAssigned: 'Work given to you', monthlyReport: 'Monthly report', versionWaits: 'A procedure awaits approval, version {{version}}', documentWaits: 'A document awaits approval, issue {{version}}',
    },
  },
};
