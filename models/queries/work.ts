/** Lists of work: mine, my department's, my agency's. */
import type { QueryFilter } from 'mongoose';
import type { Page, WorkPage, WorkRow } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { dueStateOf, overdueMinutesOf, type Moment } from '../due-state.js';
import { byWordsOrNumber } from '../fold.js';
import { readableWork } from '../personal.js';
import { NO_DUE } from '../projections/dossier-view.js';
import { workItemId } from '../projections/work-item-views.js';
import { actingOn, isOfAgency, visibleDossiers, visibleWork, type WorkView } from '../rights.js';
import type { WorkItemDoc } from '../schemas/dossier.js';
import { present, skipOf, type Paging, type QueryContext } from './context.js';

export interface WorkQuery extends Paging {
  view: WorkView;
  status?: 'overdue' | 'dueSoon' | 'onTime' | 'paused';
  procedure?: string;
  q?: string;
  /** A minus sign sorts the last first. */
  sort?: WorkSort | `-${WorkSort}`;
}

type WorkSort = keyof typeof SORT_FIELDS;
const SORT_FIELDS = { due: 'sortDue', since: 'since', dossierNo: 'dossierNo' } as const;

/** The same index serves both directions. */
export function sortOf(sort: WorkSort | `-${WorkSort}`): Record<string, 1 | -1> {
  const direction = sort.startsWith('-') ? -1 : 1;
  return { [SORT_FIELDS[sort.replace('-', '') as WorkSort]]: direction, _id: direction };
}

/** Each way of filtering and sorting has an index in schemas/dossier.ts, which a test looks after. */
export function filterOf(actor: Actor, { view, status, procedure, q }: Omit<WorkQuery, 'page' | 'pageSize'>, moment: Moment): QueryFilter<WorkItemDoc> {
  return { ...visibleWork(actor, view), ...byStatus(status, moment), ...(procedure ? { procedureId: procedure } : {}), ...byWordsOrNumber(q ?? '', readableWork(actor)) };
}

export class WorkQueries {
  constructor(private readonly context: QueryContext) {}

  async list(actor: Actor, query: WorkQuery): Promise<WorkPage> {
    const moment = present(this.context, actor.agencyId);
    const filter = filterOf(actor, query, moment);
    const { workItems } = this.context.store;
    const [docs, total, counts] = await Promise.all([
      workItems.find(filter).sort(sortOf(query.sort ?? 'due')).skip(skipOf(query)).limit(query.pageSize).lean(),
      workItems.countDocuments(filter), this.counts(actor, query.view, moment),
    ]);
    return { items: docs.map((doc) => ({ ...this.toRow(doc, moment), ...claimOf(actor, doc) })), total, page: query.page, pageSize: query.pageSize, counts };
  }

  /** Open items of one dossier, as far as the person may see it; in the order in which they came up. */
  async ofDossier(actor: Actor, dossierId: string): Promise<WorkItemDoc[]> {
    return this.asFarAsVisible(actor, dossierId, await this.context.store.workItems.find({ dossierId, open: true }).sort({ since: 1, _id: 1 }).lean());
  }

  /**
   * The same for instances that the dossier has named as open after event `seq`. By id alone: the embedded server has no
   * other index than unique ones, and a click must not look through the work of all dossiers.
   */
  async openInstances(actor: Actor, dossierId: string, instances: readonly string[], seq: number): Promise<WorkItemDoc[]> {
    const ids = instances.map((instance) => workItemId(dossierId, instance));
    const known = ids.flatMap((id) => this.context.fresh.get(id) ?? []).filter((item) => item.seq === seq);
    const others = ids.filter((id) => !known.some((item) => item._id === id));
    const read = others.length === 0 ? [] : await this.context.store.workItems.find({ _id: { $in: others }, open: true }).lean();
    const items = [...known, ...read];
    return this.asFarAsVisible(actor, dossierId, items.sort((a, b) => a.since.getTime() - b.since.getTime() || (a._id < b._id ? -1 : 1)));
  }

  /** A step in his agency makes the dossier his to see; only without one is the dossier asked, so that a click costs one read less. */
  private async asFarAsVisible(actor: Actor, dossierId: string, items: WorkItemDoc[]): Promise<WorkItemDoc[]> {
    if (items.length === 0 || items.some((item) => isOfAgency(actor, item.agencyId))) return items;
    return (await this.context.store.dossiers.exists({ _id: dossierId, ...visibleDossiers(actor) })) ? items : [];
  }

