/** What a person does to a work item or a dossier: rights, command, answer. Routes and tests call it; it knows no HTTP. */
import { createHash } from 'node:crypto';
import { applicantFields, outcomesOf, type StepOutcome } from '../engine/graph/outcomes.js';
import type { DossierCommand } from '../engine/casework/step.js';
import type { Data, Plan } from '../engine/graph/types.js';
import type { Command } from '../engine/interpreter/commands.js';
import { limitInForce } from '../engine/record/limits.js';
import { answerOf, limitOf } from '../models/calendar.js';
import type { Actor, Directory } from '../models/directory.js';
import { dueViewOf } from '../models/due-view.js';
import { limitText } from '../models/limit-text.js';
import { mayReceive } from '../models/may-receive.js';
import type { Projector } from '../models/projector.js';
import { OPINION } from '../models/projections/opinion-items.js';
import { placeOf } from '../models/projections/place.js';
import { parseWorkItemId } from '../models/projections/work-item-views.js';
import type { QueryContext } from '../models/queries/context.js';
import type { DossierQueries } from '../models/queries/dossiers.js';
import type { ProcedureQueries, PublishedProcedure } from '../models/queries/procedures.js';
import type { WorkQueries } from '../models/queries/work.js';
import { hasRole, mayAssign, whyNot } from '../models/rights.js';
import type { DossierPlaces, ReceivedPart, WorkItemDoc } from '../models/schemas/dossier.js';
import type { DossierHost, Submitted } from '../workflows/host.js';
import type { DossierRow, Problem, ReceivePreview, ReceiveRequest, WorkAnswer } from './contract.js';
import { ProblemError, problemOfRejection } from './http/problem.js';
import type { Opening, OpeningFacts } from './opening.js';

export interface ActionDependencies {
  host: DossierHost; context: QueryContext; directory: Directory; projector: Projector; opening: Opening;
  work: WorkQueries; dossiers: DossierQueries; procedures: ProcedureQueries;
}
interface Completion { commandId: string; outcome?: string | undefined; data?: Data | undefined; note?: string | undefined }
type Wish = 'claimWorkItem' | 'releaseWorkItem' | 'startWorkItem';

export class WorkActions {
  constructor(private readonly given: ActionDependencies) {}

  async act(actor: Actor, id: string, type: Wish, commandId: string): Promise<WorkAnswer> {
    const item = await this.mine(actor, id);
    if (item.kind === OPINION) {
      if (type !== 'claimWorkItem') throw new ProblemError('refused');
      return this.submit(actor, item, { type: 'takeOpinion', opinion: item.instance, commandId, at: this.now(), by: actor.id });
    }
    return this.submit(actor, item, { type, item: item.instance, commandId, at: this.now(), by: actor.id });
  }

  async assign(actor: Actor, id: string, to: string, commandId: string): Promise<WorkAnswer> {
    const item = await this.find(actor, id);
    const person = await this.given.directory.actor(to);
    if (!mayAssign(actor, item)) throw new ProblemError('forbidden', { detail: 'only the head of the department hands out its work' });
    if (!person || whyNot(person, { departmentId: item.departmentId, ...(item.role ? { role: item.role } : {}) })) throw new ProblemError('unknown-person', { detail: 'this person may not do the step' });
    return this.submit(actor, item, { type: 'assignWorkItem', item: item.instance, to, commandId, at: this.now(), by: actor.id });
  }

  async complete(actor: Actor, id: string, { commandId, outcome, data, note }: Completion): Promise<WorkAnswer> {
    const item = await this.mine(actor, id);
    if (item.kind === OPINION) return this.submit(actor, item, { type: 'answerOpinion', opinion: item.instance, text: note ?? '', commandId, at: this.now(), by: actor.id });
    await this.refuseDrafter(actor, item);
    const chosen = outcome === undefined ? undefined : await this.outcomeOf(item, outcome);
    const brought = { ...data, ...chosen?.data };
    return this.submit(actor, item, {
      type: 'completeWorkItem', item: item.instance, commandId, at: this.now(), by: actor.id, ...(note ? { reason: note } : {}),
      ...(Object.keys(brought).length > 0 ? { data: brought } : {}),
    });
  }

