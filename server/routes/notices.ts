/** What a person has been told. */
import { Router } from 'express';
import type { NoticeQueries } from '../../models/queries/notices.js';
import { NOTHING, one } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import { lang, page, pageSize, z } from '../http/validate.js';

const list = z.strictObject({ unread: z.enum(['true', 'false']).transform((value) => value === 'true').default(false), page, pageSize, lang });

export const NOTICES = declare('notices', {
  list: { method: 'get', path: '/notices', summary: 'What one has been told', who: 'signedIn', query: list, answers: { 200: one('NoticePage') } },
  readAll: { method: 'post', path: '/notices/read', summary: 'Marks all as read', who: 'signedIn', answers: { 204: NOTHING } },
  read: { method: 'post', path: '/notices/:id/read', summary: 'Marks one as read', who: 'signedIn', answers: { 204: NOTHING } },
});

export function noticeRoutes(notices: NoticeQueries): Router {
  const router = Router();
  route(router, NOTICES.list, async ({ actor, query }, res) => { res.json(await notices.list(actor, query)); });
  route(router, NOTICES.readAll, async ({ actor }, res) => { await notices.markRead(actor); res.status(204).end(); });
  route(router, NOTICES.read, async ({ actor, params }, res) => { await notices.markRead(actor, params.id); res.status(204).end(); });
  return router;
}
