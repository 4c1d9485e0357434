/** What a person does to a work item or a dossier: rights, command, answer. Routes and tests call it; it knows no HTTP. */
import { createHash } from 'node:crypto';
import { applicantFields, fieldsOf } from '../engine/graph/fields.js';
import { formOf, unfinished, type FormSchema } from '../engine/graph/form.js';
import { outcomesOf, type StepOutcome } from '../engine/graph/outcomes.js';
import type { DossierCommand } from '../engine/casework/step.js';
import type { Data, FlowNode, Plan, ProcessGraph } from '../engine/graph/types.js';
import type { Command } from '../engine/interpreter/commands.js';
import { doer } from '../engine/interpreter/people.js';
import { limitInForce } from '../engine/record/limits.js';
import { answerOf, limitOf } from '../models/calendar.js';
import type { Actor, Directory } from '../models/directory.js';
import { dueViewOf } from '../models/due-view.js';
import { limitText } from '../models/limit-text.js';
import { mayReceive } from '../models/may-receive.js';
import type { Projector } from '../models/projector.js';
import { OPINION } from '../models/projections/opinion-items.js';
import { parseWorkItemId } from '../models/projections/work-item-views.js';
import type { QueryContext } from '../models/queries/context.js';
import type { DossierQueries } from '../models/queries/dossiers.js';
import type { ProcedureQueries, PublishedProcedure } from '../models/queries/procedures.js';
import type { WorkQueries } from '../models/queries/work.js';
import { actingAs, actingOn, hasRole, mayAdminister, mayAssign, whyNot, type Acting } from '../models/rights.js';
import type { ReceivedPart, WorkItemDoc } from '../models/schemas/dossier.js';
import type { DossierHost, Submitted } from '../workflows/host.js';
import type { DossierRow, Problem, ReceivePreview, ReceiveRequest, WorkAnswer } from './contract.js';
import { FormCheck } from './form-check.js';
import { ProblemError, problemOfRejection } from './http/problem.js';
import type { Opening, OpeningFacts } from './opening.js';
import { placesOf, placesOffered } from './reception-places.js';

export interface ActionDependencies {
  host: DossierHost; context: QueryContext; directory: Directory; projector: Projector; opening: Opening;
  work: WorkQueries; dossiers: DossierQueries; procedures: ProcedureQueries;
}
interface Completion { commandId: string; outcome?: string | undefined; data?: Data | undefined; note?: string | undefined }
interface Assignment { commandId: string; to: string; reason?: string | undefined; holder?: string | null | undefined }
interface DrawnStep { plan: Plan; graph: ProcessGraph; node: FlowNode }
type Wish = 'claimWorkItem' | 'releaseWorkItem' | 'startWorkItem';

export class WorkActions {
  private readonly forms = new FormCheck();

  constructor(private readonly given: ActionDependencies) {}

  async act(actor: Actor, id: string, type: Wish, commandId: string): Promise<WorkAnswer> {
    const { item, acting } = await this.mine(actor, id, type);
    if (item.kind === OPINION) {
      if (type === 'startWorkItem') throw new ProblemError('refused');
      return this.submit(actor, item, { type: type === 'claimWorkItem' ? 'takeOpinion' : 'releaseOpinion', opinion: item.instance, commandId, at: this.now(), ...doer(acting) });
    }
    return this.submit(actor, item, { type, item: item.instance, commandId, at: this.now(), ...doer(acting) });
  }

  /** The head hands out the work of the department; whoever holds it hands it on to a colleague, and says why. */
  async assign(actor: Actor, id: string, { to, reason, holder, commandId }: Assignment): Promise<WorkAnswer> {
    const item = await this.find(actor, id);
    const head = actingAs(actor, item.procedureId, (person) => mayAssign(person, item));
    const acting = head ?? actingOn(actor, placeOfWork(item));
    if (!acting) throw new ProblemError('forbidden', { detail: 'only the head of the department hands out its work' });
    if (!head && !reason) throw new ProblemError('bad-request', { fields: [{ field: 'reason', message: 'must not be empty' }], detail: 'reason: must not be empty' });
    const person = await this.given.directory.actor(to);
    if (!person || whyNot(person, placeOfWork(item))) throw new ProblemError('unknown-person', { detail: 'this person may not do the step' });
    // Whether he holds it is for the dossier to say: it may have changed hands since it was read.
    const from = head ? holder : acting.onBehalfOf !== undefined && item.assignee === acting.onBehalfOf ? acting.onBehalfOf : actor.id;
    return this.giveTo(actor, item, acting, { to, commandId, from, reason });
  }

