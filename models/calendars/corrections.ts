/**
 * A new version of a calendar over open dossiers: which dates would move, then the version itself, then the dates in the
 * lists, then each dossier's own history and timers. Every stage can be done again: what was interrupted is finished.
 */
import type { WorkCalendar } from '../../engine/calendar/compile.js';
import { combineCalendars } from '../../engine/calendar/combine.js';
import { readCalendar } from '../../engine/calendar/read.js';
import type { CalendarFile } from '../../engine/calendar/types.js';
import { countsWorkingTime } from '../../engine/interpreter/timers.js';
import type { Actor } from '../directory.js';
import { Refusal } from '../problem.js';
import type { PlanStore } from '../plans.js';
import { skipOf, type Paging } from '../queries/context.js';
import type { CalendarMoveDoc, CalendarVersionDoc } from '../schemas/calendar.js';
import { isDuplicate, type Store } from '../store.js';
import { versionId, type Calendars } from './book.js';
import { DOSSIER_PARTS, dueBy, sortDueOf, stepDueBy, WORK_PARTS, type DossierPart, type WorkPart } from './moves.js';

export interface NewVersion { file: CalendarFile; reason: string; /** The version that the change was made to. */ base: number }
export type VersionFacts = Omit<CalendarVersionDoc, 'file'>;
interface Given { store: Store; calendars: Calendars; plans: PlanStore; now(): Date }

/** Statements written at once: small enough that none looks like a database that has gone silent. */
const AT_ONCE = 500;
const MOST_VERSIONS = 100;
/** No change takes that long: whoever began it is gone. */
export const INTERRUPTED_MS = 60_000;

export class CalendarCorrections {
  constructor(private readonly given: Given) {}

  /** The dossiers are those that these agencies see. Throws Refusal bad-calendar, unknown-calendar. Nothing is written. */
  async preview(seen: readonly string[], id: string, file: unknown, paging: Paging): Promise<{ items: CalendarMoveDoc[]; total: number; steps: number }> {
    const { after, before } = await this.both(id, file);
    const moves = (await this.concerned(id, 0, before, after)).filter((each) => each.moved && each.agencies?.some((agency) => seen.includes(agency)));
    const steps = await this.movedSteps(before, after);
    return { items: moves.slice(skipOf(paging), skipOf(paging) + paging.pageSize), total: moves.length, steps };
  }

  /** Puts the version in force; the lists follow in `apply`. Throws Refusal bad-calendar, stale-calendar. */
  async save(actor: Actor, id: string, { file, reason, base }: NewVersion): Promise<CalendarVersionDoc> {
    const { after, before, checked } = await this.both(id, file);
    const { store, calendars } = this.given;
    const current = calendars.get(id)!.doc.version;
    if (current !== base) throw new Refusal('stale-calendar', `calendar ${id} is at version ${current}`);
    const version = base + 1;
    const doc: CalendarVersionDoc = { _id: versionId(id, version), calendarId: id, version, file: checked, savedAt: this.given.now(), savedBy: actor.id, reason };
    await this.reserve(doc);
    await store.calendarMoves.deleteMany({ calendarId: id, version });
    await this.enter(await this.concerned(id, version, before, after));
    const { modifiedCount } = await store.calendars.updateOne({ _id: id, version: base }, { $set: { version } });
    await calendars.refresh();
    if (modifiedCount === 0) throw new Refusal('stale-calendar', `somebody else has changed calendar ${id} meanwhile`);
    return doc;
  }

  /** The number of the new version; one left by an attempt that was interrupted is taken over. */
  private async reserve(doc: CalendarVersionDoc): Promise<void> {
    const { calendarVersions } = this.given.store;
    await calendarVersions.deleteOne({ _id: doc._id, savedAt: { $lt: new Date(doc.savedAt.getTime() - INTERRUPTED_MS) } });
    try {
      await calendarVersions.collection.insertOne(doc as never);
    } catch (error) {
      if (isDuplicate(error)) throw new Refusal('stale-calendar', `somebody else is changing calendar ${doc.calendarId}`);
      throw error;
    }
  }

  /** Dates in the lists, by the calendar in force. */
  async apply(id: string, version: number): Promise<void> {
    const { store, calendars } = this.given;
    await calendars.refresh();
    const affected = calendars.dependants(id);
    const byId = new Map(affected.map((each) => [each, calendars.get(each)!.known.calendar]));
    const dossiers = new Map<string, DossierPart>();
    for await (const doc of this.openDossiers(affected)) dossiers.set(doc._id, doc);
    await this.writeDossiers(dossiers, byId);
    await this.writeSteps(dossiers, byId);
    const moved = await store.calendarMoves.countDocuments({ calendarId: id, version, moved: true });
    await store.calendarVersions.updateOne({ _id: versionId(id, version) }, { $set: { appliedAt: this.given.now(), moved } });
  }

