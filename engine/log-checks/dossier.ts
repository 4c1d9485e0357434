/** Dossiers as a log tells them: each execution of a step from when it could begin to when it was complete. */
import { caseFact, eventFact } from '../mining/log/facts.js';
import type { EventLog } from '../mining/log/types.js';

/** Instants are epoch milliseconds. */
export interface Turn {
  dossier: Dossier;
  /** Name of the activity, and the element of the drawing when one is known. */
  activity: string;
  element?: string;
  unit?: string;
  person?: string;
  /** When it was created; without such an event, when the step before it in the dossier was complete. */
  ready: number;
  started?: number;
  /** Absent: still open. */
  completed?: number;
  reassigned: number;
  pauses: Pause[];
  outcome?: string;
  /** Whether the outcome sends the dossier back or ends it, where the log tells that apart (`outcomeKind`). */
  isNegative?: boolean;
  /** Of the log (`concept:instance`): which execution its events belong to. */
  instance?: string;
  /** When the completion was entered, where the log says. */
  entered?: number;
  version?: string;
  /** Whether the log says when it was created. */
  created: boolean;
}
export interface Pause { from: number; to?: number; reason?: string }
export interface Dossier {
  id: string;
  /** Index of the case in the log. */
  c: number;
  /** Complete ones in the order of completion. */
  turns: Turn[];
  /** Those that are open. */
  waiting: Turn[];
  pauses: Pause[];
  from: number;
  to: number;
  complete: boolean;
  /** Of its events and of the case itself, in the order they appear. */
  versions: string[];
  agency?: string;
  channel?: string;
  due?: number;
  /** `due` has been moved on by the time in which the clock stood still. */
  isDueMoved?: boolean;
  /** When the result was there; what follows, its delivery, does not count against the limit. */
  settled?: number;
  result?: string;
}

/** Names of attributes; those of a case may also be columns that begin with `case:`. */
const FACTS = { version: ['version'], agency: ['agency', 'locality'], channel: ['channel'], due: ['dueAt', 'due'], dueMoved: ['dueMoved'], settled: ['settledAt'], result: ['result'] } as const;
type Role = 'create' | 'assign' | 'start' | 'pause' | 'resume' | 'complete' | 'reassign' | 'withdraw';
const ROLES: Readonly<Record<string, Role>> = {
  schedule: 'create', created: 'create', assign: 'assign', assigned: 'assign', start: 'start', started: 'start', suspend: 'pause', paused: 'pause', resume: 'resume', resumed: 'resume',
  complete: 'complete', completed: 'complete', reassign: 'reassign', reassigned: 'reassign', withdraw: 'withdraw', withdrawn: 'withdraw', pi_abort: 'withdraw', ate_abort: 'withdraw', manualskip: 'withdraw', autoskip: 'withdraw',
};
/** Name of XES for the execution that an event belongs to. */
const INSTANCE = 'concept:instance';
/** An activity after which so many of its cases end is one that closes a case. */
const CLOSES = 0.6;

export function dossiersOf(log: EventLog): Dossier[] {
  const dossiers = log.cases.map((id, c) => dossierOf(log, id, c));
  // Where the log tells work that waits, nothing waiting means complete; else the last thing done tells.
  const tellsWaiting = log.transitions.some((name) => ROLES[name] === 'create');
  const closing = closingActivities(dossiers);
  for (const each of dossiers) each.complete = each.waiting.length === 0 && each.turns.length > 0 && (tellsWaiting || closing.has(each.turns[each.turns.length - 1]!.activity));
  return dossiers;
}

function dossierOf(log: EventLog, id: string, c: number): Dossier {
  const fact = (names: readonly string[]): string | undefined => names.map((name) => caseFact(log, c, name)).find((each) => each !== undefined);
  const due = Date.parse(fact(FACTS.due) ?? '');
  const settled = Date.parse(fact(FACTS.settled) ?? '');
  const [version, agency, channel, result] = [fact(FACTS.version), fact(FACTS.agency), fact(FACTS.channel), fact(FACTS.result)];
  const [first, last] = [log.offsets[c]!, log.offsets[c + 1]! - 1];
  const dossier: Dossier = {
    id, c, turns: [], waiting: [], pauses: [], complete: false, from: log.time[first]! / 1000, to: log.time[last]! / 1000, versions: version === undefined ? [] : [version],
    ...(agency !== undefined && { agency }), ...(channel !== undefined && { channel }), ...(Number.isFinite(due) && { due }), ...(fact(FACTS.dueMoved) === 'true' && { isDueMoved: true }), ...(Number.isFinite(settled) && { settled }), ...(result !== undefined && { result }),
  };
  const reader = new TurnReader(log, dossier);
  for (let i = first; i <= last; i += 1) reader.read(i);
  dossier.pauses = unionOf(dossier.pauses);
  return dossier;
}

