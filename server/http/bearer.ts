/** Programs at the API: a token in place of a session. What it reaches, each route declares; what it may do there, the rights of the person it acts as. */
import type { Request, RequestHandler } from 'express';
import type { Tokens } from '../../models/accounts/tokens.js';
import type { Scope } from '../contract.js';
import { ProblemError } from './problem.js';

declare module 'express-serve-static-core' {
  interface Request { /** A program asks, with the token of this name: there is no session, and no cookie is looked at. */ program?: string; scopes?: readonly Scope[] }
}

/** Throws ProblemError bad-token. */
export function withBearer(tokens: Tokens): RequestHandler {
  return async (req, res, next) => {
    const token = bearerOf(req);
    if (token === undefined) { next(); return; }
    const found = await tokens.bearer(token);
    if (!found) {
      res.setHeader('www-authenticate', 'Bearer error="invalid_token"');
      throw new ProblemError('bad-token');
    }
    req.program = found.ref;
    req.scopes = found.scopes;
    req.actor = found.actor;
    next();
  };
}

function bearerOf(req: Request): string | undefined {
  const header = req.headers.authorization;
  return header === undefined ? undefined : (/^Bearer +(\S+)$/i.exec(header)?.[1] ?? '');
}

/** For what belongs to sessions alone. */
export const forPeople = (handler: RequestHandler): RequestHandler => (req, res, next) => (req.program !== undefined ? next() : handler(req, res, next));