  /** Versions in force whose dates have not all been written, and dossiers that have not been told. */
  async unfinished(): Promise<{ id: string; version: number }[]> {
    const { store, calendars } = this.given;
    const untold = await store.calendarMoves.find({ told: false }, { calendarId: 1, version: 1 }).limit(1).lean();
    const unapplied = await store.calendarVersions.find({ appliedAt: { $exists: false } }, { calendarId: 1, version: 1 }).lean();
    return [...unapplied, ...untold].map(({ calendarId, version }) => ({ id: calendarId, version }))
      .filter(({ id, version }, i, all) => version <= (calendars.get(id)?.doc.version ?? 0) && all.findIndex((each) => each.id === id && each.version === version) === i);
  }

  /** The newest first; their files are left out. */
  async versions(id: string): Promise<VersionFacts[]> {
    return this.given.store.calendarVersions.find({ calendarId: id }, { file: 0 }).sort({ version: -1 }).limit(MOST_VERSIONS).lean();
  }
  async moves(seen: readonly string[], id: string, version: number, paging: Paging): Promise<{ items: CalendarMoveDoc[]; total: number }> {
    const filter = { calendarId: id, version, moved: true, agencies: { $in: [...seen] } };
    const { calendarMoves } = this.given.store;
    const [items, total] = await Promise.all([
      calendarMoves.find(filter).sort({ from: 1, _id: 1 }).skip(skipOf(paging)).limit(paging.pageSize).lean(), calendarMoves.countDocuments(filter),
    ]);
    return { items, total };
  }
  async progress(id: string, version: number): Promise<{ told: number; all: number }> {
    const { calendarMoves } = this.given.store;
    const [told, all] = await Promise.all([calendarMoves.countDocuments({ calendarId: id, version, told: true }), calendarMoves.countDocuments({ calendarId: id, version })]);
    return { told, all };
  }

  private async both(id: string, json: unknown): Promise<{ before: ReadonlyMap<string, WorkCalendar>; after: ReadonlyMap<string, WorkCalendar>; checked: CalendarFile }> {
    const { calendars } = this.given;
    await calendars.refresh();
    const stored = calendars.get(id);
    if (!stored) throw new Refusal('unknown-calendar', `no calendar ${id}`);
    const checked = await checkedFile(json, stored.doc.base, calendars);
    const before = new Map(calendars.dependants(id).map((each) => [each, calendars.get(each)!.known.calendar]));
    return { before, after: await calendars.proposed(id, checked), checked };
  }

  /** Dossiers whose date is another one, and those whose timers count working time. */
  private async concerned(id: string, version: number, before: ReadonlyMap<string, WorkCalendar>, after: ReadonlyMap<string, WorkCalendar>): Promise<CalendarMoveDoc[]> {
    const found: CalendarMoveDoc[] = [];
    const timed = new Map<string, boolean>();
    for await (const doc of this.openDossiers([...before.keys()])) {
      const [from, to] = [dueBy(before.get(doc.calendarId), doc), dueBy(after.get(doc.calendarId), doc)];
      const hash = doc.facts.planHash;
      if (!timed.has(hash)) timed.set(hash, countsWorkingTime(await this.given.plans.plan(hash)));
      if (from === to && !timed.get(hash)) continue;
      found.push({
        _id: `${versionId(id, version)}:${doc._id}`, calendarId: id, version, dossierId: doc._id, dossierNo: doc.dossierNo, procedureName: doc.facts.procedureName,
        ...(from === undefined ? {} : { from: new Date(from) }), ...(to === undefined ? {} : { to: new Date(to) }), moved: from !== to, told: false, agencies: [...doc.agencies],
      });
    }
    return found.sort((a, b) => (a.from?.getTime() ?? 0) - (b.from?.getTime() ?? 0) || (a.dossierId < b.dossierId ? -1 : 1));
  }