  async resolveIncident(actor: Actor, dossierId: string, incident: string, action: 'retry' | 'skip', reason: string, commandId: string): Promise<WorkAnswer> {
    if (!hasRole(actor, 'administrator')) throw new ProblemError('forbidden', { detail: 'only an administrator resolves incidents' });
    if (!(await this.given.dossiers.find(actor, dossierId))) throw new ProblemError('unknown-dossier');
    const command: Command = { type: 'resolveIncident', incident, action, reason, commandId, at: this.now(), by: actor.id };
    const answer = await this.given.host.submit(dossierId, command);
    if (!answer.accepted) throw problemOfRejection(answer.rejection);
    return this.answerOf(actor, dossierId, answer);
  }

  async preview(actor: Actor, procedureId: string, receivedAt: Date, data: Data = {}): Promise<ReceivePreview> {
    const { procedure, plan, root } = await this.given.procedures.published(procedureId);
    const { calendars, settings } = this.given.context;
    await Promise.all([calendars.upToDate(), settings.upToDate()]);
    const clock = settings.clockRules({ agencyId: actor.agencyId, procedureId: procedure._id });
    const limit = limitOf(root.procedure, limitInForce(root.procedure, data, receivedAt.getTime()), clock);
    const { calendar } = calendars.of({ agencyId: actor.agencyId });
    const due = limit && answerOf(() => dueViewOf(calendar, receivedAt.getTime(), limit));
    const facts = root.procedure;
    return {
      procedure: { id: procedure._id, code: procedure.code, name: procedure.name, ...(facts?.fee ? { fee: facts.fee } : {}), ...(limit ? { limit: limitText(limit) } : {}) },
      parts: (facts?.requiredDocuments ?? []).filter(isBrought).map(({ type, name, copies, original, mandatory }) => ({ type, name: name ?? type, copies: copies ?? 1, original: original ?? 'original', mandatory })),
      fields: applicantFields(plan, root).map(({ name, label, type, required }) => ({ name, label, type, required })),
      ...(due ? { due } : {}),
    };
  }

  async receive(actor: Actor, request: ReceiveRequest): Promise<DossierRow> {
    const published = await this.given.procedures.published(request.procedureId);
    if (!mayReceive(actor, published, this.given.context.directory)) throw new ProblemError('forbidden', { detail: 'this procedure is received by another department' });
    const { dossierId, ...answer } = await this.given.opening.open(actor, request.commandId, this.factsOf(actor, request, published), request.data as Data | undefined);
    if (!answer.accepted && answer.rejection.code !== 'already-started') throw problemOfRejection(answer.rejection);
    const row = await this.given.dossiers.find(actor, dossierId);
    if (!row) throw new ProblemError('unknown-dossier');
    return this.given.dossiers.toRow(row);
  }

  private factsOf(actor: Actor, request: ReceiveRequest, published: PublishedProcedure): OpeningFacts {
    const { commandId: _id, ...body } = request;
    const { procedure, version, root } = published;
    return {
      procedureId: procedure._id, procedureCode: procedure.code, procedureName: procedure.name, version: version.version, planHash: version.planHash,
      agencyId: actor.agencyId, channel: request.channel, applicant: request.applicant, parts: partsOf(request, root.procedure?.requiredDocuments ?? []),
      ...(root.procedure?.fee ? { fee: root.procedure.fee } : {}), ...(request.note ? { note: request.note } : {}), places: this.placesOf(actor, request, published),
      receivedBy: actor.id, bodyHash: createHash('sha256').update(JSON.stringify(body)).digest('base64url'),
    };
  }

  /** Helped where it was received unless said otherwise; decided by the agency whose step signs or approves last. */
  private placesOf(actor: Actor, request: ReceiveRequest, { procedure, root }: PublishedProcedure): DossierPlaces {
    const { directory } = this.given;
    for (const id of [request.helpAgencyId, request.competentAgencyId]) {
      if (id !== undefined && !directory.agency(id)) throw new ProblemError('bad-request', { detail: `no such agency: ${id}` });
    }
    const desk = actor.departmentIds[0];
    return {
      helpAgencyId: request.helpAgencyId ?? actor.agencyId, ...(desk ? { receptionDepartmentId: desk } : {}),
      competentAgencyId: request.competentAgencyId ?? decidingAgency(root, (id) => directory.agencyOf(id)) ?? procedure.agencyId,
    };
  }

