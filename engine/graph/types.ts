/**
 * The process graph: BPMN definitions, normalised to plain JSON.
 * Names are those of the BPMN 2.0 metamodel; facts of the `df:` extension carry the names of that extension.
 */
import type { CalendarData } from '../calendar/types.js';
import type { Decisions } from '../decision/types.js';
import type { Expression } from '../expression/ast.js';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** Epoch milliseconds, UTC: the only time type inside `engine/`. */
export type Instant = number;
export type Data = Readonly<Record<string, Json>>;
export type Id = string;

/** Something wrong with a file or a drawing; all of them are collected, none is thrown. */
export interface Diagnostic {
  code: string;
  severity: 'error' | 'warning';
  message: string;
  elementId?: Id;
  line?: number;
}

/** What one file says: its processes and how they talk to each other. */
export interface Model {
  file?: string;
  id: Id;
  name?: string;
  /** The file as read: what is drawn, and what `exportXml` starts from. */
  xml: string;
  processes: ProcessGraph[];
  participants: Participant[];
  messageFlows: MessageFlow[];
  /** Names of messages and signals by their id: whoever sends one from outside may say either. */
  triggerNames?: Readonly<Record<Id, string>>;
  /** Of a DMN file, which has no processes. */
  decisions?: Decisions;
  diagnostics: Diagnostic[];
  /** Findings that people decided to live with. They stand in the file, so that they stay with its version; what runs does not know them. */
  accepted?: AcceptedFinding[];
}
/** `elements` as the finding names them, in any order; `with`: codes of other procedures that it is about too; `lookAgain` and `on` are days, `YYYY-MM-DD`. */
export interface AcceptedFinding { check: string; elements: Id[]; with?: string[]; reason: string; lookAgain: string; by?: string; on?: string }
export interface Participant { id: Id; name?: string; process?: Id }
export interface MessageFlow { id: Id; name?: string; source: Id; target: Id; message?: Id }

/** What an instance runs: a root process and every process it calls, of fixed content. */
export interface Plan {
  /** Content hash, hex; equal plans have equal hashes. */
  hash: string;
  root: Id;
  processes: Readonly<Record<Id, ProcessGraph>>;
  /** Working time of its timers; absent: office hours of Vietnamese agencies. */
  calendar?: CalendarData;
  /** Decisions that its business rule tasks ask for, and those that these require. */
  decisions?: Decisions;
}

export interface ProcessGraph {
  id: Id;
  name?: string;
  executable: boolean;
  /** True for a global task, which runs as a process of that single task. */
  globalTask?: boolean;
  nodes: Readonly<Record<Id, FlowNode>>;
  flows: Readonly<Record<Id, SequenceFlow>>;
  /** The file states no facts of ours about its data: in a condition, a name that nobody has given a value is null, as in FEEL at large, and no fault. */
  openNames?: true;
  /** Ids of all nodes of all scopes, in document order. */
  order: readonly Id[];
  lanes: readonly Lane[];
  /** Data objects, their references, properties and stores, by id. */
  data: Readonly<Record<Id, DataElement>>;
  /** Correlation keys: names of the properties by which messages find their instance. */
  correlationKeys?: readonly CorrelationKey[];
  procedure?: ProcedureFacts;
  documentation?: string;
}

export interface SequenceFlow {
  id: Id;
  name?: string;
  source: Id;
  target: Id;
  condition?: Expression;
  facts?: { isReturn?: boolean; probability?: number };
}

export type ActivityType =
  | 'task' | 'userTask' | 'manualTask' | 'serviceTask' | 'sendTask' | 'receiveTask' | 'scriptTask' | 'businessRuleTask'
  | 'subProcess' | 'transaction' | 'adHocSubProcess' | 'callActivity';
export type EventType = 'startEvent' | 'endEvent' | 'intermediateCatchEvent' | 'intermediateThrowEvent' | 'boundaryEvent';
export type GatewayType = 'exclusiveGateway' | 'parallelGateway' | 'inclusiveGateway' | 'complexGateway' | 'eventBasedGateway';
export type NodeType = ActivityType | EventType | GatewayType;

interface NodeBase {
  id: Id;
  name?: string;
  /** The process or sub-process that contains the node. */
  scope: Id;
  incoming: readonly Id[];
  outgoing: readonly Id[];
  lane?: Id;
  documentation?: string;
}

