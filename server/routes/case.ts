/** What a person may do to a dossier beside its steps: offered, and one address for each. */
import { Router } from 'express';
import { DOSSIER_ACTIONS, type DossierAction } from '../../models/casework/rights.js';
import type { CaseActions } from '../case-actions.js';
import { ProblemError } from '../http/problem.js';
import { itemsOf, one } from '../http/answers.js';
import { OF_CASES } from '../http/groups.js';
import { declare, route } from '../http/route.js';
import { commandId, text, z } from '../http/validate.js';

const request = z.strictObject({
  commandId, reason: text(4_000).optional(), note: text(4_000).optional(), ground: text(1_000).optional(), parts: z.array(text(500)).max(100).optional(),
  newDate: z.iso.date().optional(), department: z.string().max(100).optional(), handOver: z.string().max(50).optional(), opinion: z.string().max(50).optional(),
  automatic: z.enum(['reminder', 'escalation:head', 'escalation:leader', 'apology', 'closing']).optional(),
});

export const CASES = declare('cases', {
  offered: { method: 'get', path: '/dossiers/:id/actions', summary: 'What one may do to a dossier beside its steps', who: 'signedIn', scope: 'dossiers:read', answers: { 200: itemsOf('OfferedAction') }, problems: ['unknown-dossier'] },
  act: { method: 'post', path: '/dossiers/:id/actions/:action', summary: 'Does one of these', who: 'signedIn', scope: 'dossiers:write', body: request, answers: { 200: one('CaseAnswer') }, problems: OF_CASES },
});

export function caseRoutes(actions: CaseActions): Router {
  const router = Router();
  route(router, CASES.offered, async ({ actor, params }, res) => { res.json({ items: await actions.offered(actor, params.id) }); });
  route(router, CASES.act, async ({ actor, params: { id, action }, body }, res) => {
    if (!isAction(action)) throw new ProblemError('not-found');
    res.json(await actions.act(actor, id, action, body));
  });
  return router;
}

function isAction(name: string): name is DossierAction {
  return (DOSSIER_ACTIONS as string[]).includes(name);
}
