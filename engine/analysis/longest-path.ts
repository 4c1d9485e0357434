/** Flow analysis of durations: sequence adds, branches count as their longest, each return flow counts its cycle once more. */
import type { Id } from '../graph/types.js';
import type { PathGraph, Step } from './paths.js';

/** `once`: the same without going back anywhere. */
export interface LongestPath { hours: number; once: number; path: Id[] }
interface Cycle { hours: number; path: Id[] }
interface Best { hours: number; length: number; before?: Id }

/**
 * @param weight hours of a vertex
 * @param stops true for a step with a stopped clock; a return that always passes one is not counted again
 */
export function longestPath(paths: PathGraph, weight: (id: Id) => number, stops: (id: Id) => boolean): LongestPath {
  const extra = returns(paths, weight, stops);
  const total = (id: Id): number => weight(id) + (extra.get(id) ?? []).reduce((sum, each) => sum + each.hours, 0);
  const best = furthest(paths, paths.entries, total);
  const last = endOf(paths, best);
  if (last === undefined) return { hours: 0, once: 0, path: [] };
  const straight = furthest(paths, paths.entries, weight);
  const way = wayTo(best, last).flatMap((id) => [id, ...(extra.get(id) ?? []).flatMap((each) => each.path)]);
  return { hours: best.get(last)!.hours, once: straight.get(endOf(paths, straight)!)!.hours, path: way.filter((id) => weight(id) > 0) };
}

/** The vertex with the longest way to it, among the ends; where nothing ends, among those that only lead back. */
function endOf(paths: PathGraph, best: ReadonlyMap<Id, Best>): Id | undefined {
  const last = [...best.keys()].filter((id) => paths.nextForward(id).length === 0);
  const ends = last.filter((id) => paths.next(id).length === 0);
  return (ends.length > 0 ? ends : last).reduce<Id | undefined>((found, id) => (found === undefined || isLonger(best.get(id)!, best.get(found)) ? id : found), undefined);
}

/** Longest ways from some vertices to all others; of equally long ones the one with fewer vertices. */
function furthest(paths: PathGraph, from: readonly Id[], weight: (id: Id) => number, within?: ReadonlySet<Id>): Map<Id, Best> {
  const best = new Map<Id, Best>(from.map((id) => [id, { hours: weight(id), length: 1 }]));
  for (const id of paths.order) {
    const here = best.get(id);
    if (!here) continue;
    for (const { to } of paths.nextForward(id)) {
      if (within && !within.has(to)) continue;
      const next: Best = { hours: here.hours + weight(to), length: here.length + 1, before: id };
      if (isLonger(next, best.get(to))) best.set(to, next);
    }
  }
  return best;
}
function isLonger(a: Best, b: Best | undefined): boolean {
  if (!b) return true;
  return a.hours > b.hours + 1e-9 || (Math.abs(a.hours - b.hours) <= 1e-9 && a.length < b.length);
}
function wayTo(best: ReadonlyMap<Id, Best>, id: Id): Id[] {
  const way: Id[] = [];
  for (let at: Id | undefined = id; at !== undefined; at = best.get(at)?.before) way.unshift(at);
  return way;
}

/** For each declared return: the cycle once more, at the vertex of the ordinary way from which it is entered. */
function returns(paths: PathGraph, weight: (id: Id) => number, stops: (id: Id) => boolean): Map<Id, Cycle[]> {
  const extra = new Map<Id, Cycle[]>();
  for (const step of paths.back) {
    if (!step.flow?.facts?.isReturn || !paths.reach(step.to, stops).has(step.from)) continue;
    const cycle = cycleWay(paths, step, weight);
    const at = leavesAt(paths, cycle, step);
    const turned = [...cycle.slice(at + 1), ...cycle.slice(0, at + 1)];
    const hours = cycle.reduce((sum, id) => sum + weight(id), 0);
    extra.set(cycle[at]!, [...(extra.get(cycle[at]!) ?? []), { hours, path: turned }]);
  }
  return extra;
}
function cycleWay(paths: PathGraph, step: Step, weight: (id: Id) => number): Id[] {
  return wayTo(furthest(paths, [step.to], weight), step.from);
}
/** Last vertex of the cycle from which the process goes on to an end. */
function leavesAt(paths: PathGraph, cycle: readonly Id[], step: Step): number {
  const inside = new Set(cycle);
  for (let at = cycle.length - 1; at > 0; at -= 1) {
    const goesOn = paths.nextForward(cycle[at]!).some(({ to }) => !inside.has(to) && !paths.reach(to).has(step.from));
    if (goesOn) return at;
  }
  return 0;
}
