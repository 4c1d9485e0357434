/** Lists of work: mine, my department's, my agency's. */
import type { QueryFilter } from 'mongoose';
import type { WorkPage, WorkRow } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { dueStateOf, overdueMinutesOf, type Moment } from '../due-state.js';
import { foldedPattern } from '../fold.js';
import { workItemId } from '../projections/work-item-views.js';
import { visibleDossiers, visibleWork, type WorkView } from '../rights.js';
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
function sortOf(sort: WorkSort | `-${WorkSort}`): Record<string, 1 | -1> {
  const direction = sort.startsWith('-') ? -1 : 1;
  return { [SORT_FIELDS[sort.replace('-', '') as WorkSort]]: direction, _id: direction };
}

export class WorkQueries {
  constructor(private readonly context: QueryContext) {}

  async list(actor: Actor, query: WorkQuery): Promise<WorkPage> {
    const moment = present(this.context, actor.agencyId);
    const filter: QueryFilter<WorkItemDoc> = {
      ...visibleWork(actor, query.view), ...byStatus(query.status, moment), ...(query.procedure ? { procedureId: query.procedure } : {}),
      ...(query.q ? { search: foldedPattern(query.q) } : {}),
    };
    const { workItems } = this.context.store;
    const [docs, total, counts] = await Promise.all([
      workItems.find(filter).sort(sortOf(query.sort ?? 'due')).skip(skipOf(query)).limit(query.pageSize).lean(),
      workItems.countDocuments(filter), this.counts(actor, query.view, moment),
    ]);
    return { items: docs.map((doc) => this.toRow(doc, moment)), total, page: query.page, pageSize: query.pageSize, counts };
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
    if (items.length === 0 || items.some((item) => item.agencyId === actor.agencyId)) return items;
    return (await this.context.store.dossiers.exists({ _id: dossierId, ...visibleDossiers(actor) })) ? items : [];
  }

  /** Open or ended; undefined when it is not there or belongs to a dossier the person may not see. */
  async find(actor: Actor, id: string): Promise<WorkItemDoc | undefined> {
    return this.ifVisible(actor, await this.context.store.workItems.findById(id).lean());
  }
  /** As this process wrote it last, if it did: place, role and dossier are right, and who holds it may have changed meanwhile. */
  async lately(actor: Actor, id: string): Promise<WorkItemDoc | undefined> {
    const fresh = this.context.fresh.get(id);
    return fresh ? this.ifVisible(actor, fresh) : this.find(actor, id);
  }

  private async ifVisible(actor: Actor, item: WorkItemDoc | null): Promise<WorkItemDoc | undefined> {
    if (!item) return undefined;
    if (item.agencyId === actor.agencyId) return item;
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

function byStatus(status: WorkQuery['status'], { now, soon }: Moment): QueryFilter<WorkItemDoc> {
  switch (status) {
    case 'overdue': return { paused: false, sortDue: { $lt: now.getTime() } };
    case 'dueSoon': return { paused: false, sortDue: { $gte: now.getTime(), $lte: soon.getTime() } };
    case 'onTime': return { paused: false, sortDue: { $gt: soon.getTime() } };
    case 'paused': return { paused: true };
    case undefined: return {};
  }
}
