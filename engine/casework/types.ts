/**
 * What the law knows of a dossier and no diagram draws: supplement, financial duty, stop, apology and extension, opinion,
 * hand-over, withdrawal, refusal. A second machine beside the token: commands become facts, facts fold into this state.
 */
import type { Id, Instant } from '../graph/types.js';
import type { CaseRules } from './rules.js';

/** Why the clock stands still and the steps wait; states 5, 6 and 8 of the National Portal. */
export type HaltKind = 'supplement' | 'financialDuty' | 'stop';
export interface Halt { kind: HaltKind; from: Instant; to?: Instant; by?: string; onBehalfOf?: string; reason: string; parts?: readonly string[]; ground?: string; /** Then the dossier closes by itself. */ answerBy?: Instant }
export interface Extension { at: Instant; by?: string; onBehalfOf?: string; dueAt: Instant; newDueAt: Instant; reason: string }
/** An apology that has been written and awaits the signature; without `by` the system wrote it. */
export interface ApologyDraft { at: Instant; by?: string; onBehalfOf?: string; newDueAt: Instant; reason: string }
export interface Opinion { id: Id; at: Instant; by?: string; onBehalfOf?: string; department: string; question: string; takenBy?: string; answer?: { at: Instant; by?: string; onBehalfOf?: string; text: string }; /** No longer asked for. */ withdrawn?: { at: Instant; by?: string; onBehalfOf?: string; reason: string } }
export interface HandOver { id: Id; at: Instant; by?: string; onBehalfOf?: string; from?: string; to: string; what: string; received?: { at: Instant; by?: string; onBehalfOf?: string } }

export type AutomaticKind = 'reminder' | 'escalation:head' | 'escalation:leader' | 'apology' | 'closing';
/** `for`: the due date, or the last day of the answer, that it was about; another date makes it due again. */
export interface AutomaticDone { kind: AutomaticKind; at: Instant; for: Instant }
export interface AutomaticCancelled { kind: AutomaticKind; at: Instant; by?: string; onBehalfOf?: string; reason: string }

/** How the dossier ended otherwise than the drawing says. */
export type CaseOutcome = 'withdrawn' | 'refused' | 'notReceived' | 'unanswered';

/** Plain JSON, changed by `foldFact` only. */
export interface CaseState {
  /** The last one may be open (no `to`). */
  halts: Halt[];
  draft?: ApologyDraft;
  extensions: Extension[];
  opinions: Opinion[];
  handOvers: HandOver[];
  done: AutomaticDone[];
  cancelled: AutomaticCancelled[];
  outcome?: CaseOutcome;
}

/** Entries of the event log, in the numbering of the process's own events. */
export type CaseFact =
  | { type: 'haltBegan'; kind: HaltKind; reason: string; parts?: readonly string[]; ground?: string; answerBy?: Instant }
  | { type: 'haltEnded'; kind: HaltKind; reason?: string; parts?: readonly string[] }
  | { type: 'apologyDrafted'; newDueAt: Instant; reason: string }
  | { type: 'limitExtended'; dueAt: Instant; newDueAt: Instant; reason: string }
  | { type: 'opinionAsked'; opinion: Id; department: string; question: string }
  | { type: 'opinionTaken'; opinion: Id }
  | { type: 'opinionReleased'; opinion: Id }
  | { type: 'opinionAssigned'; opinion: Id; to: string; reason?: string }
  | { type: 'opinionAnswered'; opinion: Id; text: string }
  | { type: 'opinionWithdrawn'; opinion: Id; reason: string }
  | { type: 'handedOver'; handOver: Id; from?: string; to: string; what: string }
  | { type: 'handOverReceived'; handOver: Id }
  | { type: 'automaticDone'; kind: AutomaticKind; for: Instant }
  | { type: 'automaticCancelled'; kind: AutomaticKind; reason: string }
  | { type: 'caseClosed'; outcome: CaseOutcome; reason: string; ground?: string };

