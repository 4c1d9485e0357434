/** The manager's figures. */
import { Router } from 'express';
import { ProblemError } from '../http/problem.js';
import type { Period, ReportQueries } from '../../models/queries/reports.js';
import { hasRole } from '../../models/rights.js';
import type { Actor } from '../../models/directory.js';
import { actorOf } from '../http/session.js';
import { instant, queryOf, z } from '../http/validate.js';

const range = { from: instant.optional(), to: instant.optional(), lang: z.string().optional() };
const overview = z.strictObject(range);
const heat = z.strictObject({ ...range, procedure: z.string().min(1).max(100), version: z.coerce.number().int().min(1).optional() });
const SIXTY_DAYS_MS = 60 * 86_400_000;

export function reportRoutes(reports: ReportQueries, now: () => Date): Router {
  const router = Router();
  const period = ({ from, to }: { from?: Date | undefined; to?: Date | undefined }): Period => {
    const end = to ?? now();
    const begin = from ?? new Date(end.getTime() - SIXTY_DAYS_MS);
    if (begin > end) throw new ProblemError('bad-request', { fields: [{ field: 'from', message: 'must not be after "to"' }] });
    return { from: begin, to: end };
  };
  router.get('/overview', async (req, res) => { res.json(await reports.overview(reader(actorOf(req)), period(queryOf(req, overview)))); });
  router.get('/heat', async (req, res) => {
    const query = queryOf(req, heat);
    res.json(await reports.heat(reader(actorOf(req)), query.procedure, query.version, period(query)));
  });
  return router;
}

function reader(actor: Actor): Actor {
  if (!hasRole(actor, 'manager', 'leader', 'head', 'qmsOfficer', 'administrator', 'designer')) throw new ProblemError('forbidden');
  return actor;
}
