/** New calendars, and who works by which from a day on. Dossiers and steps that are open keep the calendar they began with. */
import { parseDay } from '../../engine/calendar/instants.js';
import type { CalendarFile } from '../../engine/calendar/types.js';
import { deskDay, deskMidnight } from '../desk.js';
import type { Actor } from '../directory.js';
import { Refusal } from '../problem.js';
import { skipOf, type Paging, type QueryContext } from '../queries/context.js';
import type { CalendarAssignmentDoc, CalendarDoc } from '../schemas/calendar.js';
import { isThere } from '../store.js';
import { versionId } from './book.js';
import { checkedFile, INTERRUPTED_MS } from './corrections.js';

export interface NewCalendar { id: string; file: unknown; base?: string; reason: string }
/** `calendar` null: that of the agency, or the common one. `from`: `YYYY-MM-DD`, not before today. */
export interface Assignment { agency?: string; department?: string; calendar: string | null; from: string; reason: string }
type Given = Pick<QueryContext, 'store' | 'calendars' | 'directory' | 'now'>;
interface Wrong { field: string; message: string }

export class CalendarAssignments {
  constructor(private readonly given: Given) {}

  /** Throws Refusal bad-data with the field, bad-calendar with the place in the file, calendar-exists. */
  async create(actor: Actor, { id, file, base, reason }: NewCalendar): Promise<void> {
    const { calendars, now } = this.given;
    await calendars.refresh();
    const known = base === undefined ? undefined : calendars.get(base);
    if (base !== undefined && !known) throw wrong([{ field: 'base', message: 'no such calendar' }]);
    if (known?.doc.base !== undefined) throw wrong([{ field: 'base', message: `takes its own days off from ${known.doc.base}: choose that one` }]);
    const checked = await checkedFile(file, base, calendars);
    if (!checked.name?.trim()) throw wrong([{ field: 'file.name', message: 'must not be empty' }]);
    if (calendars.get(id)) throw new Refusal('calendar-exists', `there is a calendar ${id}`);
    await this.enter(id, checked, actor, reason, now());
    await calendars.refresh();
  }

  private async enter(id: string, file: CalendarFile, actor: Actor, reason: string, at: Date): Promise<void> {
    const { store } = this.given;
    const doc: CalendarDoc = { _id: id, version: 1, agencies: [], departments: [], ...(file.base === undefined ? {} : { base: file.base }) };
    // Left by an attempt that was interrupted before the calendar itself was written.
    await store.calendarVersions.deleteOne({ _id: versionId(id, 1), savedAt: { $lt: new Date(at.getTime() - INTERRUPTED_MS) } });
    try {
      await store.calendarVersions.collection.insertOne({ _id: versionId(id, 1), calendarId: id, version: 1, file, savedAt: at, savedBy: actor.id, reason, appliedAt: at, moved: 0 } as never);
      await store.calendars.collection.insertOne(doc as never);
    } catch (error) {
      if (isThere(error)) throw new Refusal('calendar-exists', `somebody else is making a calendar ${id}`);
      throw error;
    }
  }

  /** Throws Refusal bad-data with the field. */
  async assign(actor: Actor, wanted: Assignment): Promise<CalendarAssignmentDoc> {
    const { store, calendars, now } = this.given;
    await calendars.refresh();
    const { agency, department, calendar, from, reason } = wanted;
    const problems = this.problemsOf(wanted);
    if (problems.length > 0) throw wrong(problems);
    // Of today it counts from now on: what began this morning began by another calendar.
    const begins = new Date(Math.max(deskMidnight(from).getTime(), now().getTime()));
    const doc = {
      target: agency === undefined ? `department:${department!}` : `agency:${agency}`, ...(calendar === null ? {} : { calendarId: calendar }), from: begins, by: actor.id, at: now(), reason,
    };
    for (;;) {
      const [last] = await store.calendarAssignments.find({}, { _id: 1 }).sort({ _id: -1 }).limit(1).lean();
      const stored = { _id: (last?._id ?? 0) + 1, ...doc };
      try {
        await store.calendarAssignments.collection.insertOne(stored as never);
        await calendars.refresh();
        return stored;
      } catch (error) {
        if (!isThere(error)) throw error;
      }
    }
  }

  /** The newest first. */
  async list(paging: Paging): Promise<{ items: CalendarAssignmentDoc[]; total: number }> {
    const { calendarAssignments } = this.given.store;
    const [items, total] = await Promise.all([calendarAssignments.find().sort({ _id: -1 }).skip(skipOf(paging)).limit(paging.pageSize).lean(), calendarAssignments.countDocuments()]);
    return { items, total };
  }

  private problemsOf({ agency, department, calendar, from }: Assignment): Wrong[] {
    const { calendars, directory, now } = this.given;
    const problems: Wrong[] = [];
    if ((agency === undefined) === (department === undefined)) problems.push({ field: 'agency', message: 'either an agency or a department' });
    else if (agency !== undefined && !directory.agency(agency)) problems.push({ field: 'agency', message: 'no such agency' });
    else if (department !== undefined && directory.agencyOf(department) === undefined) problems.push({ field: 'department', message: 'no such department' });
    const found = calendar === null ? undefined : calendars.get(calendar);
    if (calendar !== null && !found) problems.push({ field: 'calendar', message: 'no such calendar' });
    if (from < deskDay(now())) problems.push({ field: 'from', message: 'must not be before today: what has begun keeps its calendar' });
    else if (found && (parseDay(from) ?? 0) < found.known.calendar.firstDay) problems.push({ field: 'from', message: `is before the first day that calendar ${calendar} knows` });
    return problems;
  }
}

function wrong(fields: Wrong[]): Refusal {
  return new Refusal('bad-data', fields.map(({ field, message }) => `${field}: ${message}`).join('; '), { fields });
}
