/** What dossiers of internal audit, corrective action and management review speak of, from either side. */
import { Router } from 'express';
import type { QualityLinks } from '../../models/improvements/quality-links.js';
import { listOf, one } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import { z } from '../http/validate.js';
import { REPORT_READERS } from './reports.js';

const ref = z.string().min(1).max(200);
const day = z.iso.date();
const asked = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('procedure'), ref }), z.strictObject({ kind: z.literal('document'), ref }), z.strictObject({ kind: z.literal('reviewPack'), from: day, to: day })])
  .refine((link) => link.kind !== 'reviewPack' || link.from <= link.to, { path: ['to'], message: 'must not be before "from"' });
const about = z.strictObject({ kind: z.enum(['procedure', 'document', 'reviewPack']), ref: ref.optional() });

export const QUALITY_LINKS = declare('qualityLinks', {
  of: { method: 'get', path: '/dossiers/:id/quality', summary: 'What a dossier of the quality system speaks of', who: REPORT_READERS, scope: 'reports:read', answers: { 200: one('DossierQualityView') }, problems: ['unknown-dossier'] },
  add: { method: 'post', path: '/dossiers/:id/quality', summary: 'Links it with a procedure, a document or a review pack', who: REPORT_READERS, body: asked, answers: { 200: one('DossierQualityView') }, problems: ['unknown-dossier', 'unknown-procedure', 'unknown-document', 'bad-request'] },
  about: { method: 'get', path: '/quality-links', summary: 'Audits, corrective actions and reviews that speak of a procedure, a document or a period', who: REPORT_READERS, scope: 'reports:read', query: about, answers: { 200: listOf('QualityLinkRow') } },
});

export function qualityLinkRoutes(links: QualityLinks): Router {
  const router = Router();
  route(router, QUALITY_LINKS.of, async ({ actor, params }, res) => { res.json(await links.of(actor, params.id)); });
  route(router, QUALITY_LINKS.add, async ({ actor, params, body }, res) => {
    await links.add(actor, params.id, body);
    res.json(await links.of(actor, params.id));
  });
  route(router, QUALITY_LINKS.about, async ({ actor, query: { kind, ref: of } }, res) => { res.json(await links.about(actor, kind, of)); });
  return router;
}
