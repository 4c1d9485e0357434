/** What may be asked of a process instance. A command is accepted whole or rejected with a reason; nothing in between. */
import type { CalendarData } from '../calendar/types.js';
import type { Data, Id, Instant, Json } from '../graph/types.js';
import type { ProcessEvent } from './events.js';
import type { Effect } from './effects.js';
import type { ProcessState } from './state.js';

interface CommandBase {
  /** Chosen by the sender; the same id twice changes nothing twice. */
  commandId: string;
  at: Instant;
  /** Who acts: a staff id, or a system's name. */
  by?: string;
  /** Whom that person stands in for. */
  onBehalfOf?: string;
  reason?: string;
}
export type Command = CommandBase & (
  /** `calendar`: by which its timers count working time, where that is not the one of the plan. */
  | { type: 'startProcess'; data?: Data; businessKey?: string; calendar?: CalendarData; /** Start event or receive task that was triggered; absent: the none start events. */ startEvent?: Id }
  | { type: 'claimWorkItem' | 'releaseWorkItem' | 'startWorkItem'; item: Id }
  /** `from`: who has to hold it, null for nobody; absent: whoever. */
  | { type: 'assignWorkItem'; item: Id; to: string; from?: string | null }
  | { type: 'completeWorkItem'; item: Id; data?: Data }
  | { type: 'fireTimer'; timer: Id }
  /** `match`: values that the catcher's key or the instance's data must have. */
  | { type: 'correlateMessage'; name: string; data?: Data; match?: Data; /** Correlation value that the catcher must have been armed with. */ key?: Json; catcher?: Id }
  | { type: 'broadcastSignal'; name: string; data?: Data }
  /** A receive task or waiting event is triggered by hand. */
  | { type: 'triggerInstance'; instance: Id; data?: Data }
  | { type: 'serviceCompleted'; instance: Id; data?: Data }
  /** `errorCode`: a BPMN error for the drawing to handle; without it, a technical failure that becomes an incident. */
  | { type: 'serviceFailed'; instance: Id; errorCode?: string; message: string }
  /** A user task or other activity ends with a BPMN error (or, as technical failure, with none). */
  | { type: 'failInstance'; instance: Id; errorCode?: string; message?: string }
  | { type: 'resolveIncident'; incident: Id; action: 'retry' | 'skip'; data?: Data; /** Gateways: the flow to take when skipped. */ flow?: Id }
  | { type: 'setData'; data: Data; scope?: Id }
  | { type: 'cancelProcess' }
  /** A calendar has been corrected: running timers that count working time by it move. `moved`: the due date before and after. */
  | { type: 'correctCalendar'; calendarId: Id; version: number; calendar?: CalendarData; moved?: { from: Instant; to: Instant } }
  /** Facts that the host keeps in the same log; the process does not look at them. `ends`: it is cancelled in the same step. */
  | { type: 'recordFacts'; facts: readonly Record<string, Json>[]; ends?: true; /** The limits of steps under way stand still, or go on. */ timers?: 'hold' | 'goOn' }
);
export type CommandType = Command['type'];

export type RejectionCode =
  | 'already-started' | 'not-running' | 'unknown-start-event' | 'unknown-work-item' | 'work-item-not-yours' | 'already-claimed'
  | 'unknown-timer' | 'no-receiver' | 'unknown-instance' | 'unknown-incident' | 'four-eyes' | 'bad-data' | 'cannot-migrate';
export interface Rejection { code: RejectionCode; message: string; details?: Record<string, Json> }

export type Step =
  | { accepted: true; state: ProcessState; events: readonly ProcessEvent[]; effects: readonly Effect[]; /** The command had been handled before. */ repeated?: true }
  | { accepted: false; rejection: Rejection };
