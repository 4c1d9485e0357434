/** Dossiers: lists, one dossier, reception, incidents. */
import { Router } from 'express';
import type { DossierQueries } from '../../models/queries/dossiers.js';
import type { Data } from '../../engine/graph/types.js';
import { languageOf } from '../http/language.js';
import { ProblemError } from '../http/problem.js';
import { actorOf } from '../http/session.js';
import { bodyOf, commandId, filled, formData, instant, page, pageSize, param, queryOf, text, z } from '../http/validate.js';
import { WHY_NOT } from '../i18n.js';
import type { WorkActions } from '../work-actions.js';

const STATES = [
  'draft', 'submitted', 'received', 'notReceived', 'inProgress', 'awaitingSupplement', 'financialDuty', 'withdrawn', 'stopped', 'resolved', 'delivered', 'refused', 'unresolved',
] as const;
const list = z.strictObject({
  state: z.enum(STATES).optional(), procedure: z.string().max(100).optional(), q: z.string().max(200).optional(), page, pageSize, lang: z.string().optional(),
});
const preview = z.strictObject({ procedureId: z.string().min(1).max(100), receivedAt: instant.optional(), data: formData.optional() });
const applicant = z.strictObject({
  kind: z.enum(['person', 'organisation']), name: filled(300), idNumber: text(50).optional(), phone: text(50).optional(),
  email: text(200).optional(), address: text(500).optional(),
});
const receive = z.strictObject({
  commandId, procedureId: z.string().min(1).max(100), channel: z.enum(['desk', 'online', 'post']), applicant,
  parts: z.array(z.strictObject({ type: z.string().min(1).max(100), copies: z.number().int().min(0).max(999), received: z.boolean() })).max(100).default([]),
  data: formData.optional(), note: text(4_000).optional(), helpAgencyId: text(100).optional(), competentAgencyId: text(100).optional(),
});
const resolve = z.strictObject({ commandId, action: z.enum(['retry', 'skip']), reason: filled(2_000) });

export function dossierRoutes(dossiers: DossierQueries, actions: WorkActions, now: () => Date): Router {
  const router = Router();
  router.get('/', async (req, res) => { res.json(await dossiers.list(actorOf(req), queryOf(req, list))); });
  router.post('/', async (req, res) => { res.status(201).json(await actions.receive(actorOf(req), bodyOf(req, receive))); });
  router.post('/preview', async (req, res) => {
    const actor = actorOf(req);
    const { procedureId, receivedAt, data } = bodyOf(req, preview);
    res.json(await actions.preview(actor, procedureId, receivedAt ?? now(), data as Data | undefined));
  });
  router.get('/:id', async (req, res) => {
    const view = await dossiers.view(actorOf(req), param(req, 'id'));
    if (!view) throw new ProblemError('unknown-dossier');
    const language = languageOf(req);
    res.json({ ...view, work: view.work.map((item) => ({ ...item, ...(item.whyNot ? { whyNot: WHY_NOT[item.whyNot]?.[language] ?? item.whyNot } : {}) })) });
  });
  router.post('/:id/incidents/:incident', async (req, res) => {
    const { action, reason, commandId: id } = bodyOf(req, resolve);
    res.json(await actions.resolveIncident(actorOf(req), param(req, 'id'), param(req, 'incident'), action, reason, id));
  });
  return router;
}
