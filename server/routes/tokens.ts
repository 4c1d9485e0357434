/** Tokens of programs, for administrators of the agency. */
import { Router } from 'express';
import type { Tokens } from '../../models/accounts/tokens.js';
import { SCOPES } from '../../models/schemas/token.js';
import type { MadeToken } from '../contract.js';
import { NOTHING, one, pageOf } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import { filled, lang, page, pageSize, z } from '../http/validate.js';

const LONGEST_DAYS = 366;
const creation = z.strictObject({ name: filled(100), personId: z.string().min(1).max(100), scopes: z.array(z.enum(SCOPES)).min(1), days: z.number().int().min(1).max(LONGEST_DAYS) });
const paging = z.strictObject({ page, pageSize, lang });

export const TOKENS = declare('tokens', {
  list: { method: 'get', path: '/tokens', summary: 'Tokens of programs, without the tokens themselves', who: ['administrator'], query: paging, answers: { 200: pageOf('TokenRow') } },
  make: { method: 'post', path: '/tokens', summary: 'Gives a token, shown this once', who: ['administrator'], body: creation, answers: { 201: one('MadeToken') }, problems: ['bad-data'] },
  revoke: { method: 'delete', path: '/tokens/:ref', summary: 'Revokes a token', who: ['administrator'], answers: { 204: NOTHING } },
});

export function tokenRoutes(tokens: Tokens): Router {
  const router = Router();
  route(router, TOKENS.list, async ({ actor, query: asked }, res) => { res.json(await tokens.list(actor, { page: asked.page, pageSize: asked.pageSize })); });
  route(router, TOKENS.make, async ({ actor, body }, res) => {
    const { token, row } = await tokens.make(actor, body);
    res.status(201).json({ ...row, token } satisfies MadeToken);
  });
  route(router, TOKENS.revoke, async ({ actor, params }, res) => {
    await tokens.revoke(actor, params.ref);
    res.status(204).end();
  });
  return router;
}
