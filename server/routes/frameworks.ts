/** Model frameworks: what there is, the list of procedures by one's answers, adopting, deviating, merging a new version; publishing. */
import { Router } from 'express';
import type { Adoptions } from '../../models/frameworks/adoptions.js';
import type { FrameworkBook } from '../../models/frameworks/book.js';
import type { FrameworkPracticeQueries } from '../../models/frameworks/practice.js';
import type { FrameworkQueries } from '../../models/frameworks/queries.js';
import { deskDay } from '../../models/desk.js';
import { listOf, NOTHING, one, pageOf } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import { drawingXml, filled, page, pageSize, text, z } from '../http/validate.js';

const answers = z.record(z.string().max(100), z.union([z.boolean(), z.string().max(200), z.array(z.string().max(200)).max(100)])).refine((all) => Object.keys(all).length <= 200, 'must not have more than 200 answers');
const codes = z.array(z.string().min(1).max(100)).max(500);
const resolutions = z.record(z.string().max(1_000), z.enum(['ours', 'theirs'])).refine((all) => Object.keys(all).length <= 2_000, 'must not have more than 2000 decisions');
const id = z.string().min(1).max(100);
const adoption = z.strictObject({ answers, codes, shares: z.boolean(), departments: z.record(z.string().max(100), id).optional() });
const twoWords = z.strictObject({ vi: filled(2_000), en: filled(2_000) });
const questionId = z.string().regex(/^[A-Za-z]\w{0,49}$/, 'must begin with a letter and hold letters, digits and _ only');
const guideline = z.strictObject({
  questions: z.array(z.strictObject({ id: questionId, kind: z.enum(['one', 'many', 'yesNo']), text: twoWords, options: z.array(z.strictObject({ value: filled(100), text: twoWords })).max(100).optional() })).max(100),
  entries: z.array(z.strictObject({ code: filled(100), when: filled(2_000), because: twoWords, otherwise: twoWords })).max(1_000),
});
const documents = z.array(z.strictObject({ id: z.string().regex(/^[A-Za-z0-9][\w.-]{0,99}$/, 'must be letters, digits, dot, - or _'), name: filled(300), text: filled(200_000) })).max(100);
const version = { from: z.iso.date(), to: z.iso.date().optional(), note: text(2_000).optional(), drawings: z.array(drawingXml).max(50).optional(), procedures: z.array(id).max(200).optional() };
const amendment = z.strictObject({ ...version, guideline: guideline.optional(), documents: documents.optional() });
const begun = z.strictObject({
  ...version, guideline, documents, id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/, 'must be small letters, digits and dashes'), title: twoWords,
  scope: z.strictObject({ kinds: z.array(z.string().max(50)).max(20), levels: z.array(z.string().max(50)).max(20), sector: twoWords.optional() }),
});
const DRAWERS = ['designer', 'administrator'] as const;
const looked = { method: 'get', who: 'signedIn', scope: 'procedures:read' } as const;
const done = { who: DRAWERS, scope: 'procedures:write' } as const;
const KNOWN = ['unknown-framework', 'unknown-procedure', 'unknown-version'] as const;

