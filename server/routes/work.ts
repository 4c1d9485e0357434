/** Lists of work, and what a person does with a work item. */
import { Router } from 'express';
import type { WorkQueries } from '../../models/queries/work.js';
import { MOST_AT_ONCE, type BulkActions } from '../bulk-actions.js';
import { languageOf } from '../http/language.js';
import { itemsOf, one } from '../http/answers.js';
import { OF_WORK } from '../http/groups.js';
import { declare, route } from '../http/route.js';
import { commandId, formData, lang, page, pageSize, text, z } from '../http/validate.js';
import type { WorkActions } from '../work-actions.js';

export const workList = z.strictObject({
  view: z.enum(['mine', 'department', 'all']).default('department'), status: z.enum(['overdue', 'dueSoon', 'onTime', 'paused']).optional(),
  procedure: z.string().max(100).optional(), q: z.string().max(200).optional(), sort: z.enum(['due', '-due', 'since', '-since', 'dossierNo', '-dossierNo']).optional(),
  page, pageSize, lang,
});
const bare = z.strictObject({ commandId });
const id = z.string().min(1).max(200);
const assign = z.strictObject({ commandId, to: z.string().min(1).max(100), reason: text(2_000).optional(), holder: z.string().max(100).nullable().optional() });
const ids = z.array(id).min(1).max(MOST_AT_ONCE).refine((all) => new Set(all).size === all.length, 'must not name one twice');
const options = z.strictObject({ ids });
const bulk = z.strictObject({
  commandId, action: z.enum(['claim', 'release', 'assign', 'complete']), ids, to: z.string().min(1).max(100).optional(), reason: text(2_000).optional(),
  outcome: z.string().max(200).optional(), note: text(4_000).optional(),
}).refine(({ action, to }) => action !== 'assign' || to !== undefined, { path: ['to'], message: 'must say to whom' });
const complete = z.strictObject({ commandId, outcome: z.string().max(200).optional(), data: formData.optional(), note: text(4_000).optional() });

const done = { who: 'signedIn', scope: 'dossiers:write', answers: { 200: one('WorkAnswer') }, problems: OF_WORK } as const;
export const WORK = declare('work', {
  options: { method: 'post', path: '/work/options', summary: 'What may be done to several steps together', who: 'signedIn', scope: 'dossiers:write', body: options, answers: { 200: one('BulkOptions') }, problems: OF_WORK },
  bulk: { method: 'post', path: '/work/bulk', summary: 'Does one thing to several steps; a result for each', who: 'signedIn', scope: 'dossiers:write', body: bulk, answers: { 200: itemsOf('BulkResult', 'results') }, problems: OF_WORK },
  list: { method: 'get', path: '/work', summary: 'Steps that wait', who: 'signedIn', scope: 'dossiers:read', query: workList, answers: { 200: one('WorkPage') } },
  claim: { ...done, method: 'post', path: '/work/:id/claim', summary: 'Takes a step', body: bare },
  release: { ...done, method: 'post', path: '/work/:id/release', summary: 'Gives a step back', body: bare },
  start: { ...done, method: 'post', path: '/work/:id/start', summary: 'Begins a step', body: bare },
  assign: { ...done, method: 'post', path: '/work/:id/assign', summary: 'Hands a step out, or on', body: assign, problems: [...OF_WORK, 'unknown-person'] },
  complete: { ...done, method: 'post', path: '/work/:id/complete', summary: 'Completes a step; `data` is checked by the schema of its form', body: complete, problems: [...OF_WORK, 'unknown-outcome', 'bad-data'] },
});

export function workRoutes(work: WorkQueries, actions: WorkActions, together: BulkActions): Router {
  const router = Router();
  route(router, WORK.options, async ({ actor, body }, res) => { res.json(await together.options(actor, body.ids)); });
  route(router, WORK.bulk, async ({ actor, body }, res, req) => { res.json({ results: await together.act(actor, body, languageOf(req)) }); });
  route(router, WORK.list, async ({ actor, query }, res) => { res.json(await work.list(actor, query)); });
  route(router, WORK.claim, async ({ actor, params, body }, res) => { res.json(await actions.act(actor, params.id, 'claimWorkItem', body.commandId)); });
  route(router, WORK.release, async ({ actor, params, body }, res) => { res.json(await actions.act(actor, params.id, 'releaseWorkItem', body.commandId)); });
  route(router, WORK.start, async ({ actor, params, body }, res) => { res.json(await actions.act(actor, params.id, 'startWorkItem', body.commandId)); });
  route(router, WORK.assign, async ({ actor, params, body }, res) => { res.json(await actions.assign(actor, params.id, body)); });
  route(router, WORK.complete, async ({ actor, params, body }, res) => { res.json(await actions.complete(actor, params.id, body)); });
  return router;
}
