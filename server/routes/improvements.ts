/** The improvement loop: records from what was found to the decision whether the change stays. */
import { Router, type Response } from 'express';
import { MEASURES } from '../../engine/improvement/types.js';
import type { Actor } from '../../models/directory.js';
import type { Improvements } from '../../models/improvements/improvements.js';
import type { ImprovementQueries } from '../../models/queries/improvements.js';
import type { RemedyRow } from '../contract.js';
import type { QualityReports } from '../documents/quality-reports.js';
import type { Printed } from '../forms/index.js';
import { listOf, one, pageOf, PDF } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import { filled, lang, page, pageSize, text, z } from '../http/validate.js';
import { REPORT_READERS } from './reports.js';

const LONGEST_REVIEW_MS = 3 * 366 * 86_400_000;
const id = z.string().min(1).max(200);
const day = z.iso.date();
const relation = z.enum(['evidence', 'audit', 'correctiveAction', 'review']);
const source = z.enum(['drawing', 'log', 'audit', 'complaint', 'lateDossier']);
const kind = z.enum(['nonconformity', 'improvement']);
const version = z.number().int().min(1).max(100_000);
const finding = z.strictObject({ source: z.enum(['drawing', 'log']), check: z.string().min(1).max(10), version, elements: z.array(z.string().max(200)).max(500) });
const listed = { state: z.enum(['open', 'planned', 'changing', 'kept', 'rolledBack', 'closed']).optional(), source: source.optional(), procedure: id.optional(), dossier: id.optional() };
export const improvementTableQuery = z.strictObject(listed);
const list = z.strictObject({ ...listed, page, pageSize });
const opening = z.strictObject({ source, procedureId: id.optional(), title: text(500).optional(), kind: kind.optional(), owner: id.optional(), dueDay: day.optional(), finding: finding.optional(), dossierId: id.optional(), relation: relation.optional(), note: text(2_000).optional() });
const plan = z.strictObject({ cause: filled(4_000), owner: id, dueDay: day, goal: z.enum(MEASURES as [typeof MEASURES[number]]), kind });
const decision = z.strictObject({ decision: z.enum(['keep', 'rollBack', 'close']), reason: filled(2_000) });
/** Days at the desk, both included; two periods of this length are compared. */
const reviewed = z.strictObject({ from: day, to: day, lang }).refine(({ from, to }) => from <= to, { path: ['from'], message: 'must not be after "to"' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= LONGEST_REVIEW_MS, { path: ['to'], message: 'must be within three years' });

const at = '/improvements/:id';
const reads = { method: 'get', who: REPORT_READERS, scope: 'reports:read' } as const;
const act = { method: 'post', who: REPORT_READERS, answers: { 200: one('ImprovementView') } } as const;
const problems = ['unknown-improvement', 'forbidden', 'wrong-state', 'stale', 'bad-request'] as const;
export const IMPROVEMENTS = declare('improvements', {
  list: { ...reads, path: '/improvements', summary: 'Improvement records', query: list, answers: { 200: pageOf('ImprovementRow') } },
  open: { ...act, path: '/improvements', summary: 'Opens a record of something found', body: opening, answers: { 201: one('ImprovementView') }, problems: ['unknown-dossier', 'unknown-procedure', 'bad-request'] },
  view: { ...reads, path: at, summary: 'An improvement record', answers: { 200: one('ImprovementView') }, problems: ['unknown-improvement'] },
  pdf: { ...reads, path: `${at}/document.pdf`, summary: 'An improvement record, to print', answers: { 200: PDF }, problems: ['unknown-improvement'] },
  review: { ...reads, path: '/reports/management-review.pdf', summary: 'What the management review looks at, to print', query: reviewed, exports: true, answers: { 200: PDF } },
  remedies: { ...reads, path: `${at}/remedies`, summary: 'What could be changed to remove the finding', answers: { 200: listOf('RemedyRow') }, problems: ['unknown-improvement', 'not-published'] },
  plan: { ...act, path: `${at}/plan`, summary: 'Says cause, owner, day and the measure that counts', body: plan, problems },
  link: { ...act, path: `${at}/dossiers`, summary: 'Links a dossier to the record', body: z.strictObject({ dossierNo: id, relation }), problems: [...problems, 'unknown-dossier'] },
  draft: { ...act, path: `${at}/draft`, summary: 'Opens a draft of the procedure from it', body: z.strictObject({ remedy: z.number().int().min(0).max(100).optional() }), problems: [...problems, 'stale-draft', 'in-review', 'not-published'] },
  predict: { ...act, path: `${at}/predict`, summary: 'Plays the dossiers of the log by both drawings', body: z.strictObject({}), problems: [...problems, 'no-draft', 'cannot-run', 'unknown-version'] },
  version: { ...act, path: `${at}/version`, summary: 'Names the version that carries the change', body: z.strictObject({ version }), problems },
  measure: { ...act, path: `${at}/measure`, summary: 'Measures what the version has done', body: z.strictObject({}), problems: [...problems, 'unknown-version'] },
  decide: { ...act, path: `${at}/decide`, summary: 'Keeps the change, rolls it back or closes the record without one', body: decision, problems: [...problems, 'four-eyes', 'stale-draft', 'in-review', 'unknown-version'] },
});

export function improvementRoutes(queries: ImprovementQueries, improvements: Improvements, reports: QualityReports): Router {
  const router = Router();
  const tell = async (actor: Actor, record: string, res: Response, status = 200): Promise<void> => { res.status(status).json(await queries.view(actor, record)); };
  route(router, IMPROVEMENTS.list, async ({ actor, query }, res) => { res.json(await queries.list(actor, query)); });
  route(router, IMPROVEMENTS.open, async ({ actor, body }, res) => { await tell(actor, (await improvements.open(actor, body))._id, res, 201); });
  route(router, IMPROVEMENTS.view, async ({ actor, params }, res) => { await tell(actor, params.id, res); });
  const print = ({ name, bytes }: Printed, res: Response): void => { res.type('pdf').setHeader('content-disposition', `inline; filename="${name}.pdf"`).send(bytes); };
  route(router, IMPROVEMENTS.pdf, async ({ actor, params }, res) => { print(await reports.improvement(actor, params.id), res); });
  route(router, IMPROVEMENTS.review, async ({ actor, query }, res) => { print(await reports.review(actor, query, query.lang === 'en' ? 'en' : 'vi'), res); });
  route(router, IMPROVEMENTS.remedies, async ({ actor, params }, res) => {
    res.json((await improvements.remedies(actor, params.id)).map(({ kind: of, edits, savedHours }): RemedyRow => ({ kind: of, changes: edits.length, savedHours })));
  });
  route(router, IMPROVEMENTS.plan, async ({ actor, params, body }, res) => {
    await improvements.plan(actor, params.id, body);
    await tell(actor, params.id, res);
  });
  route(router, IMPROVEMENTS.link, async ({ actor, params, body }, res) => {
    await improvements.link(actor, params.id, body.dossierNo, body.relation);
    await tell(actor, params.id, res);
  });
  route(router, IMPROVEMENTS.draft, async ({ actor, params, body }, res) => {
    await improvements.openDraft(actor, params.id, body.remedy);
    await tell(actor, params.id, res);
  });
  route(router, IMPROVEMENTS.predict, async ({ actor, params }, res) => {
    await improvements.predict(actor, params.id);
    await tell(actor, params.id, res);
  });
  route(router, IMPROVEMENTS.version, async ({ actor, params, body }, res) => {
    await improvements.nameVersion(actor, params.id, body.version);
    await tell(actor, params.id, res);
  });
  route(router, IMPROVEMENTS.measure, async ({ actor, params }, res) => {
    await improvements.measure(actor, params.id);
    await tell(actor, params.id, res);
  });
  route(router, IMPROVEMENTS.decide, async ({ actor, params, body }, res) => {
    await improvements.decide(actor, params.id, body.decision, body.reason);
    await tell(actor, params.id, res);
  });
  return router;
}
