/** Working calendars: looked at by managers, changed by administrators, always with a look at what would move. */
import { Router } from 'express';
import { combineCalendars } from '../../engine/calendar/combine.js';
import type { CalendarFile } from '../../engine/calendar/types.js';
import type { Calendars } from '../../models/calendars/book.js';
import type { Directory } from '../../models/directory.js';
import { hasRole } from '../../models/rights.js';
import type { VersionFacts } from '../../models/calendars/corrections.js';
import type { CalendarMoveDoc } from '../../models/schemas/calendar.js';
import type { CalendarActions } from '../calendar-actions.js';
import type { CalendarMove, CalendarPreview, CalendarProgress, CalendarRow, CalendarVersionRow, CalendarView } from '../contract.js';
import { ProblemError } from '../http/problem.js';
import { actorOf } from '../http/session.js';
import { bodyOf, filled, page, pageSize, param, queryOf, z } from '../http/validate.js';
import { mayLook } from './settings.js';

const file = z.record(z.string(), z.unknown());
const preview = z.strictObject({ file, page, pageSize });
const correction = z.strictObject({ file, reason: filled(500), base: z.number().int().min(0) });
const paging = z.strictObject({ page, pageSize, lang: z.string().optional() });

export function calendarRoutes(calendars: Calendars, directory: Directory, actions: CalendarActions): Router {
  const router = Router();
  const shown = new Shown(calendars, directory);
  router.get('/', async (req, res) => {
    mayLook(actorOf(req));
    res.json(await shown.rows());
  });
  router.get('/:id', async (req, res) => {
    mayLook(actorOf(req));
    const id = param(req, 'id');
    const [{ version, own, base }, versions] = [await shown.files(id), await actions.corrections.versions(id)];
    res.json({ id, version, file: own, ...(base ? { baseFile: base } : {}), versions: versions.map((each) => shown.version(each)) } satisfies CalendarView);
  });
  /** The calendar file of format.md, with the days of its base written out. */
  router.get('/:id/file', async (req, res) => {
    mayLook(actorOf(req));
    const id = param(req, 'id');
    const { own, base } = await shown.files(id);
    res.setHeader('content-disposition', `attachment; filename="${id}.json"`).json(base ? combineCalendars(base, own) : own);
  });
  router.post('/:id/preview', async (req, res) => {
    mayLook(actorOf(req));
    const asked = bodyOf(req, preview);
    const { items, total, steps } = await actions.corrections.preview(param(req, 'id'), asked.file, asked);
    res.json({ items: items.map(moveView), total, steps, page: asked.page, pageSize: asked.pageSize } satisfies CalendarPreview);
  });
  router.post('/:id/versions', async (req, res) => {
    const actor = actorOf(req);
    if (!hasRole(actor, 'administrator')) throw new ProblemError('forbidden', { detail: 'only an administrator corrects a calendar' });
    const asked = bodyOf(req, correction);
    res.status(201).json(shown.version(await actions.correct(actor, param(req, 'id'), { ...asked, file: asked.file as unknown as CalendarFile })));
  });
  router.get('/:id/versions/:version', async (req, res) => {
    mayLook(actorOf(req));
    const [id, version, asked] = [param(req, 'id'), Number(param(req, 'version')), queryOf(req, paging)];
    const doc = (await actions.corrections.versions(id)).find((each) => each.version === version);
    if (!doc) throw new ProblemError('unknown-version');
    const [moves, progress] = await Promise.all([actions.corrections.moves(id, version, asked), actions.corrections.progress(id, version)]);
    res.json({ ...shown.version(doc), ...progress, moves: { items: moves.items.map(moveView), total: moves.total, page: asked.page, pageSize: asked.pageSize } } satisfies CalendarProgress);
  });
  return router;
}

/** Calendars as the pages see them. */
class Shown {
  constructor(private readonly calendars: Calendars, private readonly directory: Directory) {}

  async rows(): Promise<CalendarRow[]> {
    const { calendars, directory } = this;
    await calendars.upToDate();
    return calendars.all().map((doc) => ({
      id: doc._id, name: calendars.get(doc._id)?.known.calendar.data.name ?? doc._id, version: doc.version, ...(doc.base ? { base: doc.base } : {}),
      agencies: doc.agencies.map((id) => directory.agencyName(id)), departments: doc.departments.map((id) => directory.departmentName(id)),
    }));
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
