/** Who is signed in; one-click sign-in as demo staff where it is allowed. */
import { Router, type Request } from 'express';
import { personOf, type Directory } from '../../models/directory.js';
import type { SessionView } from '../contract.js';
import { ProblemError } from '../http/problem.js';
import { csrfOf, destroy, regenerate, save } from '../http/session.js';
import { bodyOf, z } from '../http/validate.js';

const signIn = z.strictObject({ personId: z.string().min(1).max(100) });

export function sessionRoutes(directory: Directory, demo: boolean): Router {
  const router = Router();
  const view = async (req: Request): Promise<SessionView> => ({
    person: req.actor ? personOf(req.actor) : null, demo: demo ? (await directory.people()).map(personOf) : [],
    csrf: csrfOf(req), agencyName: directory.mainAgency()?.name ?? '',
  });
  router.get('/', async (req, res) => { res.json(await view(req)); });
  router.post('/', async (req, res) => {
    if (!demo) throw new ProblemError('demo-refused');
    const { personId } = bodyOf(req, signIn);
    const actor = await directory.actor(personId);
    if (!actor) throw new ProblemError('unknown-person');
    await regenerate(req);
    req.session.personId = actor.id;
    req.actor = actor;
    const answer = await view(req);
    await save(req);
    res.json(answer);
  });
  router.delete('/', async (req, res) => {
    await destroy(req);
    res.clearCookie('df.sid');
    res.status(204).end();
  });
  return router;
}
