/** Due dates for the asking: what the calendar makes of a limit, with its ledger. */
import { Router } from 'express';
import { ledger } from '../../engine/calendar/ledger.js';
import { CalendarError } from '../../engine/calendar/types.js';
import { explain } from '../../engine/calendar/why.js';
import type { WorkCalendar } from '../../engine/calendar/compile.js';
import type { DueView } from '../contract.js';
import { ProblemError } from '../http/problem.js';
import { actorOf } from '../http/session.js';
import { instant, queryOf, z } from '../http/validate.js';

const asked = z.strictObject({
  value: z.coerce.number().min(0).max(10_000), unit: z.enum(['workingHours', 'workingDays', 'days']), from: instant,
  counting: z.enum(['hourExact', 'dayCount', 'sameDay']).optional(), cutOff: z.string().regex(/^\d\d:\d\d$/).optional(), lang: z.string().optional(),
});

export function dueRoutes(calendar: WorkCalendar): Router {
  const router = Router();
  router.get('/', (req, res) => {
    actorOf(req);
    const { value, unit, from, counting, cutOff } = queryOf(req, asked);
    try {
      const { due, ledger: spans } = ledger(calendar, from.getTime(), { value, unit }, { ...(counting ? { counting } : {}), ...(cutOff ? { cutOff } : {}) });
      res.json({
        dueAt: new Date(due).toISOString(), limit: `${value} ${unit}`, rule: counting ?? '', pausedMinutes: 0,
        ledger: spans.map((span) => ({
          from: new Date(span.from).toISOString(), to: new Date(span.to).toISOString(), countedMinutes: span.counted ? Math.round((span.to - span.from) / 60_000) : 0,
          why: { code: span.reason, vi: explain(span.reason, span.name, 'vi'), en: explain(span.reason, span.name, 'en') },
        })),
      } satisfies DueView);
    } catch (error) {
      if (error instanceof CalendarError) throw new ProblemError('bad-request', { detail: error.message });
      throw error;
    }
  });
  return router;
}
