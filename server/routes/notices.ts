/** What a person has been told. */
import { Router } from 'express';
import type { NoticeQueries } from '../../models/queries/notices.js';
import { actorOf } from '../http/session.js';
import { page, pageSize, param, queryOf, z } from '../http/validate.js';

const list = z.strictObject({ unread: z.enum(['true', 'false']).transform((value) => value === 'true').default(false), page, pageSize, lang: z.string().optional() });

export function noticeRoutes(notices: NoticeQueries): Router {
  const router = Router();
  router.get('/', async (req, res) => { res.json(await notices.list(actorOf(req), queryOf(req, list))); });
  router.post('/read', async (req, res) => { await notices.markRead(actorOf(req)); res.status(204).end(); });
  router.post('/:id/read', async (req, res) => { await notices.markRead(actorOf(req), param(req, 'id')); res.status(204).end(); });
  return router;
}
