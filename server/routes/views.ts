/** Named views of the work list, each person's own. */
import { Router } from 'express';
import type { SavedViews } from '../../models/writes/saved-views.js';
import { itemsOf } from '../http/answers.js';
import { requireMatch, sendTagged } from '../http/if-match.js';
import { declare, route } from '../http/route.js';
import { filled, z } from '../http/validate.js';

const short = z.string().max(200);
const name = filled(100);
const save = z.strictObject({
  name, search: z.strictObject({
    view: z.enum(['mine', 'department', 'all']), q: short.optional(), status: short.optional(), procedure: short.optional(), sort: short.optional(), columns: short.optional(), density: short.optional(),
  }),
});

export const VIEWS = declare('views', {
  list: { method: 'get', path: '/views', summary: 'One\'s own named views of the list of work', who: 'signedIn', answers: { 200: itemsOf('SavedView') } },
  save: { method: 'put', path: '/views', summary: 'Keeps a view under a name', who: 'signedIn', body: save, ifMatch: true, answers: { 200: itemsOf('SavedView') }, problems: ['too-many-views'] },
  remove: { method: 'delete', path: '/views', summary: 'Forgets a view', who: 'signedIn', body: z.strictObject({ name }), ifMatch: true, answers: { 200: itemsOf('SavedView') } },
});

export function viewRoutes(views: SavedViews): Router {
  const router = Router();
  route(router, VIEWS.list, async ({ actor }, res) => { sendTagged(res, { items: await views.list(actor) }); });
  route(router, VIEWS.save, async ({ actor, body: { name: given, search } }, res, req) => {
    requireMatch(req, { items: await views.list(actor) });
    await views.save(actor, given, Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Record<string, string>);
    sendTagged(res, { items: await views.list(actor) });
  });
  route(router, VIEWS.remove, async ({ actor, body }, res, req) => {
    requireMatch(req, { items: await views.list(actor) });
    await views.remove(actor, body.name);
    sendTagged(res, { items: await views.list(actor) });
  });
  return router;
}
