/** What the dossier is, in the words of the law: worked out in one place from the token and from what no diagram draws. */
import { haltOf } from '../../engine/casework/fold.js';
import { isReceiving } from '../../engine/casework/situation.js';
import type { CaseOutcome, CaseState, HaltKind } from '../../engine/casework/types.js';
import { isHandingOver, isStopped, stepKind, type OpenNode } from '../../engine/record/ledger.js';
import type { Standing } from '../../engine/record/steps.js';
import type { BusinessState, DeliveryState, DossierFacts, FinanceState } from '../schemas/dossier.js';

const OF_HALT: Readonly<Record<HaltKind, BusinessState>> = { supplement: 'awaitingSupplement', financialDuty: 'financialDuty', stop: 'stopped' };
const OF_OUTCOME: Readonly<Record<CaseOutcome, BusinessState>> = { withdrawn: 'withdrawn', refused: 'refused', notReceived: 'notReceived', unanswered: 'unresolved' };

/**
 * An ended dossier is delivered unless its way led to a refusal, a withdrawal or a failure; a running one stands still,
 * has its result ready, has just come in, or is being worked on. A drawn wait outside the limit leaves it in progress:
 * that the clock stands still is an attribute, like being overdue.
 */
export function businessState({ state, ledger, casework }: Standing, open: readonly OpenNode[], channel: DossierFacts['channel']): BusinessState {
  if (state.status === 'initial') return channel === 'online' ? 'submitted' : 'draft';
  if (casework?.outcome) return OF_OUTCOME[casework.outcome];
  if (state.status === 'failed') return 'unresolved';
  if (state.status === 'cancelled') return 'withdrawn';
  if (state.status !== 'running') return ledger.outcome ?? 'delivered';
  const halt = casework && haltOf(casework);
  if (halt) return OF_HALT[halt.kind];
  if (isHandingOver(open)) return 'resolved';
  if (isStopped(open) && open.some((each) => stepKind(each.node) === 'supplement')) return 'awaitingSupplement';
  if (isStopped(open) && open.some((each) => stepKind(each.node) === 'pay')) return 'financialDuty';
  if (isReceiving(open)) return channel === 'online' ? 'submitted' : 'received';
  return 'inProgress';
}

export function financeState(casework: CaseState | undefined): FinanceState {
  const duties = casework?.halts.filter((each) => each.kind === 'financialDuty') ?? [];
  if (duties.length === 0) return 'none';
  return duties.some((each) => each.to === undefined) ? 'due' : 'paid';
}

export function deliveryState(state: BusinessState): DeliveryState {
  if (state === 'delivered') return 'delivered';
  return state === 'resolved' ? 'ready' : 'none';
}
