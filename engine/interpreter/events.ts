/** What happened. Events are the only thing that changes state; the log of a dossier is the list of its events. */
import type { CalendarData } from '../calendar/types.js';
import type { Id, Instant, Json } from '../graph/types.js';
import type { Renames } from './migrated.js';
import type { ActivityState, Catcher, DoneRecord, Incident, LoopState, ProcessStatus, Undoing, Wait } from './state.js';

interface EventBase {
  /** Counts from 1 within the process instance, without gaps. */
  seq: number;
  at: Instant;
  /** Who caused it, where somebody did. */
  by?: string;
  /** Whom that person stood in for. */
  onBehalfOf?: string;
}
export type ProcessEvent = EventBase & EventBody;
export type EventBody =
  | { type: 'processStarted'; process: Id; businessKey?: string; calendar?: CalendarData }
  | { type: 'calendarCorrected'; calendarId: Id; version: number; calendar?: CalendarData; moved?: { from: Instant; to: Instant } }
  | { type: 'commandHandled'; commandId: string; command: string; reason?: string }
  /** The instance runs on another plan from here on; `from` and `to` are the hashes of the plans. */
  | { type: 'processMigrated'; from: string; to: string; processes: Renames }
  | { type: 'scopeOpened'; scope: Id; process: Id; element: Id; parent?: Id; owner?: Id; local?: true; data: Record<string, Json>; /** A sub-process opened again to be compensated. */ done?: DoneRecord[] }
  | { type: 'scopeInterrupted'; scope: Id; by: Id }
  | { type: 'scopeClosed'; scope: Id }
  /** A token is put on a sequence flow / taken off flows without a node being entered. */
  | { type: 'flowTaken'; scope: Id; flow: Id; count?: number }
  | { type: 'tokensRemoved'; scope: Id; flows: readonly Id[] }
  /** A node begins; `consumed` names the flows that each give a token (repeated for several). */
  | { type: 'nodeEntered'; instance: Id; node: Id; scope: Id; consumed?: readonly Id[]; body?: Id; counter?: number; compensates?: Id }
  | { type: 'nodeCompleted'; instance: Id; node: Id; scope: Id; done?: DoneRecord }
  /** Interrupted, withdrawn, or terminated with its scope. */
  | { type: 'nodeCancelled'; instance: Id; node: Id; scope: Id; reason: 'interrupted' | 'withdrawn' | 'terminated' | 'failed' }
  /** The instance stands for a loop or multi-instance activity as a whole; its turns follow. */
  | { type: 'bodyMade'; instance: Id }
  | { type: 'stateChanged'; instance: Id; state: ActivityState }
  | { type: 'loopChanged'; instance: Id; loop: LoopState }
  | { type: 'adHocPending'; instance: Id; pending: readonly Id[] }
  | { type: 'dataSet'; scope: Id; values: Record<string, Json> }
  | { type: 'complexGatewayFired'; scope: Id; node: Id; flows: readonly Id[] }
  | { type: 'complexGatewayReset'; scope: Id; node: Id }
  | { type: 'catcherArmed'; catcher: Catcher }
  | { type: 'catcherDisarmed'; catcher: Id; timers: readonly Id[] }
  | { type: 'waitMet'; catcher: Id; wait: Id }
  /** `replaces`: the timer that no longer runs, because this one does. */
  | { type: 'waitChanged'; catcher: Id; wait: Wait; replaces?: Id }
  // ---- work items (WfMC) ----
  | { type: 'workItemOffered'; instance: Id; node: Id }
  | { type: 'workItemClaimed'; instance: Id; node: Id; by: string }
  | { type: 'workItemAssigned'; instance: Id; node: Id; to: string }
  | { type: 'workItemStarted'; instance: Id; node: Id }
  | { type: 'workItemReleased'; instance: Id; node: Id }
  | { type: 'workItemCompleted'; instance: Id; node: Id; data?: Record<string, Json> }
  // ---- facts about the outside ----
  | { type: 'serviceInvoked'; instance: Id; node: Id; implementation?: string; attempt: number; data: Record<string, Json> }
  /** `rules`: numbers, from 1, of the rules that held, by decision. */
  | { type: 'decisionMade'; instance: Id; node: Id; decision: Id; value: Json; rules: Record<Id, number[]> }
  | { type: 'messageThrown'; node: Id; name: string; key?: Json; data: Record<string, Json> }
  | { type: 'signalThrown'; node?: Id; name: string; data: Record<string, Json>; /** It came from outside: tell nobody. */ external?: boolean }
  | { type: 'correlationSet'; key: Id; values: Json[] }
  | { type: 'messageReceived'; catcher: Id; node: Id; name: string }
  | { type: 'timerFired'; catcher: Id; node: Id; wait: Id }
  | { type: 'escalationThrown'; node: Id; code?: string; caught: boolean }
  | { type: 'errorThrown'; node: Id; code?: string; message?: string; caught: boolean }
  /** `instance` is the one that threw it. */
  | { type: 'compensationStarted'; instance: Id; undoing: Undoing }
  | { type: 'compensationAdvanced'; instance: Id }
  /** The next to be undone is a sub-process without a handler: what was done inside takes its place. */
  | { type: 'compensationExpanded'; instance: Id; queue: DoneRecord[] }
  | { type: 'compensationEnded'; instance: Id }
  | { type: 'doneForgotten'; scope: Id; instances: readonly Id[] }
  | { type: 'incidentRaised'; incident: Incident }
  | { type: 'incidentResolved'; incident: Id; action: 'retry' | 'skip'; reason?: string }
  /** What the host knows and the drawing does not; see engine/casework. */
  | { type: 'factRecorded'; fact: Record<string, Json> }
  | { type: 'processEnded'; status: Exclude<ProcessStatus, 'initial' | 'running'>; error?: { code: string; message: string } };
export type { Instant };
