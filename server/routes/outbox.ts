/** Messages to applicants: what has gone out, what waits, what failed, and trying again. */
import { Router } from 'express';
import type { OutboxQueries } from '../../models/queries/outbox.js';
import { NOTHING, one } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import { lang, page, pageSize, z } from '../http/validate.js';

const list = z.strictObject({ state: z.enum(['waiting', 'sending', 'sent', 'failed', 'skipped']).optional(), page, pageSize, lang });

export const OUTBOX = declare('outbox', {
  list: { method: 'get', path: '/outbox', summary: 'Messages to applicants of one\'s agency', who: ['administrator'], query: list, answers: { 200: one('OutboxPage') } },
  retry: { method: 'post', path: '/outbox/:id/retry', summary: 'Sends a message again that failed', who: ['administrator'], answers: { 204: NOTHING }, problems: ['unknown-message'] },
});

export function outboxRoutes(outbox: OutboxQueries): Router {
  const router = Router();
  route(router, OUTBOX.list, async ({ actor, query }, res) => { res.json(await outbox.list(actor, query)); });
  route(router, OUTBOX.retry, async ({ actor, params }, res) => {
    await outbox.retry(actor, params.id);
    res.status(204).end();
  });
  return router;
}
