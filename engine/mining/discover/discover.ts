/** A model from a log: the inductive miner over its variants. */
import { variantsOf } from '../figures/variants.js';
import { controlFlow } from '../log/select.js';
import type { EventLog } from '../log/types.js';
import { plainLabel } from '../conform/from-graph.js';
import { inductiveMiner } from './inductive.js';
import { tracesOf } from './log.js';
import type { ProcessTree } from './tree.js';

/** `noise` 0 to 1, default 0: without it the model replays every case of the log. */
export function discover(log: EventLog, { noise = 0 }: { noise?: number } = {}): ProcessTree {
  const used = controlFlow(log);
  // Names that differ in blanks only are one step in a drawing.
  const names = [...new Set(used.activities.map(plainLabel))];
  const index = new Map(names.map((name, i) => [name, i]));
  const same = used.activities.map((name) => index.get(plainLabel(name))!);
  return inductiveMiner(tracesOf(variantsOf(used)).map(({ events, n }) => ({ events: events.map((event) => same[event]!), n })), names, noise);
}
