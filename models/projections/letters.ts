/** What an applicant is told of a batch of steps. Pure. */
import type { CaseFact } from '../../engine/casework/types.js';
import type { ProcessEvent } from '../../engine/interpreter/events.js';
import { nodeNamed, stepKind } from '../../engine/record/ledger.js';
import type { Batch, SettledStep } from '../../engine/record/steps.js';
import type { Plan } from '../../engine/graph/types.js';
import type { DossierDoc } from '../schemas/dossier.js';
import type { LetterChannel, LetterFacts, LetterKind, OutboxDoc } from '../schemas/outbox.js';

interface Told { kind: LetterKind; /** Names what happened within its dossier. */ key: string; at: number; facts: LetterFacts }
/** Channels that the agency has switched on. */
export type Channels = Readonly<Record<LetterChannel, boolean>>;

export function lettersOf(batch: Batch, dossier: DossierDoc, plan: Plan, channels: Channels): OutboxDoc[] {
  const ways = addressesOf(dossier, channels);
  if (ways.length === 0) return [];
  const told = [...batch.steps.flatMap((step) => step.events.flatMap((event) => tell(event, step, dossier, plan) ?? [])), ...outcomeOf(batch)];
  return told.flatMap(({ kind, key, at, facts }) => ways.map(({ channel, to }): OutboxDoc => ({
    _id: `${dossier._id}:${key}:${channel}`, channel, to, kind, dossierId: dossier._id, dossierNo: dossier.dossierNo, procedureId: dossier.procedureId, procedureName: dossier.facts.procedureName,
    agencyId: dossier.agencyId, facts, at: new Date(at), state: 'waiting', attempts: 0, nextAt: new Date(at),
  })));
}

/** One address, and nothing that could be taken for two. */
const ADDRESS = /^[^\s@,;<>"()]+@[^\s@,;<>"()]+\.[^\s@,;<>"()]+$/;
const NUMBER = /^\+?\d{9,15}$/;

function addressesOf({ facts: { applicant } }: DossierDoc, channels: Channels): { channel: LetterChannel; to: string }[] {
  const [email, phone] = [applicant.email?.trim() ?? '', (applicant.phone ?? '').replace(/[\s.()-]/g, '')];
  return [
    ...(channels.email && ADDRESS.test(email) ? [{ channel: 'email' as const, to: email }] : []),
    ...(channels.text && NUMBER.test(phone) ? [{ channel: 'text' as const, to: phone }] : []),
  ];
}

function tell(event: ProcessEvent, step: SettledStep, dossier: DossierDoc, plan: Plan): Told | undefined {
  const told = (kind: LetterKind, facts: LetterFacts): Told => ({ kind, key: String(event.seq), at: event.at, facts });
  if (event.type === 'processStarted') return told('received', dossier.dueAt ? { dueAt: dossier.dueAt } : {});
  if (event.type === 'workItemOffered') {
    const node = nodeNamed(plan, event.node);
    // A drawn step names no parts: what was missing at the desk is what is wanted.
    return node && stepKind(node) === 'supplement' ? told('supplement', { parts: dossier.facts.parts.filter((part) => !part.received).map((part) => part.name), ...noted(step.reason) }) : undefined;
  }
  return event.type === 'factRecorded' ? ofFact(event.fact as unknown as CaseFact, told) : undefined;
}

function ofFact(fact: CaseFact, told: (kind: LetterKind, facts: LetterFacts) => Told): Told | undefined {
  switch (fact.type) {
    case 'haltBegan': return fact.kind === 'supplement'
      ? told('supplement', { ...noted(fact.reason), ...(fact.parts ? { parts: [...fact.parts] } : {}), ...(fact.ground ? { ground: fact.ground } : {}), ...(fact.answerBy === undefined ? {} : { answerBy: new Date(fact.answerBy) }) }) : undefined;
    case 'limitExtended': return told('extended', { ...noted(fact.reason), dueAt: new Date(fact.dueAt), newDueAt: new Date(fact.newDueAt) });
    case 'caseClosed': return fact.outcome === 'refused' || fact.outcome === 'notReceived' ? told('refused', { ...noted(fact.reason), ...(fact.ground ? { ground: fact.ground } : {}) }) : undefined;
    default: return undefined;
  }
}

/** A result that came to lie ready in this batch; a refusal that the drawing led to. */
function outcomeOf({ steps, ledger, state, casework }: Batch): Told[] {
  const { readyAt, outcome } = ledger;
  if (readyAt !== undefined && outcome === undefined && steps.some((step) => step.at === readyAt)) return [{ kind: 'ready', key: `ready-${readyAt}`, at: readyAt, facts: {} }];
  const endedNow = state.status !== 'running' && steps.some((step) => step.events.some((event) => event.type === 'processEnded'));
  return (outcome === 'refused' || outcome === 'notReceived') && endedNow && !casework?.outcome ? [{ kind: 'refused', key: 'refused', at: state.at, facts: {} }] : [];
}

const noted = (reason: string | undefined): { reason?: string } => (reason ? { reason } : {});
