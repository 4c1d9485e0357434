/** Each command of the case, checked against state, situation and rules, and then told as facts. Pure. */
import { doer, sharePerson } from '../interpreter/people.js';
import { haltOf } from './fold.js';
import { refusalOf } from './refusals.js';
import type { CaseAction, CaseCommand, CaseFact, CaseOutcome, CaseRefusalCode, CaseRejection, CaseState, HaltKind, Situation } from './types.js';

/** `ends`: the process is cancelled in the same step. `id` is free for what the command begins. */
export type Decision = { facts: CaseFact[]; ends?: true } | { rejection: CaseRejection };
interface Given { state: CaseState; situation: Situation; id: string }

const CASE_COMMANDS = new Set<CaseCommand['type']>([
  'requestSupplement', 'receiveSupplement', 'requirePayment', 'confirmPayment', 'stop', 'resume', 'draftApology', 'extend', 'askOpinion', 'withdrawOpinion', 'takeOpinion',
  'releaseOpinion', 'assignOpinion', 'answerOpinion', 'handOver', 'receiveHandOver', 'withdraw', 'refuse', 'cancelAutomatic', 'automatic',
]);
export function isCaseCommand<C extends { type: string }>(command: C): command is Extract<C, { type: CaseCommand['type'] }> {
  return (CASE_COMMANDS as Set<string>).has(command.type);
}

export const WORDS: Readonly<Record<CaseRefusalCode, string>> = {
  suspended: 'The dossier stands still', 'not-waiting': 'The dossier does not wait for this', 'result-ready': 'The result lies ready',
  drawn: 'The drawing has a step for this', 'supplement-used-up': 'A supplement has been asked for already', 'extension-used-up': 'The limit has been extended already',
  'extension-too-late': 'An apology has to go out before', 'date-not-later': 'The new date has to be after the due date', 'date-too-far': 'The new date is too far',
  'no-due-date': 'The dossier has no due date', 'reason-needed': 'A reason is needed', 'ground-needed': 'A legal ground is needed', 'parts-needed': 'The missing parts have to be named, all at once',
  'four-eyes': 'Somebody else has to approve this', 'unknown-opinion': 'This opinion is no longer asked for', 'unknown-hand-over': 'Nothing is on its way here',
  'work-item-not-yours': 'Somebody else has this opinion', 'nothing-planned': 'Nothing of this kind is planned', 'already-received': 'It has been received already', 'text-needed': 'The opinion has no words',
};

export function decide(command: CaseCommand, given: Given): Decision {
  const { state, situation } = given;
  if ('rules' in command) {
    const refused = refusalOf(command.type satisfies CaseAction, state, situation, command.rules) ?? lacking(command);
    if (refused) return no(refused);
  }
  return (handlers[command.type] as (command: CaseCommand, given: Given) => Decision)(command, given);
}

const no = (code: CaseRefusalCode, details?: Record<string, string>): Decision => ({ rejection: { code, message: WORDS[code], ...(details ? { details } : {}) } });
const told = (...facts: CaseFact[]): Decision => ({ facts });
const ends = (outcome: CaseOutcome, reason: string, ground?: string): Decision => ({ facts: [{ type: 'caseClosed', outcome, reason, ...(ground ? { ground } : {}) }], ends: true });
const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** What is written down by law has words. */
function lacking(command: CaseCommand): CaseRefusalCode | undefined {
  if ('reason' in command && command.reason !== undefined && isBlank(command.reason)) return 'reason-needed';
  if (command.type === 'requestSupplement') return command.parts.some((each) => !isBlank(each)) ? undefined : 'parts-needed';
  if (command.type === 'refuse' && command.rules['refuse.ground'] && isBlank(command.ground)) return 'ground-needed';
  return command.type === 'stop' && command.rules['stop.ground'] && isBlank(command.ground) ? 'ground-needed' : undefined;
}

type Handlers = { [T in CaseCommand['type']]: (command: Extract<CaseCommand, { type: T }>, given: Given) => Decision };

