/** Who is told of what a batch of steps brought about. Pure. */
import type { CaseFact } from '../../engine/casework/types.js';
import type { Batch } from '../../engine/record/steps.js';
import type { DossierDoc } from '../schemas/dossier.js';
import type { NoticeDoc, NoticeKind } from '../schemas/notice.js';
import type { Organisation } from './place.js';

interface Told { kind: NoticeKind; to: readonly string[]; text?: string }

export function noticesOf(batch: Batch, dossier: DossierDoc, organisation: Organisation): NoticeDoc[] {
  return batch.steps.flatMap((step) => step.events.map((event) => ({ event, reason: step.reason }))).flatMap(({ event, reason }) => {
    const told = event.type === 'workItemAssigned' ? assigned(event.to, reason)
      : event.type === 'factRecorded' ? tell(event.fact as unknown as CaseFact, dossier, organisation) : undefined;
    return [...new Set(told?.to ?? [])].filter((to) => to !== event.by).map((to): NoticeDoc => ({
      _id: `${batch.dossierId}:${event.seq}:${to}`, to, at: new Date(event.at), kind: told!.kind, dossierId: batch.dossierId, dossierNo: dossier.dossierNo,
      procedureName: dossier.facts.procedureName, steps: dossier.steps.map((each) => each.name), ...(dossier.dueAt ? { dueAt: dossier.dueAt } : {}), ...(told!.text ? { text: told!.text } : {}),
    }));
  });
}

const assigned = (to: string, reason: string | undefined): Told => ({ kind: 'workAssigned', to: [to], ...(reason ? { text: reason } : {}) });

function tell(fact: CaseFact, dossier: DossierDoc, organisation: Organisation): Told | undefined {
  switch (fact.type) {
    case 'automaticDone': return automatic(fact.kind, dossier, organisation);
    case 'apologyDrafted': return { kind: 'apologyDrafted', to: heads(dossier, organisation), text: fact.reason };
    case 'opinionAsked': return { kind: 'opinionAsked', to: organisation.staffOf({ departmentId: fact.department }), text: fact.question };
    case 'opinionAnswered': return { kind: 'opinionAnswered', to: askerOf(fact.opinion, dossier), text: fact.text };
    case 'opinionAssigned': return assigned(fact.to, fact.reason);
    case 'opinionWithdrawn': return { kind: 'opinionWithdrawn', to: askedOf(fact.opinion, dossier, organisation), text: fact.reason };
    case 'handedOver': return { kind: 'handedOver', to: organisation.staffOf({ departmentId: fact.to }), text: fact.what };
    default: return undefined;
  }
}

function automatic(kind: Extract<CaseFact, { type: 'automaticDone' }>['kind'], dossier: DossierDoc, organisation: Organisation): Told | undefined {
  switch (kind) {
    case 'reminder': return { kind: 'reminder', to: workers(dossier, organisation) };
    case 'escalation:head': return { kind: 'escalationHead', to: heads(dossier, organisation) };
    case 'escalation:leader': return { kind: 'escalationLeader', to: leaders(dossier, organisation) };
    case 'closing': return { kind: 'unanswered', to: [dossier.facts.receivedBy] };
    // Whoever may approve it is told of the draft itself.
    case 'apology': return undefined;
  }
}

const askerOf = (opinion: string, { casework }: DossierDoc): string[] => casework?.opinions.flatMap(({ id, by }) => (id === opinion && by !== undefined ? [by] : [])) ?? [];

/** Who has taken the opinion on, else everybody of the department asked. */
const askedOf = (opinion: string, { casework }: DossierDoc, organisation: Organisation): string[] => casework?.opinions
  .flatMap(({ id, takenBy, department }) => (id !== opinion ? [] : takenBy === undefined ? organisation.staffOf({ departmentId: department }) : [takenBy])) ?? [];

/** Who holds an open step; where nobody does, everybody of its department. */
function workers({ steps }: DossierDoc, organisation: Organisation): string[] {
  return steps.flatMap(({ assignee, departmentId }) => (assignee !== undefined ? [assignee] : departmentId === undefined ? [] : organisation.staffOf({ departmentId })));
}

/** Heads of the departments that have a step; a department without a head is answered for by its agency. */
function heads(dossier: DossierDoc, organisation: Organisation): string[] {
  return dossier.steps.flatMap(({ departmentId }) => {
    if (departmentId === undefined) return [];
    const own = organisation.staffOf({ departmentId, role: 'head' });
    return own.length > 0 ? own : leadersAt(organisation.agencyOf(departmentId) ?? dossier.agencyId, organisation);
  });
}

/** Of every agency that has a step of it now. */
function leaders(dossier: DossierDoc, organisation: Organisation): string[] {
  const agencies = dossier.steps.map(({ departmentId }) => (departmentId === undefined ? undefined : organisation.agencyOf(departmentId)) ?? dossier.agencyId);
  return [...new Set(agencies)].flatMap((agencyId) => leadersAt(agencyId, organisation));
}

/** An agency without a leader of its own is led by its heads. */
function leadersAt(agencyId: string, organisation: Organisation): string[] {
  const found = organisation.staffOf({ agencyId, role: 'leader' });
  return found.length > 0 ? found : organisation.staffOf({ agencyId, role: 'head' });
}
