/** Work items as lists show them: what to write for the items that a batch of steps touched. Pure. */
import type { Pause } from '../../engine/calendar/types.js';
import type { ActivityNode, Instant } from '../../engine/graph/types.js';
import type { ProcessEvent } from '../../engine/interpreter/events.js';
import type { WorkItem } from '../../engine/interpreter/state.js';
import { workItems } from '../../engine/interpreter/work.js';
import type { Batch, EndedWork } from '../../engine/record/steps.js';
import { dueOf, minutesBetween, stepLimitOf } from '../calendar.js';
import type { KnownCalendar } from '../calendars/book.js';
import { wordsOf } from '../fold.js';
import type { DossierDoc, WorkItemDoc, WorkMark } from '../schemas/dossier.js';
import { closedStops, textOf, type Surroundings } from './dossier-view.js';
import { decidedAt, marksIn } from './item-history.js';
import { factsIn, opinionChanges } from './opinion-items.js';
import { placeOf } from './place.js';

/** What to write for one item, unless something newer is there. */
export interface WorkItemChange { id: string; seq: number; /** All that it is, which an item that is not there yet needs. */ set: Partial<WorkItemDoc>; unset: (keyof WorkItemDoc)[]; /** It was there before, on the same version: what is fixed stands in it. */ isKnown: boolean; /** Added to its history, by the number of the event: written twice it is there once. */ marks?: Record<string, WorkMark> }

/** What no click changes, only a move to another version. */
export const FIXED_IN_WORK = [
  'dossierId', 'instance', 'element', 'step', 'kind', 'role', 'limit', 'outside', 'dossierNo', 'applicant', 'procedureId', 'procedureCode', 'procedureName', 'version', 'words',
] as const satisfies readonly (keyof WorkItemDoc)[];

export const workItemId = (dossierId: string, instance: string): string => `${dossierId}.${instance}`;
/** The dossier and the instance that a work item id names; undefined for any other text. */
export function parseWorkItemId(id: string): { dossierId: string; instance: string } | undefined {
  const dot = id.lastIndexOf('.');
  return dot > 0 && dot < id.length - 1 ? { dossierId: id.slice(0, dot), instance: id.slice(dot + 1) } : undefined;
}

export function workItemChanges(batch: Batch, dossier: DossierDoc, around: Surroundings): WorkItemChange[] {
  const events = batch.steps.flatMap((step) => step.events);
  const touched = touchedBy(events);
  const all = clockChanged(batch) || events.some((event) => event.type === 'calendarCorrected' || event.type === 'processMigrated');
  const open = workItems(around.plan, batch.state).filter((item) => all || touched.has(item.id));
  return [
    ...batch.ended.map((ended) => endedChange(ended, events, batch, dossier, around)),
    ...open.map((item) => openChange(item, events, batch, dossier, around)),
    ...opinionChanges(batch, dossier, around, (instance) => workItemId(batch.dossierId, instance), all),
  ];
}

function touchedBy(events: readonly ProcessEvent[]): Set<string> {
  const instances = new Set<string>();
  for (const event of events) {
    if (event.type === 'workItemOffered' || event.type === 'workItemClaimed' || event.type === 'workItemAssigned' || event.type === 'workItemStarted' || event.type === 'workItemReleased') instances.add(event.instance);
  }
  return instances;
}

/** When the clock stops or runs again, or the limit is extended, the due date of every open item moves. */
function clockChanged(batch: Batch): boolean {
  const { ledger, steps } = batch;
  if (factsIn(batch).some((fact) => fact.type === 'limitExtended')) return true;
  const began = steps[0]?.at ?? 0;
  const last = ledger.stops[ledger.stops.length - 1];
  return last !== undefined && (last[1] ?? last[0]) >= began;
}

function openChange(item: WorkItem, events: readonly ProcessEvent[], batch: Batch, dossier: DossierDoc, around: Surroundings): WorkItemChange {
  const graph = around.plan.processes[item.process]!;
  const node = graph.nodes[item.node] as ActivityNode;
  const { calendar } = calendarOf(node, item, dossier, around);
  const stepDue = dueOf(calendar, item.since, stepLimitOf(node.step), stepPauses(node, batch));
  const claimed = claimOf(item.id, events);
  const set: Partial<WorkItemDoc> = {
    ...baseOf(node, item.id, item, batch, dossier, around), open: true, status: item.work.status === 'suspended' ? 'started' : item.work.status,
    since: new Date(item.since), paused: dossier.paused, sortDue: dossier.sortDue,
    ...(stepDue === undefined ? {} : { stepDueAt: new Date(stepDue) }), ...(dossier.dueAt ? { dueAt: dossier.dueAt } : {}), ...(dossier.settledAt ? { settledAt: dossier.settledAt } : {}),
    ...(item.work.by ? { assignee: item.work.by } : {}), ...apartOf(node, batch),
    ...(claimed === undefined ? {} : { claimedAt: new Date(claimed), waitMinutes: minutesBetween(calendar, item.since, claimed) }),
  };
  const unset: (keyof WorkItemDoc)[] = [...(dossier.dueAt ? [] : ['dueAt' as const]), ...(dossier.settledAt ? [] : ['settledAt' as const]), ...(item.work.by ? [] : ['assignee', 'claimedAt', 'waitMinutes'] as const)];
  return { id: workItemId(batch.dossierId, item.id), seq: batch.state.seq, set, unset, isKnown: isKnown(item.id, events), ...marksIn(item.id, events) };
}

