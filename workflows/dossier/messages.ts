/** What goes in and out of a dossier's workflow; shared by the workflow, its clients and its activities. Types and names only. */
import type { Sinks } from '@temporalio/workflow';
import type { CaseCommand } from '../../engine/casework/types.js';
import type { Data, Id, Instant, Json, Plan } from '../../engine/graph/types.js';
import type { DossierCommand } from '../../engine/casework/step.js';
import type { MigrateCommand } from '../../engine/migration/dossier.js';
import type { Batch, Standing } from '../../engine/record/steps.js';
import type { Settled } from '../host.js';

export const WORKFLOW = 'dossier';
export const SUBMIT = 'submit';
export const INSPECT = 'inspect';
/** Moves the dossier to another plan; its second argument is the reference to that plan. */
export const MIGRATE = 'migrate';
export type MigrationAsked = Omit<MigrateCommand, 'type' | 'commandId' | 'at'>;

/** Tells a dossier that steps from number `from` on did not reach the read model: it hands them to an activity that never gives up. */
export const CATCH_UP = 'catchUp';
export interface Missed { from: number }

export interface DossierInput {
  /** 1: a local activity records what has settled. 2: the worker does, while it completes the workflow task (decision 5). */
  schemaVersion: 1 | 2;
  /** Where an earlier run, or a played beginning, left the dossier. Absent: nothing has happened yet. */
  carried?: Standing;
  /** Present: reminders and the like are looked after, the first time at `wakeAt`. Dossiers started before there were any have none. */
  automatic?: { wakeAt?: Instant };
  /** Updates after which a run hands over to a new one; absent: the cap below the server's limit. */
  updatesPerRun?: number;
}
/** Sent in place of the plan, and all of it that a history ever holds; see plan-codec.ts. */
export interface PlanRef { planRef: string }
/** What the workflow is handed in place of the reference. */
export interface ExpandedPlan {
  plan: Plan;
  /** The settled steps are wanted by whoever replays this history; see worker-replay.ts. */
  tap?: true;
}

type Without<C> = C extends DossierCommand ? Omit<C, 'commandId' | 'at'> : never;
/** A command as it travels: the update's id is the command's id, and time is the workflow's. */
export type Asked = Without<DossierCommand>;
/** What an update answers; the read model shows it, unless the database was away. */
export type Answer = Settled;

export interface ServiceRequest { dossierId: string; instance: Id; node: Id; implementation?: string; data: Data; /** Equal for every attempt of one call. */ key: string }
export interface Delivery { dossierId: string; kind: 'message' | 'signal'; name: string; key?: Json; data: Data; /** Makes the commands it leads to recognisable. */ id: string }

/** What happens by itself: asked when the timer rings; `seq` is the last event, which the read model must show, `at` the workflow's time. */
export interface AutomaticRequest { dossierId: string; seq: number; at: Instant }
export type AutomaticDue = Omit<Extract<CaseCommand, { type: 'automatic' }>, 'commandId' | 'at' | 'by' | 'type'>;
export interface AutomaticAnswer { due: AutomaticDue[]; next?: Instant }

/** Type of the ApplicationFailure by which a service reports a BPMN error; its first detail is the error code. */
export const BPMN_ERROR = 'BpmnError';

/** What the workflow calls in its worker without a trace in its history; the task is completed after it. */
export interface RecordSinks extends Sinks { record: { settled(batch: Batch): void } }

// A type, not an interface: the proxies of the SDK want an index signature.
export type DossierActivities = {
  project(batch: Batch): Promise<void>;
  invokeService(request: ServiceRequest): Promise<Data>;
  deliver(delivery: Delivery): Promise<void>;
  automatic(request: AutomaticRequest): Promise<AutomaticAnswer>;
};