export interface ActivityNode extends NodeBase {
  kind: 'activity';
  type: ActivityType;
  defaultFlow?: Id;
  loop?: StandardLoop | MultiInstance;
  /** Tokens needed to start, tokens offered on completion (BPMN 2.0 section 10.3.3); default 1. */
  startQuantity: number;
  completionQuantity: number;
  isForCompensation: boolean;
  /** Ids of attached boundary events, in document order. */
  boundary: readonly Id[];
  /** Sub-processes only: ids of the nodes directly inside, in document order. */
  children?: readonly Id[];
  triggeredByEvent?: boolean;
  adHoc?: { ordering: 'parallel' | 'sequential'; completionCondition?: Expression; cancelRemaining: boolean };
  /** Call activity: id of the called process or global task, and how it is bound. */
  calledElement?: Id;
  script?: Expression;
  /** Script task in a language that we do not run. */
  scriptFormat?: string;
  /** Send and receive tasks: the message; receive tasks: whether it starts an instance. */
  message?: MessageRef;
  instantiate?: boolean;
  /** Service, send, business rule tasks: who is to be called. */
  implementation?: string;
  /** Business rule task: the decision that it makes, and the variable for the result. */
  decision?: Id;
  resultVariable?: string;
  inputs?: readonly DataMapping[];
  outputs?: readonly DataMapping[];
  /** Beside the mappings, is all data passed in and taken back? Stated by vendors' call activities only. */
  passesAll?: { in: boolean; out: boolean };
  /** Ids of data elements (resolved to the data object) read and written through data associations. */
  reads: readonly Id[];
  writes: readonly Id[];
  step?: StepFacts;
  legalBasis?: readonly LegalBasis[];
  form?: string;
}

export interface EventNode extends NodeBase {
  kind: 'event';
  type: EventType;
  definitions: readonly EventDefinition[];
  /** All definitions are needed, not any one of them. */
  parallelMultiple: boolean;
  /** Boundary events: the activity, and whether the event interrupts it. */
  attachedTo?: Id;
  cancelActivity?: boolean;
  /** Boundary compensation events: the activity that undoes, reached by an association. */
  compensationHandler?: Id;
  /** Start events of event sub-processes. */
  isInterrupting?: boolean;
  /** Data associations of the event: from the trigger to data (catch), from data to the payload (throw). */
  inputs?: readonly DataMapping[];
  outputs?: readonly DataMapping[];
  reads?: readonly Id[];
  writes?: readonly Id[];
}

export interface GatewayNode extends NodeBase {
  kind: 'gateway';
  type: GatewayType;
  defaultFlow?: Id;
  /** Complex gateway. */
  activationCondition?: Expression;
  /** Event-based gateway. */
  instantiate?: boolean;
  eventGatewayType?: 'Exclusive' | 'Parallel';
}

export type FlowNode = ActivityNode | EventNode | GatewayNode;

export interface StandardLoop {
  kind: 'standard';
  /** Means "go on while true". Absent: go on until `maximum`. */
  condition?: Expression;
  testBefore: boolean;
  maximum?: number;
}

export interface MultiInstance {
  kind: 'multiInstance';
  sequential: boolean;
  cardinality?: Expression;
  /** Name of the variable that holds the list, and of the one that receives each item. */
  collection?: Expression;
  inputItem?: string;
  /** Name of the list variable that collects results, and what each instance contributes. */
  outputCollection?: string;
  outputItem?: Expression;
  completionCondition?: Expression;
  behavior: 'none' | 'one' | 'all' | 'complex';
  /** Events thrown by behavior `one` and `none`, and by each complex behavior. */
  oneEvent?: EventDefinition;
  noneEvent?: EventDefinition;
  complex?: readonly { condition: Expression; event: EventDefinition }[];
}

export interface MessageRef { id?: Id; name: string; correlation?: Expression }

export type EventDefinition =
  | { kind: 'message'; message: MessageRef }
  | { kind: 'signal'; name: string }
  | { kind: 'timer'; timerKind: 'date' | 'duration' | 'cycle'; expression: Expression }
  | { kind: 'conditional'; condition: Expression }
  | { kind: 'error'; code?: string; name?: string }
  | { kind: 'escalation'; code?: string; name?: string }
  | { kind: 'compensation'; activity?: Id; waitForCompletion: boolean }
  | { kind: 'cancel' }
  | { kind: 'link'; name: string }
  | { kind: 'terminate' };
export type EventKind = EventDefinition['kind'];

