/** Collects events in the order of a file and puts them into columns, case by case. */
import { Names } from './names.js';
import type { Attribute, EventLog, ExtraAttributes, Micros, QualityIssue } from './types.js';

export interface RawEvent {
  case: string;
  activity: string | undefined;
  /** Undefined when the file states none. */
  time: Micros | undefined;
  resource?: string | undefined;
  group?: string | undefined;
  transition?: string | undefined;
  /** Attributes beside these. */
  extra?: readonly Attribute[] | undefined;
}

const COLUMNS = ['case', 'activity', 'resource', 'group', 'transition', 'position'] as const;
type Column = (typeof COLUMNS)[number];

export class LogBuilder {
  private readonly names = { case: new Names(), activity: new Names(), resource: new Names(), group: new Names(), transition: new Names() };
  private columns = allocate(1024);
  private time = new Float64Array(1024);
  private readonly extras: (readonly Attribute[])[] = [];
  private readonly caseExtras = new Map<number, readonly Attribute[]>();
  /** Events put into columns so far. */
  size = 0;
  private events = 0;
  private readonly left = { activity: 0, time: 0 };
  private readonly issues: QualityIssue[] = [];

  constructor(private readonly keepExtra = false) {}

  /** Events without an activity or a time are counted and left out. */
  add(event: RawEvent): void {
    this.events += 1;
    if (event.activity === undefined) this.left.activity += 1;
    else if (event.time === undefined) this.left.time += 1;
    else this.put(event, event.time, this.events - 1);
  }

  /** An event that shares its row with the one added next: it has no place of its own in the file. */
  addBeside(event: RawEvent): void {
    if (event.activity !== undefined && event.time !== undefined) this.put(event, event.time, this.events);
  }

  /** `row` is `size` as it was before the event was added. */
  retime(corrections: readonly { row: number; other: Micros }[]): void {
    for (const { row, other } of corrections) this.time[row] = other;
  }

  addCaseAttributes(id: string, attributes: readonly Attribute[]): void {
    if (this.keepExtra && attributes.length > 0) this.caseExtras.set(this.names.case.of(id), attributes);
  }

  note(issue: QualityIssue): void {
    this.issues.push(issue);
  }

  private put(event: RawEvent, time: Micros, position: number): void {
    if (this.size === this.time.length) this.grow();
    const at = this.size;
    const { columns, names } = this;
    columns.case[at] = names.case.of(event.case);
    columns.activity[at] = names.activity.of(event.activity);
    columns.resource[at] = names.resource.of(event.resource);
    columns.group[at] = names.group.of(event.group);
    columns.transition[at] = names.transition.of(event.transition);
    columns.position[at] = position;
    this.time[at] = time;
    if (this.keepExtra) this.extras.push(event.extra ?? []);
    this.size += 1;
  }

  private grow(): void {
    const wider = allocate(this.size * 2);
    for (const name of COLUMNS) wider[name].set(this.columns[name]);
    this.columns = wider;
    const times = new Float64Array(this.size * 2);
    times.set(this.time);
    this.time = times;
  }

  finish(log: Pick<ExtraAttributes, 'log' | 'classifiers' | 'extensions' | 'globals'> = NOTHING): EventLog {
    this.noteLeftOut();
    const seen = casesWithEvents(this.columns.case.subarray(0, this.size), this.names.case.list.length);
    const { order, offsets } = this.order(seen);
    const pick = (column: Int32Array): Int32Array => order.map((from) => column[from]!);
    const { columns, names } = this;
    return {
      activities: names.activity.list, resources: names.resource.list, groups: names.group.list, transitions: names.transition.list,
      cases: seen.map((index) => names.case.list[index]!), offsets,
      activity: pick(columns.activity), resource: pick(columns.resource), group: pick(columns.group), transition: pick(columns.transition),
      position: pick(columns.position), time: Float64Array.from(order, (from) => this.time[from]!),
      eventsInFile: this.events, issues: this.issues,
      ...(this.keepExtra && { extra: { ...log, events: Array.from(order, (from) => this.extras[from]!), cases: seen.map((index) => this.caseExtras.get(index) ?? []) } }),
    };
  }

  /** Indices of the collected events, case after case, each case by time and then by position. */
  private order(seen: readonly number[]): { order: Int32Array; offsets: Int32Array } {
    const place = new Int32Array(this.names.case.list.length).fill(-1);
    seen.forEach((index, at) => { place[index] = at; });
    const offsets = new Int32Array(seen.length + 1);
    for (let i = 0; i < this.size; i += 1) offsets[place[this.columns.case[i]!]! + 1]! += 1;
    for (let i = 0; i < seen.length; i += 1) offsets[i + 1]! += offsets[i]!;
    const next = offsets.slice();
    const order = new Int32Array(this.size);
    for (let i = 0; i < this.size; i += 1) {
      const at = place[this.columns.case[i]!]!;
      order[next[at]!] = i;
      next[at]! += 1;
    }
    for (let i = 0; i < seen.length; i += 1) sortByTime(order.subarray(offsets[i], offsets[i + 1]), this.time);
    return { order, offsets };
  }

  private noteLeftOut(): void {
    const of = (n: number): Pick<QualityIssue, 'events' | 'share'> => ({ events: n, share: n / this.events });
    if (this.left.activity > 0) this.note({ kind: 'missingActivity', ...of(this.left.activity), message: 'events without an activity were left out' });
    if (this.left.time > 0) this.note({ kind: 'missingTime', ...of(this.left.time), message: 'events without a time were left out' });
  }
}

const NOTHING = { log: [], classifiers: [], extensions: [], globals: [] };

function allocate(size: number): Record<Column, Int32Array> {
  return { case: new Int32Array(size), activity: new Int32Array(size), resource: new Int32Array(size), group: new Int32Array(size), transition: new Int32Array(size), position: new Int32Array(size) };
}

/** Indices of the cases that have an event, in order of their first event. */
function casesWithEvents(cases: Int32Array, count: number): number[] {
  const found = new Uint8Array(count);
  const list: number[] = [];
  for (const index of cases) {
    if (found[index]) continue;
    found[index] = 1;
    list.push(index);
  }
  return list;
}

function sortByTime(indices: Int32Array, time: Float64Array): void {
  for (let i = 1; i < indices.length; i += 1) {
    if (time[indices[i - 1]!]! <= time[indices[i]!]!) continue;
    indices.sort((a, b) => time[a]! - time[b]! || a - b);
    return;
  }
}