/** Its performers may change when the drawing leads back before a step: then this one is offered anew. */
function apartOf(node: ActivityNode, { state: { performers, principals } }: Batch): Pick<WorkItemDoc, 'apart'> {
  const apart = (node.step?.separateFrom ?? []).flatMap((each) => [performers[each] ?? [], principals?.[each] ?? []].flat());
  return apart.length > 0 ? { apart: [...new Set(apart)] } : {};
}

function endedChange(ended: EndedWork, events: readonly ProcessEvent[], batch: Batch, dossier: DossierDoc, around: Surroundings): WorkItemChange {
  const node = around.plan.processes[ended.process]!.nodes[ended.node] as ActivityNode;
  const { calendar } = calendarOf(node, ended, dossier, around);
  const claimed = claimOf(ended.instance, events);
  const set: Partial<WorkItemDoc> = {
    ...baseOf(node, ended.instance, ended, batch, dossier, around), open: false, status: ended.how, since: new Date(ended.since), endedAt: new Date(ended.endedAt),
    stayMinutes: minutesBetween(calendar, ended.since, ended.endedAt), paused: false, sortDue: dossier.sortDue, ...(ended.by ? { assignee: ended.by } : {}), ...(ended.onBehalfOf ? { onBehalfOf: ended.onBehalfOf } : {}),
    ...(claimed === undefined ? {} : { claimedAt: new Date(claimed), waitMinutes: minutesBetween(calendar, ended.since, claimed) }),
    ...decidedAt(ended.instance, around.plan.processes[ended.process]!, node, events),
  };
  return { id: workItemId(batch.dossierId, ended.instance), seq: batch.state.seq, set, unset: [], isKnown: isKnown(ended.instance, events), ...marksIn(ended.instance, events) };
}

function isKnown(instance: string, events: readonly ProcessEvent[]): boolean {
  return !events.some((event) => event.type === 'processMigrated' || (event.type === 'workItemOffered' && event.instance === instance));
}

function baseOf(node: ActivityNode, instance: string, stay: Stay, batch: Batch, dossier: DossierDoc, around: Surroundings): Partial<WorkItemDoc> {
  const { facts } = dossier;
  const { departmentId, agencyId } = whereOf(node, stay, dossier, around);
  const limit = stepLimitOf(node.step);
  return {
    dossierId: batch.dossierId, instance, seq: batch.state.seq, element: node.id, step: node.name ?? node.id,
    departmentId, agencyId, calendarId: calendarOf(node, stay, dossier, around).id, ...(limit ? { limit } : {}), ...(node.step?.clock === 'stopped' ? { outside: true } : {}),
    ...(node.step?.kind ? { kind: node.step.kind } : {}), ...(node.step?.role ? { role: node.step.role } : {}),
    dossierNo: facts.dossierNo, applicant: facts.applicant.name, procedureId: facts.procedureId, procedureCode: facts.procedureCode,
    procedureName: facts.procedureName, version: facts.version, words: wordsOf(`${textOf(facts)} ${node.name ?? ''}`), ...(dossier.keys ? { keys: dossier.keys } : {}),
  };
}

interface Stay { process: string; since: Instant }

function whereOf(node: ActivityNode, { process, since }: Stay, dossier: DossierDoc, around: Surroundings) {
  const place = placeOf(around.plan.processes[process]!, node);
  const departmentId = place?.id ?? '';
  return { departmentId, agencyId: around.organisation.agencyOf(departmentId) ?? place?.agency ?? dossier.agencyId, named: place?.calendar, at: since };
}

/** A step is counted by the calendar that the department that does it worked by when it began. */
function calendarOf(node: ActivityNode, stay: Stay, dossier: DossierDoc, around: Surroundings): KnownCalendar {
  return around.calendars.of(whereOf(node, stay, dossier, around));
}

/** A step stands still with its dossier, but for one that is itself what the dossier waits for. */
function stepPauses(node: ActivityNode, { ledger }: Batch): Pause[] {
  return node.step?.clock === 'stopped' ? [] : closedStops(ledger);
}

function claimOf(instance: string, events: readonly ProcessEvent[]): number | undefined {
  let at: number | undefined;
  for (const event of events) {
    if ((event.type === 'workItemClaimed' || event.type === 'workItemAssigned') && event.instance === instance) at = event.at;
    else if (event.type === 'workItemReleased' && event.instance === instance) at = undefined;
  }
  return at;
}
