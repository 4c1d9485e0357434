/** The event log of dossiers, and the read model made from it: dossiers and work items. */
import { Schema } from 'mongoose';
import type { CaseState, Situation } from '../../engine/casework/types.js';
import type { StepOutcome } from '../../engine/graph/outcomes.js';
import type { ProcessEvent } from '../../engine/interpreter/events.js';
import type { ClockRules, Limit } from '../calendar.js';

export interface Applicant { kind: 'person' | 'organisation'; name: string; idNumber?: string; /** YYYY-MM-DD. */ birthDate?: string; phone?: string; email?: string; address?: string; /** Who came in the applicant's stead, and by which paper. */ representative?: string; authority?: string }
/** Reception is not bound to the boundary of an agency: three places that may be three agencies. */
export interface DossierPlaces { helpAgencyId: string; receptionDepartmentId?: string; competentAgencyId: string }
export interface ReceivedPart { type: string; name: string; copies: number; form: string; received: boolean }
/** What was written into the register at reception, and never changes. */
export interface DossierFacts {
  dossierNo: string; procedureId: string; procedureCode: string; procedureName: string; version: number; planHash: string;
  agencyId: string; channel: 'desk' | 'online' | 'post'; applicant: Applicant; parts: ReceivedPart[]; fee?: string; /** At the desk, in đồng. */ feePaid?: { amount: number; receiptNo?: string }; note?: string;
  receivedAt: Date; receivedBy: string; /** Whom that person stood in for. */ receivedOnBehalfOf?: string;
  /** The version of the rules in force at reception. */
  rules?: string;
  /** Rules of the clock in force at reception; absent: what was used continues to count, a receipt holds as it was made. */
  clock?: ClockRules;
  /** Where the applicant was helped, and who decides; `agencyId` is the agency that received, whose register and clock count. */
  places?: DossierPlaces;
  /** Taken up again after delivery: the dossier that this one follows. */
  follows?: { dossierId: string; dossierNo: string };
  /** The calendar of its agency at reception; absent: the one that the agency has. */
  calendar?: string;
  /** Hash of the request: the same command id with other content is an error of the sender. */
  bodyHash?: string;
}

/**
 * One entry per settled step, append-only. The entry with `from` 0 is the reception: personal data stays here
 * and out of workflow histories.
 */
export interface LogDoc {
  _id: string; dossierId: string; from: number; seq: number; at: Date; by?: string; /** Whom that person stood in for. */ onBehalfOf?: string; command: string; commandId: string; reason?: string;
  events: ProcessEvent[]; facts?: DossierFacts;
  /** Receptions only: series and number in the register, which no other entry has. */
  registerNo?: string;
}

/** What the dossier is; kept apart from money, delivery and the exchange with other systems. Overdue is an attribute. */
export type BusinessState =
  | 'draft' | 'submitted' | 'received' | 'notReceived' | 'inProgress' | 'awaitingSupplement' | 'financialDuty' | 'withdrawn' | 'stopped' | 'resolved' | 'delivered'
  | 'refused' | 'unresolved';
export type FinanceState = 'none' | 'due' | 'paid';
export type DeliveryState = 'none' | 'ready' | 'delivered';
/** With other systems; nothing is sent yet. */
export interface OpenStep { element: string; name: string; departmentId?: string; assignee?: string }
export interface IncidentPart { id: string; element: string; step: string; code: string; message: string; at: Date }
export interface Subscription { kind: 'message' | 'signal'; name: string; key?: string; catcher: string }

export interface DossierDoc {
  _id: string; facts: DossierFacts;
  /** Number of the last event seen; a write that knows less changes nothing. */
  seq: number;
  state: BusinessState; finance: FinanceState; delivery: DeliveryState; open: boolean; status: string;
  /** Absent until something has happened that no drawing shows. */
  casework?: CaseState;
  situation: Situation;
  /** Who completed drafting steps: the approver must be another. */
  drafters: string[];
  dossierNo: string; procedureId: string; procedureCode: string; version: number; /** Folded, by which it is found. */ words: string[];
  /** Numbers of the applicant, for whoever may read them; absent in what an earlier build wrote. */
  keys?: string[];
  agencyId: string;
  /** Every agency that has had a step of it: who may see it. */
  agencies: string[];
  /** Every department that has or had a step of it, received it or was asked: who has a reason to read what is personal. Absent as above. */
  departments?: string[];
  steps: OpenStep[]; incidents: IncidentPart[]; subscriptions: Subscription[];
  /** The limit that holds for it with its counting rule, and the calendar that it is counted by. */
  limit?: Limit; calendarId: string;
  receivedAt: Date; dueAt?: Date; paused: boolean; readyAt?: Date; endedAt?: Date;
  /** Instant that decides between early, on time and late: result ready, or the end. */
  settledAt?: Date;
  /** For sorting: the due date, or a far one when there is none. */
  sortDue: number;
  stops: { from: Date; to?: Date }[];
  data: Record<string, unknown>;
  /** Personal data were erased by a rule. */
  erasedAt?: Date;
  updatedAt: Date;
}

