/** From one version of a procedure to another: which element goes on as which, and what stands in the way. */
import type { Id } from '../graph/types.js';

/** One process of the old plan: its counterpart, and by old id the new id of each node that goes on. */
export interface ProcessMapping {
  to: Id;
  nodes: Readonly<Record<Id, Id>>;
  /** Only flows that cannot be told from the nodes at their ends, by old id. */
  flows?: Readonly<Record<Id, Id>>;
}
export interface MigrationPlan {
  /** Hashes of the two plans. */
  from: string;
  to: string;
  /** By id of the old process; a process that is absent has no counterpart. */
  processes: Readonly<Record<Id, ProcessMapping>>;
}
/** An element of the old plan without a counterpart; the process itself when `element` is its id. */
export interface Unmapped { process: Id; element: Id; type: string; name?: string }

export type MigrationCode =
  | 'wrong-plan' | 'unknown-process' | 'unknown-element' | 'mapped-twice' | 'type-differs' | 'root-unmapped' | 'not-running'
  | 'unmapped-active' | 'scope-differs' | 'loop-differs' | 'called-differs' | 'flow-gone' | 'flow-ambiguous'
  | 'join-gone' | 'join-unreached' | 'undo-lost' | 'event-dropped' | 'data-lost';
export interface MigrationProblem {
  code: MigrationCode;
  /** An error keeps the dossier where it is; a warning tells what will be different. */
  severity: 'error' | 'warning';
  /** Process and element of the old plan. */
  process?: Id;
  element?: Id;
  message: string;
}
