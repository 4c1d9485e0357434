/**
 * An event log in columns: whole numbers in typed arrays, names interned once, so that a million events fit in little memory.
 * Terms are those of XES (IEEE 1849): case (trace), event, activity (concept:name), resource, group, transition.
 */

/** Microseconds since 1970-01-01 UTC, whole: differences of times are exact. */
export type Micros = number;
export const MICROS = 1_000_000;

export type AttributeType = 'string' | 'date' | 'int' | 'float' | 'boolean' | 'id' | 'list' | 'container';
/** One attribute as in the file. Dates are kept as written; lists and containers carry `children` only. */
export interface Attribute {
  key: string;
  type: AttributeType;
  value: string;
  children?: readonly Attribute[];
}

/** Something about the log that whoever reads a figure has to know. */
export interface QualityIssue {
  kind: string;
  /** How many events or cases it concerns. */
  events?: number;
  cases?: number;
  /** Share of all events or cases, 0 to 1. */
  share?: number;
  message: string;
}

export interface EventLog {
  readonly activities: readonly string[];
  readonly resources: readonly string[];
  readonly groups: readonly string[];
  /** Lower case, such as `start` and `complete`. */
  readonly transitions: readonly string[];
  /** Ids of the cases that have an event, in order of first appearance. */
  readonly cases: readonly string[];
  /** Events of case i stand at `offsets[i]` up to, not including, `offsets[i + 1]`, by time and then by position. */
  readonly offsets: Int32Array;
  /** Indices into the names; -1 for none. An event has an activity always. */
  readonly activity: Int32Array;
  readonly resource: Int32Array;
  readonly group: Int32Array;
  readonly transition: Int32Array;
  readonly time: Float64Array;
  /** Place of the event in the file, from 0. */
  readonly position: Int32Array;
  /** Events in the file, also those left out because they have no activity or no time. */
  readonly eventsInFile: number;
  readonly issues: readonly QualityIssue[];
  /** Only when the log was read to be written again. */
  readonly extra?: ExtraAttributes;
}

/** What the figures do not need: attributes beside the columns, by the event's index and the case's. */
export interface ExtraAttributes {
  events: readonly (readonly Attribute[])[];
  cases: readonly (readonly Attribute[])[];
  log: readonly Attribute[];
  classifiers: readonly { name: string; keys: readonly string[]; scope?: string }[];
  extensions: readonly { name: string; prefix: string; uri: string }[];
  globals: readonly { scope: string; attributes: readonly Attribute[] }[];
}

/** A file that cannot be read as a log: what and where. */
export class LogError extends Error {
  constructor(message: string, readonly line?: number) {
    super(line === undefined ? message : `line ${line}: ${message}`);
    this.name = 'LogError';
  }
}
