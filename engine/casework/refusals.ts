/** What the rules forbid, and why: asked before an action is offered, and again when it is asked for. */
import { haltOf } from './fold.js';
import type { CaseRules } from './rules.js';
import type { CaseAction, CaseRefusalCode, CaseState, HaltKind, Situation } from './types.js';

/** The step kind by which a drawing draws the action itself. */
const DRAWN_AS: Partial<Record<CaseAction, string>> = { requestSupplement: 'supplement', refuse: 'refuse', askOpinion: 'consult', requirePayment: 'pay' };
const ENDS: Partial<Record<CaseAction, HaltKind>> = { receiveSupplement: 'supplement', confirmPayment: 'financialDuty', resume: 'stop' };
/** Possible while the dossier stands still. */
const WHILE_HALTED: ReadonlySet<CaseAction> = new Set(['receiveSupplement', 'confirmPayment', 'resume', 'withdraw', 'stop', 'handOver', 'receiveHandOver', 'withdrawOpinion', 'cancelAutomatic']);
/** Still possible when the result lies ready. */
const WHEN_READY: ReadonlySet<CaseAction> = new Set(['handOver', 'receiveHandOver', 'withdrawOpinion', 'requirePayment', 'confirmPayment']);

/** Undefined when nothing forbids the action; what is wrong with its own words and dates is for `decide`. */
export function refusalOf(action: CaseAction, state: CaseState, situation: Situation, rules: CaseRules): CaseRefusalCode | undefined {
  const halt = haltOf(state);
  const ended = ENDS[action];
  if (ended !== undefined) return halt?.kind === ended ? undefined : 'not-waiting';
  if (halt && !WHILE_HALTED.has(action)) return 'suspended';
  if (action === 'stop' && halt?.kind === 'stop') return 'suspended';
  if (situation.ready && !WHEN_READY.has(action)) return 'result-ready';
  const drawn = DRAWN_AS[action];
  if (drawn !== undefined && situation.ahead.includes(drawn)) return 'drawn';
  return counted(action, state, rules);
}

function counted(action: CaseAction, state: CaseState, rules: CaseRules): CaseRefusalCode | undefined {
  switch (action) {
    case 'requestSupplement': return state.halts.filter((each) => each.kind === 'supplement').length >= rules['supplement.most'] ? 'supplement-used-up' : undefined;
    case 'draftApology':
    case 'extend': return state.extensions.length >= rules['extension.most'] ? 'extension-used-up' : undefined;
    case 'withdrawOpinion': return state.opinions.some((each) => !each.answer && !each.withdrawn) ? undefined : 'unknown-opinion';
    case 'receiveHandOver': return state.handOvers.some((each) => !each.received) ? undefined : 'unknown-hand-over';
    default: return undefined;
  }
}