/** Steps that stand still at once are one stop of their dossier. */
function unionOf(pauses: readonly Pause[]): Pause[] {
  const merged: Pause[] = [];
  for (const pause of [...pauses].sort((a, b) => a.from - b.from)) {
    const last = merged[merged.length - 1];
    if (!last || pause.from > (last.to ?? Infinity)) merged.push({ ...pause });
    else if (pause.to === undefined) delete last.to;
    else if (last.to !== undefined) last.to = Math.max(last.to, pause.to);
  }
  return merged;
}

class TurnReader {
  private last: number | undefined;
  /** Of the dossier while no step of it is open. */
  private readonly between: Pause[] = [];

  constructor(private readonly log: EventLog, private readonly dossier: Dossier) {}

  read(i: number): void {
    const { log, dossier } = this;
    const time = log.time[i]! / 1000;
    const role = ROLES[log.transitions[log.transition[i]!] ?? 'complete'];
    if (role === undefined) return;
    const version = eventFact(log, i, 'version');
    if (version !== undefined && !dossier.versions.includes(version)) dossier.versions.push(version);
    if ((role === 'pause' || role === 'resume') && !this.openTurn(i, role)) {
      this.pauseBetween(role, time, i);
      return;
    }
    const turn = this.turnFor(i, time, role);
    const person = log.resources[log.resource[i]!];
    const unit = log.groups[log.group[i]!];
    if (person !== undefined && role !== 'create') turn.person = person;
    if (unit !== undefined) turn.unit = unit;
    if (version !== undefined) turn.version = version;
    this.apply(role, turn, time, i);
  }

  private apply(role: Role, turn: Turn, time: number, i: number): void {
    const { dossier } = this;
    if (role === 'start') turn.started = time;
    else if (role === 'reassign') turn.reassigned += 1;
    else if (role === 'pause') {
      const pause = this.pauseAt(time, i);
      turn.pauses.push(pause);
      dossier.pauses.push(pause);
    } else if (role === 'resume') {
      for (const pause of turn.pauses) pause.to ??= time;
    } else if (role === 'complete' || role === 'withdraw') {
      dossier.waiting.splice(dossier.waiting.indexOf(turn), 1);
      for (const pause of turn.pauses) pause.to ??= time;
      if (role === 'complete') this.complete(turn, time, i);
    }
  }

  private pauseAt(from: number, i: number): Pause {
    const reason = eventFact(this.log, i, 'reason');
    return { from, ...(reason !== undefined && { reason }) };
  }

  private pauseBetween(role: 'pause' | 'resume', time: number, i: number): void {
    if (role === 'resume') {
      for (const pause of this.between) pause.to ??= time;
      return;
    }
    const pause = this.pauseAt(time, i);
    this.between.push(pause);
    this.dossier.pauses.push(pause);
  }

  private complete(turn: Turn, time: number, i: number): void {
    turn.completed = time;
    const outcome = eventFact(this.log, i, 'outcome');
    const entered = Date.parse(eventFact(this.log, i, 'enteredAt') ?? '');
    if (outcome !== undefined) turn.outcome = outcome;
    const kind = eventFact(this.log, i, 'outcomeKind');
    if (kind !== undefined) turn.isNegative = kind !== 'forward';
    if (Number.isFinite(entered)) turn.entered = entered;
    this.dossier.turns.push(turn);
    this.last = time;
  }

  /** The one the event names; else the oldest open execution of the activity that it can belong to. */
  private openTurn(i: number, role: Role): Turn | undefined {
    const { log, dossier } = this;
    if (role === 'create') return undefined;
    const instance = eventFact(log, i, INSTANCE);
    if (instance !== undefined) return dossier.waiting.find((each) => each.instance === instance);
    const activity = log.activities[log.activity[i]!]!;
    const open = dossier.waiting.filter((each) => each.activity === activity);
    return role === 'start' ? open.find((each) => each.started === undefined) : open.find((each) => each.started !== undefined) ?? open[0];
  }

  private turnFor(i: number, time: number, role: Role): Turn {
    const { log, dossier } = this;
    const found = this.openTurn(i, role);
    if (found) return found;
    const [element, instance] = [eventFact(log, i, 'element'), eventFact(log, i, INSTANCE)];
    const turn: Turn = {
      dossier, activity: log.activities[log.activity[i]!]!, ready: role === 'create' ? time : this.last ?? time, created: role === 'create', reassigned: 0, pauses: [],
      ...(element !== undefined && { element }), ...(instance !== undefined && { instance }),
    };
    dossier.waiting.push(turn);
    return turn;
  }
}

/** Activities that close a case: the last thing in most of the cases in which they occur. */
function closingActivities(dossiers: readonly Dossier[]): Set<string> {
  const seen = new Map<string, { cases: number; last: number }>();
  for (const { turns } of dossiers) {
    for (const activity of new Set(turns.map((turn) => turn.activity))) {
      const known = seen.get(activity) ?? { cases: 0, last: 0 };
      known.cases += 1;
      if (turns[turns.length - 1]!.activity === activity) known.last += 1;
      seen.set(activity, known);
    }
  }
  return new Set([...seen].filter(([, { cases, last }]) => last / cases >= CLOSES).map(([activity]) => activity));
}