  private async movedSteps(before: ReadonlyMap<string, WorkCalendar>, after: ReadonlyMap<string, WorkCalendar>): Promise<number> {
    let moved = 0;
    for await (const item of this.openWork([...before.keys()])) {
      const [one, other] = [before.get(item.calendarId), after.get(item.calendarId)];
      // Stops move both dates by the same pauses: whether the step moves at all does not depend on them.
      if (one && other && stepDueBy(one, item, []) !== stepDueBy(other, item, [])) moved += 1;
    }
    return moved;
  }

  private openDossiers(calendarIds: readonly string[]): AsyncIterable<DossierPart> {
    return this.given.store.dossiers.find({ open: true, calendarId: { $in: [...calendarIds] } }, DOSSIER_PARTS).lean<DossierPart[]>().cursor({ batchSize: 1_000 }) as AsyncIterable<DossierPart>;
  }
  private openWork(calendarIds: readonly string[]): AsyncIterable<WorkPart> {
    return this.given.store.workItems.find({ open: true, calendarId: { $in: [...calendarIds] }, limit: { $exists: true } }, WORK_PARTS).lean<WorkPart[]>().cursor({ batchSize: 1_000 }) as AsyncIterable<WorkPart>;
  }

  private async enter(moves: readonly CalendarMoveDoc[]): Promise<void> {
    for (let at = 0; at < moves.length; at += AT_ONCE) {
      try {
        await this.given.store.calendarMoves.collection.insertMany(moves.slice(at, at + AT_ONCE) as never[], { ordered: false });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    }
  }

  /** Each row as it was read: one that a click has written meanwhile is right already. */
  private async writeDossiers(dossiers: ReadonlyMap<string, DossierPart>, byId: ReadonlyMap<string, WorkCalendar>): Promise<void> {
    const changes = [...dossiers.values()].flatMap((doc) => {
      const due = dueBy(byId.get(doc.calendarId), doc);
      if (due === undefined || due === doc.dueAt?.getTime()) return [];
      return [{ updateOne: { filter: { _id: doc._id, seq: doc.seq }, update: { $set: { dueAt: new Date(due), sortDue: sortDueOf(due, doc.settledAt) } } } }];
    });
    await inParts(changes, (part) => this.given.store.dossiers.collection.bulkWrite(part as never, { ordered: false }));
  }

  /** Steps of the corrected calendars, and those of dossiers whose own date has moved. */
  private async writeSteps(dossiers: ReadonlyMap<string, DossierPart>, byId: ReadonlyMap<string, WorkCalendar>): Promise<void> {
    const { store } = this.given;
    const changes: unknown[] = [];
    const open = store.workItems.find({ open: true }, WORK_PARTS).lean<WorkPart[]>().cursor({ batchSize: 1_000 }) as AsyncIterable<WorkPart>;
    for await (const item of open) {
      const dossier = dossiers.get(item.dossierId);
      const calendar = byId.get(item.calendarId);
      const stepDue = calendar && item.limit ? stepDueBy(calendar, item, dossier?.stops ?? []) : item.stepDueAt?.getTime();
      const due = dossier ? dueBy(byId.get(dossier.calendarId), dossier) : item.dueAt?.getTime();
      if (stepDue === item.stepDueAt?.getTime() && due === item.dueAt?.getTime()) continue;
      changes.push({ updateOne: { filter: { _id: item._id, seq: item.seq, open: true }, update: { $set: {
        ...(stepDue === undefined ? {} : { stepDueAt: new Date(stepDue) }), ...(due === undefined ? {} : { dueAt: new Date(due), sortDue: sortDueOf(due, dossier?.settledAt) }),
      } } } });
    }
    await inParts(changes, (part) => store.workItems.collection.bulkWrite(part as never, { ordered: false }));
  }
}

async function inParts<T>(all: readonly T[], write: (part: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < all.length; at += AT_ONCE) await write(all.slice(at, at + AT_ONCE));
}

/** Checked together with the days of its base, so that nothing wrong is stored. */
export async function checkedFile(json: unknown, base: string | undefined, calendars: Calendars): Promise<CalendarFile> {
  const alone = readCalendar(json);
  const errors = alone.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Refusal('bad-calendar', errors.map(({ field, message }) => `${field} ${message}`).join('; '), { fields: errors.map(({ field, message }) => ({ field, message })) });
  const file = json as CalendarFile;
  if (base !== undefined) {
    const { calendar, problems } = readCalendar(combineCalendars(await calendars.file(base, calendars.get(base)!.doc.version), file));
    if (!calendar) throw new Refusal('bad-calendar', problems.map(({ field, message }) => `${field} ${message}`).join('; '));
  }
  return { ...file, ...(base === undefined ? {} : { base }) };
}
