/** Monthly reports: which there are, one to print, one made now. */
import { Router } from 'express';
import { PDF, one, pageOf } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import { lang, page, pageSize, z } from '../http/validate.js';
import type { MonthlyReports } from '../monthly-reports.js';
import { REPORT_READERS } from './reports.js';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month, YYYY-MM');

export const MONTHLY = declare('monthly', {
  list: { method: 'get', path: '/reports/monthly', summary: 'Monthly reports of one\'s agency', who: REPORT_READERS, scope: 'reports:read', query: z.strictObject({ page, pageSize }), answers: { 200: pageOf('MonthlyReportRow') } },
  pdf: { method: 'get', path: '/reports/monthly/:month/report.pdf', summary: 'A monthly report, to print', who: REPORT_READERS, scope: 'reports:read', query: z.strictObject({ lang }), exports: true, answers: { 200: PDF }, problems: ['unknown-report'] },
  make: { method: 'post', path: '/reports/monthly', summary: 'Makes the report of a month that has ended', who: ['manager', 'leader', 'administrator'], scope: 'reports:read', body: z.strictObject({ month }), answers: { 201: one('MonthlyReportRow') } },
});

export function monthlyRoutes(reports: MonthlyReports): Router {
  const router = Router();
  route(router, MONTHLY.list, async ({ actor, query }, res) => { res.json(await reports.list(actor, query)); });
  route(router, MONTHLY.pdf, async ({ actor, params, query }, res) => {
    const bytes = await reports.pdf(actor, params.month, query.lang === 'en' ? 'en' : 'vi');
    res.type('pdf').setHeader('content-disposition', `inline; filename="bao-cao-${params.month}.pdf"`).send(bytes);
  });
  route(router, MONTHLY.make, async ({ actor, body }, res) => { res.status(201).json(await reports.make(actor, body.month, actor.id)); });
  return router;
}
