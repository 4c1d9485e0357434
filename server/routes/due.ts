/** Due dates for the asking: what the calendar of an agency makes of a limit, with its ledger. */
import { Router } from 'express';
import { CalendarError } from '../../engine/calendar/types.js';
import type { Calendars } from '../../models/calendars/book.js';
import { dueViewOf } from '../../models/due-view.js';
import { ProblemError } from '../http/problem.js';
import { one } from '../http/answers.js';
import { declare, route } from '../http/route.js';
import { instant, lang, z } from '../http/validate.js';

const asked = z.strictObject({
  value: z.coerce.number().min(0).max(10_000), unit: z.enum(['workingHours', 'workingDays', 'days']), from: instant,
  counting: z.enum(['hourExact', 'dayCount', 'sameDay']).optional(), cutOff: z.string().regex(/^\d\d:\d\d$/).optional(),
  /** A department, or a calendar; by default the calendar of the person's agency. */
  department: z.string().max(100).optional(), calendar: z.string().max(100).optional(), lang,
});

export const DUE = declare('due', {
  count: { method: 'get', path: '/due', summary: 'A due date with the ledger of how it came about', who: 'signedIn', scope: 'calendars:read', query: asked, answers: { 200: one('DueView') }, problems: ['unknown-calendar'] },
});

export function dueRoutes(calendars: Calendars): Router {
  const router = Router();
  route(router, DUE.count, async ({ actor: { agencyId }, query }, res) => {
    const { value, unit, from, counting, cutOff, department, calendar: named } = query;
    await calendars.upToDate();
    if (named !== undefined && !calendars.get(named)) throw new ProblemError('unknown-calendar');
    const { calendar } = calendars.of({ named, departmentId: department, agencyId });
    try {
      res.json(dueViewOf(calendar, from.getTime(), { value, unit, options: { ...(counting ? { counting } : {}), ...(cutOff ? { cutOff } : {}) } }));
    } catch (error) {
      if (error instanceof CalendarError) throw new ProblemError('bad-request', { detail: error.message });
      throw error;
    }
  });
  return router;
}
