/** Stand-ins: who does whose work while that person is away. */
import { Router } from 'express';
import type { Directory } from '../../models/directory.js';
import type { StandInBook } from '../../models/writes/stand-ins.js';
import type { Colleague } from '../contract.js';
import { itemsOf, one, pageOf } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import { instant, lang, page, pageSize, text, z } from '../http/validate.js';

const id = z.string().min(1).max(100);
const list = z.strictObject({ page, pageSize, lang });
const set = z.strictObject({ absent: id.optional(), standIn: id, from: instant, to: instant, procedures: z.array(id).min(1).max(200).optional(), reason: text(500).optional() });

export const STAND_INS = declare('standIns', {
  list: { method: 'get', path: '/stand-ins', summary: 'Who does whose work', who: 'signedIn', query: list, answers: { 200: pageOf('StandInRow') } },
  people: { method: 'get', path: '/stand-ins/people', summary: 'People of one\'s agency', who: 'signedIn', answers: { 200: itemsOf('Colleague') } },
  set: { method: 'post', path: '/stand-ins', summary: 'Arranges a stand-in', who: 'signedIn', body: set, answers: { 201: one('StandInRow') }, problems: ['bad-data', 'forbidden'] },
  end: { method: 'post', path: '/stand-ins/:id/end', summary: 'Ends it now', who: 'signedIn', answers: { 200: one('StandInRow') }, problems: ['unknown-stand-in', 'forbidden'] },
});

export function standInRoutes(book: StandInBook, directory: Directory): Router {
  const router = Router();
  route(router, STAND_INS.list, async ({ actor, query }, res) => { res.json(await book.list(actor, query)); });
  route(router, STAND_INS.people, ({ actor }, res) => {
    const items = directory.staffOf({ agencyId: actor.agencyId }).map((each): Colleague => ({ id: each, name: directory.staffName(each), position: directory.positionOf(each) }));
    res.json({ items });
  });
  route(router, STAND_INS.set, async ({ actor, body }, res) => { res.status(201).json(await book.set(actor, body)); });
  route(router, STAND_INS.end, async ({ actor, params }, res) => { res.json(await book.end(actor, params.id)); });
  return router;
}