const handlers: Handlers = {
  requestSupplement: ({ reason, parts, ground, answerBy }) => told({
    type: 'haltBegan', kind: 'supplement', reason, parts: parts.filter((each) => !isBlank(each)), ...(ground ? { ground } : {}), ...(answerBy === undefined ? {} : { answerBy }),
  }),
  receiveSupplement: ({ reason, parts }) => told({ type: 'haltEnded', kind: 'supplement', ...(reason ? { reason } : {}), ...(parts ? { parts } : {}) }),
  requirePayment: ({ reason, ground }) => told({ type: 'haltBegan', kind: 'financialDuty', reason, ...(ground ? { ground } : {}) }),
  confirmPayment: ({ reason }) => told(ended('financialDuty', reason)),
  stop: ({ reason, ground }, { state }) => {
    const halt = haltOf(state);
    return told(...(halt ? [ended(halt.kind, undefined)] : []), { type: 'haltBegan', kind: 'stop', reason, ...(ground ? { ground } : {}) });
  },
  resume: ({ reason }) => told(ended('stop', reason)),
  draftApology: (command) => window(command) ?? told({ type: 'apologyDrafted', newDueAt: command.newDueAt, reason: command.reason }),
  extend: (command, { state }) => {
    const author = state.draft?.by;
    if (command.rules['extension.approverIsNotDrafter'] && author !== undefined && sharePerson(doer(state.draft ?? {}), doer(command))) return no('four-eyes', { by: author });
    return window(command) ?? told({ type: 'limitExtended', dueAt: command.window.dueAt, newDueAt: command.newDueAt, reason: command.reason });
  },
  askOpinion: ({ department, reason }, { id }) => told({ type: 'opinionAsked', opinion: id, department, question: reason }),
  takeOpinion: ({ opinion }, { state }) => (isOpen(state, opinion) ? told({ type: 'opinionTaken', opinion }) : no('unknown-opinion')),
  withdrawOpinion: ({ opinion, reason }, { state }) => (isOpen(state, opinion) ? told({ type: 'opinionWithdrawn', opinion, reason }) : no('unknown-opinion')),
  releaseOpinion: ({ opinion, by }, { state }) => notHeld(state, opinion, by) ?? told({ type: 'opinionReleased', opinion }),
  assignOpinion: ({ opinion, to, from, reason }, { state }) => notHeld(state, opinion, from) ?? told({ type: 'opinionAssigned', opinion, to, ...(reason ? { reason } : {}) }),
  answerOpinion: ({ opinion, text }, { state }) => {
    if (!isOpen(state, opinion)) return no('unknown-opinion');
    return isBlank(text) ? no('text-needed') : told({ type: 'opinionAnswered', opinion, text });
  },
  handOver: ({ from, to, reason }, { id }) => told({ type: 'handedOver', handOver: id, to, what: reason, ...(from === undefined ? {} : { from }) }),
  receiveHandOver: ({ handOver }, { state }) => {
    const found = state.handOvers.find((each) => each.id === handOver);
    if (!found) return no('unknown-hand-over');
    return found.received ? no('already-received') : told({ type: 'handOverReceived', handOver });
  },
  withdraw: ({ reason }) => ends('withdrawn', reason),
  refuse: ({ reason, ground }, { situation }) => ends(situation.receiving ? 'notReceived' : 'refused', reason, ground),
  cancelAutomatic: ({ kind, reason }, { state }) => (state.cancelled.some((each) => each.kind === kind) ? no('nothing-planned') : told({ type: 'automaticCancelled', kind, reason })),
  automatic,
};

function ended(kind: HaltKind, reason: string | undefined): CaseFact {
  return { type: 'haltEnded', kind, ...(reason ? { reason } : {}) };
}

function isOpen({ opinions }: CaseState, opinion: string): boolean {
  return opinions.some((each) => each.id === opinion && !each.answer && !each.withdrawn);
}

/** It may have changed hands, or been answered or withdrawn, since it was read. */
function notHeld(state: CaseState, opinion: string, holder: string | null | undefined): Decision | undefined {
  if (!isOpen(state, opinion)) return no('unknown-opinion');
  const { takenBy } = state.opinions.find((each) => each.id === opinion)!;
  return holder !== undefined && takenBy !== (holder ?? undefined) ? no('work-item-not-yours', takenBy === undefined ? undefined : { by: takenBy }) : undefined;
}

/** An apology goes out in time, and its date is a later one within what the rule allows. */
function window({ at, newDueAt, window: { dueAt, until, latest } }: Extract<CaseCommand, { type: 'draftApology' | 'extend' }>): Decision | undefined {
  if (at > until) return no('extension-too-late');
  if (newDueAt <= dueAt) return no('date-not-later');
  return newDueAt > latest ? no('date-too-far') : undefined;
}

/** The timer of the workflow: what was cancelled, done, or overtaken since it was set does nothing. */
function automatic({ kind, for: about, newDueAt, reason }: Extract<CaseCommand, { type: 'automatic' }>, { state, situation }: Given): Decision {
  const halt = haltOf(state);
  const isDone = state.done.some((each) => each.kind === kind && each.for === about) || state.cancelled.some((each) => each.kind === kind);
  if (isDone || (kind === 'closing') !== (halt?.kind === 'supplement') || (kind !== 'closing' && situation.ready)) return no('nothing-planned');
  const done: CaseFact = { type: 'automaticDone', kind, for: about };
  if (kind === 'closing') return { facts: [done, { type: 'caseClosed', outcome: 'unanswered', reason: reason ?? halt?.reason ?? '' }], ends: true };
  if (kind !== 'apology' || newDueAt === undefined) return told(done);
  return state.draft || state.extensions.length > 0 ? no('nothing-planned') : told(done, { type: 'apologyDrafted', newDueAt, reason: reason ?? '' });
}
