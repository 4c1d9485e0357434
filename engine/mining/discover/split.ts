/** A log cut along a cut: one log for each part. */
import type { Cut } from './cuts.js';
import { gather, type Trace, type Traces } from './log.js';

export function splitLog(traces: Traces, { kind, parts }: Cut): Trace[][] {
  if (kind === 'exclusive') return byMostEvents(traces, parts);
  if (kind === 'loop') return rounds(traces, parts);
  return parts.map((part) => gather(traces.map(({ events, n }) => ({ events: events.filter((event) => part.has(event)), n }))));
}

/** Each trace to the part that has most of its events; what is not of the part is noise. */
function byMostEvents(traces: Traces, parts: Cut['parts']): Trace[][] {
  const logs: Trace[][] = parts.map(() => []);
  for (const { events, n } of traces) {
    const counts = parts.map((part) => events.filter((event) => part.has(event)).length);
    const best = counts.indexOf(Math.max(...counts));
    logs[best]!.push({ events: events.filter((event) => parts[best]!.has(event)), n });
  }
  return logs.map(gather);
}

/** Rounds of the body (part 0) with what was done between them; between two that are no body the body was silent. */
function rounds(traces: Traces, parts: Cut['parts']): Trace[][] {
  const logs: Trace[][] = parts.map(() => []);
  for (const { events, n } of traces) {
    let at = 0;
    let run: number[] = [];
    const close = (): void => {
      logs[at]!.push({ events: run, n });
      run = [];
    };
    for (const event of events) {
      const part = parts.findIndex((each) => each.has(event));
      if (part !== at) {
        close();
        if (part !== 0 && at !== 0) logs[0]!.push({ events: [], n });
        at = part;
      }
      run.push(event);
    }
    close();
    if (at !== 0) logs[0]!.push({ events: [], n });
  }
  return logs.map(gather);
}
