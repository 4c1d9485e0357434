/** Cookie sessions: who is signed in, and the token that every change must carry. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import session, { type Store as SessionStore } from 'express-session';
import { ABSOLUTE_MS } from '../../models/accounts/sessions.js';
import type { Actor } from '../../models/directory.js';
import type { SignedIn } from '../../models/schemas/account.js';
import { ProblemError } from './problem.js';

declare module 'express-session' {
  interface SessionData extends SignedIn { /** Every change must carry it. */ csrf?: string }
}
declare module 'express-serve-static-core' {
  interface Request { actor?: Actor; /** Signed in, but has to choose a password first. */ pending?: Actor }
}

const LONGEST_AGENT = 200;
const COOKIE = 'df.sid';

export interface SessionOptions { secret: string; store: SessionStore; production: boolean }

export function sessions({ secret, store, production }: SessionOptions): RequestHandler {
  return session({
    name: COOKIE, secret, store, resave: false, saveUninitialized: false, rolling: false,
    // Without an age: it goes with the browser's window, and the store says when it ends before that.
    cookie: { httpOnly: true, sameSite: 'lax', secure: production ? 'auto' : false, path: '/' },
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

/**
 * Puts the acting person on the request. The session of somebody no longer active acts for nobody, nor does one that has
 * had its time, nor one that was opened with a temporary password: that may choose another one and nothing else.
 */
export function withActor(actor: (id: string) => Promise<Actor | undefined>): RequestHandler {
  return async (req, _res, next) => {
    const { personId, mustChange } = req.session;
    const found = personId !== undefined && isWithinItsTime(req) ? await actor(personId) : undefined;
    if (found && mustChange) req.pending = found;
    else if (found) req.actor = found;
    next();
  };
}

/** However much it is used, a session ends so long after the sign-in. */
export function isWithinItsTime({ session: { signedInAt = 0 } }: Request): boolean {
  return Date.now() - signedInAt < ABSOLUTE_MS;
}

/** A new session of this person in place of the one there was. */
export async function beginSession(req: Request, actor: Actor, mustChange = false): Promise<void> {
  await regenerate(req);
  Object.assign(req.session, {
    personId: actor.id, ref: randomBytes(9).toString('base64url'), signedInAt: Date.now(), address: req.ip, agent: req.headers['user-agent']?.slice(0, LONGEST_AGENT),
    ...(mustChange ? { mustChange } : {}),
  } satisfies SignedIn);
  delete req.actor;
  delete req.pending;
  if (mustChange) req.pending = actor;
  else req.actor = actor;
}

export function actorOf(req: Request): Actor {
  if (!req.actor) throw new ProblemError('not-signed-in');
  return req.actor;
}

/** A new session id, so that one planted before the sign-in is worth nothing after it. */
function regenerate(req: Request): Promise<void> {
  return new Promise((resolve, reject) => { req.session.regenerate((error: unknown) => { if (error) reject(error as Error); else resolve(); }); });
}
export async function endSession(req: Request, res: Response): Promise<void> {
  await new Promise<void>((resolve, reject) => { req.session.destroy((error: unknown) => { if (error) reject(error as Error); else resolve(); }); });
  res.clearCookie(COOKIE);
}
export function save(req: Request): Promise<void> {
  return new Promise((resolve, reject) => { req.session.save((error: unknown) => { if (error) reject(error as Error); else resolve(); }); });
}
