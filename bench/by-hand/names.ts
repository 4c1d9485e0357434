/** Names and shapes shared by the workflow written by hand, its worker and its client. Types and constants only. */
import type { Task, Variables } from '../workload.js';

export type Writing = 'nothing' | 'readModel';
export interface Row { task: Task; status: 'open' | 'completed'; variables?: Variables }
/** All that settled with one click: goes to the read model in one call. */
export interface Settled { seq: number; rows: Row[]; open: Task[]; variables: Variables; ended: boolean }
export type Activities = { record(dossierId: string, settled: Settled): Promise<void> };

export const BEGIN = 'begin';
export const COMPLETE = 'complete';
