/** Facts of the case as entries of the timeline. Pure. */
import type { CaseFact, HaltKind } from '../../engine/casework/types.js';
import type { CaseEntryKind, TimelineEntry } from '../../server/contract.js';
import type { Names } from './timeline.js';

const BEGAN: Readonly<Record<HaltKind, CaseEntryKind>> = { supplement: 'supplementAsked', financialDuty: 'paymentAsked', stop: 'stopped' };
const ENDED: Readonly<Record<HaltKind, CaseEntryKind>> = { supplement: 'supplementReceived', financialDuty: 'paymentConfirmed', stop: 'resumed' };
type Told = Pick<TimelineEntry, 'kind' | 'note' | 'ground' | 'parts' | 'until' | 'automatic' | 'departmentName' | 'to' | 'toName'>;
type Tellers = { [T in CaseFact['type']]: (fact: Extract<CaseFact, { type: T }>, names: Names) => Told };

export function caseEntryOf(fact: CaseFact, names: Names): Told {
  return (tellers[fact.type] as (fact: CaseFact, names: Names) => Told)(fact, names);
}

const iso = (at: number): string => new Date(at).toISOString();
const noted = (note: string | undefined): { note?: string } => (note ? { note } : {});

const tellers: Tellers = {
  haltBegan: ({ kind, reason, ground, parts, answerBy }) => ({
    kind: BEGAN[kind], ...noted(reason), ...(ground ? { ground } : {}), ...(parts ? { parts: [...parts] } : {}), ...(answerBy === undefined ? {} : { until: iso(answerBy) }),
  }),
  haltEnded: ({ kind, reason, parts }) => ({ kind: ENDED[kind], ...noted(reason), ...(parts ? { parts: [...parts] } : {}) }),
  apologyDrafted: ({ newDueAt, reason }) => ({ kind: 'apologyDrafted', ...noted(reason), until: iso(newDueAt) }),
  limitExtended: ({ newDueAt, reason }) => ({ kind: 'extended', ...noted(reason), until: iso(newDueAt) }),
  opinionAsked: ({ department, question }, names) => ({ kind: 'opinionAsked', ...noted(question), departmentName: names.departmentName(department) }),
  opinionTaken: () => ({ kind: 'opinionTaken' }),
  opinionReleased: () => ({ kind: 'opinionReleased' }),
  opinionAssigned: ({ to, reason }, names) => ({ kind: 'opinionAssigned', to, toName: names.staffName(to), ...noted(reason) }),
  opinionWithdrawn: ({ reason }) => ({ kind: 'opinionWithdrawn', ...noted(reason) }),
  opinionAnswered: ({ text }) => ({ kind: 'opinionAnswered', ...noted(text) }),
  handedOver: ({ to, what }, names) => ({ kind: 'handedOver', ...noted(what), departmentName: names.departmentName(to) }),
  handOverReceived: () => ({ kind: 'handOverReceived' }),
  automaticDone: ({ kind }) => ({ kind: 'automatic', automatic: kind }),
  automaticCancelled: ({ kind, reason }) => ({ kind: 'automaticCancelled', automatic: kind, ...noted(reason) }),
  caseClosed: ({ outcome, reason, ground }) => ({ kind: outcome, ...noted(reason), ...(ground ? { ground } : {}) }),
};
