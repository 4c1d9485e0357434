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
}

interface Gathered { service: number[][]; waiting: number[][]; working: number[]; busy: number[]; life: number[] }
interface Interval { from: Micros; to: Micros }

export function workingFigures(log: EventLog, lifecycle: Lifecycle): WorkingFigures {
  const gathered: Gathered = { service: log.activities.map(() => []), waiting: log.activities.map(() => []), working: [], busy: [], life: [] };
  for (let c = 0; c < log.cases.length; c += 1) gatherCase(log, c, lifecycle, gathered);
  const total = (values: readonly number[]): number => sumOf(Float64Array.from(values));
  const [busy, life] = [total(gathered.busy), total(gathered.life)];
  return {
    serviceTime: perActivity(log, gathered.service), waitingTime: perActivity(log, gathered.waiting),
    flowEfficiency: { working: inSeconds(total(gathered.working)), busy: inSeconds(busy), life: inSeconds(life), share: life > 0 ? busy / life : null },
  };
}

function gatherCase(log: EventLog, c: number, { start, complete }: Lifecycle, into: Gathered): void {
  const starts = new Map<number, Micros[]>();
  const intervals: Interval[] = [];
  const completes: { activity: number; time: Micros }[] = [];
  let firstStart: Micros | undefined;
  let lastComplete: Micros | undefined;
  for (let i = log.offsets[c]!; i < log.offsets[c + 1]!; i += 1) {
    const activity = log.activity[i]!;
    const time = log.time[i]!;
    if (log.transition[i] === start) {
      firstStart ??= time;
      if (lastComplete !== undefined) into.waiting[activity]!.push(time - lastComplete);
      const known = starts.get(activity);
      if (known) known.push(time);
      else starts.set(activity, [time]);
    } else if (log.transition[i] === complete) {
      lastComplete = time;
      completes.push({ activity, time });
    }
  }
  const next = new Map<number, number>();
  for (const { activity, time } of completes) {
    const k = next.get(activity) ?? 0;
    next.set(activity, k + 1);
    const from = starts.get(activity)?.[k];
    if (from === undefined) continue;
    into.service[activity]!.push(time - from);
    into.working.push(time - from);
    if (time > from) intervals.push({ from, to: time });
  }
  into.busy.push(unionOf(intervals));
  if (firstStart !== undefined && lastComplete !== undefined) into.life.push(Math.max(0, lastComplete - firstStart));
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