  /** Open or ended; undefined when it is not there or belongs to a dossier the person may not see. */
  async find(actor: Actor, id: string): Promise<WorkItemDoc | undefined> {
    return this.ifVisible(actor, await this.context.store.workItems.findById(id).lean());
  }
  /** Those of them that there are and that the person may see, in no order. */
  async findAll(actor: Actor, ids: readonly string[]): Promise<WorkItemDoc[]> {
    const items = await this.context.store.workItems.find({ _id: { $in: [...ids] } }).lean();
    const elsewhere = [...new Set(items.filter((item) => !isOfAgency(actor, item.agencyId)).map((item) => item.dossierId))];
    const visible = elsewhere.length === 0 ? [] : await this.context.store.dossiers.find({ _id: { $in: elsewhere }, ...visibleDossiers(actor) }, { _id: 1 }).lean();
    const seen = new Set(visible.map((each) => each._id));
    return items.filter((item) => isOfAgency(actor, item.agencyId) || seen.has(item.dossierId));
  }
  /** How many open items of a department each person holds. */
  async loadOf(departmentId: string): Promise<Map<string, number>> {
    const counted = await this.context.store.workItems.aggregate<{ _id: string | null; n: number }>([{ $match: { departmentId, open: true } }, { $group: { _id: '$assignee', n: { $sum: 1 } } }]);
    return new Map(counted.flatMap(({ _id, n }) => (_id ? [[_id, n] as const] : [])));
  }
  /** What somebody holds, of whatever dossiers: for his administrator, when he leaves. */
  async heldBy(personId: string, paging: Paging): Promise<Page<WorkRow>> {
    const { workItems } = this.context.store;
    const filter = { assignee: personId, open: true };
    const [docs, total] = await Promise.all([workItems.find(filter).sort({ sortDue: 1, _id: 1 }).skip(skipOf(paging)).limit(paging.pageSize).lean(), workItems.countDocuments(filter)]);
    return { items: docs.map((doc) => this.toRow(doc)), total, page: paging.page, pageSize: paging.pageSize };
  }
  itemsHeldBy(personId: string, most: number): Promise<WorkItemDoc[]> {
    return this.context.store.workItems.find({ assignee: personId, open: true }).sort({ sortDue: 1, _id: 1 }).limit(most).lean();
  }
  /** How many open items each of them holds. */
  async heldByEach(ids: readonly string[]): Promise<Map<string, number>> {
    const counted = await this.context.store.workItems.aggregate<{ _id: string; n: number }>([{ $match: { assignee: { $in: [...ids] }, open: true } }, { $group: { _id: '$assignee', n: { $sum: 1 } } }]);
    const found = new Map(counted.map(({ _id, n }) => [_id, n]));
    return new Map(ids.map((id) => [id, found.get(id) ?? 0]));
  }
  /** As this process wrote it last, if it did: place, role and dossier are right, and who holds it may have changed meanwhile. */
  async lately(actor: Actor, id: string): Promise<WorkItemDoc | undefined> {
    const fresh = this.context.fresh.get(id);
    return fresh ? this.ifVisible(actor, fresh) : this.find(actor, id);
  }

  private async ifVisible(actor: Actor, item: WorkItemDoc | null): Promise<WorkItemDoc | undefined> {
    if (!item) return undefined;
    if (isOfAgency(actor, item.agencyId)) return item;
    return (await this.context.store.dossiers.exists({ _id: item.dossierId, ...visibleDossiers(actor) })) ? item : undefined;
  }

  toRow(doc: WorkItemDoc, moment: Moment = present(this.context)): WorkRow {
    const { directory, calendars } = this.context;
    const overdue = overdueMinutesOf(doc, moment, calendars.of({ agencyId: doc.agencyId }).calendar);
    return {
      id: doc._id, dossierId: doc.dossierId, dossierNo: doc.dossierNo, applicant: doc.applicant, procedureCode: doc.procedureCode, procedureName: doc.procedureName,
      element: doc.element, step: doc.step, departmentId: doc.departmentId, departmentName: directory.departmentName(doc.departmentId),
      ...(doc.role ? { role: doc.role } : {}), status: doc.status === 'completed' || doc.status === 'cancelled' ? 'started' : doc.status,
      ...(doc.assignee ? { assignee: doc.assignee, assigneeName: directory.staffName(doc.assignee) } : {}),
      since: doc.since.toISOString(), ...(doc.stepDueAt ? { stepDueAt: doc.stepDueAt.toISOString() } : {}), ...(doc.dueAt ? { dueAt: doc.dueAt.toISOString() } : {}),
      dueState: dueStateOf(doc, moment), ...(overdue === undefined ? {} : { overdueMinutes: overdue }),
    };
  }

  private async counts(actor: Actor, view: WorkView, moment: Moment): Promise<WorkPage['counts']> {
    const { workItems } = this.context.store;
    const shown = visibleWork(actor, view);
    const [mine, department, all, overdue, dueSoon] = await Promise.all([
      workItems.countDocuments(visibleWork(actor, 'mine')), workItems.countDocuments(visibleWork(actor, 'department')),
      workItems.countDocuments(visibleWork(actor, 'all')),
      workItems.countDocuments({ ...shown, ...byStatus('overdue', moment) }), workItems.countDocuments({ ...shown, ...byStatus('dueSoon', moment) }),
    ]);
    return { mine, department, all, overdue, dueSoon };
  }
}

/** Whether the reader may take it, and in whose name he would act. */
function claimOf(actor: Actor, doc: WorkItemDoc): Pick<WorkRow, 'mayClaim' | 'onBehalfOfName'> {
  const acting = actingOn(actor, doc);
  return { mayClaim: acting !== undefined && doc.assignee === undefined, ...(acting?.onBehalfOf ? { onBehalfOfName: acting.person.name } : {}) };
}

function byStatus(status: WorkQuery['status'], { now, soon }: Moment): QueryFilter<WorkItemDoc> {
  switch (status) {
    case 'overdue': return { paused: false, sortDue: { $lt: now.getTime() } };
    case 'dueSoon': return { paused: false, sortDue: { $gte: now.getTime(), $lte: soon.getTime() } };
    case 'onTime': return { paused: false, sortDue: { $gt: soon.getTime() } };
    // Without a date while it stands still: they are together at the end.
    case 'paused': return { paused: true, sortDue: NO_DUE };
    case undefined: return {};
  }
}
