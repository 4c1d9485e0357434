/** Who is signed in; sign-in with a password, or with one click as demo staff where that is allowed. */
import { Router, type Request } from 'express';
import { personOf, type Directory } from '../../models/directory.js';
import type { SessionView, SignedOut } from '../contract.js';
import { ProblemError } from '../http/problem.js';
import { NOTHING, one } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import { csrfOf, endSession, save } from '../http/session.js';
import { z } from '../http/validate.js';
import type { OpenId } from '../open-id.js';
import type { SignIn } from '../sign-in.js';

/** Longer ones are refused by the rule for passwords, in words. */
export const password = z.string().min(1).max(1_000);
const demoSignIn = z.strictObject({ personId: z.string().min(1).max(100) });
const localSignIn = z.strictObject({ account: z.string().min(1).max(100), password });

export const SESSION = declare('session', {
  view: { method: 'get', path: '/session', summary: 'Who is signed in, and the token that every change carries', who: 'anybody', answers: { 200: one('SessionView') } },
  demo: { method: 'post', path: '/session', summary: 'Sign-in as demo staff, where that is allowed', who: 'anybody', body: demoSignIn, answers: { 200: one('SessionView') }, problems: ['demo-refused', 'unknown-person'] },
  withPassword: { method: 'post', path: '/session/password', summary: 'Sign-in by account and password', who: 'anybody', body: localSignIn, answers: { 200: one('SessionView') }, problems: ['wrong-password', 'too-many-tries'] },
  end: { method: 'delete', path: '/session', summary: 'Sign-out', who: 'anybody', answers: { 200: one('SignedOut'), 204: NOTHING } },
});

interface Ways { demo: boolean; openId?: OpenId | undefined }

export function sessionRoutes(directory: Directory, signIn: SignIn, { demo, openId }: Ways): Router {
  const router = Router();
  const view = async (req: Request): Promise<SessionView> => ({
    person: req.actor ? personOf(req.actor) : null, ...(req.pending ? { mustChange: req.pending.id } : {}), demo: demo ? (await directory.people()).map(personOf) : [],
    openId: openId !== undefined, csrf: csrfOf(req), agencyName: directory.mainAgency()?.name ?? '',
  });
  route(router, SESSION.view, async (_asked, res, req) => { res.json(await view(req)); });
  route(router, SESSION.demo, async ({ body: { personId } }, res, req) => {
    if (!demo) throw new ProblemError('demo-refused');
    const actor = await directory.actor(personId);
    if (!actor) throw new ProblemError('unknown-person');
    await signIn.begin(req, actor);
    const answer = await view(req);
    await save(req);
    res.json(answer);
  });
  route(router, SESSION.withPassword, async ({ body }, res, req) => {
    await signIn.withPassword(req, body.account, body.password);
    const answer = await view(req);
    await save(req);
    res.json(answer);
  });
  route(router, SESSION.end, async (_asked, res, req) => {
    const { openId: from } = req.session;
    await endSession(req, res);
    // Without the provider one is signed out here all the same.
    const leaveAt = from && await openId?.endUrl(from.idToken).catch(() => undefined);
    if (leaveAt === undefined) res.status(204).end();
    else res.json({ leaveAt } satisfies SignedOut);
  });
  return router;
}
