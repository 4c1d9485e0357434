/** Dossiers: lists, one dossier with all that its page shows, and what a citizen may see. */
import type { QueryFilter } from 'mongoose';
import { haltOf } from '../../engine/casework/fold.js';
import type { Data, Plan } from '../../engine/graph/types.js';
import { labelOf } from '../../engine/graph/labels.js';
import { formOf } from '../../engine/graph/form.js';
import { fieldsOf } from '../../engine/graph/fields.js';
import { outcomesOf } from '../../engine/graph/outcomes.js';
import type { BusinessState, DossierRow, DossierView, Page } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { dueStateOf, overdueMinutesOf, type Moment } from '../due-state.js';
import { caseViewOf } from '../casework/view.js';
import { byWordsOrNumber } from '../fold.js';
import { maskedApplicant, maskedData, mayReadPersonal, readableDossiers } from '../personal.js';
import { pathOf, timelineOf } from '../projections/timeline.js';
import { OPINION } from '../projections/opinion-items.js';
import { actingAs, actingOn, isOfAgency, mayHandOn, visibleDossiers, whyNotActing } from '../rights.js';
import type { DossierDoc, LogDoc, WorkItemDoc } from '../schemas/dossier.js';
import { present, skipOf, type Paging, type QueryContext } from './context.js';
import { syncOf } from '../portal.js';
import { dossierTimes, stepDueView } from './times.js';
import { WorkQueries } from './work.js';

export interface DossierQuery extends Paging { state?: BusinessState; procedure?: string; q?: string; open?: boolean }

export class DossierQueries {
  private readonly work: WorkQueries;

  constructor(private readonly context: QueryContext) {
    this.work = new WorkQueries(context);
  }

  async list(actor: Actor, query: DossierQuery): Promise<Page<DossierRow>> {
    const { dossiers } = this.context.store;
    const filter: QueryFilter<DossierDoc> = {
      ...visibleDossiers(actor), ...(query.state ? { state: query.state } : {}), ...(query.open === undefined ? {} : { open: query.open }),
      ...(query.procedure ? { procedureId: query.procedure } : {}), ...byWordsOrNumber(query.q ?? '', readableDossiers(actor)),
    };
    const [docs, total] = await Promise.all([
      dossiers.find(filter).sort({ receivedAt: -1, _id: 1 }).skip(skipOf(query)).limit(query.pageSize).lean(), dossiers.countDocuments(filter),
    ]);
    const moment = present(this.context, actor.agencyId);
    return { items: docs.map((doc) => this.toRow(doc, moment)), total, page: query.page, pageSize: query.pageSize };
  }

  /** Undefined when it is not there, or not for this person to see: the two must look the same. */
  async find(actor: Actor, id: string): Promise<DossierDoc | undefined> {
    return (await this.context.store.dossiers.findOne({ _id: id, ...visibleDossiers(actor) }).lean()) ?? undefined;
  }

  /** Just received, as this process has written it, if it did; it shows event `seq` at least. */
  async lately(actor: Actor, id: string, seq: number): Promise<DossierDoc | undefined> {
    const fresh = this.context.fresh.takeReceived(id);
    return fresh && fresh.seq >= seq && fresh.agencies.some((each) => isOfAgency(actor, each)) ? fresh : this.find(actor, id);
  }

  async view(actor: Actor, id: string): Promise<DossierView | undefined> {
    const doc = await this.find(actor, id);
    if (!doc) return undefined;
    const [plan, log, items, sync] = await Promise.all([
      this.context.plans.plan(doc.facts.planHash), this.context.store.log.find({ dossierId: id }).sort({ from: 1 }).lean(), this.work.ofDossier(actor, id), syncOf(this.context.store, id),
    ]);
    const moment = present(this.context, actor.agencyId);
    const { facts } = doc;
    const isRead = mayReadPersonal(actor, doc);
    const data = isRead ? doc.data : maskedData(doc.data, plan);
    const times = dossierTimes(doc, log, plan, { ...this.context, now: moment.now });
    const { calendar } = this.context.calendars.of({ named: doc.calendarId, agencyId: doc.agencyId });
    return {
      casework: caseViewOf(doc, this.context.rules.of(facts).rules, calendar, this.context.directory, sync), followUps: await this.followUps(doc),
      ...this.toRow(doc, moment), applicantDetails: isRead ? facts.applicant : maskedApplicant(facts.applicant), ...(isRead ? {} : { masked: true as const }), data: inWords(plan, data), labels: labelsOf(plan, Object.keys(doc.data)), parts: facts.parts, ...(facts.fee ? { fee: facts.fee } : {}), ...(facts.feePaid ? { feePaid: facts.feePaid } : {}),
      receivedByName: this.context.directory.staffName(facts.receivedBy), ...(facts.receivedOnBehalfOf ? { receivedOnBehalfOfName: this.context.directory.staffName(facts.receivedOnBehalfOf) } : {}), agencyName: this.context.directory.agencyName(facts.agencyId),
      work: items.map((item) => this.workView(actor, item, plan, { ...doc, data }, moment)), timeline: timelineOf(log, plan, this.context.directory, await this.formerPlans(log)),
      ...times, incidents: doc.incidents.map((each) => ({ ...each, at: each.at.toISOString() })), path: pathOf(log),
      seq: doc.seq, asOf: doc.updatedAt.toISOString(),
    };
  }

