/** The way to the provider and back. A browser walks it, so that refusals lead to the sign-in page, which says them in words. */
import { Router } from 'express';
import type { Logger } from 'pino';
import type { Directory } from '../../models/directory.js';
import { SEE_OTHER } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import { save } from '../http/session.js';
import { z } from '../http/validate.js';
import type { OpenId } from '../open-id.js';
import type { SignIn } from '../sign-in.js';

type Refused = 'unavailable' | 'failed' | 'unknown';
const SIGN_IN = '/app/sign-in';

/** What a provider sends along is its own affair. */
const callback = z.looseObject({ code: z.string().optional(), state: z.string().optional() });
export const OPEN_ID = declare('openId', {
  leave: { method: 'get', path: '/session/open-id', summary: 'Leads to the provider of sign-ins', who: 'anybody', query: z.looseObject({ again: z.string().optional() }), answers: { 303: SEE_OTHER } },
  callback: { method: 'get', path: '/session/open-id/callback', summary: 'The way back from there', who: 'anybody', query: callback, answers: { 303: SEE_OTHER } },
});

export function openIdRoutes(openId: OpenId, directory: Directory, signIn: SignIn, log: Pick<Logger, 'warn'>): Router {
  const router = Router();
  const refused = (why: Refused): string => `${SIGN_IN}?refused=${why}`;
  route(router, OPEN_ID.leave, async ({ query }, res, req) => {
    const left = await openId.leave(query.again === '1').catch((error: unknown) => { log.warn({ err: error }, 'the provider of sign-ins does not answer'); });
    if (!left) { res.redirect(303, refused('unavailable')); return; }
    req.session.leaving = left.leaving;
    await save(req);
    res.redirect(303, left.url);
  });
  route(router, OPEN_ID.callback, async (_asked, res, req) => {
    const { leaving } = req.session;
    if (!leaving) { res.redirect(303, refused('failed')); return; }
    // One way there, one way back: the same answer is not taken twice.
    delete req.session.leaving;
    await save(req);
    const { search } = new URL(req.originalUrl, 'http://localhost');
    const back = await openId.cameBack(search, leaving).catch((error: unknown) => { log.warn({ why: (error as Error).message }, 'a sign-in at the provider failed'); });
    if (!back) { res.redirect(303, refused('failed')); return; }
    const actor = back.account === undefined ? undefined : await directory.actor(back.account);
    if (!actor) { res.redirect(303, refused('unknown')); return; }
    await signIn.begin(req, actor);
    req.session.openId = back.idToken === undefined ? {} : { idToken: back.idToken };
    await save(req);
    res.redirect(303, '/app/');
  });
  return router;
}