/** Who got a work item and when it was begun, by the number of the event: what the checks over the log read. */
export interface WorkMark { at: Date; what: 'claimed' | 'assigned' | 'started' | 'released'; /** Who has it from then on. */ who?: string }
/** How a step was decided, where the drawing names several ways. */
export interface Outcome { label: string; kind: StepOutcome['kind'] }
export type WorkStatus = 'offered' | 'allocated' | 'started' | 'completed' | 'cancelled';
export interface WorkItemDoc {
  _id: string; dossierId: string; instance: string; seq: number; open: boolean; status: WorkStatus;
  element: string; step: string; kind?: string; role?: string; departmentId: string; agencyId: string; assignee?: string; /** Ended: whom the person stood in for. */ onBehalfOf?: string;
  /** Whoever did a step that this one is separate from, and in whose name: four eyes. */
  apart?: string[];
  dossierNo: string; applicant: string; procedureId: string; procedureCode: string; procedureName: string; version: number; words: string[]; keys?: string[];
  /** Limit of the step, and the calendar of whoever does it. */
  limit?: Limit; calendarId: string;
  /** The step is itself what the dossier waits for: it does not stand still with it. */
  outside?: boolean;
  since: Date; claimedAt?: Date; endedAt?: Date; stepDueAt?: Date; dueAt?: Date; paused: boolean; sortDue: number;
  /** As in the dossier: the result lies ready, or the dossier has ended. */
  settledAt?: Date;
  /** Minutes of office time: until somebody took it, and until it ended. */
  waitMinutes?: number; stayMinutes?: number;
  /** By the number of the event; absent in what an earlier build wrote. */
  history?: Record<string, WorkMark>; outcome?: Outcome;
}

const strict = { strict: 'throw', versionKey: false } as const;
const mixed = Schema.Types.Mixed;

export const logSchema = new Schema<LogDoc>({
  _id: String, dossierId: { type: String, required: true }, from: Number, seq: Number, at: Date, by: String, onBehalfOf: String, command: String, commandId: String,
  reason: String, events: mixed, facts: mixed, registerNo: String,
}, { ...strict, collection: 'eventLog', minimize: false });
logSchema.index({ dossierId: 1, from: 1 }, { unique: true });
logSchema.index({ registerNo: 1 }, { unique: true, sparse: true });
logSchema.index({ at: 1 });

export const dossierSchema = new Schema<DossierDoc>({
  _id: String, facts: mixed, seq: Number, state: String, finance: String, delivery: String, casework: mixed, situation: mixed, drafters: [String],
  open: Boolean, status: String, dossierNo: String, procedureId: String, procedureCode: String, version: Number, words: [String], keys: [String], agencyId: String, agencies: [String], departments: [String], steps: mixed, incidents: mixed, subscriptions: mixed,
  limit: mixed, calendarId: String,
  receivedAt: Date, dueAt: Date, paused: Boolean, readyAt: Date, endedAt: Date, settledAt: Date, sortDue: Number, stops: mixed, data: mixed, erasedAt: Date, updatedAt: Date,
}, { ...strict, collection: 'dossiers', minimize: false });
dossierSchema.index({ dossierNo: 1 }, { unique: true });
dossierSchema.index({ agencies: 1, open: 1, sortDue: 1, _id: 1 });
dossierSchema.index({ agencies: 1, receivedAt: -1, _id: 1 });
// Few of many: what is asked for by state or procedure is looked up, counted too, not filtered out.
for (const field of ['state', 'procedureId'] as const) dossierSchema.index({ agencies: 1, [field]: 1, receivedAt: -1, _id: 1 });
dossierSchema.index({ words: 1, receivedAt: -1 });
dossierSchema.index({ keys: 1 });
dossierSchema.index({ open: 1, endedAt: 1 });
dossierSchema.index({ procedureId: 1, open: 1 });
dossierSchema.index({ procedureId: 1, settledAt: -1 });
dossierSchema.index({ agencies: 1, settledAt: -1, _id: 1 });
dossierSchema.index({ 'subscriptions.name': 1 });
dossierSchema.index({ calendarId: 1, open: 1 });
dossierSchema.index({ 'facts.follows.dossierId': 1 }, { sparse: true });

export const workItemSchema = new Schema<WorkItemDoc>({
  _id: String, dossierId: String, instance: String, seq: Number, open: Boolean, status: String, element: String, step: String, kind: String, role: String,
  departmentId: String, agencyId: String, assignee: String, onBehalfOf: String, apart: { type: [String], default: undefined }, dossierNo: String, applicant: String, procedureId: String, procedureCode: String,
  procedureName: String, version: Number, words: [String], keys: { type: [String], default: undefined }, limit: mixed, calendarId: String, outside: Boolean, since: Date, claimedAt: Date, endedAt: Date, stepDueAt: Date, dueAt: Date, paused: Boolean,
  settledAt: Date, sortDue: Number, waitMinutes: Number, stayMinutes: Number, history: mixed, outcome: mixed,
}, { ...strict, collection: 'workItems' });
// Lists show open work alone: each way of sorting and filtering them is an index over that, small beside what has ended.
const OPEN = { partialFilterExpression: { open: true } };
workItemSchema.index({ assignee: 1, open: 1, sortDue: 1, _id: 1 }, OPEN);
for (const scope of ['departmentId', 'agencyId'] as const) {
  for (const sort of ['sortDue', 'since', 'dossierNo'] as const) workItemSchema.index({ [scope]: 1, open: 1, [sort]: 1, _id: 1 }, OPEN);
  workItemSchema.index({ [scope]: 1, open: 1, procedureId: 1, sortDue: 1, _id: 1 }, OPEN);
}
// For the embedded database, which finds by one field alone.
workItemSchema.index({ open: 1 }, OPEN);
workItemSchema.index({ words: 1, open: 1 }, OPEN);
workItemSchema.index({ keys: 1, open: 1 }, OPEN);
workItemSchema.index({ dossierId: 1 });
workItemSchema.index({ calendarId: 1, open: 1 });
workItemSchema.index({ procedureId: 1, version: 1, endedAt: 1 });
workItemSchema.index({ departmentId: 1, status: 1, endedAt: 1 });

export interface CounterDoc { _id: string; n: number }
export const counterSchema = new Schema<CounterDoc>({ _id: String, n: Number }, { ...strict, collection: 'counters' });
