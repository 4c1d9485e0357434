/** Rework: an activity done again in the same case; doing it again at once (a self-loop) is rework too. */
import type { EventLog } from '../log/types.js';

export interface Rework {
  /** Cases in which some activity repeats. */
  cases: number;
  share: number;
  /** Executions after the first, of all activities in all cases. */
  extraExecutions: number;
  perActivity: Record<string, { cases: number; extra: number }>;
}

export function reworkOf(used: EventLog): Rework {
  const width = used.activities.length;
  const seen = new Int32Array(width);
  const cases = new Int32Array(width);
  const extra = new Int32Array(width);
  let withRework = 0;
  for (let c = 0; c < used.cases.length; c += 1) {
    let repeats = false;
    for (let i = used.offsets[c]!; i < used.offsets[c + 1]!; i += 1) {
      const activity = used.activity[i]!;
      seen[activity]! += 1;
      if (seen[activity]! < 2) continue;
      repeats = true;
      extra[activity]! += 1;
      if (seen[activity] === 2) cases[activity]! += 1;
    }
    for (let i = used.offsets[c]!; i < used.offsets[c + 1]!; i += 1) seen[used.activity[i]!] = 0;
    if (repeats) withRework += 1;
  }
  const repeated = used.activities.map((_name, index) => index).filter((index) => extra[index]! > 0).sort((a, b) => extra[b]! - extra[a]! || a - b);
  return {
    cases: withRework, share: used.cases.length > 0 ? withRework / used.cases.length : 0, extraExecutions: extra.reduce((sum, n) => sum + n, 0),
    perActivity: Object.fromEntries(repeated.map((index) => [used.activities[index]!, { cases: cases[index]!, extra: extra[index]! }])),
  };
}
