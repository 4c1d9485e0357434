/** Working calendars: looked at by managers, changed by administrators, always with a look at what would move. */
import { Router } from 'express';
import { combineCalendars } from '../../engine/calendar/combine.js';
import type { CalendarFile } from '../../engine/calendar/types.js';
import type { Calendars } from '../../models/calendars/book.js';
import type { CalendarAssignments } from '../../models/calendars/assignments.js';
import type { Directory } from '../../models/directory.js';
import type { QueryContext } from '../../models/queries/context.js';
import type { VersionFacts } from '../../models/calendars/corrections.js';
import type { CalendarAssignmentDoc, CalendarMoveDoc } from '../../models/schemas/calendar.js';
import { agenciesOf } from '../../models/rights.js';
import type { CalendarActions } from '../calendar-actions.js';
import type { CalendarAssignmentRow, CalendarMove, CalendarPreview, CalendarProgress, CalendarRow, CalendarVersionRow, CalendarView, CalendarAssignments as CalendarAssignmentsView } from '../contract.js';
import { ProblemError } from '../http/problem.js';
import { JSON_FILE, listOf, one, XLSX } from '../http/answers.js';
import { etagOf, requireMatch } from '../http/if-match.js';
import { declare, route } from '../http/route.js';
import { calendarId, filled, lang, page, pageSize, z } from '../http/validate.js';
import { calendarTables } from '../tables/calendar.js';
import { workbookOf } from '../tables/workbook.js';
import { sendXlsx } from './tables.js';

const file = z.record(z.string(), z.unknown());
const preview = z.strictObject({ file, page, pageSize });
const correction = z.strictObject({ file, reason: filled(500), base: z.number().int().min(0) });
const creation = z.strictObject({
  id: calendarId, file, base: z.string().max(100).optional(), reason: filled(500),
});
const assignment = z.strictObject({
  agency: z.string().max(100).optional(), department: z.string().max(100).optional(), calendar: z.string().max(100).nullable(), from: z.iso.date(), reason: filled(500),
});
const paging = z.strictObject({ page, pageSize, lang });

const looked = { method: 'get', who: ['administrator', 'manager'], scope: 'calendars:read', problems: ['unknown-calendar'] } as const;
const changed = { method: 'post', who: ['administrator'], problems: ['unknown-calendar', 'bad-calendar', 'calendar-exists', 'stale-calendar', 'bad-data'] } as const;
export const CALENDARS = declare('calendars', {
  list: { ...looked, path: '/calendars', summary: 'Working calendars', answers: { 200: listOf('CalendarRow') } },
  create: { ...changed, path: '/calendars', summary: 'A new calendar', body: creation, answers: { 201: one('CalendarRow') } },
  assignments: { ...looked, path: '/calendars/assignments', summary: 'Who works by which calendar, from when', query: paging, answers: { 200: one('CalendarAssignments') } },
  assign: { ...changed, path: '/calendars/assignments', summary: 'Another calendar for an agency or a department, from a day on', body: assignment, answers: { 201: one('CalendarAssignmentRow') } },
  view: { ...looked, path: '/calendars/:id', summary: 'A calendar with its versions', answers: { 200: one('CalendarView') } },
  file: { ...looked, path: '/calendars/:id/file', summary: 'A calendar as one file, with the days of its base', answers: { 200: JSON_FILE } },
  sheet: { ...looked, path: '/calendars/:id/file.xlsx', summary: 'The same for Excel', exports: true, answers: { 200: XLSX } },
  preview: { ...changed, path: '/calendars/:id/preview', summary: 'Which dates a correction would move', who: ['administrator', 'manager'], body: preview, answers: { 200: one('CalendarPreview') } },
  correct: { ...changed, path: '/calendars/:id/versions', summary: 'Corrects a calendar', body: correction, ifMatch: true, answers: { 201: one('CalendarVersionRow') } },
  progress: { ...looked, path: '/calendars/:id/versions/:version', summary: 'How far a correction is', query: paging, answers: { 200: one('CalendarProgress') }, problems: ['unknown-calendar', 'unknown-version'] },
});