export const FRAMEWORKS = declare('frameworks', {
  list: { ...looked, path: '/frameworks', summary: 'Model frameworks', query: z.strictObject({ page, pageSize }), answers: { 200: pageOf('FrameworkRow') } },
  rulings: { ...looked, path: '/frameworks/rulings', summary: 'What of several frameworks rules a procedure on a day', query: z.strictObject({ code: z.string().max(100).optional(), on: z.iso.date().optional() }), answers: { 200: one('FrameworkRulings') } },
  begin: { ...done, method: 'post', path: '/frameworks', summary: 'Publishes a framework', body: begun, answers: { 201: one('FrameworkView') }, problems: ['framework-exists'] },
  view: { ...looked, path: '/frameworks/:id', summary: 'A framework, and what one\'s agency has adopted of it', answers: { 200: one('FrameworkView') }, problems: KNOWN },
  listed: { method: 'post', who: 'signedIn', scope: 'procedures:read', path: '/frameworks/:id/list', summary: 'The list of procedures by the answers to the guideline', body: z.strictObject({ answers }), answers: { 200: listOf('FrameworkListed') }, problems: KNOWN },
  adopt: { ...done, method: 'post', path: '/frameworks/:id/adoption', summary: 'Adopts it, as a whole or in part', body: adoption, answers: { 200: one('FrameworkView') }, problems: [...KNOWN, 'framework-withdrawn'] },
  deviations: { ...looked, path: '/frameworks/:id/procedures/:code/deviations', summary: 'Where one\'s procedure deviates', answers: { 200: one('FrameworkDeviations') }, problems: KNOWN },
  explain: { ...done, method: 'post', path: '/frameworks/:id/procedures/:code/deviations', summary: 'Gives the reason of deviations', body: z.strictObject({ ids: z.array(z.string().max(1_000)).min(1).max(500), reason: filled(1_000) }), answers: { 200: one('FrameworkDeviations') }, problems: KNOWN },
  preview: { ...looked, method: 'post', path: '/frameworks/:id/procedures/:code/merge/preview', summary: 'What the new version would make of one\'s procedure', body: z.strictObject({ resolutions }), answers: { 200: one('FrameworkMerge') }, problems: KNOWN },
  merge: { ...done, method: 'post', path: '/frameworks/:id/procedures/:code/merge', summary: 'Makes the merged drawing the draft', body: z.strictObject({ resolutions, etag: z.string().max(100) }), answers: { 200: one('FrameworkDeviations') }, problems: [...KNOWN, 'undecided', 'stale-draft', 'in-review'] },
  practice: { method: 'get', who: DRAWERS, path: '/frameworks/:id/practice', summary: 'Who has adopted it, where they deviate, and figures of those that let them be seen', answers: { 200: one('FrameworkPractice') }, problems: KNOWN },
  amend: { ...done, method: 'post', path: '/frameworks/:id/versions', summary: 'Publishes the next version', body: amendment, answers: { 201: one('FrameworkView') }, problems: KNOWN },
  withdraw: { ...done, method: 'post', path: '/frameworks/:id/versions/:version/withdrawal', summary: 'Withdraws a version', body: z.strictObject({ reason: filled(1_000) }), answers: { 204: NOTHING }, problems: KNOWN },
});

export interface FrameworkParts { queries: FrameworkQueries; adoptions: Adoptions; book: FrameworkBook; practice: FrameworkPracticeQueries; now(): Date }

export function frameworkRoutes({ queries, adoptions, book, practice, now }: FrameworkParts): Router {
  const router = Router();
  route(router, FRAMEWORKS.list, async ({ actor, query }, res) => { res.json(await queries.list(actor, query)); });
  route(router, FRAMEWORKS.rulings, async ({ actor, query }, res) => { res.json(await queries.rulings(actor, { code: query.code, on: query.on ?? deskDay(now()) })); });
  route(router, FRAMEWORKS.begin, async ({ actor, body: { id: wanted, ...issue } }, res) => {
    await book.begin(actor, wanted, issue);
    res.status(201).json(await queries.view(actor, wanted));
  });
  route(router, FRAMEWORKS.view, async ({ actor, params }, res) => { res.json(await queries.view(actor, params.id)); });
  route(router, FRAMEWORKS.listed, async ({ params, body }, res) => { res.json(await queries.listed(params.id, body.answers)); });
  route(router, FRAMEWORKS.adopt, async ({ actor, params, body }, res) => {
    await adoptions.adopt(actor, params.id, body);
    res.json(await queries.view(actor, params.id));
  });
  route(router, FRAMEWORKS.deviations, async ({ actor, params }, res) => { res.json(await queries.deviations(actor.agencyId, params.id, params.code)); });
  route(router, FRAMEWORKS.explain, async ({ actor, params, body }, res) => {
    await adoptions.explain(actor, params.id, params.code, body);
    res.json(await queries.deviations(actor.agencyId, params.id, params.code));
  });
  route(router, FRAMEWORKS.preview, async ({ actor, params, body }, res) => { res.json(await queries.merge(actor.agencyId, params.id, params.code, body.resolutions)); });
  route(router, FRAMEWORKS.merge, async ({ actor, params, body }, res) => {
    await adoptions.takeOver(actor, params.id, params.code, body);
    res.json(await queries.deviations(actor.agencyId, params.id, params.code));
  });
  route(router, FRAMEWORKS.practice, async ({ actor, params }, res) => { res.json(await practice.of(actor, params.id)); });
  route(router, FRAMEWORKS.amend, async ({ actor, params, body }, res) => {
    await book.amend(actor, params.id, body);
    res.status(201).json(await queries.view(actor, params.id));
  });
  route(router, FRAMEWORKS.withdraw, async ({ actor, params, body }, res) => {
    await book.withdraw(actor, params.id, Number(params.version) || 0, body.reason);
    res.status(204).end();
  });
  return router;
}
