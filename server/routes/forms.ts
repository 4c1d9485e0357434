/** The papers that the law names: forms 01 to 06 of a dossier, and the register of the person's agency (07). */
import { Router, type Response } from 'express';
import { hasRole } from '../../models/rights.js';
import type { FormNo } from '../contract.js';
import type { Forms } from '../forms/index.js';
import { ProblemError } from '../http/problem.js';
import { actorOf } from '../http/session.js';
import { param, queryOf, z } from '../http/validate.js';

const period = z.strictObject({ from: z.iso.date(), to: z.iso.date(), lang: z.string().optional() });
const FILE = /^(0[1-6])(?:-([1-9]\d?))?\.pdf$/;
const DAY_MS = 86_400_000;

/** Under /dossiers: the list of what there is, and each as a file. */
export function formRoutes(forms: Forms): Router {
  const router = Router();
  router.get('/:id/forms', async (req, res) => {
    const entries = await forms.list(actorOf(req), param(req, 'id'));
    if (!entries) throw new ProblemError('unknown-dossier');
    res.json(entries);
  });
  router.get('/:id/forms/:file', async (req, res) => {
    const [, form, n] = FILE.exec(param(req, 'file')) ?? [];
    const printed = form && await forms.print(actorOf(req), param(req, 'id'), form as FormNo, Number(n ?? 1), `${req.protocol}://${req.get('host') ?? ''}`);
    if (!printed) throw new ProblemError('not-found');
    sendPdf(res, printed.name, printed.pdf);
  });
  return router;
}

/** Both days belong to the period, as the desk counts days. */
export function registerRoutes(forms: Forms): Router {
  const router = Router();
  router.get('/07.pdf', async (req, res) => {
    const actor = actorOf(req);
    if (!hasRole(actor, 'oneStop', 'manager', 'leader', 'administrator')) throw new ProblemError('forbidden');
    const { from, to } = queryOf(req, period);
    if (to < from) throw new ProblemError('bad-request', { fields: [{ field: 'from', message: 'must not be after "to"' }] });
    const pdf = await forms.register(actor, { from: deskDay(from), to: new Date(deskDay(to).getTime() + DAY_MS) });
    sendPdf(res, `so-theo-doi-${from}-${to}`, pdf);
  });
  return router;
}

function deskDay(day: string): Date {
  return new Date(`${day}T00:00:00+07:00`);
}

function sendPdf(res: Response, name: string, pdf: Buffer): void {
  res.type('application/pdf').setHeader('content-disposition', `inline; filename="${name}.pdf"`).send(pdf);
}
