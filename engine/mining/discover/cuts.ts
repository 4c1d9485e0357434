/** Cuts of a directly-follows graph (Leemans, Fahland & van der Aalst 2013): how its activities fall into parts. */
import { Groups } from './groups.js';
import type { Follows } from './log.js';
import type { Operator } from './tree.js';

export interface Cut { kind: Operator; parts: readonly ReadonlySet<number>[] }

export function findCut(follows: Follows): Cut | undefined {
  if (follows.activities.length < 2) return undefined;
  return exclusiveCut(follows) ?? sequenceCut(follows) ?? parallelCut(follows) ?? loopCut(follows);
}
const cut = (kind: Operator, parts: readonly ReadonlySet<number>[]): Cut | undefined => (parts.length > 1 ? { kind, parts } : undefined);

/** Parts that nothing leads between. */
function exclusiveCut(follows: Follows): Cut | undefined {
  const groups = new Groups(follows.activities);
  for (const a of follows.activities) for (const b of follows.next(a).keys()) groups.join(a, b);
  return cut('exclusive', groups.list());
}

/** Parts that are passed in one direction only: what can be reached both ways, or neither way, stays together. */
function sequenceCut(follows: Follows): Cut | undefined {
  const { activities } = follows;
  const reach = reachOf(follows);
  const groups = new Groups(activities);
  for (const a of activities) for (const b of activities) if (a < b && reach.get(a)!.has(b) === reach.get(b)!.has(a)) groups.join(a, b);
  // Joining may have put together what lies on both sides of a third group.
  for (let again = true; again;) {
    again = false;
    const parts = groups.list();
    for (let i = 0; i < parts.length && !again; i += 1) {
      for (let j = i + 1; j < parts.length && !again; j += 1) {
        const forth = leads(parts[i]!, parts[j]!, reach);
        const back = leads(parts[j]!, parts[i]!, reach);
        if (forth !== back) continue;
        groups.join([...parts[i]!][0]!, [...parts[j]!][0]!);
        again = true;
      }
    }
  }
  const parts = groups.list().sort((a, b) => (leads(a, b, reach) ? -1 : 1));
  return cut('sequence', parts);
}
function leads(from: ReadonlySet<number>, to: ReadonlySet<number>, reach: ReadonlyMap<number, ReadonlySet<number>>): boolean {
  return [...from].some((a) => [...to].some((b) => reach.get(a)!.has(b)));
}
function reachOf(follows: Follows): Map<number, Set<number>> {
  return new Map(follows.activities.map((from) => {
    const seen = new Set(follows.next(from).keys());
    for (const at of seen) for (const to of follows.next(at).keys()) seen.add(to);
    return [from, seen];
  }));
}

/** Parts of which each activity follows each of the others directly, both ways; each part can begin and end. */
function parallelCut(follows: Follows): Cut | undefined {
  const groups = new Groups(follows.activities);
  for (const a of follows.activities) for (const b of follows.activities) if (a < b && !(follows.has(a, b) && follows.has(b, a))) groups.join(a, b);
  const isWhole = (part: ReadonlySet<number>): boolean => [...part].some((a) => follows.starts.has(a)) && [...part].some((a) => follows.ends.has(a));
  const parts = groups.list();
  const whole = parts.filter(isWhole);
  if (whole.length < 2) return undefined;
  // What cannot begin or end by itself goes to the first part that can.
  const rest = parts.filter((part) => !isWhole(part)).flatMap((part) => [...part]);
  return cut('parallel', [new Set([...whole[0]!, ...rest]), ...whole.slice(1)]);
}

/** A body with the starts and ends, and parts that lead from its ends back to its starts. */
function loopCut(follows: Follows): Cut | undefined {
  const { starts, ends, activities } = follows;
  const isBody = (a: number): boolean => starts.has(a) || ends.has(a);
  const groups = new Groups(activities);
  const others = activities.filter((a) => !isBody(a));
  for (const a of others) for (const b of follows.next(a).keys()) if (!isBody(b)) groups.join(a, b);
  const components = groups.list().filter((part) => !isBody([...part][0]!));
  const redo = components.filter((part) => isRedo(part, follows));
  if (redo.length === 0) return undefined;
  const body = new Set(activities.filter((a) => !redo.some((part) => part.has(a))));
  return cut('loop', [body, ...redo]);
}
/** Entered from ends alone, and from all of them or none; left to starts alone, and to all of them or none. */
function isRedo(part: ReadonlySet<number>, follows: Follows): boolean {
  const { starts, ends, activities } = follows;
  const outside = activities.filter((a) => !part.has(a));
  for (const a of part) {
    const before = outside.filter((b) => follows.has(b, a));
    const after = outside.filter((b) => follows.has(a, b));
    if (before.some((b) => !ends.has(b)) || after.some((b) => !starts.has(b))) return false;
    if (before.length > 0 && before.length < ends.size) return false;
    if (after.length > 0 && after.length < starts.size) return false;
  }
  return true;
}
