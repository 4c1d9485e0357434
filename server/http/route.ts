/**
 * A route is declared once: where it is, who may call it, what goes in and what comes out. `route` registers the handler
 * by that declaration and holds every request to it, and the description of the API is made from the same one, so that
 * the two cannot disagree.
 */
import express, { type NextFunction, type Request, type RequestHandler, type Response, type Router } from 'express';
import type { Actor } from '../../models/directory.js';
import { hasRole } from '../../models/rights.js';
import type { Role, Scope } from '../contract.js';
import type { Answer } from './answers.js';
import type { ProblemCode } from './codes.js';
import './limits.js';
import { ProblemError } from './problem.js';
import { actorOf } from './session.js';
import { bodyOf, isPlainId, queryOf, type z } from './validate.js';

export type Method = 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete' | 'options';
/** `pending`: also who came in with a temporary password. Roles: one of them is enough; what else decides stands with the action. */
export type Who = 'anybody' | 'pending' | 'signedIn' | readonly Role[];
/** A file as the body, or a form of a plain page. */
export interface Bytes { media: readonly string[]; largest: number }
export interface PlainForm<T extends z.ZodType = z.ZodType> { form: T }

export interface Declaration {
  method: Method; path: string; summary: string; who: Who;
  /** What a program needs to reach it; absent: it is for people. `any`: every token does. */
  scope?: Scope | 'any';
  query?: z.ZodType; body?: z.ZodType | Bytes | PlainForm;
  /** By status; what a problem is, `problems` says. */
  answers: Readonly<Record<number, Answer>>;
  /** Beside those that the declaration itself brings about. */
  problems?: readonly ProblemCode[];
  /** Takes If-Match with the ETag that was read. */
  ifMatch?: boolean;
  /** Somebody's data are shown: the trail notes who looked. */
  personal?: boolean;
  /** Costly and large: one at a time for each person. */
  exports?: boolean;
}
interface Named { /** The whole path. */ at: string; tag: string; id: string }
export type Declared = Declaration & Named;
export type Table = Readonly<Record<string, Declared>>;

/** Gives each declaration its name in the description of the API. `base`: where the router is mounted. */
export function declare<const T extends Readonly<Record<string, Declaration>>>(tag: string, table: T, base = '/api'): { [K in keyof T]: T[K] & Named } {
  const entries = Object.entries(table).map(([key, each]) => [key, { ...each, tag, at: `${base}${each.path}`, id: `${tag}${key[0]!.toUpperCase()}${key.slice(1)}` }]);
  return Object.fromEntries(entries) as { [K in keyof T]: T[K] & Named };
}

type NamesIn<Path extends string> = Path extends `${string}:${infer Rest}` ? (Rest extends `${infer Name}/${infer More}` ? Name | NamesIn<More> : Rest) : never;
type BodyOf<B> = B extends z.ZodType ? z.output<B> : B extends Bytes ? Buffer : B extends PlainForm<infer T> ? z.output<T> : undefined;
export interface Asked<D extends Declared> {
  actor: D['who'] extends 'anybody' ? Actor | undefined : Actor;
  params: Record<NamesIn<D['path']>, string>;
  query: D['query'] extends z.ZodType ? z.output<D['query']> : undefined;
  body: BodyOf<D['body']>;
}
export type Handler<D extends Declared> = (asked: Asked<D>, res: Response, req: Request, next: NextFunction) => unknown;

declare module 'express-serve-static-core' {
  interface Request { /** By which declaration the request is answered. */ declared?: Declared }
}

/** What `route` has registered carries its declaration: a route that was registered otherwise is found by its absence. */
export const DECLARED = Symbol('declared');
export type Registered = RequestHandler & { [DECLARED]?: Declared };

export function route<D extends Declared>(router: Router, declared: D, handler: Handler<D>): void {
  const admit: RequestHandler = (req, _res, next) => {
    req.declared = declared;
    requireRights(req, declared);
    next();
  };
  const handle: Registered = async (req, res, next) => {
    const params = plainIds(req);
    const query = declared.query && queryOf(req, declared.query);
    if (declared.exports && req.actor && req.limits) res.once('close', req.limits.beginExport(req.actor.id));
    await handler({ actor: askedBy(req, declared), params, query, body: sentBody(req, declared) } as Asked<D>, res, req, next);
  };
  handle[DECLARED] = declared;
  // Who may not is told so before anything is read of what he sends.
  router[declared.method](declared.path, admit, ...readers(declared), handle);
}

/** Throws ProblemError not-signed-in, scope-missing, forbidden. */
function requireRights(req: Request, declared: Declared): void {
  if (req.program !== undefined) requireScope(req.scopes ?? [], declared.scope);
  const actor = askedBy(req, declared);
  const { who } = declared;
  if (actor && isRoles(who) && !hasRole(actor, ...who)) throw new ProblemError('forbidden', { detail: `for ${who.join(', ')}` });
}
function askedBy(req: Request, { who }: Declared): Actor | undefined {
  if (who === 'anybody') return req.actor;
  return who === 'pending' ? (req.pending ?? actorOf(req)) : actorOf(req);
}
export function isRoles(who: Who): who is readonly Role[] {
  return typeof who !== 'string';
}
function requireScope(has: readonly Scope[], needed: Scope | 'any' | undefined): void {
  if (needed === 'any' || (needed !== undefined && has.includes(needed))) return;
  throw new ProblemError('scope-missing', { detail: needed === undefined ? 'not for programs' : `needs ${needed}` });
}

function plainIds(req: Request): Record<string, string> {
  // A wildcard is a list.
  for (const value of Object.values(req.params)) if (!Array.isArray(value) && !isPlainId(value)) throw new ProblemError('not-found');
  return req.params as Record<string, string>;
}

function sentBody(req: Request, { body }: Declared): unknown {
  if (body === undefined) return undefined;
  if ('form' in body) return bodyOf(req, body.form);
  if ('media' in body) return Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
  return bodyOf(req, body);
}

const LARGEST_FORM = '16kb';
/** Bodies other than JSON, which is read before it is known who asks for what. */
function readers({ body }: Declared): RequestHandler[] {
  if (body === undefined) return [];
  if ('form' in body) return [express.urlencoded({ extended: false, limit: LARGEST_FORM })];
  return 'media' in body ? [express.raw({ type: () => true, limit: body.largest })] : [];
}