/** `to = source` after evaluating `source` (a FEEL expression) in the surrounding data. */
export interface DataMapping { source: Expression; target: string }

export interface DataElement {
  id: Id;
  kind: 'dataObject' | 'dataObjectReference' | 'property' | 'dataStore' | 'dataStoreReference' | 'dataInput' | 'dataOutput';
  name?: string;
  /** The process, sub-process or activity it belongs to. */
  scope: Id;
  /** For a reference: the data object meant. */
  refersTo?: Id;
  isCollection: boolean;
  /** Initial value where the file states one (FEEL). */
  initial?: Expression;
  document?: DocumentFacts;
  /** Of a property: what the drawing declares about it, as about a field of a document. */
  declared?: FieldFacts;
  /** What people call it: the documentation of a property or data object. */
  documentation?: string;
}

/** `paths`: by message id, where the property's value is in the payload. `binding`: the same value in the data of the process (context-based correlation). */
export interface CorrelationKey { id: Id; name?: string; properties: readonly { id: Id; name: string; paths: Readonly<Record<Id, Expression>>; binding?: Expression }[] }

// ---- facts of the df: extension (format.md section 1) ----

export type TimeUnit = 'workingHours' | 'workingDays' | 'days';
export type Counting = 'hourExact' | 'dayCount' | 'sameDay';
export interface ProcedureFacts {
  code?: string;
  name?: string;
  level?: string;
  field?: string;
  counting?: Counting;
  cutOff?: string;
  fee?: string;
  result?: string;
  applicantsPerYear?: number;
  timesPerYear?: number;
  onlineService?: 'full' | 'partial' | 'none';
  /** Sets of the dossier that are handed in; who may ask; what has to be fulfilled, a condition a line. */
  sets?: number;
  subjects?: string;
  requirements?: string;
  timeLimits: readonly TimeLimit[];
  legalBasis: readonly LegalBasis[];
  requiredDocuments: readonly RequiredDocument[];
  frameworks: readonly FrameworkRef[];
  /** Ways to hand in and to receive; absent: not stated. */
  channels?: readonly ProcedureChannel[];
}
/** `value` and `unit`: the time limit of this way, where it has one of its own; so the fee. */
export interface ProcedureChannel { kind: 'desk' | 'online' | 'post'; value?: number; unit?: TimeUnit; fee?: string; note?: string }
/** `when`: the case that it is for, as written; `condition`: the same, to be evaluated at reception. */
export interface TimeLimit { value: number; unit: TimeUnit; when?: string; condition?: Expression }
export interface LegalBasis { ref: string; title?: string; from?: string; to?: string }
export interface RequiredDocument {
  type: string; name?: string; copies?: number;
  original?: 'original' | 'certified' | 'copy' | 'electronic' | 'data';
  source?: string; form?: string; mandatory: boolean;
}
export interface FrameworkRef { id: string; version?: string; publisher?: string; effectiveFrom?: string; effectiveTo?: string; defines: boolean }
export interface Lane {
  id: Id; name?: string; parent?: Id;
  /** Ids of the flow nodes directly in the lane. */
  nodes: readonly Id[];
  department?: DepartmentFacts;
}
export interface DepartmentFacts { id: string; agency?: string; oneStop: boolean; headcount?: number; calendar?: string; hourlyCost?: number }
export interface StepFacts {
  kind?: string; limit?: number; unit?: TimeUnit; standardMinutes?: number; role?: string; medium?: string;
  checks: readonly string[]; mandatory: boolean; accountable: boolean; separateFrom: readonly string[];
  valueClass?: 'valueAdding' | 'requiredByLaw' | 'neither'; applicantContact: boolean; clock: 'runs' | 'stopped';
}
/** `fields`: every name, of the list and of the declarations alike. `declared`: absent where the drawing only lists names. */
export interface DocumentFacts { type: string; source?: string; form?: 'paper' | 'electronic' | 'either'; fields: readonly string[]; declared?: readonly FieldFacts[] }
export type FieldType = 'string' | 'number' | 'integer' | 'boolean' | 'date';
/** How much a field tells about a person: data that identify him, or what the law calls sensitive (health, accounts, family). */
export type PersonalLevel = 'basic' | 'sensitive';
export interface FieldFacts { name: Id; label?: string; type: FieldType; required?: true; personal?: PersonalLevel; options?: readonly string[]; min?: number; max?: number }
