/** Lists of work, and what a person does with a work item. */
import { Router } from 'express';
import type { WorkQueries } from '../../models/queries/work.js';
import { actorOf } from '../http/session.js';
import { bodyOf, commandId, formData, page, pageSize, param, queryOf, text, z } from '../http/validate.js';
import type { WorkActions } from '../work-actions.js';

const list = z.strictObject({
  view: z.enum(['mine', 'department', 'all']).default('department'), status: z.enum(['overdue', 'dueSoon', 'onTime', 'paused']).optional(),
  procedure: z.string().max(100).optional(), q: z.string().max(200).optional(), sort: z.enum(['due', '-due', 'since', '-since', 'dossierNo', '-dossierNo']).optional(),
  page, pageSize, lang: z.string().optional(),
});
const bare = z.strictObject({ commandId });
const assign = z.strictObject({ commandId, to: z.string().min(1).max(100) });
const complete = z.strictObject({ commandId, outcome: z.string().max(200).optional(), data: formData.optional(), note: text(4_000).optional() });

export function workRoutes(work: WorkQueries, actions: WorkActions): Router {
  const router = Router();
  router.get('/', async (req, res) => { res.json(await work.list(actorOf(req), queryOf(req, list))); });
  const wishes = { claim: 'claimWorkItem', release: 'releaseWorkItem', start: 'startWorkItem' } as const;
  for (const [name, wish] of Object.entries(wishes)) {
    router.post(`/:id/${name}`, async (req, res) => { res.json(await actions.act(actorOf(req), param(req, 'id'), wish, bodyOf(req, bare).commandId)); });
  }
  router.post('/:id/assign', async (req, res) => {
    const { commandId: id, to } = bodyOf(req, assign);
    res.json(await actions.assign(actorOf(req), param(req, 'id'), to, id));
  });
  router.post('/:id/complete', async (req, res) => { res.json(await actions.complete(actorOf(req), param(req, 'id'), bodyOf(req, complete))); });
  return router;
}
