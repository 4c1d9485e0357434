/** The calendars in force, compiled and held in memory: which one counts for a place. */
import { combineCalendars } from '../../engine/calendar/combine.js';
import { compileCalendar, type WorkCalendar } from '../../engine/calendar/compile.js';
import { readCalendar } from '../../engine/calendar/read.js';
import type { CalendarData, CalendarFile } from '../../engine/calendar/types.js';
import { vnOffice, vnOfficeData } from '../../engine/calendar/vn-office.js';
import type { Instant, Plan } from '../../engine/graph/types.js';
import { countsWorkingTime } from '../../engine/interpreter/timers.js';
import type { CalendarAssignmentDoc, CalendarDoc } from '../schemas/calendar.js';
import type { Store } from '../store.js';

/** Used where nothing else is said; bundled, so that it is there before any is stored. */
export const DEFAULT_CALENDAR = 'vn-office';
/** A correction made in another process is seen within this time. */
const KEPT_MS = 5_000;

/** Where time is counted; `named` is the calendar that the lane of a drawing names. `at`: who worked by which calendar then; default now. */
export interface Place { departmentId?: string | undefined; agencyId?: string | undefined; named?: string | undefined; at?: Instant | undefined }
export interface KnownCalendar { id: string; version: number; calendar: WorkCalendar }
/** What projections and queries ask. */
export interface CalendarBook { of(place: Place): KnownCalendar }

const bundled = (): KnownCalendar => ({ id: DEFAULT_CALENDAR, version: 0, calendar: vnOffice() });

/** One calendar for all places: for measurements and tests. */
export const officeBook: CalendarBook = { of: bundled };

export class Calendars implements CalendarBook {
  private byId = new Map<string, KnownCalendar & { stamp: string }>();
  private docs = new Map<string, CalendarDoc>();
  /** By target, in the order in which they come into force. */
  private assigned = new Map<string, Assigned[]>();
  private readAt = Number.NEGATIVE_INFINITY;
  private reading: Promise<void> | undefined;

  constructor(private readonly store: Store, private readonly now: () => Date = () => new Date(), private readonly elapsed: () => number = () => performance.now()) {}

  /** Lane's own calendar, then the department's, then the agency's, then the common one. */
  of({ named, departmentId, agencyId, at }: Place): KnownCalendar {
    const ids = [named, departmentId && this.assignedTo(`department:${departmentId}`, at), agencyId && this.assignedTo(`agency:${agencyId}`, at), DEFAULT_CALENDAR];
    for (const id of ids) {
      const known = id && this.byId.get(id);
      if (known) return known;
    }
    return bundled();
  }

  private assignedTo(target: string, at = this.now().getTime()): string | undefined {
    return this.assigned.get(target)?.filter(({ from }) => from <= at).at(-1)?.calendarId;
  }
  /** Whom it counts for now. */
  usersOf(id: string): { agencies: string[]; departments: string[] } {
    const now = this.now().getTime();
    const targets = [...this.assigned.keys()].filter((target) => this.assignedTo(target, now) === id).sort();
    const named = (kind: string): string[] => targets.filter((target) => target.startsWith(kind)).map((target) => target.slice(kind.length));
    return { agencies: named('agency:'), departments: named('department:') };
  }

  get(id: string): { doc: CalendarDoc; known: KnownCalendar } | undefined {
    const [doc, known] = [this.docs.get(id), this.byId.get(id)];
    return doc && known && { doc, known };
  }
  all(): CalendarDoc[] {
    return [...this.docs.values()].sort((a, b) => (a._id < b._id ? -1 : 1));
  }
  /** The calendar and those that take their days off from it. */
  dependants(id: string): string[] {
    return [id, ...this.all().filter((doc) => doc.base === id).map((doc) => doc._id)];
  }

  /** What the workflow of a new dossier is told: nothing where its timers count no working time, or by the bundled calendar. */
  forTimers(plan: Plan, place: Place): { calendar?: CalendarData } {
    const { calendar } = this.of(place);
    return countsWorkingTime(plan) && !isBundled(calendar.data) ? { calendar: calendar.data } : {};
  }

