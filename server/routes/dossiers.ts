/** Dossiers: lists, one dossier, reception, incidents. */
import { Router } from 'express';
import type { SimilarApplicants } from '../../models/queries/similar.js';
import type { ReceptionDrafts } from '../../models/writes/reception-drafts.js';
import type { DossierQueries } from '../../models/queries/dossiers.js';
import type { Data } from '../../engine/graph/types.js';
import { languageOf } from '../http/language.js';
import { ProblemError } from '../http/problem.js';
import { itemsOf, one, pageOf } from '../http/answers.js';
import { OF_DOSSIERS } from '../http/groups.js';
import { declare, route } from '../http/route.js';
import { birthDate, commandId, emailAddress, filled, formData, instant, lang, page, pageSize, text, z } from '../http/validate.js';
import { WHY_NOT } from '../i18n.js';
import type { WorkActions } from '../work-actions.js';

const STATES = [
  'draft', 'submitted', 'received', 'notReceived', 'inProgress', 'awaitingSupplement', 'financialDuty', 'withdrawn', 'stopped', 'resolved', 'delivered', 'refused', 'unresolved',
] as const;
export const dossierList = z.strictObject({
  state: z.enum(STATES).optional(), procedure: z.string().max(100).optional(), q: z.string().max(200).optional(), page, pageSize, lang,
});
const preview = z.strictObject({ procedureId: z.string().min(1).max(100), receivedAt: instant.optional(), data: formData.optional() });
const applicant = z.strictObject({
  kind: z.enum(['person', 'organisation']), name: filled(300), idNumber: text(50).optional(), phone: text(50).optional(),
  email: emailAddress.optional(), address: text(500).optional(), representative: text(300).optional(), authority: text(300).optional(), birthDate: birthDate.optional(),
}).refine(({ kind, birthDate: born }) => kind === 'person' || born === undefined, { path: ['birthDate'], message: 'is of a person' });
const who = z.strictObject({ name: text(300).optional(), idNumber: text(50).optional(), phone: text(50).optional(), birthDate: birthDate.optional() });
const receive = z.strictObject({
  commandId, procedureId: z.string().min(1).max(100), channel: z.enum(['desk', 'online', 'post']), applicant,
  parts: z.array(z.strictObject({ type: z.string().min(1).max(100), copies: z.number().int().min(0).max(999), received: z.boolean(), form: z.enum(['original', 'certified', 'copy', 'electronic']).optional() })).max(100).default([]),
  fromDraft: z.boolean().optional(), feePaid: z.strictObject({ amount: z.number().int().min(0).max(1_000_000_000_000), receiptNo: text(100).optional() }).optional(),
  data: formData.optional(), note: text(4_000).optional(), helpAgencyId: text(100).optional(), receptionDepartmentId: text(100).optional(), competentAgencyId: text(100).optional(),
});
const resolve = z.strictObject({ commandId, action: z.enum(['retry', 'skip']), reason: filled(2_000) });

interface Desk { drafts: ReceptionDrafts; similar: SimilarApplicants }

export const DOSSIERS = declare('dossiers', {
  list: { method: 'get', path: '/dossiers', summary: 'Dossiers that one may see', who: 'signedIn', scope: 'dossiers:read', query: dossierList, answers: { 200: pageOf('DossierRow') } },
  receive: {
    method: 'post', path: '/dossiers', summary: 'Receives a dossier; `data` is checked by the schema of the form that the preview answers', who: 'signedIn', scope: 'dossiers:write', body: receive,
    answers: { 201: one('DossierRow') }, problems: [...OF_DOSSIERS, 'unknown-procedure', 'not-published', 'bad-data', 'already-started'],
  },
  similar: { method: 'post', path: '/dossiers/similar', summary: 'Earlier dossiers of what may be the same applicant', who: 'signedIn', scope: 'dossiers:write', body: who, answers: { 200: itemsOf('SimilarApplicant') } },
  preview: { method: 'post', path: '/dossiers/preview', summary: 'What a reception would ask, and until when it would last', who: 'signedIn', scope: 'dossiers:write', body: preview, answers: { 200: one('ReceivePreview') }, problems: ['unknown-procedure', 'not-published'] },
  open: { method: 'get', path: '/dossiers/:id', summary: 'A dossier with its steps, their forms and its history', who: 'signedIn', scope: 'dossiers:read', personal: true, answers: { 200: one('DossierView') }, problems: ['unknown-dossier'] },
  incident: {
    method: 'post', path: '/dossiers/:id/incidents/:incident', summary: 'Tries again what could not go on, or skips it', who: ['administrator'], scope: 'dossiers:write', body: resolve, answers: { 200: one('WorkAnswer') },
    problems: [...OF_DOSSIERS, 'unknown-incident'],
  },
});

export function dossierRoutes(dossiers: DossierQueries, actions: WorkActions, desk: Desk, now: () => Date): Router {
  const router = Router();
  route(router, DOSSIERS.list, async ({ actor, query }, res) => { res.json(await dossiers.list(actor, query)); });
  route(router, DOSSIERS.receive, async ({ actor, body }, res) => {
    const row = await actions.receive(actor, body);
    if (body.fromDraft) await desk.drafts.remove(actor, body.commandId);
    res.status(201).json(row);
  });
  route(router, DOSSIERS.similar, async ({ actor, body }, res) => { res.json({ items: await desk.similar.find(actor, body) }); });
  route(router, DOSSIERS.preview, async ({ actor, body: { procedureId, receivedAt, data } }, res) => {
    res.json(await actions.preview(actor, procedureId, receivedAt ?? now(), data as Data | undefined));
  });
  route(router, DOSSIERS.open, async ({ actor, params }, res, req) => {
    const view = await dossiers.view(actor, params.id);
    if (!view) throw new ProblemError('unknown-dossier');
    const language = languageOf(req);
    res.json({ ...view, work: view.work.map((item) => ({ ...item, ...(item.whyNot ? { whyNot: WHY_NOT[item.whyNot]?.[language] ?? item.whyNot } : {}) })) });
  });
  route(router, DOSSIERS.incident, async ({ actor, params, body: { action, reason, commandId: id } }, res) => {
    res.json(await actions.resolveIncident(actor, params.id, params.incident, action, reason, id));
  });
  return router;
}
