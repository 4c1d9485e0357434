/** Cookie sessions: who is signed in, and the token that every change must carry. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import session, { type Store as SessionStore } from 'express-session';
import type { Actor } from '../../models/directory.js';
import { ProblemError } from './problem.js';

declare module 'express-session' {
  interface SessionData { personId: string; csrf: string }
}
declare module 'express-serve-static-core' {
  interface Request { actor?: Actor }
}

const TWELVE_HOURS_MS = 12 * 3_600_000;

export interface SessionOptions { secret: string; store?: SessionStore; production: boolean }

export function sessions({ secret, store, production }: SessionOptions): RequestHandler {
  return session({
    name: 'df.sid', secret, ...(store ? { store } : {}), resave: false, saveUninitialized: false, rolling: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: production ? 'auto' : false, maxAge: TWELVE_HOURS_MS, path: '/' },
  });
}

export function csrfOf(req: Request): string {
  return (req.session.csrf ??= randomBytes(24).toString('base64url'));
}

/** Refuses a change that does not carry the session's token. Reading needs none: no state changes by GET. */
export const requireCsrf: RequestHandler = (req, _res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS') { next(); return; }
  const sent = req.headers['x-csrf-token'];
  const expected = req.session.csrf;
  if (typeof sent !== 'string' || expected === undefined || !equal(sent, expected)) throw new ProblemError('bad-csrf');
  next();
};
function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Puts the acting person on the request; a session of somebody no longer active acts for nobody. */
export function withActor(actor: (id: string) => Promise<Actor | undefined>): RequestHandler {
  return async (req, _res, next) => {
    const id = req.session.personId;
    if (id !== undefined) {
      const found = await actor(id);
      if (found) req.actor = found;
    }
    next();
  };
}

export function actorOf(req: Request): Actor {
  if (!req.actor) throw new ProblemError('not-signed-in');
  return req.actor;
}

/** A new session id, so that one planted before the sign-in is worth nothing after it. */
export function regenerate(req: Request): Promise<void> {
  return new Promise((resolve, reject) => { req.session.regenerate((error: unknown) => { if (error) reject(error as Error); else resolve(); }); });
}
export function destroy(req: Request): Promise<void> {
  return new Promise((resolve, reject) => { req.session.destroy((error: unknown) => { if (error) reject(error as Error); else resolve(); }); });
}
export function save(req: Request): Promise<void> {
  return new Promise((resolve, reject) => { req.session.save((error: unknown) => { if (error) reject(error as Error); else resolve(); }); });
}
