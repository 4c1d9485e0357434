/** An agency ends and others continue it: what that would mean, and doing it. */
import { Router } from 'express';
import type { Directory } from '../../models/directory.js';
import type { SuccessionBook } from '../../models/writes/succession.js';
import type { SuccessionView } from '../contract.js';
import { one } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import { filled, z } from '../http/validate.js';

const id = z.string().min(1).max(100);
const wish = { day: z.iso.date(), departments: z.array(z.strictObject({ id, department: id.optional(), agency: id.optional() })).min(1).max(200) };
const looked = z.strictObject(wish);
const order = z.strictObject({ ...wish, reason: filled(500) });

export const SUCCESSION = declare('succession', {
  view: { method: 'get', path: '/organisation/succession', summary: 'What continues one\'s agency, and what it continues', who: ['administrator', 'manager'], answers: { 200: one('SuccessionView') } },
  preview: { method: 'post', path: '/organisation/succession/preview', summary: 'What it would mean that others continue it', who: ['administrator', 'manager'], body: looked, answers: { 200: one('SuccessionPreview') }, problems: ['bad-data'] },
  carryOut: { method: 'post', path: '/organisation/succession', summary: 'Lets others continue it from a day on', who: ['administrator'], body: order, answers: { 200: one('SuccessionView') }, problems: ['bad-data'] },
});

export function successionRoutes(book: SuccessionBook, directory: Directory): Router {
  const router = Router();
  route(router, SUCCESSION.view, ({ actor }, res) => { res.json(viewOf(directory, actor.agencyId)); });
  route(router, SUCCESSION.preview, async ({ actor, body }, res) => { res.json(await book.preview(actor, body)); });
  route(router, SUCCESSION.carryOut, async ({ actor, body }, res) => {
    await book.carryOut(actor, body);
    res.json(viewOf(directory, actor.agencyId));
  });
  return router;
}

function viewOf(directory: Directory, agencyId: string): SuccessionView {
  const named = (each: string) => ({ id: each, name: directory.agencyName(each) });
  const agency = directory.agency(agencyId);
  const others = directory.allAgencies().filter(({ _id }) => _id !== agencyId);
  return {
    ...named(agencyId), ...(agency?.to === undefined ? {} : { to: agency.to, successors: (agency.successors ?? []).map(named) }), continues: directory.inheritedBy(agencyId).map(named),
    others: others.map(({ _id, name }) => ({ id: _id, name, departments: directory.departmentsOf(_id).filter((each) => !directory.hasEnded(each._id)).map((each) => ({ id: each._id, name: each.name })) })),
  };
}
