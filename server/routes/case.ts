/** What a person may do to a dossier beside its steps: offered, and one address for each. */
import { Router } from 'express';
import { DOSSIER_ACTIONS, type DossierAction } from '../../models/casework/rights.js';
import type { CaseActions } from '../case-actions.js';
import { ProblemError } from '../http/problem.js';
import { actorOf } from '../http/session.js';
import { bodyOf, commandId, param, text, z } from '../http/validate.js';

const request = z.strictObject({
  commandId, reason: text(4_000).optional(), note: text(4_000).optional(), ground: text(1_000).optional(), parts: z.array(text(500)).max(100).optional(),
  newDate: z.iso.date().optional(), department: z.string().max(100).optional(), handOver: z.string().max(50).optional(),
  automatic: z.enum(['reminder', 'escalation:head', 'escalation:leader', 'apology', 'closing']).optional(),
});

export function caseRoutes(actions: CaseActions): Router {
  const router = Router();
  router.get('/:id/actions', async (req, res) => { res.json({ items: await actions.offered(actorOf(req), param(req, 'id')) }); });
  router.post('/:id/actions/:action', async (req, res) => {
    const action = param(req, 'action');
    if (!isAction(action)) throw new ProblemError('not-found');
    res.json(await actions.act(actorOf(req), param(req, 'id'), action, bodyOf(req, request)));
  });
  return router;
}

function isAction(name: string): name is DossierAction {
  return (DOSSIER_ACTIONS as string[]).includes(name);
}
