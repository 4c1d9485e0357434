/** Drafts of reception, each clerk's own. */
import { Router } from 'express';
import type { ReceptionDrafts } from '../../models/writes/reception-drafts.js';
import { itemsOf, NOTHING, one } from '../http/answers.js';
import { requireMatch, sendTagged } from '../http/if-match.js';
import { declare, route } from '../http/route.js';
import { commandId, text, z } from '../http/validate.js';
import { ProblemError } from '../http/problem.js';

/** Characters: far more than a form holds. */
const LARGEST = 100_000;
const save = z.strictObject({ procedureId: z.string().min(1).max(100), title: text(300), content: z.string().max(LARGEST) });

export const RECEPTION_DRAFTS = declare('receptionDrafts', {
  list: { method: 'get', path: '/reception-drafts', summary: 'One\'s own drafts of receptions', who: 'signedIn', answers: { 200: itemsOf('ReceptionDraftRow') } },
  read: { method: 'get', path: '/reception-drafts/:id', summary: 'One of them', who: 'signedIn', answers: { 200: one('ReceptionDraft') }, problems: ['unknown-draft'] },
  save: { method: 'put', path: '/reception-drafts/:id', summary: 'Keeps a draft', who: 'signedIn', body: save, ifMatch: true, answers: { 200: one('ReceptionDraftRow') }, problems: ['unknown-draft', 'too-many-drafts'] },
  remove: { method: 'delete', path: '/reception-drafts/:id', summary: 'Throws a draft away', who: 'signedIn', answers: { 204: NOTHING } },
});

export function receptionDraftRoutes(drafts: ReceptionDrafts): Router {
  const router = Router();
  route(router, RECEPTION_DRAFTS.list, async ({ actor }, res) => { res.json({ items: await drafts.list(actor) }); });
  route(router, RECEPTION_DRAFTS.read, async ({ actor, params }, res) => { sendTagged(res, await drafts.find(actor, idOf(params.id))); });
  route(router, RECEPTION_DRAFTS.save, async ({ actor, params, body }, res, req) => {
    const id = idOf(params.id);
    if (req.get('if-match') !== undefined) requireMatch(req, await drafts.find(actor, id));
    res.json(await drafts.save(actor, id, body));
  });
  route(router, RECEPTION_DRAFTS.remove, async ({ actor, params }, res) => { await drafts.remove(actor, idOf(params.id)); res.status(204).end(); });
  return router;
}

function idOf(sent: string): string {
  const id = commandId.safeParse(sent);
  if (!id.success) throw new ProblemError('not-found');
  return id.data;
}
