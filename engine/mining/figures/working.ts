/** Working and waiting, for logs that state when work started and when it was complete. */
import { sumOf } from '../../statistics/series.js';
import type { Lifecycle } from '../log/select.js';
import type { EventLog, Micros } from '../log/types.js';
import { inSeconds, type Summary, summaryOf } from './summary.js';

export interface FlowEfficiency {
  /** Seconds over all cases: work added up, time in which some work was going on, first start to last complete. */
  working: number;
  busy: number;
  life: number;
  /** `busy` over `life`. */
  share: number | null;
}
export interface WorkingFigures {
  /** From the k-th start of an activity in a case to its k-th complete. */
  serviceTime: Record<string, Summary>;
  /** From the last complete in the case to the start; the first start of a case waited for nothing that the log knows. */
  waitingTime: Record<string, Summary>;
  flowEfficiency: FlowEfficiency;
  /** Where time goes, by activity and by department: most first. */
  timeByActivity: TimeShare[];
  timeByUnit?: TimeShare[];
}
export interface TimeShare {
  name: string; n: number;
  /** Seconds, all cases together. */
  waiting: number; working: number;
  /** Of the waiting and working of all. */
  share: number;
}

interface Gathered { service: number[][]; waiting: number[][]; working: number[]; busy: number[]; life: number[]; byUnit: Float64Array[] }
/** What is added up by department: how often, waiting, working. */
const [TIMES, WAITING, WORKING] = [0, 1, 2];
interface Interval { from: Micros; to: Micros }

export function workingFigures(log: EventLog, lifecycle: Lifecycle): WorkingFigures {
  const gathered: Gathered = { service: log.activities.map(() => []), waiting: log.activities.map(() => []), working: [], busy: [], life: [], byUnit: [0, 0, 0].map(() => new Float64Array(log.groups.length)) };
  for (let c = 0; c < log.cases.length; c += 1) gatherCase(log, c, lifecycle, gathered);
  const total = (values: readonly number[]): number => sumOf(Float64Array.from(values));
  const [busy, life] = [total(gathered.busy), total(gathered.life)];
  return {
    serviceTime: perActivity(log, gathered.service), waitingTime: perActivity(log, gathered.waiting),
    flowEfficiency: { working: inSeconds(total(gathered.working)), busy: inSeconds(busy), life: inSeconds(life), share: life > 0 ? busy / life : null },
    timeByActivity: shares(log.activities, (a) => ({ n: gathered.service[a]!.length, waiting: total(gathered.waiting[a]!), working: total(gathered.service[a]!) })),
    ...(log.groups.length > 0 && { timeByUnit: shares(log.groups, (g) => ({ n: gathered.byUnit[TIMES!]![g]!, waiting: gathered.byUnit[WAITING!]![g]!, working: gathered.byUnit[WORKING!]![g]! })) }),
  };
}

function gatherCase(log: EventLog, c: number, { start, complete }: Lifecycle, into: Gathered): void {
  const starts = new Map<number, Micros[]>();
  const intervals: Interval[] = [];
  const completes: { activity: number; time: Micros; group: number }[] = [];
  let firstStart: Micros | undefined;
  let lastComplete: Micros | undefined;
  for (let i = log.offsets[c]!; i < log.offsets[c + 1]!; i += 1) {
    const activity = log.activity[i]!;
    const time = log.time[i]!;
    if (log.transition[i] === start) {
      firstStart ??= time;
      if (lastComplete !== undefined) {
        into.waiting[activity]!.push(time - lastComplete);
        addToUnit(into, WAITING!, log.group[i]!, time - lastComplete);
      }
      const known = starts.get(activity);
      if (known) known.push(time);
      else starts.set(activity, [time]);
    } else if (log.transition[i] === complete) {
      lastComplete = time;
      completes.push({ activity, time, group: log.group[i]! });
    }
  }
  const next = new Map<number, number>();
  for (const { activity, time, group } of completes) {
    const k = next.get(activity) ?? 0;
    next.set(activity, k + 1);
    const from = starts.get(activity)?.[k];
    if (from === undefined) continue;
    into.service[activity]!.push(time - from);
    into.working.push(time - from);
    addToUnit(into, WORKING!, group, time - from);
    addToUnit(into, TIMES!, group, 1);
    if (time > from) intervals.push({ from, to: time });
  }
  into.busy.push(unionOf(intervals));
  if (firstStart !== undefined && lastComplete !== undefined) into.life.push(Math.max(0, lastComplete - firstStart));
}

function addToUnit(into: Gathered, what: number, group: number, value: number): void {
  if (group >= 0) into.byUnit[what]![group]! += value;
}

function shares(names: readonly string[], of: (index: number) => { n: number; waiting: number; working: number }): TimeShare[] {
  const all = names.map((name, index) => ({ name, ...of(index) })).filter(({ waiting, working, n }) => n > 0 || waiting + working > 0);
  const whole = all.reduce((sum, { waiting, working }) => sum + waiting + working, 0);
  return all.map(({ name, n, waiting, working }) => ({ name, n, waiting: inSeconds(waiting), working: inSeconds(working), share: whole > 0 ? (waiting + working) / whole : 0 })).sort((a, b) => b.share - a.share);
}

/** Length of the time covered by at least one interval. */
function unionOf(intervals: Interval[]): Micros {
  intervals.sort((a, b) => a.from - b.from);
  let covered = 0;
  let until = -Infinity;
  for (const { from, to } of intervals) {
    if (to > until) covered += to - Math.max(from, until);
    until = Math.max(until, to);
  }
  return covered;
}

function perActivity(log: EventLog, values: readonly number[][]): Record<string, Summary> {
  return Object.fromEntries(log.activities.flatMap((name, index) => (values[index]!.length > 0 ? [[name, summaryOf(Float64Array.from(values[index]!))]] : [])));
}
