/** Departments and people: looked at by managers, changed by administrators. */
import { Router } from 'express';
import type { OrganisationQueries } from '../../models/queries/organisation.js';
import type { OrganisationBook } from '../../models/writes/organisation.js';
import type { PersonSaved, TemporaryPassword } from '../contract.js';
import { itemsOf, one, pageOf } from '../http/answers.js';
import { OF_WORK } from '../http/groups.js';
import { languageOf } from '../http/language.js';
import { declare, route } from '../http/route.js';
import type { Leaving } from '../leaving.js';
import { commandId, filled, lang, page, pageSize, text, z } from '../http/validate.js';

const name = filled(200);
const reason = filled(500);
const base = z.number().int().min(0);
const department = { name, oneStop: z.boolean(), headcount: z.number().int().min(0).max(100_000).optional() };
const roles = z.array(z.string().max(60)).min(1).max(20);
const period = { from: z.iso.date().optional(), to: z.iso.date().optional() };
const post = z.strictObject({ departmentId: z.string().max(100), title: text(200), roles, ...period });
const person = { name, position: text(200), departmentIds: z.array(z.string().max(100)).min(1).max(20), roles, posts: z.array(post).max(10).default([]), ...period, active: z.boolean() };
const receiver = { commandId, to: z.string().min(1).max(100).optional() };
const newDepartment = z.strictObject({ id: z.string().regex(/^[A-Za-z][A-Za-z0-9]{1,59}$/, 'must be 2 to 60 letters or digits, a letter first'), ...department, reason });
const newPerson = z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9.-]{1,39}$/, 'must be 2 to 40 small letters, digits, dots or -, a letter first'), ...person, reason });
const changedDepartment = z.strictObject({ ...department, base, reason });
const changedPerson = z.strictObject({ ...person, base, reason, handOver: z.strictObject(receiver).optional() });
const handingOver = z.strictObject({ ...receiver, reason });
const paging = z.strictObject({ page, pageSize, lang });
const list = paging.extend({ q: z.string().max(100).optional(), department: z.string().max(100).optional() });

const place = z.strictObject({ code: z.string().regex(/^\d{2}$/, 'must be two digits'), at: z.iso.date(), reason });

const LOOKERS = ['administrator', 'manager'] as const;
const changed = { who: ['administrator'], problems: ['bad-data', 'stale-organisation', 'not-found'] } as const;
export const ORGANISATION = declare('organisation', {
  view: { method: 'get', path: '/organisation', summary: 'One\'s agency with its departments', who: LOOKERS, answers: { 200: one('OrganisationView') } },
  staff: { method: 'get', path: '/organisation/staff', summary: 'Its people', who: LOOKERS, query: list, answers: { 200: pageOf('StaffRow') } },
  changes: { method: 'get', path: '/organisation/changes', summary: 'What was changed, the newest first', who: LOOKERS, query: paging, answers: { 200: pageOf('OrganisationChangeRow') } },
  place: { ...changed, method: 'put', path: '/organisation/place', summary: 'The province that the agency lies in, as a code and a day', body: place, answers: { 200: one('OrganisationView') } },
  addDepartment: { ...changed, method: 'post', path: '/organisation/departments', summary: 'A new department', body: newDepartment, answers: { 201: one('OrganisationView') } },
  changeDepartment: { ...changed, method: 'put', path: '/organisation/departments/:id', summary: 'Changes a department', body: changedDepartment, answers: { 200: one('OrganisationView') } },
  addPerson: { ...changed, method: 'post', path: '/organisation/staff', summary: 'A new member of staff', body: newPerson, answers: { 201: one('OrganisationView') } },
  changePerson: { ...changed, method: 'put', path: '/organisation/staff/:id', summary: 'Changes a member of staff', body: changedPerson, answers: { 200: one('PersonSaved') }, problems: [...changed.problems, 'holds-open-work', 'unknown-person'] },
  held: { method: 'get', path: '/organisation/staff/:id/work', summary: 'What a member of staff holds', who: ['administrator'], query: paging, answers: { 200: pageOf('WorkRow') }, problems: ['not-found'] },
  handOver: { ...changed, method: 'post', path: '/organisation/staff/:id/hand-over', summary: 'Hands on what a member of staff holds', body: handingOver, answers: { 200: itemsOf('BulkResult', 'results') }, problems: [...OF_WORK, 'not-found', 'unknown-person'] },
  resetPassword: { ...changed, method: 'post', path: '/organisation/staff/:id/password', summary: 'Gives a temporary password, shown this once', body: z.strictObject({ reason }), answers: { 201: one('TemporaryPassword') } },
});

export function organisationRoutes(queries: OrganisationQueries, book: OrganisationBook, leaving: Leaving): Router {
  const router = Router();
  route(router, ORGANISATION.view, async ({ actor }, res) => { res.json(await queries.view(actor)); });
  route(router, ORGANISATION.staff, async ({ actor, query }, res) => { res.json(await queries.staff(actor, query)); });
  route(router, ORGANISATION.changes, async ({ actor, query }, res) => { res.json(await queries.changes(actor, query)); });
  route(router, ORGANISATION.place, async ({ actor, body }, res) => {
    await book.place(actor, body);
    res.json(await queries.view(actor));
  });
  route(router, ORGANISATION.addDepartment, async ({ actor, body: { id, reason: why, ...facts } }, res) => {
    await book.department(actor, { id, reason: why }, facts);
    res.status(201).json(await queries.view(actor));
  });
  route(router, ORGANISATION.changeDepartment, async ({ actor, params, body: { base: revision, reason: why, ...facts } }, res) => {
    await book.department(actor, { id: params.id, base: revision, reason: why }, { ...facts, headcount: facts.headcount });
    res.json(await queries.view(actor));
  });
  route(router, ORGANISATION.addPerson, async ({ actor, body: { id, reason: why, ...facts } }, res) => {
    await book.person(actor, { id, reason: why }, facts);
    res.status(201).json(await queries.view(actor));
  });
  route(router, ORGANISATION.changePerson, async ({ actor, params: { id }, body: { base: revision, reason: why, handOver, ...facts } }, res, req) => {
    await book.person(actor, { id, base: revision, reason: why, handsOver: handOver !== undefined }, facts);
    const handedOver = handOver && !facts.active ? await leaving.handOver(actor, id, { ...handOver, reason: why }, languageOf(req)) : undefined;
    res.json({ ...await queries.view(actor), ...(handedOver ? { handedOver } : {}) } satisfies PersonSaved);
  });
  route(router, ORGANISATION.held, async ({ actor, params, query }, res) => { res.json(await leaving.held(actor, params.id, query)); });
  route(router, ORGANISATION.handOver, async ({ actor, params, body }, res, req) => { res.json({ results: await leaving.handOver(actor, params.id, body, languageOf(req)) }); });
  route(router, ORGANISATION.resetPassword, async ({ actor, params, body }, res) => {
    const { password, until } = await book.resetPassword(actor, { id: params.id, ...body });
    res.status(201).json({ password, until: until.toISOString() } satisfies TemporaryPassword);
  });
  return router;
}
