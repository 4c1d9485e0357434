/** Corrections of calendars carried through to the end: lists first, then each dossier's own history and timers. */
import type { Logger } from 'pino';
import { countsWorkingTime } from '../engine/interpreter/timers.js';
import type { Command } from '../engine/interpreter/commands.js';
import { CalendarCorrections, type NewVersion } from '../models/calendars/corrections.js';
import type { Actor } from '../models/directory.js';
import type { Projector } from '../models/projector.js';
import type { QueryContext } from '../models/queries/context.js';
import type { CalendarMoveDoc, CalendarVersionDoc } from '../models/schemas/calendar.js';
import { HostUnavailable, UnknownDossier, type DossierHost } from '../workflows/host.js';

interface Given { context: QueryContext; projector: Projector; host: DossierHost; log: Logger }

/** Dossiers told at the same time, and read at once. */
const SIDE_BY_SIDE = 8;
const AT_ONCE = 400;
const AGAIN_MS = 5_000;

export class CalendarActions {
  readonly corrections: CalendarCorrections;
  private readonly running = new Map<string, Promise<void>>();

  constructor(private readonly given: Given) {
    this.corrections = new CalendarCorrections(given.context);
  }

  /** The version is in force when this returns; dates and dossiers follow, and are finished after a restart. */
  async correct(actor: Actor, id: string, wanted: NewVersion): Promise<CalendarVersionDoc> {
    const doc = await this.corrections.save(actor, id, wanted);
    void this.finish(id, doc.version);
    return doc;
  }

  /** Takes up what an earlier run of the server left undone. */
  async resume(): Promise<void> {
    for (const { id, version } of await this.corrections.unfinished()) await this.finish(id, version);
  }

  /** Never rejects: what cannot be reached is tried again. */
  finish(id: string, version: number): Promise<void> {
    const key = `${id}:${version}`;
    const known = this.running.get(key);
    if (known) return known;
    const work = this.carryThrough(id, version).catch((error: unknown) => {
      this.given.log.warn({ err: error, calendar: id, version }, 'a correction of a calendar is not finished yet');
      setTimeout(() => { void this.finish(id, version); }, AGAIN_MS).unref();
    }).finally(() => { this.running.delete(key); });
    this.running.set(key, work);
    return work;
  }

  private async carryThrough(id: string, version: number): Promise<void> {
    await this.corrections.apply(id, version);
    const doc = await this.given.context.store.calendarVersions.findById(`${id}:${version}`).lean();
    if (!doc) return;
    for (;;) {
      const untold = await this.given.context.store.calendarMoves.find({ told: false, calendarId: id, version }).limit(AT_ONCE).lean();
      if (untold.length === 0) return;
      const queue = [...untold];
      const worker = async (): Promise<void> => { for (let next = queue.shift(); next; next = queue.shift()) await this.tell(next, doc); };
      await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
    }
  }

  private async tell(move: CalendarMoveDoc, { savedBy, reason, version }: CalendarVersionDoc): Promise<void> {
    const { context, host } = this.given;
    try {
      const answer = await host.submit(move.dossierId, await this.command(move, savedBy, `${reason} (${version})`));
      if (!answer.accepted) this.given.log.info({ dossier: move.dossierId, code: answer.rejection.code }, 'a correction came too late for a dossier');
    } catch (error) {
      // One that has no workflow yet reads the calendar in force when it begins.
      if (!(error instanceof UnknownDossier)) throw error instanceof HostUnavailable ? new Error('the host of dossiers is away', { cause: error }) : error;
    }
    await context.store.calendarMoves.updateOne({ _id: move._id }, { $set: { told: true } });
  }

  private async command(move: CalendarMoveDoc, by: string, reason: string): Promise<Command> {
    const { calendarId, version, from, to, moved, dossierId } = move;
    const facts = await this.given.projector.factsOf(dossierId);
    const { calendars, plans, now } = this.given.context;
    const timed = countsWorkingTime(await plans.plan(facts.planHash));
    const { calendar } = calendars.of({ named: facts.calendar, agencyId: facts.agencyId });
    return {
      type: 'correctCalendar', calendarId, version, commandId: `calendar-${calendarId}-${version}`, at: now().getTime(), by, reason,
      ...(timed ? { calendar: calendar.data } : {}), ...(moved && from && to ? { moved: { from: from.getTime(), to: to.getTime() } } : {}),
    };
  }
}
