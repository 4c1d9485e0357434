/** The dossiers of one procedure version as the checks see them, with the drawing where there is one, and office time. */
import type { WorkCalendar } from '../calendar/compile.js';
import { openTimeBefore } from '../calendar/open-time.js';
import { Subject } from '../analysis/subject.js';
import { hoursOf, limitHours } from '../analysis/time.js';
import type { ActivityNode, DepartmentFacts, Id, Model, ProcessGraph } from '../graph/types.js';
import { plainLabel } from '../mining/conform/from-graph.js';
import type { EventLog } from '../mining/log/types.js';
import type { Dossier, Turn } from './dossier.js';
import { isNegative, kindByName } from './kinds.js';

export const HOUR = 3_600_000;
export const OFFICE_DAY = 8;
const YEAR = 365.25 * 24 * HOUR;

export interface Drawing { model: Model; graph: ProcessGraph }
export interface Given { log: EventLog; dossiers: readonly Dossier[]; calendar: WorkCalendar; asOf: number; version?: string | undefined; drawing?: Drawing | undefined }

export class LogSubject {
  readonly log: EventLog;
  readonly dossiers: readonly Dossier[];
  readonly complete: readonly Dossier[];
  readonly open: readonly Dossier[];
  /** Complete executions of complete dossiers. */
  readonly turns: readonly Turn[];
  readonly calendar: WorkCalendar;
  readonly asOf: number;
  readonly version: string | undefined;
  readonly drawing: Drawing | undefined;
  private analysed?: Subject;
  private readonly elements = new Map<string, ActivityNode>();
  private readonly groups = new Map<string, Turn[]>();
  private readonly kinds = new Map<string, string | undefined>();

  constructor({ log, dossiers, calendar, asOf, version, drawing }: Given) {
    this.log = log;
    this.dossiers = dossiers;
    this.complete = dossiers.filter((each) => each.complete);
    this.open = dossiers.filter((each) => !each.complete);
    this.turns = this.complete.flatMap((each) => each.turns);
    this.calendar = calendar;
    this.asOf = asOf;
    this.version = version;
    this.drawing = drawing;
    for (const node of Object.values(drawing?.graph.nodes ?? {})) {
      if (node.kind !== 'activity') continue;
      this.elements.set(node.id, node);
      if (node.name !== undefined && !this.elements.has(plainLabel(node.name))) this.elements.set(plainLabel(node.name), node);
    }
    for (const turn of this.turns) {
      const known = this.groups.get(turn.activity);
      if (known) known.push(turn);
      else this.groups.set(turn.activity, [turn]);
    }
  }

  /** The drawing with its look-ups. */
  get drawn(): Subject | undefined { return this.drawing && (this.analysed ??= new Subject(this.drawing.model, this.drawing.graph)); }
  /** Complete executions by activity, in order of first appearance. */
  get byActivity(): ReadonlyMap<string, readonly Turn[]> { return this.groups; }
  get from(): number { return this.dossiers.reduce((least, each) => Math.min(least, each.from), Infinity); }
  get to(): number { return this.dossiers.reduce((most, each) => Math.max(most, each.to), -Infinity); }
  /** Of a year; a short log is not blown up beyond twelvefold. */
  get years(): number { return Math.max((this.to - this.from) / YEAR, 1 / 12); }
  /** Whether the log says when work was taken up. */
  get hasStarts(): boolean { return this.turns.some((turn) => turn.started !== undefined); }

  node(turn: Pick<Turn, 'element' | 'activity'>): ActivityNode | undefined {
    return (turn.element === undefined ? undefined : this.elements.get(turn.element)) ?? this.elements.get(plainLabel(turn.activity));
  }
  /** Id to mark on the drawing, or the activity's name. */
  mark(activity: string): Id { return this.node({ activity, ...this.elementOf(activity) })?.id ?? activity; }
  kind(activity: string): string | undefined {
    if (!this.kinds.has(activity)) this.kinds.set(activity, this.node({ activity, ...this.elementOf(activity) })?.step?.kind ?? kindByName(activity));
    return this.kinds.get(activity);
  }
  limit(activity: string): number | undefined { return limitHours(this.node({ activity, ...this.elementOf(activity) })?.step); }
  department(activity: string): DepartmentFacts | undefined {
    const node = this.node({ activity, ...this.elementOf(activity) });
    return node && this.drawn?.department(node.id);
  }
  /** Name of a step for messages. */
  label(activity: string): string { return this.node({ activity, ...this.elementOf(activity) })?.name?.replace(/\s+/g, ' ').trim() ?? activity; }
  /** Name of a department for messages: as drawn, or as in the log. */
  unitName(unit: string): string { return this.drawn?.unitName(unit) ?? unit; }
  labels(activities: readonly string[]): string { return activities.map((each) => `“${this.label(each)}”`).join(', '); }

  /** Working hours between two instants. */
  office(from: number, to: number): number {
    return to <= from ? 0 : (openTimeBefore(this.calendar, to) - openTimeBefore(this.calendar, from)) / HOUR;
  }
  /** Working hours in which the clock did not stand still. */
  running(from: number, to: number, dossier: Dossier): number {
    const stopped = dossier.pauses.reduce((sum, pause) => sum + this.office(Math.max(from, pause.from), Math.min(to, pause.to ?? to)), 0);
    return Math.max(0, this.office(from, to) - stopped);
  }
  /** Working hours from when a step could begin until it was complete, without pauses. */
  stay(turn: Turn): number { return this.running(turn.ready, turn.completed!, turn.dossier); }
  /** Until somebody took it up; until it was complete where the log does not say. */
  wait(turn: Turn): number { return this.running(turn.ready, turn.started ?? turn.completed!, turn.dossier); }
  elapsed(dossier: Dossier): number { return this.running(dossier.from, dossier.settled ?? dossier.to, dossier); }

  /** Working hours that the procedure allows a dossier; undefined when neither log nor drawing says. */
  allowed(dossier: Dossier): number | undefined {
    if (dossier.due !== undefined) return dossier.isDueMoved ? this.running(dossier.from, dossier.due, dossier) : this.office(dossier.from, dossier.due);
    const [limit] = this.drawing?.graph.procedure?.timeLimits ?? [];
    return limit && hoursOf(limit.value, limit.unit);
  }
  /** Working hours past the limit; negative within it. */
  overrun(dossier: Dossier): number | undefined {
    const allowed = this.allowed(dossier);
    if (allowed === undefined) return undefined;
    return this.elapsed(dossier) - allowed;
  }

  isRefused(dossier: Dossier): boolean {
    if (dossier.result !== undefined) return isNegative(dossier.result);
    return dossier.turns.some((turn) => this.kind(turn.activity) === 'refuse');
  }

  private elementOf(activity: string): { element?: string } {
    const element = this.groups.get(activity)?.[0]?.element;
    return element === undefined ? {} : { element };
  }
}
