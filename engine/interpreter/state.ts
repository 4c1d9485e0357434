/**
 * The state of one process instance: plain JSON, changed by `evolve` only.
 * Control is kept as a marking (tokens on sequence flows, per scope) plus the node instances that are active.
 */
import type { CalendarData } from '../calendar/types.js';
import type { Data, Id, Instant, Json } from '../graph/types.js';

export type ProcessStatus = 'initial' | 'running' | 'completed' | 'terminated' | 'failed' | 'cancelled';
/** Activity life cycle, BPMN 2.0 figure 13.2. */
export type ActivityState =
  | 'ready' | 'active' | 'completing' | 'completed' | 'failing' | 'failed' | 'terminating' | 'terminated'
  | 'withdrawn' | 'compensating' | 'compensated';

export interface ProcessState {
  schemaVersion: 1;
  /** Number of events applied; the last event has this number. */
  seq: number;
  nextId: number;
  status: ProcessStatus;
  /** Instant of the last event. */
  at: Instant;
  startedAt?: Instant;
  businessKey?: string;
  error?: { code: string; message: string };
  /** By which timers count working time; absent: that of the plan. */
  calendar?: CalendarData;
  /** Id of the outermost scope once started. */
  root?: Id;
  scopes: Record<Id, Scope>;
  instances: Record<Id, NodeInstance>;
  catchers: Record<Id, Catcher>;
  incidents: Record<Id, Incident>;
  /** By the instance that threw it, which may have gone on already. */
  undoing?: Record<Id, Undoing>;
  /** Ids of the last commands accepted: a repeated one changes nothing. */
  handled: string[];
  /** Correlation keys that a message has given their value. */
  correlation?: Record<Id, Json[]>;
  /** Who completed a work item of each node last: what four-eyes steps look at. */
  performers: Record<Id, string>;
  /** Whom they stood in for, where they did. */
  principals?: Record<Id, string>;
}

/** A process, sub-process, event sub-process or turn of a loop that owns tokens and data (BPMN 2.0 section 13.2). */
export interface Scope {
  id: Id;
  /** The process graph that `element` belongs to. */
  process: Id;
  /** The process, sub-process or activity that this is a run of. */
  element: Id;
  parent?: Id;
  /** The activity instance this scope is the inside of. */
  owner?: Id;
  data: Record<string, Json>;
  /** Holds data of one activity or turn only: no tokens, closed with its owner. */
  local?: true;
  /** Tokens resting on sequence flows. */
  tokens: Record<Id, number>;
  /** Complex gateways waiting for reset: flows from which the first phase took a token. */
  resets: Record<Id, Id[]>;
  /** Completed activities that can be compensated, oldest first. */
  done: DoneRecord[];
  /** Set while tokens are no longer let in: an interrupting event sub-process or a cancelled transaction runs. */
  interruptedBy?: Id;
}

export interface DoneRecord {
  node: Id;
  instance: Id;
  /** A completed sub-process or called process: its own data when it ended, and what was done inside it. */
  inner?: { element: Id; process: Id; data: Record<string, Json>; done: DoneRecord[] };
  /** Being undone: the scope opened again for it, when it is not the one compensation was thrown for. */
  within?: Id;
}

/** Compensation under way: what is still to be undone in `scope`, next first, and what follows for whoever threw it. */
export interface Undoing { scope: Id; queue: DoneRecord[]; then: 'complete' | 'nothing' | 'cancelTransaction' }

export interface NodeInstance {
  id: Id;
  node: Id;
  scope: Id;
  state: ActivityState;
  since: Instant;
  /** The loop or multi-instance activity this is one turn of. */
  body?: Id;
  /** 1-based number of the turn. */
  counter?: number;
  /** True for the body of a loop or multi-instance activity. */
  isBody?: boolean;
  loop?: LoopState;
  /** Scope of what runs inside, or of the local data of a turn. */
  inner?: Id;
  work?: WorkState;
  /** A service was asked and has not answered; number of attempts made. */
  attempts?: number;
  /** This instance undoes another activity for this compensation throw. */
  compensates?: Id;
  /** Ad-hoc sub-process: activities still to be offered (sequential ordering). */
  pending?: Id[];
}

export interface LoopState {
  /** Turns started, completed, and to be started in all (unknown for standard loops). */
  started: number;
  completed: number;
  total?: number;
  items?: Json[];
  outputs?: Json[];
  terminated?: number;
  /** Events of multi-instance behaviour already thrown once. */
  thrown?: string[];
}

/** What is asked of a person (WfMC work item); `offered` to a department, `allocated` to one person. */
export interface WorkState {
  status: 'offered' | 'allocated' | 'started' | 'suspended';
  by?: string;
  startedAt?: Instant;
}

/** An event that is waited for, by an intermediate event, a boundary, a gateway, a receive task, an event sub-process. */
export interface Catcher {
  id: Id;
  /** The catching element: event, receive task; its scope; and the instance or scope that it is armed for. */
  node: Id;
  scope: Id;
  owner: Id;
  role: 'intermediate' | 'boundary' | 'gateway' | 'receive' | 'eventSubProcess' | 'start';
  waits: Wait[];
}

export interface Wait {
  id: Id;
  /** Position of the event definition in its element. */
  index: number;
  kind: 'message' | 'signal' | 'timer' | 'conditional';
  /** Message or signal name. */
  name?: string;
  /** Value of the correlation expression when armed. */
  key?: Json;
  dueAt?: Instant;
  /** A timer that counts working time: how much, from when, so that it can be counted again by a corrected calendar. */
  working?: { limit: string; from: Instant; /** Held meanwhile; while the last one is open, nothing is due. */ pauses?: readonly (readonly [from: Instant, to?: Instant])[] };
  /** Cycles: interval in ms, and firings left after this one (-1: without end). */
  interval?: number;
  left?: number;
  /** Conditional: value when last looked at. Parallel multiple: already occurred. */
  value?: boolean;
  met?: boolean;
}

export interface Incident {
  id: Id;
  /** The node instance that cannot go on. */
  instance: Id;
  node: Id;
  code: IncidentCode;
  message: string;
  at: Instant;
}
export type IncidentCode =
  | 'no-outgoing-flow-taken' | 'condition-failed' | 'expression-failed' | 'service-failed' | 'unsupported'
  | 'step-budget' | 'called-element-missing' | 'timer-invalid' | 'loop-invalid' | 'uncaught-error' | 'decision-failed';

/** What a clerk sees of an active work item. */
export interface WorkItem {
  id: Id;
  node: Id;
  process: Id;
  scope: Id;
  name?: string;
  since: Instant;
  work: WorkState;
}
export type { Data };
