/** The stream of hints that keeps open screens fresh. */
import { Router } from 'express';
import { media, NOTHING } from '../http/answers.js';
import { isWithinItsTime } from '../http/session.js';
import { declare, route } from '../http/route.js';
import type { LiveStreams } from '../live/streams.js';

export const EVENTS = declare('events', {
  open: { method: 'get', path: '/events', summary: 'Hints of what has changed, server-sent; Last-Event-ID takes it up again', who: 'signedIn', answers: { 200: media('text/event-stream'), 204: NOTHING } },
});

export function eventRoutes(live: LiveStreams): Router {
  const router = Router();
  route(router, EVENTS.open, async ({ actor }, res, req) => {
    const last = req.headers['last-event-id'];
    // A sign-out elsewhere, or the end of the session, ends the stream too.
    const isSignedIn = (): Promise<boolean> => new Promise((resolve) => { req.session.reload((error: unknown) => { resolve(!error && isWithinItsTime(req)); }); });
    await live.open(res, actor, isSignedIn, typeof last === 'string' ? last : undefined);
  });
  return router;
}
