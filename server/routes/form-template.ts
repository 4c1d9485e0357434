/** What the letters of one's own agency bear: head, place, signatory, crest. */
import { Router } from 'express';
import { MOST_BYTES_OF_CREST, type FormTemplates } from '../../models/form-templates.js';
import type { FormTemplateView } from '../contract.js';
import type { Forms } from '../forms/index.js';
import { isPng } from '../forms/measures.js';
import { SAMPLED } from '../forms/samples.js';
import { ProblemError } from '../http/problem.js';
import { NOTHING, one, PDF } from '../http/answers.js';
import { requireMatch, sendTagged } from '../http/if-match.js';
import { declare, route } from '../http/route.js';
import { filled, z } from '../http/validate.js';

const words = z.strictObject({
  superior: filled(200).optional(), name: filled(200).optional(), place: filled(100).optional(), onBehalf: filled(100).optional(), signatory: z.strictObject({ as: filled(100), name: filled(100).optional() }).optional(),
});

export const FORM_TEMPLATE = declare('formTemplate', {
  read: { method: 'get', path: '/form-template', summary: 'What the letters of one\'s agency bear', who: 'signedIn', answers: { 200: one('FormTemplateView') } },
  preview: { method: 'get', path: '/form-template/preview/:file', summary: 'A letter of made-up contents', who: 'signedIn', answers: { 200: PDF } },
  change: { method: 'put', path: '/form-template', summary: 'Changes what the letters bear', who: ['administrator'], body: words, ifMatch: true, answers: { 200: one('FormTemplateView') } },
  putCrest: { method: 'put', path: '/form-template/crest', summary: 'The crest of the letters', who: ['administrator'], body: { media: ['image/png'], largest: MOST_BYTES_OF_CREST }, answers: { 204: NOTHING }, problems: ['file-refused'] },
  removeCrest: { method: 'delete', path: '/form-template/crest', summary: 'Takes the crest away', who: ['administrator'], answers: { 204: NOTHING } },
});

export function formTemplateRoutes(templates: FormTemplates, forms: Forms): Router {
  const router = Router();
  const view = async (agencyId: string): Promise<FormTemplateView> => {
    const { crest, ...rest } = await templates.of(agencyId);
    return { ...rest, hasCrest: crest !== undefined };
  };
  route(router, FORM_TEMPLATE.read, async ({ actor }, res) => { sendTagged(res, await view(actor.agencyId)); });
  route(router, FORM_TEMPLATE.preview, async ({ actor, params }, res) => {
    const form = SAMPLED.find((each) => `${each}.pdf` === params.file);
    if (!form) throw new ProblemError('not-found');
    res.type('application/pdf').setHeader('content-disposition', `inline; filename="mau-${form}.pdf"`).send(await forms.sample(actor, form));
  });
  route(router, FORM_TEMPLATE.change, async ({ actor, body }, res, req) => {
    requireMatch(req, await view(actor.agencyId));
    await templates.put(actor, body);
    sendTagged(res, await view(actor.agencyId));
  });
  route(router, FORM_TEMPLATE.putCrest, async ({ actor, body: bytes }, res) => {
    if (!isPng(bytes)) throw new ProblemError('file-refused', { detail: 'must be a PNG' });
    await templates.putCrest(actor, bytes);
    res.status(204).end();
  });
  route(router, FORM_TEMPLATE.removeCrest, async ({ actor }, res) => {
    await templates.putCrest(actor, undefined);
    res.status(204).end();
  });
  return router;
}