  private formerPlans(log: readonly LogDoc[]): Promise<Plan[]> {
    const hashes = log.flatMap(({ events }) => events.flatMap((event) => (event.type === 'processMigrated' ? [event.from] : [])));
    return Promise.all([...new Set(hashes)].map((hash) => this.context.plans.plan(hash)));
  }

  /** Only what has ended is taken up again: a running dossier costs no question. */
  private async followUps({ _id, open }: DossierDoc): Promise<DossierView['followUps']> {
    if (open) return [];
    const docs = await this.context.store.dossiers.find({ 'facts.follows.dossierId': _id }, { dossierNo: 1 }).sort({ receivedAt: 1 }).limit(20).lean();
    return docs.map((each) => ({ dossierId: each._id, dossierNo: each.dossierNo }));
  }

  toRow(doc: DossierDoc, moment: Moment = present(this.context)): DossierRow {
    const { directory, calendars } = this.context;
    const overdue = overdueMinutesOf(doc, moment, calendars.of({ agencyId: doc.agencyId }).calendar);
    return {
      id: doc._id, dossierNo: doc.dossierNo, procedureId: doc.procedureId, procedureCode: doc.procedureCode, procedureName: doc.facts.procedureName, version: doc.version,
      applicant: doc.facts.applicant.name, channel: doc.facts.channel, state: doc.state,
      steps: doc.steps.map(({ element, name, departmentId, assignee }) => ({
        element, name, departmentName: departmentId ? directory.departmentName(departmentId) : '', ...(assignee ? { assigneeName: directory.staffName(assignee) } : {}),
      })),
      receivedAt: doc.receivedAt.toISOString(), ...(doc.dueAt ? { dueAt: doc.dueAt.toISOString() } : {}), ...(doc.endedAt ? { endedAt: doc.endedAt.toISOString() } : {}),
      dueState: dueStateOf(doc, moment), ...(overdue === undefined ? {} : { overdueMinutes: overdue }),
    };
  }

  private workView(actor: Actor, item: WorkItemDoc, plan: Plan, doc: DossierDoc, moment: Moment): DossierView['work'][number] {
    const graph = Object.values(plan.processes).find((process) => process.nodes[item.element]);
    const node = graph?.nodes[item.element];
    const acting = actingOn(actor, item);
    const reason = whyNotActing(actor, item) ?? (doc.casework && haltOf(doc.casework) && item.kind !== OPINION ? 'suspended' : undefined);
    const stepDue = stepDueView(item, doc, this.context.calendars);
    return {
      ...this.work.toRow(item, moment), outcomes: graph && node ? outcomesOf(graph, node) : [],
      form: formOf(graph && node ? fieldsOf(plan, graph, node) : [], doc.data as Data),
      ...(stepDue ? { stepDue } : {}), mayAct: reason === undefined, mayHandOn: actingAs(actor, item.procedureId, (person) => mayHandOn(person, item)) !== undefined,
      ...(acting?.onBehalfOf ? { onBehalfOfName: acting.person.name } : {}), ...(reason ? { whyNot: reason } : {}),
    };
  }
}

/** A decision for the default flow holds the flow's id, which the drawing has a name for. */
function inWords(plan: Plan, data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const flows = plan.processes[plan.root]?.flows ?? {};
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, (typeof value === 'string' && flows[value]?.name) || value]));
}

/** What the drawing calls the data that a dossier holds. */
function labelsOf(plan: Plan, names: readonly string[]): Record<string, string> {
  const root = plan.processes[plan.root];
  return Object.fromEntries(names.flatMap((name) => {
    const label = root ? labelOf(root, name) : name;
    return label === name ? [] : [[name, label]];
  }));
}