  /** The calendar as it would be with another file, and those over its days: by id. Throws nothing for files that `problemsOf` accepts. */
  async proposed(id: string, file: CalendarFile): Promise<Map<string, WorkCalendar>> {
    const own = this.docs.get(id);
    const base = own?.base === undefined ? undefined : this.docs.get(own.base);
    const whole = base ? combineCalendars(await this.file(base._id, base.version), file) : file;
    const over = this.all().filter((doc) => doc.base === id);
    const others = await Promise.all(over.map(async (doc) => [doc._id, compileFile(combineCalendars(file, await this.file(doc._id, doc.version)))] as const));
    return new Map([[id, compileFile(whole)], ...others]);
  }

  async upToDate(): Promise<void> {
    if (this.elapsed() - this.readAt > KEPT_MS) await this.refresh();
  }

  /** Reads what has changed; only new versions are compiled. Questions that come meanwhile share one reading. */
  refresh(): Promise<void> {
    return (this.reading ??= this.read().finally(() => { this.reading = undefined; }));
  }

  private async read(): Promise<void> {
    const [docs, assignments] = await Promise.all([this.store.calendars.find().lean(), this.store.calendarAssignments.find().lean()]);
    this.docs = new Map(docs.map((doc) => [doc._id, doc]));
    this.assigned = assignedBy(docs, assignments);
    const compiled = await Promise.all(docs.map((doc) => this.compiled(doc)));
    this.byId = new Map(compiled.map((each) => [each.id, each]));
    this.readAt = this.elapsed();
  }

  private async compiled(doc: CalendarDoc): Promise<KnownCalendar & { stamp: string }> {
    const base = doc.base === undefined ? undefined : this.docs.get(doc.base);
    const stamp = `${doc.version} ${base ? `${base._id} ${base.version}` : ''}`;
    const kept = this.byId.get(doc._id);
    if (kept?.stamp === stamp) return kept;
    const own = await this.file(doc._id, doc.version);
    const file = base ? combineCalendars(await this.file(base._id, base.version), own) : own;
    return { id: doc._id, version: doc.version, stamp, calendar: compileFile(file) };
  }

  /** As it was written, without the days of its base. */
  async file(id: string, version: number): Promise<CalendarFile> {
    const found = await this.store.calendarVersions.findById(versionId(id, version)).lean();
    if (!found) throw new Error(`calendar ${id} has no version ${version}`);
    return found.file;
  }
}

interface Assigned { calendarId: string | undefined; from: Instant }

function assignedBy(docs: readonly CalendarDoc[], assignments: readonly CalendarAssignmentDoc[]): Map<string, Assigned[]> {
  const found = new Map<string, Assigned[]>();
  const put = (target: string, each: Assigned): void => { found.set(target, [...found.get(target) ?? [], each]); };
  for (const { _id, agencies, departments } of docs) {
    for (const target of [...agencies.map((id) => `agency:${id}`), ...departments.map((id) => `department:${id}`)]) put(target, { calendarId: _id, from: Number.NEGATIVE_INFINITY });
  }
  for (const { target, calendarId, from } of [...assignments].sort((a, b) => a.from.getTime() - b.from.getTime() || a._id - b._id)) put(target, { calendarId, from: from.getTime() });
  return found;
}

const bundledJson = JSON.stringify(vnOfficeData);
const isBundled = (data: CalendarData): boolean => data === vnOfficeData || JSON.stringify(data) === bundledJson;

export const versionId = (id: string, version: number): string => `${id}:${version}`;

/** Of a file that has been checked before it was stored. */
export function compileFile(file: CalendarFile): WorkCalendar {
  const { calendar, problems } = readCalendar(file);
  if (!calendar) throw new Error(`a stored calendar cannot be read: ${problems.map(({ field, message }) => `${field} ${message}`).join('; ')}`);
  return compileCalendar(calendar);
}
