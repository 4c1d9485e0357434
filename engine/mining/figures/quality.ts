/** What in the log itself may mislead whoever reads the figures (check L20). */
import { controlFlow, lifecycleOf } from '../log/select.js';
import { type EventLog, MICROS, type QualityIssue } from '../log/types.js';

const DAY = 86_400 * MICROS;

export function qualityOf(log: EventLog, used: EventLog): QualityIssue[] {
  return [...log.issues, ...[equalTimes(used), wrongOrder(log), wholeDays(log), withoutResource(used), unmatched(log)].flatMap((issue) => issue ?? [])];
}

type Found = QualityIssue | undefined;
function issue(kind: string, events: number, all: number, message: string): Found {
  return events > 0 ? { kind, events, share: events / all, message } : undefined;
}

/** Their order is that of the file, which need not be that of the work. */
function equalTimes(used: EventLog): Found {
  let n = 0;
  for (let c = 0; c < used.cases.length; c += 1) {
    for (let i = used.offsets[c]! + 1; i < used.offsets[c + 1]!; i += 1) if (used.time[i] === used.time[i - 1]) n += 1;
  }
  return issue('equalTimes', n, used.time.length, 'events have the time of the event before them in their case; their order is that of the file');
}

function wrongOrder(log: EventLog): Found {
  let n = 0;
  for (let c = 0; c < log.cases.length; c += 1) {
    for (let i = log.offsets[c]! + 1; i < log.offsets[c + 1]!; i += 1) if (log.position[i]! < log.position[i - 1]!) n += 1;
  }
  return issue('fileOrder', n, log.time.length, 'events stand in the file before an earlier event of their case; times were taken for the order');
}

/** Midnight exactly: most likely the day alone was recorded. */
function wholeDays(log: EventLog): Found {
  let n = 0;
  for (const time of log.time) if (time % DAY === 0) n += 1;
  return issue('dayOnly', n, log.time.length, 'events have a time of midnight exactly; times within a day may be missing');
}

function withoutResource(used: EventLog): Found {
  if (used.resources.length === 0) return undefined;
  let n = 0;
  for (const resource of used.resource) if (resource < 0) n += 1;
  return issue('missingResource', n, used.resource.length, 'events name no resource; hand-overs to and from them are not counted');
}

function unmatched(log: EventLog): Found {
  const lifecycle = lifecycleOf(log);
  if (!lifecycle) return undefined;
  let n = 0;
  const balance = new Int32Array(log.activities.length);
  for (let c = 0; c < log.cases.length; c += 1) {
    balance.fill(0);
    for (let i = log.offsets[c]!; i < log.offsets[c + 1]!; i += 1) {
      if (log.transition[i] === lifecycle.start) balance[log.activity[i]!]! += 1;
      else if (log.transition[i] === lifecycle.complete) balance[log.activity[i]!]! -= 1;
    }
    for (const each of balance) n += Math.abs(each);
  }
  return issue('unmatchedLifecycle', n, controlFlow(log).activity.length, 'starts without a complete, or the other way round; they give no service time');
}
