/** The main figures of each part of a log: by version, department, channel, period, or any attribute of the cases. */
import { caseFact } from '../log/facts.js';
import { controlFlow, selectEvents } from '../log/select.js';
import { type EventLog, LogError } from '../log/types.js';
import { directlyFollows, bottlenecks, type Bottleneck } from './directly-follows.js';
import { handoversOf } from './handovers.js';
import { beginOf, type PeriodUnit } from './over-time.js';
import { isoOf } from './counts.js';
import { reworkOf } from './rework.js';
import { type Summary, summaryOf } from './summary.js';
import { variantsOf } from './variants.js';

export interface SplitPart {
  value: string;
  cases: number; events: number; variants: number;
  caseDuration: Summary;
  reworkShare: number;
  handovers: number;
  /** The pairs that take most time. */
  bottlenecks: Bottleneck[];
}
/** Cases that say nothing are in no part. */
export interface Split { by: string; parts: SplitPart[]; without: number }

const PERIODS: Readonly<Record<string, PeriodUnit>> = { day: 'day', week: 'week', month: 'month', period: 'month' };
const TOP = 5;

/**
 * `department`: the events of each department (org:group) by themselves. `day`, `week`, `month`: cases by their first event.
 * Anything else: an attribute of the cases. Throws `LogError` when no case has it.
 */
export function splitBy(log: EventLog, by: string): Split {
  const parts = new Map<string, Set<number>>();
  const put = (value: string, index: number): void => {
    const known = parts.get(value);
    if (known) known.add(index);
    else parts.set(value, new Set([index]));
  };
  if (by === 'department') {
    log.groups.forEach((name, g) => { if (log.group.includes(g)) put(name, g); });
  } else {
    for (let c = 0; c < log.cases.length; c += 1) {
      const value = PERIODS[by] ? isoOf(beginOf(log.time[log.offsets[c]!]!, PERIODS[by]))!.slice(0, by === 'month' || by === 'period' ? 7 : 10) : caseFact(log, c, by);
      if (value !== undefined) put(value, c);
    }
  }
  if (parts.size === 0) throw new LogError(`no case has "${by}"`);
  const all = [...parts].map(([value, indices]) => partOf(value, selectEvents(log, (i, c) => indices.has(by === 'department' ? log.group[i]! : c))));
  const seen = by === 'department' ? 0 : [...parts.values()].reduce((sum, { size }) => sum + size, 0);
  return { by, parts: all.sort(PERIODS[by] ? (a, b) => (a.value < b.value ? -1 : 1) : (a, b) => b.cases - a.cases), without: by === 'department' ? 0 : log.cases.length - seen };
}

function partOf(value: string, log: EventLog): SplitPart {
  const used = controlFlow(log);
  return {
    value, cases: log.cases.length, events: log.activity.length, variants: variantsOf(used).length,
    caseDuration: summaryOf(Float64Array.from(log.cases, (_id, c) => log.time[log.offsets[c + 1]! - 1]! - log.time[log.offsets[c]!]!)),
    reworkShare: reworkOf(used).share, handovers: handoversOf(used, used.resource, used.resources).handovers,
    bottlenecks: bottlenecks(directlyFollows(used), used.cases.length).byTotalTime.slice(0, TOP),
  };
}