export function calendarRoutes({ calendars, directory, now }: Pick<QueryContext, 'calendars' | 'directory' | 'now'>, actions: CalendarActions, assignments: CalendarAssignments): Router {
  const router = Router();
  const shown = new Shown(calendars, directory);
  route(router, CALENDARS.list, async (_asked, res) => { res.json(await shown.rows()); });
  route(router, CALENDARS.create, async ({ actor, body }, res) => {
    await assignments.create(actor, { ...body, file: body.file });
    res.status(201).json((await shown.rows()).find(({ id }) => id === body.id));
  });
  router.use(assignmentRoutes(directory, shown, assignments));
  route(router, CALENDARS.view, async ({ params: { id } }, res) => {
    const [{ version, own, base }, versions] = [await shown.files(id), await actions.corrections.versions(id)];
    res.setHeader('etag', etagOf(version)).json({ id, version, file: own, ...(base ? { baseFile: base } : {}), versions: versions.map((each) => shown.version(each)) } satisfies CalendarView);
  });
  router.use(fileRoutes(shown, now));
  route(router, CALENDARS.preview, async ({ actor, params, body: asked }, res) => {
    const { items, total, steps } = await actions.corrections.preview(agenciesOf(actor), params.id, asked.file, asked);
    res.json({ items: items.map(moveView), total, steps, page: asked.page, pageSize: asked.pageSize } satisfies CalendarPreview);
  });
  route(router, CALENDARS.correct, async ({ actor, params, body }, res, req) => {
    requireMatch(req, (await shown.files(params.id)).version);
    res.status(201).json(shown.version(await actions.correct(actor, params.id, { ...body, file: body.file as unknown as CalendarFile })));
  });
  route(router, CALENDARS.progress, async ({ actor, params, query: asked }, res) => {
    const [id, version] = [params.id, Number(params.version)];
    const doc = (await actions.corrections.versions(id)).find((each) => each.version === version);
    if (!doc) throw new ProblemError('unknown-version');
    const [moves, progress] = await Promise.all([actions.corrections.moves(agenciesOf(actor), id, version, asked), actions.corrections.progress(id, version)]);
    res.json({ ...shown.version(doc), ...progress, moves: { items: moves.items.map(moveView), total: moves.total, page: asked.page, pageSize: asked.pageSize } } satisfies CalendarProgress);
  });
  return router;
}

/** A calendar as one file, with the days of its base written out: that of format.md, and for Excel. */
function fileRoutes(shown: Shown, now: () => Date): Router {
  const router = Router();
  route(router, CALENDARS.file, async ({ params: { id } }, res) => {
    const { own, base } = await shown.files(id);
    res.setHeader('content-disposition', `attachment; filename="${id}.json"`).json(base ? combineCalendars(base, own) : own);
  });
  route(router, CALENDARS.sheet, async ({ actor, params: { id } }, res) => {
    const { own, base } = await shown.files(id);
    const whole = base ? combineCalendars(base, own) : own;
    sendXlsx(res, `lich-${id}`, await workbookOf(calendarTables(whole), [['Lịch', whole.name ?? id], ['Cơ quan', actor.agencyName], ['Người lập', actor.name]], now()));
  });
  return router;
}

function assignmentRoutes(directory: Directory, shown: Shown, assignments: CalendarAssignments): Router {
  const router = Router();
  route(router, CALENDARS.assignments, async ({ query: asked }, res) => {
    const { items, total } = await assignments.list(asked);
    res.json({
      items: items.map((each) => shown.assignment(each)), total, page: asked.page, pageSize: asked.pageSize,
      agencies: directory.allAgencies().map(({ _id, name }) => ({ id: _id, name })), departments: directory.departments(),
    } satisfies CalendarAssignmentsView);
  });
  route(router, CALENDARS.assign, async ({ actor, body }, res) => { res.status(201).json(shown.assignment(await assignments.assign(actor, body))); });
  return router;
}

/** Calendars as the pages see them. */
class Shown {
  constructor(private readonly calendars: Calendars, private readonly directory: Directory) {}

  async rows(): Promise<CalendarRow[]> {
    const { calendars, directory } = this;
    await calendars.upToDate();
    return calendars.all().map(({ _id, version, base }) => {
      const { agencies, departments } = calendars.usersOf(_id);
      return {
        id: _id, name: this.nameOf(_id), version, ...(base ? { base } : {}),
        agencies: agencies.map((id) => directory.agencyName(id)), departments: departments.map((id) => directory.departmentName(id)),
      };
    });
  }
  assignment({ _id, target, calendarId, from, by, at, reason }: CalendarAssignmentDoc): CalendarAssignmentRow {
    const { directory } = this;
    const [kind, who] = [target.slice(0, target.indexOf(':')), target.slice(target.indexOf(':') + 1)];
    return {
      n: _id, who: kind === 'agency' ? directory.agencyName(who) : directory.departmentName(who), ...(calendarId === undefined ? {} : { calendar: this.nameOf(calendarId) }),
      from: from.toISOString(), at: at.toISOString(), byName: directory.staffName(by), reason,
    };
  }
  private nameOf(id: string): string {
    return this.calendars.get(id)?.known.calendar.data.name ?? id;
  }
  async files(id: string): Promise<{ version: number; own: CalendarFile; base?: CalendarFile }> {
    await this.calendars.upToDate();
    const found = this.calendars.get(id);
    if (!found) throw new ProblemError('unknown-calendar');
    const { version, base } = found.doc;
    const own = await this.calendars.file(id, version);
    return base === undefined ? { version, own } : { version, own, base: await this.calendars.file(base, this.calendars.get(base)!.doc.version) };
  }
  version({ version, savedAt, savedBy, reason, appliedAt, moved }: VersionFacts): CalendarVersionRow {
    return {
      version, savedAt: savedAt.toISOString(), savedByName: this.directory.staffName(savedBy), reason,
      ...(appliedAt ? { appliedAt: appliedAt.toISOString() } : {}), ...(moved === undefined ? {} : { moved }),
    };
  }
}

function moveView({ dossierId, dossierNo, procedureName, from, to }: CalendarMoveDoc): CalendarMove {
  return { dossierId, dossierNo, procedureName, ...(from ? { from: from.toISOString() } : {}), ...(to ? { to: to.toISOString() } : {}) };
}
