/**
 * The work items of dossiers as an event log, for figures and checks: created, assigned, started, paused, resumed,
 * reassigned, completed and withdrawn are events of their own.
 */
import { groupBy } from '../../engine/log-checks/numbers.js';
import { LogBuilder } from '../../engine/mining/log/builder.js';
import type { Attribute, EventLog } from '../../engine/mining/log/types.js';
import type { DossierDoc, WorkItemDoc, WorkMark } from '../schemas/dossier.js';

export type LoggedItem = Pick<WorkItemDoc, '_id' | 'dossierId' | 'element' | 'step' | 'departmentId' | 'since' | 'claimedAt' | 'endedAt' | 'status' | 'assignee' | 'history' | 'outcome'>;
export type LoggedDossier = Pick<DossierDoc, '_id' | 'version' | 'agencyId' | 'dueAt' | 'settledAt' | 'stops' | 'state' | 'open'> & { facts: Pick<DossierDoc['facts'], 'channel'> };
/** What a query has to read for the log. */
export const OF_ITEM = { dossierId: 1, element: 1, step: 1, departmentId: 1, since: 1, claimedAt: 1, endedAt: 1, status: 1, assignee: 1, history: 1, outcome: 1 } as const;
export const OF_DOSSIER = { version: 1, agencyId: 1, dueAt: 1, settledAt: 1, stops: 1, state: 1, open: 1, 'facts.channel': 1 } as const;

interface Row { at: Date; transition: string; activity: string; unit?: string; person?: string | undefined; extra: Attribute[] }

/** Work whose dossier is not among `dossiers` is left out. */
export function logOfWork(items: readonly LoggedItem[], dossiers: readonly LoggedDossier[]): EventLog {
  const builder = new LogBuilder(true);
  const byDossier = groupBy(items, (item) => item.dossierId);
  for (const dossier of dossiers) {
    const own = byDossier.get(dossier._id);
    if (!own) continue;
    const rows = [...own.flatMap((item) => eventsOf(item)), ...pausesOf(own, dossier)].sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const { at, transition, activity, unit, person, extra } of rows) builder.add({ case: dossier._id, activity, time: at.getTime() * 1000, group: unit, transition, resource: person, extra });
    builder.addCaseAttributes(dossier._id, factsOf(dossier));
  }
  return builder.finish();
}

function factsOf({ version, agencyId, dueAt, settledAt, facts, open, state }: LoggedDossier): Attribute[] {
  return [text('version', String(version)), text('agency', agencyId), text('channel', facts.channel), ...(dueAt ? [text('dueAt', dueAt.toISOString()), text('dueMoved', 'true')] : []), ...(settledAt ? [text('settledAt', settledAt.toISOString())] : []), ...(open ? [] : [text('result', state === 'notReceived' ? 'refused' : state)])];
}

const text = (key: string, value: string): Attribute => ({ key, type: 'string', value });
const ofItem = ({ _id, element, step, departmentId }: LoggedItem): Pick<Row, 'activity' | 'unit' | 'extra'> => ({ activity: step, unit: departmentId, extra: [text('element', element), text('concept:instance', _id)] });

function eventsOf(item: LoggedItem): Row[] {
  const about = ofItem(item);
  const isComplete = item.status === 'completed';
  const decided = isComplete && item.outcome ? [text('outcome', item.outcome.label), text('outcomeKind', item.outcome.kind)] : [];
  const ended = item.endedAt && { ...about, at: item.endedAt, person: item.assignee, transition: isComplete ? 'complete' : 'withdraw', extra: [...about.extra, ...decided] };
  return [{ ...about, at: item.since, transition: 'schedule' }, ...handedOut(item, about), ...(ended ? [ended] : [])];
}

/** Taking it oneself is beginning it, unless the beginning was noted; what somebody is given, he has not begun. */
function handedOut({ history, claimedAt, assignee }: LoggedItem, about: Pick<Row, 'activity' | 'unit' | 'extra'>): Row[] {
  // Written by an earlier build.
  if (!history) return claimedAt ? [{ ...about, at: claimedAt, transition: 'start', person: assignee }] : [];
  const marks = Object.entries(history).sort(([a], [b]) => Number(a) - Number(b)).map(([, mark]) => mark);
  const begun = [...marks].reverse().find(({ what }) => what === 'started') ?? lastTaken(marks);
  const rows: Row[] = [];
  let before: string | undefined;
  for (const mark of marks) {
    if (mark.what === 'claimed' || mark.what === 'assigned') {
      if (before === undefined || before !== mark.who) rows.push({ ...about, at: mark.at, transition: before === undefined ? 'assign' : 'reassign', person: mark.who });
      before = mark.who;
    }
    if (mark === begun) rows.push({ ...about, at: mark.at, transition: 'start', person: mark.who ?? before });
  }
  return rows;
}

/** By whoever has it in the end. */
function lastTaken(marks: readonly WorkMark[]): WorkMark | undefined {
  const last = [...marks].reverse().find(({ what }) => what !== 'started');
  return last?.what === 'claimed' ? last : undefined;
}

/** The clock of a dossier stands still for whatever is open then; where nothing is, for the dossier after its last step. */
function pausesOf(items: readonly LoggedItem[], { stops }: LoggedDossier): Row[] {
  return stops.flatMap(({ from, to }) => {
    const within = items.flatMap((item) => {
      const [begin, end] = [later(from, item.since), earlier(to, item.endedAt)];
      return end && end <= begin ? [] : [{ item, begin, end }];
    });
    const rows = within.flatMap(({ item, begin, end }) => pause(ofItem(item), begin, end));
    return isCovered(from, to, within) ? rows : [...rows, ...pause(withoutItem(items, from), from, to)];
  });
}

function pause(about: Pick<Row, 'activity' | 'unit' | 'extra'>, from: Date, to: Date | undefined): Row[] {
  return [{ ...about, at: from, transition: 'suspend' }, ...(to ? [{ ...about, at: to, transition: 'resume' }] : [])];
}

function withoutItem(items: readonly LoggedItem[], at: Date): Pick<Row, 'activity' | 'extra'> {
  const ended = items.filter(({ endedAt }) => endedAt && endedAt <= at).sort((a, b) => b.endedAt!.getTime() - a.endedAt!.getTime());
  const { step, element } = ended[0] ?? items[0]!;
  return { activity: step, extra: [text('element', element)] };
}

function isCovered(from: Date, to: Date | undefined, parts: readonly { begin: Date; end: Date | undefined }[]): boolean {
  let until: Date | undefined = from;
  for (const { begin, end } of [...parts].sort((a, b) => a.begin.getTime() - b.begin.getTime())) {
    if (until === undefined || begin > until) break;
    until = end && (end > until ? end : until);
  }
  return until === undefined || (to !== undefined && until >= to);
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);
const earlier = (a: Date | undefined, b: Date | undefined): Date | undefined => (a && b ? (a < b ? a : b) : a ?? b);
