/** What one dossier adds to the figures, from its rows in the read model. Pure but for the calendars asked. */
import { localDay } from '../../engine/calendar/offsets.js';
import { splitOverrun } from '../../engine/record/overrun.js';
import { minutesBetween } from '../calendar.js';
import type { CalendarBook } from '../calendars/book.js';
import { deskDay } from '../desk.js';
import { isDecided } from '../due-state.js';
import type { AttachmentDoc } from '../schemas/attachment.js';
import type { DossierDoc, WorkItemDoc } from '../schemas/dossier.js';
import type { Sums } from '../schemas/figures.js';
import { add, cellId, named, openOf, type Place } from './cells.js';
import { heatShares } from './heat.js';

export const OF_DOSSIER = { seq: 1, state: 1, open: 1, agencyId: 1, agencies: 1, procedureId: 1, version: 1, 'facts.channel': 1, 'facts.calendar': 1, 'facts.parts': 1, receivedAt: 1, dueAt: 1, settledAt: 1, endedAt: 1, paused: 1, stops: 1, casework: 1 } as const;
export type CountedDossier = Pick<DossierDoc, '_id' | 'seq' | 'state' | 'open' | 'agencyId' | 'agencies' | 'procedureId' | 'version' | 'receivedAt' | 'dueAt' | 'settledAt' | 'endedAt' | 'paused' | 'stops' | 'casework'> & { facts: Pick<DossierDoc['facts'], 'channel' | 'calendar' | 'parts'> };
export const OF_WORK = { dossierId: 1, element: 1, version: 1, step: 1, status: 1, departmentId: 1, agencyId: 1, calendarId: 1, outside: 1, since: 1, endedAt: 1, stepDueAt: 1, dueAt: 1, settledAt: 1, paused: 1, open: 1, waitMinutes: 1, stayMinutes: 1 } as const;
export type CountedWork = Pick<WorkItemDoc, keyof typeof OF_WORK>;
/** Another one when what a dossier adds comes to mean something else: then all are counted again. */
export const SHAPE = 3;
/** Files that nobody took out; those that a rule erased later were there. */
export const OF_FILES = { $or: [{ removed: { $exists: false } }, { 'removed.by': '' }] };
export type CountedFile = Pick<AttachmentDoc, 'dossierId'>;

/** Sums of one dossier by the cell of a day, or of what is open. `files`: how many it has. */
export function sharesOf(dossier: CountedDossier, work: readonly CountedWork[], calendars: CalendarBook, files = 0): Map<string, Sums> {
  const shares = new Map<string, Sums>();
  const put = (period: string, place: Place, sums: Sums): void => {
    const cell = cellId(period, place);
    shares.set(cell, add(shares.get(cell) ?? {}, sums));
  };
  const { agencies, agencyId, procedureId, version, facts: { channel } } = dossier;
  const whole: Place = { agencies, agencyId, departmentId: '', procedureId, version, channel };
  const open = openOf(deskDay(dossier.receivedAt));
  put(deskDay(dossier.receivedAt), whole, received(dossier, files));
  if (dossier.endedAt) put(deskDay(dossier.endedAt), whole, { [named('ended', dossier.state)]: 1 });
  if (dossier.settledAt && isDecided(dossier.state)) put(deskDay(dossier.settledAt), whole, settled(dossier, calendars));
  if (dossier.open) put(open, whole, waiting(dossier));
  const blamed = blameOf(dossier, work, calendars);
  for (const [at, item] of work.entries()) {
    const place = { ...whole, agencies: [item.agencyId], departmentId: item.departmentId };
    put(deskDay(item.since), place, { [named('came', item.step)]: 1 });
    if (item.open) put(open, place, { [named('open', item.step)]: 1, ...dueOf(item) });
    if (item.status === 'completed' && item.endedAt) put(deskDay(item.endedAt), place, done(item, item.endedAt, calendars));
    if (blamed[at]! > 0) put(deskDay(dossier.settledAt!), place, { [named('blame', item.step)]: blamed[at]! });
  }
  for (const [period, sums] of heatShares(dossier, work)) put(period, whole, sums);
  return shares;
}

function received({ facts: { parts } }: CountedDossier, files: number): Sums {
  const brought = parts.filter((part) => part.received).length;
  return { received: 1, ...(brought > 0 ? { parts: brought, withParts: 1, ...(isDigital(parts, files) ? { digital: 1 } : {}) } : {}) };
}
/** Each part came electronically or has a file. People seldom say which part a file is: as many files as parts on paper are enough. */
export function isDigital(parts: CountedDossier['facts']['parts'], files: number): boolean {
  return parts.filter((part) => part.received && part.form !== 'electronic').length <= files;
}

