/** The actions that a person is offered on a dossier: what the rules forbid is left out, with the choices for the rest. */
import type { WorkCalendar } from '../../engine/calendar/compile.js';
import { plannedAutomatic, type Planned } from '../../engine/casework/automatic.js';
import { newCase } from '../../engine/casework/fold.js';
import { refusalOf } from '../../engine/casework/refusals.js';
import type { CaseRules } from '../../engine/casework/rules.js';
import type { CaseRefusalCode } from '../../engine/casework/types.js';
import type { OfferedAction } from '../../server/contract.js';
import { sharePerson } from '../../engine/interpreter/people.js';
import { actingAs, type Acting } from '../rights.js';
import type { Actor, Directory } from '../directory.js';
import type { DossierDoc } from '../schemas/dossier.js';
import { shift } from '../../engine/calendar/shift.js';
import { answerOf } from '../calendar.js';
import { windowOf } from './dates.js';
import { DOSSIER_ACTIONS, mayDo, withdrawable, type DossierAction } from './rights.js';

export interface Offer { doc: DossierDoc; rules: CaseRules; calendar: WorkCalendar; directory: Directory; now: number }

/** Why not, apart from who asks; undefined when it can be done. */
export function impossible(action: DossierAction, { doc, rules, calendar, now }: Offer): CaseRefusalCode | 'not-running' | undefined {
  if (action === 'recall') return doc.state === 'delivered' ? undefined : 'not-waiting';
  if (!doc.open || doc.status !== 'running') return 'not-running';
  const casework = doc.casework ?? newCase();
  const refused = refusalOf(action, casework, doc.situation, rules);
  if (refused) return refused;
  if (action === 'cancelAutomatic') return plannedOf(doc, rules, calendar).length > 0 ? undefined : 'nothing-planned';
  if (action !== 'draftApology' && action !== 'extend') return undefined;
  if (!doc.dueAt) return 'no-due-date';
  const window = windowOf(calendar, doc.dueAt.getTime(), rules);
  return window && now <= window.until ? undefined : 'extension-too-late';
}

export function offeredActions(actor: Actor, offer: Offer): OfferedAction[] {
  return DOSSIER_ACTIONS.flatMap((action) => {
    // A recall opens another dossier: who stands in does that in his own name, or not.
    const may = (person: Actor): boolean => mayDo(person, action, offer.doc, offer.rules);
    const acting = action === 'recall' ? (may(actor) ? { person: actor, by: actor.id } : undefined) : actingAs(actor, offer.doc.procedureId, may);
    if (!acting || impossible(action, offer) !== undefined || isOwnDraft(acting, action, offer)) return [];
    return [{ action, ...choices(acting.person, action, offer) }];
  });
}

/** The approver of an extension is another than its drafter. */
function isOwnDraft(acting: Acting, action: DossierAction, { doc, rules }: Offer): boolean {
  return action === 'extend' && rules['extension.approverIsNotDrafter'] && doc.casework?.draft?.by !== undefined && sharePerson(doc.casework.draft, acting);
}

export function plannedOf(doc: DossierDoc, rules: CaseRules, calendar: WorkCalendar): Planned[] {
  if (!doc.open || doc.status !== 'running') return [];
  return plannedAutomatic({
    calendar, rules, casework: doc.casework ?? newCase(), receivedAt: doc.receivedAt.getTime(), ready: doc.situation.ready, ...(doc.dueAt ? { dueAt: doc.dueAt.getTime() } : {}),
  });
}

function choices(actor: Actor, action: DossierAction, { doc, rules, calendar, directory, now }: Offer): Omit<OfferedAction, 'action'> {
  switch (action) {
    case 'requestSupplement': return { fields: ['parts', 'reason', 'ground'], parts: doc.facts.parts.map(({ name }) => name), ...answerBy(calendar, now, rules) };
    case 'receiveSupplement': return { fields: ['note'] };
    case 'requirePayment': return { fields: ['reason', 'ground'] };
    case 'confirmPayment': return { fields: ['note'] };
    case 'stop': return { fields: ['reason', 'ground'], groundNeeded: rules['stop.ground'] };
    case 'refuse': return { fields: ['reason', 'ground'], groundNeeded: rules['refuse.ground'] };
    case 'draftApology':
    case 'extend': return { fields: ['reason', 'newDate'], ...datesOf(doc, calendar, rules) };
    case 'askOpinion':
    case 'handOver': return { fields: ['department', 'reason'], departments: directory.departments().filter(({ id }) => action === 'askOpinion' || !actor.departmentIds.includes(id)) };
    case 'withdrawOpinion': return { fields: ['opinion', 'reason'], opinions: withdrawable(actor, doc).map(({ id, question, department }) => ({ id, question, departmentName: directory.departmentName(department) })) };
    case 'receiveHandOver': return {
      fields: ['handOver'],
      handOvers: (doc.casework?.handOvers ?? []).filter((each) => !each.received && actor.departmentIds.includes(each.to)).map(({ id, what, by }) => ({ id, what, fromName: by === undefined ? '' : directory.staffName(by) })),
    };
    case 'cancelAutomatic': return { fields: ['automatic', 'reason'], automatic: plannedOf(doc, rules, calendar).map(({ kind, at }) => ({ kind, at: new Date(at).toISOString() })) };
    default: return { fields: ['reason'] };
  }
}

function answerBy(calendar: WorkCalendar, now: number, rules: CaseRules): { answerBy?: string } {
  const at = answerOf(() => shift(calendar, now, rules['supplement.answerWithin']));
  return at === undefined ? {} : { answerBy: new Date(at).toISOString() };
}

function datesOf(doc: DossierDoc, calendar: WorkCalendar, rules: CaseRules): Pick<OfferedAction, 'dueAt' | 'latest' | 'until' | 'draft'> {
  const window = doc.dueAt && windowOf(calendar, doc.dueAt.getTime(), rules);
  const draft = doc.casework?.draft;
  return {
    ...(window ? { dueAt: new Date(window.dueAt).toISOString(), latest: new Date(window.latest).toISOString(), until: new Date(window.until).toISOString() } : {}),
    ...(draft ? { draft: { newDueAt: new Date(draft.newDueAt).toISOString(), reason: draft.reason } } : {}),
  };
}
