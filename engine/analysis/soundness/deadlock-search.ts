/**
 * Depth-first search for stuck states only, when there are too many states to look at all of them. In a net where each place
 * has one consumer, what can fire by one token is a persistent set (Godefroid), so that much of a state is enough to reach
 * every deadlock.
 * Inclusive joins look at tokens elsewhere; with them a stuck state found is real, but finding none proves nothing.
 */
import type { Marking, Mode, Net } from './net.js';
import { enabledModes, fire, MOST_TOKENS } from './net.js';
import { isWaiting } from './explore.js';
import { MarkingIndex } from './marking-index.js';

export interface DeadlockSearch { stuck?: { marking: Marking; run: Mode[] }; fired: Set<Mode>; provesNone: boolean }

export function searchDeadlock(net: Net, budget: number): DeadlockSearch {
  const known = new MarkingIndex();
  const fired = new Set<Mode>();
  const stack: { marking: Marking; from?: { mode: Mode; before: unknown } }[] = [{ marking: net.initial }];
  let complete = net.inclusiveJoins.length === 0;
  for (let at = stack.pop(); at; at = stack.pop()) {
    const before = known.list.length;
    if (known.add(at.marking) < before) continue;
    const modes = enabledModes(net, at.marking);
    if (modes.length === 0 && isWaiting(net, at.marking)) return { stuck: { marking: at.marking, run: runTo(at) }, fired, provesNone: false };
    if (known.list.length > budget || at.marking.some((count) => count >= MOST_TOKENS)) {
      complete = false;
      if (known.list.length > budget) break;
      continue;
    }
    const chosen = modes.find((mode) => !mode.inclusive)?.take[0];
    for (const mode of modes) {
      if (chosen !== undefined && mode.take[0] !== chosen) continue;
      fired.add(mode);
      stack.push({ marking: fire(net, at.marking, mode), from: { mode, before: at } });
    }
  }
  return { fired, provesNone: complete };
}

function runTo(state: { from?: { mode: Mode; before: unknown } }): Mode[] {
  const run: Mode[] = [];
  for (let at = state; at.from; at = at.from.before as typeof state) run.unshift(at.from.mode);
  return run;
}
