/** Blank forms of a procedure, under /procedures: list, put with the file as the body, take away. */
import { pipeline } from 'node:stream/promises';
import { Router, type Response } from 'express';
import type { ProcedureQueries } from '../../models/queries/procedures.js';
import type { BlankFormDoc } from '../../models/schemas/blank-form.js';
import { MOST_BYTES_OF_FORM, type BlankForms } from '../../models/writes/blank-forms.js';
import type { BlankFormRow, BlankFormsView } from '../contract.js';
import { ProblemError } from '../http/problem.js';
import { NOTHING, one } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import { filled, z } from '../http/validate.js';

const names = z.strictObject({ name: filled(300), file: filled(200) });

export const BLANK_FORMS = declare('blankForms', {
  list: { method: 'get', path: '/procedures/:id/forms', summary: 'Blank forms of a procedure', who: 'signedIn', scope: 'procedures:read', answers: { 200: one('BlankFormsView') }, problems: ['unknown-procedure', 'not-published'] },
  put: {
    method: 'put', path: '/procedures/:id/forms', summary: 'Puts a blank form in, or in the place of the one of that name', who: ['designer', 'administrator'], scope: 'procedures:write', query: names,
    body: { media: ['application/octet-stream'], largest: MOST_BYTES_OF_FORM }, answers: { 201: one('BlankFormRow') }, problems: ['unknown-procedure', 'file-refused', 'file-too-large'],
  },
  remove: { method: 'delete', path: '/procedures/:id/forms/:form', summary: 'Takes a blank form away', who: ['designer', 'administrator'], scope: 'procedures:write', answers: { 204: NOTHING }, problems: ['unknown-procedure', 'unknown-file'] },
});

export function blankFormRoutes(forms: BlankForms, procedures: ProcedureQueries): Router {
  const router = Router();
  route(router, BLANK_FORMS.list, async ({ params: { id } }, res) => {
    const [items, names] = await Promise.all([forms.list(id), procedures.formNames(id)]);
    res.json({ items: items.map(rowOf), names } satisfies BlankFormsView);
  });
  route(router, BLANK_FORMS.put, async ({ actor, params, query: { name, file }, body: bytes }, res) => {
    res.status(201).json(rowOf(await forms.put(actor, params.id, { name, fileName: file, bytes })));
  });
  route(router, BLANK_FORMS.remove, async ({ actor, params }, res) => {
    await forms.remove(actor, params.id, params.form);
    res.status(204).end();
  });
  return router;
}

const rowOf = ({ _id, name, fileName, size, at }: BlankFormDoc): BlankFormRow => ({ id: _id, name, fileName, size, at: at.toISOString() });

/** The same file for everybody, without signing in. */
export async function sendBlankForm(forms: BlankForms, procedureId: string, id: string, res: Response): Promise<void> {
  const found = await forms.open(procedureId, id);
  if (!found) throw new ProblemError('unknown-file');
  res.type(found.doc.mediaType).setHeader('content-length', found.doc.size).setHeader('x-content-type-options', 'nosniff').setHeader('content-security-policy', "default-src 'none'; sandbox")
    .setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.doc.fileName)}`);
  await pipeline(found.bytes, res);
}
