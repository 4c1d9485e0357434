/** What another calendar does to open dossiers: the due date before and after. Pure; tens of thousands in a second. */
import type { WorkCalendar } from '../../engine/calendar/compile.js';
import type { Instant } from '../../engine/graph/types.js';
import { dueOf } from '../calendar.js';
import { extendedDue } from '../casework/dates.js';
import { NO_DUE } from '../projections/dossier-view.js';
import type { DossierDoc, WorkItemDoc } from '../schemas/dossier.js';

/** The parts of a dossier and of a work item that decide about their dates. */
export const DOSSIER_PARTS = { seq: 1, agencies: 1, dossierNo: 1, 'facts.procedureName': 1, 'facts.planHash': 1, receivedAt: 1, limit: 1, calendarId: 1, stops: 1, paused: 1, settledAt: 1, dueAt: 1, 'casework.extensions': 1 } as const;
export type DossierPart = Pick<DossierDoc, '_id' | 'seq' | 'agencies' | 'dossierNo' | 'receivedAt' | 'limit' | 'calendarId' | 'stops' | 'paused' | 'settledAt' | 'dueAt' | 'casework'> & { facts: Pick<DossierDoc['facts'], 'procedureName' | 'planHash'> };
export const WORK_PARTS = { seq: 1, dossierId: 1, since: 1, limit: 1, calendarId: 1, outside: 1, stepDueAt: 1, dueAt: 1 } as const;
export type WorkPart = Pick<WorkItemDoc, '_id' | 'seq' | 'dossierId' | 'since' | 'limit' | 'calendarId' | 'outside' | 'stepDueAt' | 'dueAt'>;

const closed = (stops: DossierPart['stops']) => stops.flatMap(({ from, to }) => (to && to > from ? [{ from: from.getTime(), to: to.getTime() }] : []));

/** By the calendar given; undefined while the clock stands still, or without a limit. */
export function dueBy(calendar: WorkCalendar | undefined, dossier: DossierPart): Instant | undefined {
  if (!calendar || dossier.paused) return undefined;
  const pauses = closed(dossier.stops);
  return extendedDue(calendar, dueOf(calendar, dossier.receivedAt.getTime(), dossier.limit, pauses), dossier.casework, pauses);
}

export function stepDueBy(calendar: WorkCalendar, item: WorkPart, stops: DossierPart['stops']): Instant | undefined {
  return dueOf(calendar, item.since.getTime(), item.limit, item.outside ? [] : closed(stops));
}

/** What the lists sort by. */
export const sortDueOf = (due: Instant | undefined, settledAt: Date | undefined): number => (settledAt || due === undefined ? NO_DUE : due);
