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
  result?: string;
}

/** Names of attributes; those of a case may also be columns that begin with `case:`. */
const FACTS = { version: ['version'], agency: ['agency', 'locality'], channel: ['channel'], due: ['dueAt', 'due'], result: ['result'] } as const;
type Role = 'create' | 'assign' | 'start' | 'pause' | 'resume' | 'complete' | 'reassign' | 'withdraw';
const ROLES: Readonly<Record<string, Role>> = {
  schedule: 'create', created: 'create', assign: 'assign', assigned: 'assign', start: 'start', started: 'start', suspend: 'pause', paused: 'pause', resume: 'resume', resumed: 'resume',
  complete: 'complete', completed: 'complete', reassign: 'reassign', reassigned: 'reassign', withdraw: 'withdraw', withdrawn: 'withdraw', pi_abort: 'withdraw', ate_abort: 'withdraw', manualskip: 'withdraw', autoskip: 'withdraw',
};
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
  const [version, agency, channel, result] = [fact(FACTS.version), fact(FACTS.agency), fact(FACTS.channel), fact(FACTS.result)];
  const [first, last] = [log.offsets[c]!, log.offsets[c + 1]! - 1];
  const dossier: Dossier = {
    id, c, turns: [], waiting: [], pauses: [], complete: false, from: log.time[first]! / 1000, to: log.time[last]! / 1000, versions: version === undefined ? [] : [version],
    ...(agency !== undefined && { agency }), ...(channel !== undefined && { channel }), ...(Number.isFinite(due) && { due }), ...(result !== undefined && { result }),
  };
  const reader = new TurnReader(log, dossier);
  for (let i = first; i <= last; i += 1) reader.read(i);
  return dossier;
}

class TurnReader {
  private last: number | undefined;

  constructor(private readonly log: EventLog, private readonly dossier: Dossier) {}

  read(i: number): void {
    const { log, dossier } = this;
    const time = log.time[i]! / 1000;
    const role = ROLES[log.transitions[log.transition[i]!] ?? 'complete'];
    if (role === undefined) return;
    const version = eventFact(log, i, 'version');
    if (version !== undefined && !dossier.versions.includes(version)) dossier.versions.push(version);
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
      const reason = eventFact(this.log, i, 'reason');
      const pause: Pause = { from: time, ...(reason !== undefined && { reason }) };
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

  private complete(turn: Turn, time: number, i: number): void {
    turn.completed = time;
    const outcome = eventFact(this.log, i, 'outcome');
    const entered = Date.parse(eventFact(this.log, i, 'enteredAt') ?? '');
    if (outcome !== undefined) turn.outcome = outcome;
    if (Number.isFinite(entered)) turn.entered = entered;
    this.dossier.turns.push(turn);
    this.last = time;
  }

  /** The oldest open execution of the activity that the event can belong to, else a new one. */
  private turnFor(i: number, time: number, role: Role): Turn {
    const { log, dossier } = this;
    const activity = log.activities[log.activity[i]!]!;
    const open = dossier.waiting.filter((each) => each.activity === activity);
    const found = role === 'create' ? undefined : role === 'start' ? open.find((each) => each.started === undefined) : open.find((each) => each.started !== undefined) ?? open[0];
    if (found) return found;
    const element = eventFact(log, i, 'element');
    const turn: Turn = { dossier, activity, ready: role === 'create' ? time : this.last ?? time, created: role === 'create', reassigned: 0, pauses: [], ...(element !== undefined && { element }) };
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