/** What a person may do to a dossier; one POST and one button each. */
export type CaseAction =
  | 'requestSupplement' | 'receiveSupplement' | 'requirePayment' | 'confirmPayment' | 'stop' | 'resume' | 'draftApology' | 'extend'
  | 'askOpinion' | 'withdrawOpinion' | 'handOver' | 'receiveHandOver' | 'withdraw' | 'refuse' | 'cancelAutomatic';

/** `holdsTimers` since 25.11.2026: a halt holds the limits of steps. Histories without it replay as they were. */
interface CaseBase { commandId: string; at: Instant; by?: string; onBehalfOf?: string; holdsTimers?: true }
interface Ruled { /** Those in force when the dossier was received. */ rules: CaseRules }
/** `window`: what the calendar says when the command is given. `until`: last instant for an apology; `latest`: last new date. */
export interface ExtensionWindow { dueAt: Instant; until: Instant; latest: Instant }

export type CaseCommand = CaseBase & (
  | ({ type: 'requestSupplement'; reason: string; parts: readonly string[]; ground?: string; answerBy?: Instant } & Ruled)
  | ({ type: 'receiveSupplement'; reason?: string; parts?: readonly string[] } & Ruled)
  | ({ type: 'requirePayment'; reason: string; ground?: string } & Ruled)
  | ({ type: 'confirmPayment'; reason?: string } & Ruled)
  | ({ type: 'stop'; reason: string; ground?: string } & Ruled)
  | ({ type: 'resume'; reason: string } & Ruled)
  | ({ type: 'draftApology'; reason: string; newDueAt: Instant; window: ExtensionWindow } & Ruled)
  | ({ type: 'extend'; reason: string; newDueAt: Instant; window: ExtensionWindow } & Ruled)
  | ({ type: 'askOpinion'; department: string; reason: string } & Ruled)
  | ({ type: 'withdrawOpinion'; opinion: Id; reason: string } & Ruled)
  | { type: 'takeOpinion'; opinion: Id }
  | { type: 'releaseOpinion'; opinion: Id }
  /** `from`: who must hold it, null for nobody; without it whoever does. */
  | { type: 'assignOpinion'; opinion: Id; to: string; from?: string | null; reason?: string }
  | { type: 'answerOpinion'; opinion: Id; text: string }
  | ({ type: 'handOver'; from?: string; to: string; reason: string } & Ruled)
  | ({ type: 'receiveHandOver'; handOver: Id } & Ruled)
  | ({ type: 'withdraw'; reason: string } & Ruled)
  | ({ type: 'refuse'; reason: string; ground?: string } & Ruled)
  | ({ type: 'cancelAutomatic'; kind: AutomaticKind; reason: string } & Ruled)
  /** The workflow's own timer; `newDueAt` and `reason` are those of a drafted apology. */
  | { type: 'automatic'; kind: AutomaticKind; for: Instant; newDueAt?: Instant; reason?: string }
);

export type CaseRefusalCode =
  | 'suspended' | 'not-waiting' | 'result-ready' | 'drawn' | 'supplement-used-up' | 'extension-used-up' | 'extension-too-late' | 'date-not-later'
  | 'date-too-far' | 'no-due-date' | 'reason-needed' | 'ground-needed' | 'parts-needed' | 'four-eyes' | 'unknown-opinion' | 'unknown-hand-over'
  | 'work-item-not-yours' | 'nothing-planned' | 'already-received' | 'text-needed';
export interface CaseRejection { code: CaseRefusalCode; message: string; details?: Record<string, string> }

/** What the token says, as far as these rules look at it. */
export interface Situation {
  /** Nothing is left but handing over the result. */
  ready: boolean;
  /** Still at the desk: nothing but steps of kind `receive` is open. */
  receiving: boolean;
  /** The limit stands still because of a drawn step. */
  stopped: boolean;
  /** Kinds of steps that the drawing can still come to: what it draws is not offered beside it. */
  ahead: readonly string[];
}

