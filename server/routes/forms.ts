/** The papers that the law names: forms 01 to 06 of a dossier, and the register of the person's agency (07). */
import { Router, type Response } from 'express';
import type { RegisterPeriod } from '../../models/queries/forms.js';
import type { RegisterQueries } from '../../models/queries/registers.js';
import { deskMidnight } from '../../models/desk.js';
import type { FormNo } from '../contract.js';
import type { Forms } from '../forms/index.js';
import { ProblemError } from '../http/problem.js';
import { itemsOf, listOf, media, PDF, XLSX } from '../http/answers.js';
import { originOf } from '../http/origin.js';
import { declare, route } from '../http/route.js';
import { lang, z } from '../http/validate.js';
import { sendXlsx } from './tables.js';

const period = z.strictObject({ from: z.iso.date(), to: z.iso.date(), lang });
const FILE = /^(0[1-6])(?:-([1-9]\d?))?\.(pdf|docx)$/;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const DAY_MS = 86_400_000;

const REGISTRARS = ['oneStop', 'manager', 'leader', 'administrator'] as const;
export const FORMS = declare('forms', {
  list: { method: 'get', path: '/dossiers/:id/forms', summary: 'The papers that there are of a dossier', who: 'signedIn', scope: 'dossiers:read', answers: { 200: listOf('FormEntry') }, problems: ['unknown-dossier'] },
  open: { method: 'get', path: '/dossiers/:id/forms/:file', summary: 'One of them, as 01.pdf or, of several, 02-1.docx', who: 'signedIn', scope: 'dossiers:read', personal: true, answers: { 200: media('application/pdf', DOCX) }, problems: ['unknown-dossier'] },
});
export const REGISTER = declare('register', {
  series: { method: 'get', path: '/register', summary: 'Series of dossier numbers', who: REGISTRARS, scope: 'dossiers:read', answers: { 200: itemsOf('RegisterSeries') } },
  print: { method: 'get', path: '/register/07.pdf', summary: 'The register of a period, for print', who: REGISTRARS, scope: 'dossiers:read', personal: true, exports: true, query: period, answers: { 200: PDF } },
  sheet: { method: 'get', path: '/register/07.xlsx', summary: 'The register of a period, for Excel', who: REGISTRARS, scope: 'dossiers:read', personal: true, exports: true, query: period, answers: { 200: XLSX } },
});

export function formRoutes(forms: Forms): Router {
  const router = Router();
  route(router, FORMS.list, async ({ actor, params }, res) => {
    const entries = await forms.list(actor, params.id);
    if (!entries) throw new ProblemError('unknown-dossier');
    res.json(entries);
  });
  route(router, FORMS.open, async ({ actor, params }, res, req) => {
    const [, form, n, kind] = FILE.exec(params.file) ?? [];
    const asked = [actor, params.id, form as FormNo, Number(n ?? 1), originOf(req)] as const;
    const made = form && (kind === 'docx' ? await forms.edit(...asked) : await forms.print(...asked));
    if (!made) throw new ProblemError('not-found');
    if (kind === 'docx') res.type(DOCX).setHeader('content-disposition', `attachment; filename="${made.name}.docx"`).send(made.bytes);
    else sendPdf(res, made.name, made.bytes);
  });
  return router;
}

/** Both days belong to the period, as the desk counts days. */
export function registerRoutes(forms: Forms, registers: RegisterQueries): Router {
  const router = Router();
  route(router, REGISTER.series, async ({ actor }, res) => { res.json({ items: await registers.list(actor) }); });
  route(router, REGISTER.print, async ({ actor, query }, res) => {
    const { name, days } = daysOf(query);
    sendPdf(res, name, await forms.register(actor, days));
  });
  route(router, REGISTER.sheet, async ({ actor, query }, res) => {
    const { name, days } = daysOf(query);
    sendXlsx(res, name, await forms.registerSheet(actor, days));
  });
  return router;
}

function daysOf({ from, to }: z.output<typeof period>): { name: string; days: RegisterPeriod } {
  if (to < from) throw new ProblemError('bad-request', { fields: [{ field: 'from', message: 'must not be after "to"' }] });
  return { name: `so-theo-doi-${from}-${to}`, days: { from: deskMidnight(from), to: new Date(deskMidnight(to).getTime() + DAY_MS) } };
}

function sendPdf(res: Response, name: string, pdf: Buffer): void {
  res.type('application/pdf').setHeader('content-disposition', `inline; filename="${name}.pdf"`).send(pdf);
}