/** By how the settlement stands to the due date; what counts as early is a setting, so that both readings are kept apart. */
function settled({ dueAt, settledAt, receivedAt, agencyId, facts, stops, casework }: CountedDossier, calendars: CalendarBook): Sums {
  const { calendar } = calendars.of({ named: facts.calendar, agencyId, at: receivedAt.getTime() });
  const [end, from] = [settledAt!.getTime(), receivedAt.getTime()];
  const stood = stops.reduce((sum, stop) => sum + minutesBetween(calendar, stop.from.getTime(), Math.min(stop.to?.getTime() ?? end, end)), 0);
  const { zone } = calendar.data;
  const how = !dueAt ? 'noDue' : settledAt! > dueAt ? 'late' : localDay(zone, end) < localDay(zone, dueAt.getTime()) ? 'dayBefore' : settledAt! < dueAt ? 'sameDay' : 'atDue';
  const supplemented = casework?.halts.some((halt) => halt.kind === 'supplement') ?? false;
  const minutes = Math.max(0, minutesBetween(calendar, from, end) - stood);
  const overrun = how === 'late' ? Math.min(minutes, minutesBetween(calendar, dueAt!.getTime(), end)) : 0;
  return { [named('settled', how)]: 1, minutes, ...(overrun > 0 ? { overrun } : {}), ...(supplemented ? { supplemented: 1 } : {}) };
}

function waiting(dossier: CountedDossier): Sums {
  return { [named('state', dossier.state)]: 1, ...(dossier.settledAt ? {} : { open: 1, ...dueOf(dossier) }) };
}
/** Instants, because what is overdue is known when it is asked. */
function dueOf({ paused, dueAt, settledAt }: Pick<DossierDoc, 'paused' | 'dueAt' | 'settledAt'>): Sums {
  if (settledAt) return {};
  if (paused) return { paused: 1 };
  return dueAt ? { [named('due', String(dueAt.getTime()))]: 1 } : {};
}

function done(item: CountedWork, endedAt: Date, calendars: CalendarBook): Sums {
  const over = beyond(item, endedAt, calendars);
  const stay = item.stayMinutes ?? 0;
  return {
    [named('done', item.step)]: 1, [named('stay', item.step)]: stay, [named('wait', item.step)]: Math.min(item.waitMinutes ?? 0, stay), [named('took', String(rounded(stay)))]: 1,
    ...(item.stepDueAt && over > 0 ? { [named('late', item.step)]: 1, [named('over', item.step)]: over } : {}),
  };
}

/** Minutes of office time past the limit of the step, or all of it where it has none. */
function beyond({ stepDueAt, stayMinutes, since, calendarId }: CountedWork, until: Date, calendars: CalendarBook): number {
  const { calendar } = calendars.of({ named: calendarId });
  if (stepDueAt) return stepDueAt < until ? minutesBetween(calendar, stepDueAt.getTime(), until.getTime()) : 0;
  return stayMinutes ?? minutesBetween(calendar, since.getTime(), until.getTime());
}

/** Whole minutes of a late dossier's overrun for each of its turns. */
function blameOf(dossier: CountedDossier, work: readonly CountedWork[], calendars: CalendarBook): number[] {
  const { dueAt, settledAt, facts, agencyId, receivedAt } = dossier;
  if (!dueAt || !settledAt || settledAt <= dueAt || !isDecided(dossier.state)) return work.map(() => 0);
  const { calendar } = calendars.of({ named: facts.calendar, agencyId, at: receivedAt.getTime() });
  return overrunOf(work, settledAt, minutesBetween(calendar, dueAt.getTime(), settledAt.getTime()), calendars).map(Math.round);
}
/** The overrun of a dossier, in minutes of office time up to `until`, for each of its turns; steps that it waited for outside have no part in it. */
export function overrunOf(work: readonly CountedWork[], until: Date, overrun: number, calendars: CalendarBook): number[] {
  const turns = work.map((item) => {
    const end = item.endedAt && item.endedAt < until ? item.endedAt : until;
    const takesPart = item.outside !== true && item.since < until;
    return { beyond: takesPart ? beyond(item, end, calendars) : 0, hasLimit: takesPart && item.stepDueAt !== undefined };
  });
  return splitOverrun(turns, overrun);
}

/** Two figures: enough to say what is usual, few enough to keep. */
export function rounded(minutes: number): number {
  const size = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, minutes))) - 1);
  return Math.round(minutes / size) * size;
}
