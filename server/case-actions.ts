/** What a person does to a dossier beside its steps: rights, rules, command, answer. It knows no HTTP. */
import { shift } from '../engine/calendar/shift.js';
import { doer } from '../engine/interpreter/people.js';
import type { CaseCommand, ExtensionWindow } from '../engine/casework/types.js';
import { answerOf } from '../models/calendar.js';
import { closingOn, windowOf } from '../models/casework/dates.js';
import { impossible, offeredActions, type Offer } from '../models/casework/offered.js';
import { mayDo, withdrawable, type DossierAction } from '../models/casework/rights.js';
import { actingAs, type Acting } from '../models/rights.js';
import type { Actor } from '../models/directory.js';
import type { QueryContext } from '../models/queries/context.js';
import type { DossierQueries } from '../models/queries/dossiers.js';
import type { DossierHost } from '../workflows/host.js';
import type { CaseAnswer, OfferedAction } from './contract.js';
import { ProblemError, problemOfRejection } from './http/problem.js';
import type { Recalls } from './recalls.js';

export interface CaseRequest {
  commandId: string; reason?: string | undefined; note?: string | undefined; ground?: string | undefined; parts?: string[] | undefined; newDate?: string | undefined;
  department?: string | undefined; handOver?: string | undefined; opinion?: string | undefined; automatic?: Extract<CaseCommand, { type: 'cancelAutomatic' }>['kind'] | undefined;
}
interface Dependencies { host: DossierHost; context: QueryContext; dossiers: DossierQueries; recalls: Recalls }

export class CaseActions {
  constructor(private readonly given: Dependencies) {}

  async offered(actor: Actor, dossierId: string): Promise<OfferedAction[]> {
    return offeredActions(actor, await this.offer(actor, dossierId));
  }

  /** The same command id again answers the same: the dossier itself recognises it. */
  async act(actor: Actor, dossierId: string, action: DossierAction, request: CaseRequest): Promise<CaseAnswer> {
    const offer = await this.offer(actor, dossierId);
    if (action === 'recall') return this.recall(actor, offer, request);
    const acting = actingAs(actor, offer.doc.procedureId, (person) => mayDo(person, action, offer.doc, offer.rules));
    if (!acting) throw new ProblemError('rule-forbids', { detail: action });
    const command = commandOf(acting, action, request, offer);
    const answer = await this.given.host.submit(dossierId, command);
    if (!answer.accepted) throw problemOfRejection(answer.rejection);
    return { dossierId, seq: answer.settled.seq, dossierStatus: answer.settled.status };
  }

  private async recall(actor: Actor, offer: Offer, { commandId, reason }: CaseRequest): Promise<CaseAnswer> {
    if (!mayDo(actor, 'recall', offer.doc, offer.rules)) throw new ProblemError('rule-forbids', { detail: 'recall' });
    const refused = impossible('recall', offer);
    if (refused) throw new ProblemError(refused);
    if (!reason) throw new ProblemError('reason-needed');
    return this.given.recalls.open(actor, offer.doc, reason, commandId);
  }

  private async offer(actor: Actor, dossierId: string): Promise<Offer> {
    const { context, dossiers } = this.given;
    const [doc] = await Promise.all([dossiers.find(actor, dossierId), context.calendars.upToDate(), context.rules.upToDate()]);
    if (!doc) throw new ProblemError('unknown-dossier');
    return {
      doc, rules: context.rules.of(doc.facts).rules, calendar: context.calendars.of({ agencyId: doc.agencyId }).calendar, directory: context.directory, now: context.now().getTime(),
    };
  }
}

function commandOf({ person: actor, ...acting }: Acting, action: Exclude<DossierAction, 'recall'>, request: CaseRequest, offer: Offer): CaseCommand {
  const { rules, now } = offer;
  const base = { commandId: request.commandId, at: now, ...doer(acting), rules, holdsTimers: true as const };
  const reason = request.reason ?? '';
  const ground = request.ground ? { ground: request.ground } : {};
  const note = request.note ? { reason: request.note } : {};
  switch (action) {
    case 'requestSupplement': return { ...base, type: action, reason, parts: request.parts ?? [], ...ground, ...answerBy(offer) };
    case 'receiveSupplement': return { ...base, type: action, ...note };
    case 'confirmPayment': return { ...base, type: action, ...note };
    case 'requirePayment':
    case 'stop':
    case 'refuse': return { ...base, type: action, reason, ...ground };
    case 'resume':
    case 'withdraw': return { ...base, type: action, reason };
    case 'draftApology':
    case 'extend': return { ...base, type: action, reason, ...datesOf(request.newDate, offer) };
    case 'askOpinion': return { ...base, type: action, reason, department: departmentOf(request, offer) };
    case 'withdrawOpinion': return { ...base, type: action, reason, opinion: asked(actor, request, offer) };
    case 'handOver': return { ...base, type: action, reason, to: departmentOf(request, offer), ...(actor.departmentIds[0] ? { from: actor.departmentIds[0] } : {}) };
    case 'receiveHandOver': return { ...base, type: action, handOver: expected(actor, request, offer) };
    case 'cancelAutomatic': {
      if (!request.automatic) throw new ProblemError('bad-request', { fields: [{ field: 'automatic', message: 'is needed' }] });
      return { ...base, type: action, kind: request.automatic, reason };
    }
  }
}

function answerBy({ calendar, rules, now }: Offer): { answerBy?: number } {
  const at = answerOf(() => shift(calendar, now, rules['supplement.answerWithin']));
  return at === undefined ? {} : { answerBy: at };
}

function datesOf(newDate: string | undefined, { doc, calendar, rules }: Offer): { newDueAt: number; window: ExtensionWindow } {
  const window = doc.dueAt && windowOf(calendar, doc.dueAt.getTime(), rules);
  if (!window) throw new ProblemError('no-due-date');
  const newDueAt = newDate === undefined ? undefined : closingOn(calendar, newDate);
  if (newDueAt === undefined) throw new ProblemError('bad-request', { fields: [{ field: 'newDate', message: 'must be a working day, YYYY-MM-DD' }], detail: 'newDate: must be a working day, YYYY-MM-DD' });
  return { newDueAt, window };
}

function departmentOf({ department }: CaseRequest, { directory }: Offer): string {
  if (department === undefined || !directory.departments().some(({ id }) => id === department)) throw new ProblemError('bad-request', { fields: [{ field: 'department', message: 'is not known' }], detail: 'department: is not known' });
  return department;
}

/** Withdrawn by whoever may, and only while it is open. */
function asked(actor: Actor, { opinion }: CaseRequest, { doc }: Offer): string {
  const found = withdrawable(actor, doc).find((each) => each.id === opinion);
  if (!found) throw new ProblemError('unknown-opinion');
  return found.id;
}

/** Received by the department it was sent to, and no other. */
function expected(actor: Actor, { handOver }: CaseRequest, { doc }: Offer): string {
  const found = doc.casework?.handOvers.find((each) => each.id === handOver);
  if (!found || !actor.departmentIds.includes(found.to)) throw new ProblemError('unknown-hand-over');
  return found.id;
}