  /** What somebody who leaves holds goes to a colleague. The administrator need not see what the dossiers say. */
  async handOver(actor: Actor, item: WorkItemDoc, wish: { to: string; commandId: string; reason: string }): Promise<WorkAnswer> {
    const person = await this.given.directory.actor(wish.to);
    if (!mayAdminister(actor) || !person || whyNot(person, placeOfWork(item))) throw new ProblemError('unknown-person', { detail: 'this person may not do the step' });
    return this.giveTo(actor, item, { person: actor, by: actor.id }, { ...wish, from: item.assignee });
  }

  private giveTo(actor: Actor, item: WorkItemDoc, acting: Acting, { to, commandId, from, reason }: { to: string; commandId: string; from?: string | null | undefined; reason?: string | undefined }): Promise<WorkAnswer> {
    const wish = { to, ...(from === undefined ? {} : { from }), commandId, at: this.now(), ...doer(acting), ...(reason ? { reason } : {}) };
    return this.submit(actor, item, item.kind === OPINION ? { type: 'assignOpinion', opinion: item.instance, ...wish } : { type: 'assignWorkItem', item: item.instance, ...wish });
  }

  async complete(actor: Actor, id: string, { commandId, outcome, data, note }: Completion): Promise<WorkAnswer> {
    const { item, acting } = await this.mine(actor, id);
    if (item.kind === OPINION) return this.submit(actor, item, { type: 'answerOpinion', opinion: item.instance, text: note ?? '', commandId, at: this.now(), ...doer(acting) });
    await this.refuseDrafter(acting, item);
    const step = await this.stepOf(item);
    const chosen = outcome === undefined ? undefined : outcomeOf(step, item.element, outcome);
    const { schema } = formOf(step ? fieldsOf(step.plan, step.graph, step.node) : []);
    const isUnfinished = chosen !== undefined && chosen.kind !== 'forward';
    this.forms.check(isUnfinished ? unfinished(schema) : await this.unanswered(schema, item, data), data ?? {});
    const brought = { ...data, ...chosen?.data };
    return this.submit(actor, item, {
      type: 'completeWorkItem', item: item.instance, commandId, at: this.now(), ...doer(acting), ...(note ? { reason: note } : {}),
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
      form: formOf(applicantFields(plan, root)),
      ...(due ? { due } : {}), places: placesOffered(this.given.directory, actor, { procedure, root }),
    };
  }

  async receive(actor: Actor, request: ReceiveRequest): Promise<DossierRow> {
    const published = await this.given.procedures.published(request.procedureId);
    const acting = actingAs(actor, published.procedure._id, (person) => mayReceive(person, published, this.given.context.directory));
    if (!acting) throw new ProblemError('forbidden', { detail: 'this procedure is received by another department' });
    this.forms.check(formOf(applicantFields(published.plan, published.root)).schema, request.data ?? {});
    const { dossierId, ...answer } = await this.given.opening.open(actor, request.commandId, this.factsOf(acting, request, published), request.data as Data | undefined);
    if (!answer.accepted && answer.rejection.code !== 'already-started') throw problemOfRejection(answer.rejection);
    const row = answer.accepted ? await this.given.dossiers.lately(actor, dossierId, answer.settled.seq) : await this.given.dossiers.find(actor, dossierId);
    if (!row) throw new ProblemError('unknown-dossier');
    return this.given.dossiers.toRow(row);
  }

  /** Received where the person is, or the one whose work he does. */
  private factsOf({ person: actor, by, onBehalfOf }: Acting, request: ReceiveRequest, published: PublishedProcedure): OpeningFacts {
    const { commandId: _id, fromDraft: _draft, ...body } = request;
    const { procedure, version, root } = published;
    return {
      procedureId: procedure._id, procedureCode: procedure.code, procedureName: procedure.name, version: version.version, planHash: version.planHash,
      agencyId: actor.agencyId, channel: request.channel, applicant: request.applicant, parts: partsOf(request, root.procedure?.requiredDocuments ?? []),
      ...(root.procedure?.fee ? { fee: root.procedure.fee } : {}), ...(request.feePaid ? { feePaid: request.feePaid } : {}), ...(request.note ? { note: request.note } : {}), places: placesOf(this.given.directory, actor, request, published),
      receivedBy: by, ...(onBehalfOf === undefined ? {} : { receivedOnBehalfOf: onBehalfOf }), bodyHash: createHash('sha256').update(JSON.stringify(body)).digest('base64url'),
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
  private async refuseDrafter({ by, onBehalfOf }: Acting, { kind, dossierId }: WorkItemDoc): Promise<void> {
    if (kind !== 'approve' && kind !== 'sign') return;
    const { rules } = this.given.context.rules.of(await this.given.projector.factsOf(dossierId));
    if (!rules['fourEyes.approverIsNotDrafter']) return;
    const dossier = await this.given.context.store.dossiers.findById(dossierId, { drafters: 1 }).lean();
    if (dossier?.drafters?.some((each) => each === by || each === onBehalfOf)) throw new ProblemError('four-eyes');
  }

  /** What the dossier says already need not be said again. */
  private async unanswered(schema: FormSchema, { dossierId }: WorkItemDoc, data: Data = {}): Promise<FormSchema> {
    if (schema.required.every((name) => data[name] !== undefined)) return schema;
    const known = (await this.given.context.store.dossiers.findById(dossierId, { data: 1 }).lean())?.data ?? {};
    return { ...schema, required: schema.required.filter((name) => known[name] === undefined || known[name] === null) };
  }

  /** What happened to the item, for the clerk who came too late. */
  private async meanwhile(actor: Actor, id: string): Promise<Pick<Problem, 'meanwhile'>> {
    const item = await this.given.work.find(actor, id);
    const at = item?.endedAt ?? item?.claimedAt;
    if (!item || !at) return {};
    const by = item.assignee;
    return { meanwhile: { at: at.toISOString(), what: item.open ? 'claimed' : item.status, ...(by ? { by, byName: this.given.directory.staffName(by) } : {}) } };
  }

  private async find(actor: Actor, id: string): Promise<WorkItemDoc> {
    const item = parseWorkItemId(id) ? await this.given.work.find(actor, id) : undefined;
    if (!item) throw new ProblemError('unknown-work-item');
    return item;
  }
  /** An item the person may act on; whether somebody else was faster is for the dossier to say. */
  private async mine(actor: Actor, id: string, wish?: Wish): Promise<{ item: WorkItemDoc; acting: Acting }> {
    const item = parseWorkItemId(id) ? await this.given.work.lately(actor, id) : undefined;
    if (!item) throw new ProblemError('unknown-work-item');
    // Held by somebody whose work one does: in his name, also where one could do the step oneself.
    const acting = (item.assignee === undefined ? undefined : actingOn(actor, item)) ?? actingOn(actor, placeOfWork(item));
    // Whoever holds it may let it go, also when he stands in no longer.
    const letsGo = wish === 'releaseWorkItem' && item.assignee === actor.id ? { person: actor, by: actor.id } : undefined;
    if (acting ?? letsGo) return { item, acting: (acting ?? letsGo)! };
    throw new ProblemError('forbidden', { detail: whyNot(actor, placeOfWork(item)) ?? 'other-department' });
  }

  /** The step as its drawing has it. */
  private async stepOf(item: WorkItemDoc): Promise<DrawnStep | undefined> {
    const facts = await this.given.projector.factsOf(item.dossierId);
    const plan: Plan = await this.given.context.plans.plan(facts.planHash);
    const graph = Object.values(plan.processes).find((process) => process.nodes[item.element]);
    const node = graph?.nodes[item.element];
    return graph && node ? { plan, graph, node } : undefined;
  }

  private now(): number {
    return this.given.context.now().getTime();
  }
}

function outcomeOf(step: DrawnStep | undefined, element: string, id: string): StepOutcome {
  const found = step && outcomesOf(step.graph, step.node).find((each) => each.id === id);
  if (!found) throw new ProblemError('unknown-outcome', { detail: `the step ${element} has no outcome ${id}` });
  return found;
}

/** Without who holds it. */
const placeOfWork = ({ departmentId, role, procedureId }: WorkItemDoc) => ({ departmentId, procedureId, ...(role ? { role } : {}) });

type Required = NonNullable<PublishedProcedure['root']['procedure']>['requiredDocuments'][number];
/** What the applicant hands in; the rest comes from databases or from the agency itself. */
function isBrought({ source }: Required): boolean {
  return source === undefined || source === 'applicant';
}

function partsOf(request: ReceiveRequest, required: readonly Required[]): ReceivedPart[] {
  return request.parts.map(({ type, copies, received, form }) => {
    const known = required.find((each) => each.type === type);
    return { type, name: known?.name ?? type, copies, form: form ?? known?.original ?? 'original', received };
  });
}

