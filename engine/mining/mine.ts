/** All figures of an event log (format.md section 2, "Keys of mine"; docs/mining.md field by field). */
import type { WorkCalendar } from '../calendar/compile.js';
import { openTimeBefore } from '../calendar/open-time.js';
import { type Batching, batchingOf } from './figures/batching.js';
import { countsOf, type Counts, frequencies, startsAndEnds } from './figures/counts.js';
import { type Bottlenecks, bottlenecks, type DirectlyFollows, directlyFollows, selfLoops } from './figures/directly-follows.js';
import { type Handovers, handoversOf, type PingPong, pingPongOf, type WorkingTogether, workingTogether } from './figures/handovers.js';
import { type OverTime, overTime } from './figures/over-time.js';
import { qualityOf } from './figures/quality.js';
import { type Rework, reworkOf } from './figures/rework.js';
import { type Split, splitBy } from './figures/split.js';
import { type Summary, summaryOf } from './figures/summary.js';
import { type VariantFigures, variantFigures, variantsOf } from './figures/variants.js';
import { type WorkingFigures, workingFigures } from './figures/working.js';
import { controlFlow, lifecycleOf, startedWithin } from './log/select.js';
import type { EventLog, QualityIssue } from './log/types.js';

export interface MineOptions {
  /** Only cases whose first event lies in the half-open period; epoch milliseconds. */
  from?: number;
  to?: number;
  /** Times between events are told in working time too. */
  calendar?: WorkCalendar;
  /** Also the main figures of each part: `department`, `day`, `week`, `month`, or an attribute of the cases. */
  by?: string;
}

/** Times in seconds, shares 0 to 1. */
export interface Mined extends Partial<WorkingFigures> {
  counts: Counts;
  activityFrequency: Record<string, number>;
  resourceFrequency: Record<string, number>;
  startActivities: Record<string, number>;
  endActivities: Record<string, number>;
  variants: VariantFigures;
  directlyFollows: DirectlyFollows[];
  selfLoops: Record<string, number>;
  caseDuration: Summary;
  rework: Rework;
  pingPong: PingPong;
  handovers: Handovers;
  handoversByUnit?: Handovers;
  workingTogether: WorkingTogether;
  bottlenecks: Bottlenecks;
  batching: Batching[];
  overTime: OverTime;
  split?: Split;
  quality: QualityIssue[];
}

export function mine(whole: EventLog, options: MineOptions = {}): Mined {
  const log = period(whole, options);
  const used = controlFlow(log);
  const lifecycle = lifecycleOf(log);
  const follows = directlyFollows(used, options.calendar && workedBefore(used, options.calendar));
  return {
    counts: countsOf(log, used),
    activityFrequency: frequencies(used.activity, used.activities),
    resourceFrequency: frequencies(used.resource, used.resources),
    ...startsAndEnds(used),
    variants: variantFigures(used, variantsOf(used)),
    directlyFollows: follows,
    selfLoops: selfLoops(follows),
    caseDuration: caseDuration(log),
    rework: reworkOf(used),
    pingPong: pingPongOf(used),
    handovers: handoversOf(used, used.resource, used.resources),
    ...(used.groups.length > 0 && { handoversByUnit: handoversOf(used, used.group, used.groups) }),
    workingTogether: workingTogether(used),
    bottlenecks: bottlenecks(follows, used.cases.length),
    batching: batchingOf(used),
    overTime: overTime(log),
    ...(options.by !== undefined && { split: splitBy(log, options.by) }),
    ...(lifecycle && workingFigures(log, lifecycle)),
    quality: qualityOf(log, used),
  };
}

function period(log: EventLog, { from, to }: MineOptions): EventLog {
  if (from === undefined && to === undefined) return log;
  return startedWithin(log, from === undefined ? -Infinity : from * 1000, to === undefined ? Infinity : to * 1000);
}

/** Working time before each event, in microseconds. */
function workedBefore(used: EventLog, calendar: WorkCalendar): Float64Array {
  return used.time.map((time) => Math.round(openTimeBefore(calendar, time / 1000) * 1000));
}

function caseDuration(log: EventLog): Summary {
  return summaryOf(Float64Array.from(log.cases, (_id, c) => log.time[log.offsets[c + 1]! - 1]! - log.time[log.offsets[c]!]!));
}
