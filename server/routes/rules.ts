/** The rules that dossiers are handled by, with their legal basis; administrators set a value from a day on. */
import { Router } from 'express';
import type { RuleQueries } from '../../models/queries/rules.js';
import type { RuleWrites } from '../../models/writes/rules.js';
import type { Json } from '../../engine/graph/types.js';
import { one, pageOf } from '../http/answers.js';
import { etagOf, requireMatch } from '../http/if-match.js';
import { declare, route } from '../http/route.js';
import { filled, lang, page, pageSize, text, z } from '../http/validate.js';

const agency = z.string().min(1).max(100).optional();
const scalar = z.union([z.string().max(200), z.number(), z.boolean()]);
const change = z.strictObject({
  agency, key: z.string().max(100), value: z.union([scalar, z.array(z.string().max(50)).max(20), z.record(z.string().max(50), scalar).refine((value) => Object.keys(value).length <= 30, 'has too many entries'), z.null()]),
  basis: text(500).optional(), confirmed: z.boolean().optional(), from: z.iso.date(), reason: filled(500), base: z.number().int().min(0),
});

export const RULES = declare('rules', {
  inForce: { method: 'get', path: '/rules', summary: 'The rules that an agency follows today', who: 'signedIn', scope: 'calendars:read', query: z.strictObject({ agency, lang }), answers: { 200: one('RulesView') }, problems: ['bad-data'] },
  changes: { method: 'get', path: '/rules/changes', summary: 'What was changed, the newest first', who: 'signedIn', scope: 'calendars:read', query: z.strictObject({ page, pageSize, lang }), answers: { 200: pageOf('RuleChangeRow') } },
  change: { method: 'post', path: '/rules/changes', summary: 'Sets a value from a day on', who: ['administrator'], body: change, ifMatch: true, answers: { 201: one('RuleChangeRow') }, problems: ['bad-data', 'stale-rules', 'not-found'] },
});

export function ruleRoutes(queries: RuleQueries, writes: RuleWrites): Router {
  const router = Router();
  route(router, RULES.inForce, async ({ actor, query }, res) => {
    const view = await queries.inForce(actor, query.agency);
    res.setHeader('etag', etagOf(view.base)).json(view);
  });
  route(router, RULES.changes, async ({ actor, query }, res) => { res.json(await queries.changes(actor, query)); });
  route(router, RULES.change, async ({ actor, body: { value, ...wanted } }, res, req) => {
    requireMatch(req, (await queries.inForce(actor, wanted.agency)).base);
    res.status(201).json(queries.changeRow(await writes.change(actor, { ...wanted, value: value as Json } as Parameters<RuleWrites['change']>[1])));
  });
  return router;
}