  private async submit(actor: Actor, item: WorkItemDoc, command: DossierCommand): Promise<WorkAnswer> {
    const answer = await this.given.host.submit(item.dossierId, command);
    if (!answer.accepted) throw problemOfRejection(answer.rejection, await this.meanwhile(actor, item._id));
    return this.answerOf(actor, item.dossierId, answer);
  }

  private async answerOf(actor: Actor, dossierId: string, { settled }: Submitted & { accepted: true }): Promise<WorkAnswer> {
    const next = await this.given.work.openInstances(actor, dossierId, settled.open.map((each) => each.id), settled.seq);
    return { dossierId, seq: settled.seq, next: next.map((each) => this.given.work.toRow(each)), dossierStatus: settled.status };
  }

  /** Who drafted the paper does not approve or sign it, where the rules in force at reception say so. */
  private async refuseDrafter(actor: Actor, { kind, dossierId }: WorkItemDoc): Promise<void> {
    if (kind !== 'approve' && kind !== 'sign') return;
    const [facts, dossier] = await Promise.all([this.given.projector.factsOf(dossierId), this.given.context.store.dossiers.findById(dossierId, { drafters: 1 }).lean()]);
    if (this.given.context.rules.of(facts).rules['fourEyes.approverIsNotDrafter'] && dossier?.drafters?.includes(actor.id)) throw new ProblemError('four-eyes');
  }

  /** What happened to the item, for the clerk who came too late. */
  private async meanwhile(actor: Actor, id: string): Promise<Pick<Problem, 'meanwhile'>> {
    const item = await this.given.work.find(actor, id);
    const at = item?.endedAt ?? item?.claimedAt;
    if (!item || !at) return {};
    const by = item.assignee;
    return { meanwhile: { at: at.toISOString(), what: item.status, ...(by ? { by, byName: this.given.directory.staffName(by) } : {}) } };
  }

  private async find(actor: Actor, id: string): Promise<WorkItemDoc> {
    const item = parseWorkItemId(id) ? await this.given.work.find(actor, id) : undefined;
    if (!item) throw new ProblemError('unknown-work-item');
    return item;
  }
  /** An item the person may act on; whether somebody else was faster is for the dossier to say. */
  private async mine(actor: Actor, id: string): Promise<WorkItemDoc> {
    const item = parseWorkItemId(id) ? await this.given.work.lately(actor, id) : undefined;
    if (!item) throw new ProblemError('unknown-work-item');
    const reason = whyNot(actor, { departmentId: item.departmentId, ...(item.role ? { role: item.role } : {}) });
    if (reason) throw new ProblemError('forbidden', { detail: reason });
    return item;
  }

  private async outcomeOf(item: WorkItemDoc, id: string): Promise<StepOutcome> {
    const facts = await this.given.projector.factsOf(item.dossierId);
    const plan: Plan = await this.given.context.plans.plan(facts.planHash);
    const graph = Object.values(plan.processes).find((process) => process.nodes[item.element]);
    const node = graph?.nodes[item.element];
    const found = graph && node ? outcomesOf(graph, node).find((each) => each.id === id) : undefined;
    if (!found) throw new ProblemError('unknown-outcome', { detail: `the step ${item.element} has no outcome ${id}` });
    return found;
  }

  private now(): number {
    return this.given.context.now().getTime();
  }
}

type Required = NonNullable<PublishedProcedure['root']['procedure']>['requiredDocuments'][number];
/** What the applicant hands in; the rest comes from databases or from the agency itself. */
function isBrought({ source }: Required): boolean {
  return source === undefined || source === 'applicant';
}

function partsOf(request: ReceiveRequest, required: readonly Required[]): ReceivedPart[] {
  return request.parts.map(({ type, copies, received }) => {
    const known = required.find((each) => each.type === type);
    return { type, name: known?.name ?? type, copies, form: known?.original ?? 'original', received };
  });
}

/** Of the last step that signs or approves, in the order of the drawing. */
function decidingAgency(root: PublishedProcedure['root'], agencyOf: (departmentId: string) => string | undefined): string | undefined {
  const deciding = root.order.map((id) => root.nodes[id]).filter((node) => node?.kind === 'activity' && (node.step?.kind === 'sign' || node.step?.kind === 'approve'));
  const last = deciding[deciding.length - 1];
  const place = last && placeOf(root, last);
  return place && (agencyOf(place.id) ?? place.agency);
}
