/** Open dossiers past their due date, with whose step made them so. */
import type { QueryFilter } from 'mongoose';
import type { LateRow, Page } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { overdueMinutesOf, type Moment } from '../due-state.js';
import { type CountedWork, OF_WORK, overrunOf } from '../figures/shares.js';
import { groupBy } from '../../engine/log-checks/numbers.js';
import { mayReadFiguresOf, visibleDossiers } from '../rights.js';
import type { DossierDoc, OpenStep } from '../schemas/dossier.js';
import { present, skipOf, type Paging, type QueryContext } from './context.js';
import { proceduresOf, type OverviewFilter } from './overview.js';

const PARTS = { dossierNo: 1, procedureId: 1, 'facts.procedureName': 1, agencyId: 1, dueAt: 1, settledAt: 1, paused: 1, steps: 1 } as const;
type Part = Pick<DossierDoc, '_id' | 'dossierNo' | 'procedureId' | 'agencyId' | 'dueAt' | 'settledAt' | 'paused' | 'steps'> & { facts: Pick<DossierDoc['facts'], 'procedureName'> };

export class LateQueries {
  constructor(private readonly context: QueryContext) {}

  async list(actor: Actor, query: OverviewFilter & Paging): Promise<Page<LateRow>> {
    const { store } = this.context;
    const moment = present(this.context, actor.agencyId);
    const filter: QueryFilter<DossierDoc> = { ...visibleDossiers(actor), open: true, sortDue: { $lt: moment.now.getTime() }, paused: false, ...await chosen(this.context, query) };
    const [docs, total] = await Promise.all([
      store.dossiers.find(filter, PARTS).sort({ sortDue: 1, _id: 1 }).skip(skipOf(query)).limit(query.pageSize).lean<Part[]>(), store.dossiers.countDocuments(filter),
    ]);
    const work = groupBy(await store.workItems.find({ dossierId: { $in: docs.map(({ _id }) => _id) } }, OF_WORK).sort({ since: 1 }).lean<CountedWork[]>(), (item) => item.dossierId);
    return { items: docs.map((doc) => this.row(actor, doc, work.get(doc._id) ?? [], moment)), total, page: query.page, pageSize: query.pageSize };
  }

  private row(actor: Actor, doc: Part, work: readonly CountedWork[], moment: Moment): LateRow {
    const { calendars, directory } = this.context;
    const overdueMinutes = overdueMinutesOf(doc, moment, calendars.of({ agencyId: doc.agencyId }).calendar) ?? 0;
    const causes = new Map<string, LateRow['causes'][number]>();
    for (const [at, minutes] of overrunOf(work, moment.now, overdueMinutes, calendars).entries()) {
      const { step, departmentId } = work[at]!;
      const cause = causes.get(`${step}|${departmentId}`) ?? { step, departmentName: directory.departmentName(departmentId), minutes: 0 };
      cause.minutes += minutes;
      causes.set(`${step}|${departmentId}`, cause);
    }
    const told = [...causes.values()].map((cause) => ({ ...cause, minutes: Math.round(cause.minutes) })).filter(({ minutes }) => minutes > 0);
    return {
      dossierId: doc._id, dossierNo: doc.dossierNo, procedureId: doc.procedureId, procedureName: doc.facts.procedureName, steps: stepsOf(this.context, actor, doc.steps), dueAt: doc.dueAt!.toISOString(), overdueMinutes,
      causes: told.length > 0 ? told.sort((a, b) => b.minutes - a.minutes) : this.standing(doc, work, overdueMinutes),
    };
  }

  /** A step that no person has, such as one of a program that failed, is no turn of anybody: where no turn took too long, it is where the dossier stands. */
  private standing({ steps }: Part, work: readonly CountedWork[], overdueMinutes: number): LateRow['causes'] {
    const at = steps.filter(({ name }) => !work.some((item) => item.open && item.outside === true && item.step === name));
    return at.map(({ name, departmentId }) => ({ step: name, departmentName: departmentId ? this.context.directory.departmentName(departmentId) : '', minutes: Math.round(overdueMinutes / at.length) }));
  }
}

/** The rest of what is asked, for the documents that an index has found. */
async function chosen({ store, directory }: QueryContext, { agency, department, procedure, field, channel }: OverviewFilter): Promise<QueryFilter<DossierDoc>> {
  const known = field === undefined ? [] : await store.procedures.find({ field }, { field: 1 }).lean();
  return {
    ...(agency === undefined ? {} : { agencyId: agency }), ...(department === undefined ? {} : { 'steps.departmentId': { $in: directory.withPredecessors(department) } }),
    ...proceduresOf(known, { procedure, field }), ...(channel === undefined ? {} : { 'facts.channel': channel as DossierDoc['facts']['channel'] }),
  };
}

/** Where it stands; who has it, for who may see figures under that name. */
export function stepsOf({ directory }: QueryContext, actor: Actor, steps: readonly OpenStep[]): LateRow['steps'] {
  return steps.map(({ name, departmentId, assignee }) => {
    const person = assignee === undefined ? undefined : directory.person(assignee);
    const isSeen = person && mayReadFiguresOf(actor, directory.known(person._id) ?? { id: person._id, agencyId: person.agencyId, departmentIds: [] });
    return { name, departmentName: departmentId ? directory.departmentName(departmentId) : '', ...(isSeen ? { assigneeName: person.name } : {}) };
  });
}
