/** What a person may do about his own sign-in: another password, and where he is signed in. */
import { Router } from 'express';
import type { PersonSessions } from '../../models/accounts/sessions.js';
import type { SessionDoc } from '../../models/schemas/account.js';
import type { OwnSession } from '../contract.js';
import { ProblemError } from '../http/problem.js';
import { itemsOf, NOTHING } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import { save } from '../http/session.js';
import { z } from '../http/validate.js';
import type { SignIn } from '../sign-in.js';
import { password } from './session.js';

const change = z.strictObject({ current: password, password });

export const ACCOUNT = declare('account', {
  changePassword: { method: 'put', path: '/account/password', summary: 'Another password for oneself', who: 'pending', body: change, answers: { 204: NOTHING }, problems: ['wrong-password', 'too-many-tries', 'bad-data'] },
  sessions: { method: 'get', path: '/account/sessions', summary: 'Where one is signed in', who: 'signedIn', answers: { 200: itemsOf('OwnSession') } },
  endSession: { method: 'delete', path: '/account/sessions/:ref', summary: 'Ends one of them', who: 'signedIn', answers: { 204: NOTHING } },
  endOthers: { method: 'delete', path: '/account/sessions', summary: 'Ends all but this one', who: 'signedIn', answers: { 204: NOTHING } },
});

export function accountRoutes(signIn: SignIn, sessions: PersonSessions): Router {
  const router = Router();
  route(router, ACCOUNT.changePassword, async ({ actor, body }, res, req) => {
    await signIn.changePassword(req, actor, body);
    await save(req);
    res.status(204).end();
  });
  route(router, ACCOUNT.sessions, async ({ actor }, res, req) => {
    const kept = await sessions.list(actor.id);
    res.json({ items: kept.map((doc) => rowOf(doc, req.session.ref)) });
  });
  route(router, ACCOUNT.endSession, async ({ actor, params }, res) => {
    if (!(await sessions.end(actor.id, params.ref))) throw new ProblemError('not-found');
    res.status(204).end();
  });
  route(router, ACCOUNT.endOthers, async ({ actor }, res, req) => {
    await sessions.endAll(actor.id, req.session.ref ?? '');
    res.status(204).end();
  });
  return router;
}

function rowOf({ session: { ref = '', signedInAt = 0, address, agent }, lastModified }: SessionDoc, own: string | undefined): OwnSession {
  return {
    ref, current: ref === own, signedInAt: new Date(signedInAt).toISOString(), ...(lastModified ? { seenAt: lastModified.toISOString() } : {}), ...(address ? { address } : {}), ...(agent ? { agent } : {}),
  };
}
