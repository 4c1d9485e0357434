/** An agency that plays procedures for a year or two: what can be wrong with it, and what it leaves in the log. */
import type { Id } from '../../graph/types.js';

/** Planted on purpose, so that what looks for troubles can be tried. */
export type Trouble =
  /** One person carries the step out on Tuesdays and Fridays, all at once. */
  | { kind: 'batching'; step: Id }
  /** A share of the dossiers goes to another unit after the step, and back to the step. */
  | { kind: 'pingPong'; step: Id; unit: Id; share: number }
  /** A share of the dossiers is stopped for a supplement before the step, when 85 % of the limit has passed. */
  | { kind: 'lateSupplement'; step: Id; share: number }
  /** Work lies in the unit for a day or three before anybody looks at it. */
  | { kind: 'slowUnit'; unit: Id }
  /** The step takes a minute and lets everything pass. */
  | { kind: 'neverRefuses'; step: Id }
  /** From the middle of the time a second version, under which work takes so many times as long. */
  | { kind: 'version'; factor: number };

export interface AgencyOptions {
  seed: number;
  /** Where it begins; epoch milliseconds. */
  start: number;
  /** Dossiers that come in about `days` days of the calendar, more in some months than in others. */
  dossiers: number;
  days: number;
  troubles?: readonly Trouble[];
}

export interface AgencyEvent {
  dossier: string;
  activity: string; element: Id;
  /** Epoch milliseconds. */
  time: number;
  transition: 'schedule' | 'start' | 'suspend' | 'resume' | 'complete' | 'withdraw';
  person?: string; unit?: Id;
  reason?: string;
  version: string;
  channel: string;
  /** When the dossier is due; absent without a limit. */
  due?: number;
}
