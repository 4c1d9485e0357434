/** Personal data, for administrators: what is kept about one person, and what is erased by which rule. */
import { Router, type Response } from 'express';
import type { Retention } from '../../models/erasure/retention.js';
import type { PersonQueries } from '../../models/queries/person.js';
import { media, one } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import { birthDate, filled, text, z } from '../http/validate.js';
import { sendZip } from '../zip.js';

const asked = z.strictObject({ idNumber: text(50).optional(), name: text(300).optional(), birthDate: birthDate.optional(), reason: filled(1_000) });

export const PERSONAL = declare('personal', {
  retention: { method: 'get', path: '/personal/retention', summary: 'By which rules personal data are erased, which dossiers are due, and what has been erased', who: ['administrator'], answers: { 200: one('RetentionView') } },
  export: { method: 'post', path: '/personal/export', summary: 'Everything that is kept about one person, by identity number or by name and date of birth; noted in the trail with the reason', who: ['administrator'], body: asked, exports: true, answers: { 200: one('PersonExport') } },
  exportZip: { method: 'post', path: '/personal/export.zip', summary: 'The same with the files', who: ['administrator'], body: asked, exports: true, answers: { 200: media('application/zip') } },
});

export function personalRoutes(people: PersonQueries, retention: Retention): Router {
  const router = Router();
  route(router, PERSONAL.retention, async ({ actor }, res) => {
    const [{ due, first }, done] = await Promise.all([retention.count(actor), retention.done(actor)]);
    res.json({
      rules: retention.rules(), due, first: first.map(({ dossier, rule }) => ({ dossierId: dossier._id, dossierNo: dossier.dossierNo, procedureName: dossier.facts.procedureName, closedAt: dossier.endedAt!.toISOString(), rule })),
      done: done.map(({ _id, dossierNo, closedAt, at, by, rule, kinds }) => ({ dossierId: _id, dossierNo, closedAt: closedAt.toISOString(), at: at.toISOString(), ...(by ? { by } : {}), rule, kinds })),
    });
  });
  route(router, PERSONAL.export, async ({ actor, body }, res) => { res.json((await people.all(actor, body, requestOf(res))).content); });
  route(router, PERSONAL.exportZip, async ({ actor, body }, res) => {
    const { content, files } = await people.all(actor, body, requestOf(res));
    res.type('application/zip').setHeader('content-disposition', 'attachment; filename="du-lieu-ca-nhan.zip"');
    const entries = files.map(({ dossierNo, doc }, at) => ({ name: `${dossierNo}/${at + 1}-${doc.name}`, open: () => people.files.read(doc._id) }));
    await sendZip(res, [{ name: 'du-lieu.json', text: JSON.stringify(content, null, 2) }, ...entries]);
  });
  return router;
}

const requestOf = (res: Response): string => String(res.getHeader('x-request-id') ?? '');
