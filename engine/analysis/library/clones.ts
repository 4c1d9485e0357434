/** Longest rows of links that stand in several procedures. */
import type { Id } from '../../graph/types.js';
import type { Link } from './fragments.js';

export interface Clone { places: { member: number; steps: Id[] }[]; steps: number }

/**
 * @param chains of each procedure
 * @param least steps that a row must have
 * @param isSame procedures that are not compared with each other
 * @param about the procedure that rows are wanted of; any when absent
 */
export function clonesOf(chains: readonly (readonly Link[][])[], least: number, isSame: (a: number, b: number) => boolean, about?: number): Clone[] {
  const rows = chains.flatMap((own, member) => own.map((links) => ({ member, links })));
  const windows = new Map<string, Place[]>();
  // The rows of the procedure that is asked about come first, so that what begins like none of them can be passed over.
  for (const row of [...rows.keys()].sort((a, b) => Number(rows[b]!.member === about) - Number(rows[a]!.member === about))) {
    const { member, links } = rows[row]!;
    for (const { key, at } of windowsOf(links, least)) {
      const places = windows.get(key);
      if (places) places.push({ row, at });
      else if (about === undefined || member === about) windows.set(key, [{ row, at }]);
    }
  }
  const clones = [...windows.values()].filter((places) => places.length > 1).flatMap((places) => maximal(rows, places, isSame));
  return withoutParts(about === undefined ? clones : clones.filter((clone) => clone.places.some((place) => place.member === about)));
}

/** Rows with just enough steps, by what they look like. */
function windowsOf(links: readonly Link[], least: number): { key: string; at: number }[] {
  return links.flatMap((link, at) => {
    const size = link.steps.length === 0 ? undefined : windowSize(links, at, least);
    return size === undefined ? [] : [{ key: links.slice(at, at + size).map((each) => each.shape).join('>'), at }];
  });
}

/** Links from `at` on that together hold enough steps. */
function windowSize(links: readonly Link[], at: number, least: number): number | undefined {
  let steps = 0;
  for (let size = 1; at + size <= links.length; size += 1) {
    steps += links[at + size - 1]!.steps.length;
    if (steps >= least) return size;
  }
  return undefined;
}

interface Row { member: number; links: readonly Link[] }
interface Place { row: number; at: number }

/** Sets of places that stay alike for longest, of those that begin alike: sorted by what follows, neighbours share most. */
function maximal(rows: readonly Row[], places: readonly Place[], isSame: (a: number, b: number) => boolean): Clone[] {
  const text = ({ row, at }: Place): string => rows[row]!.links.slice(at).map((link) => link.shape).join('>');
  const sorted = places.map((place) => ({ place, text: text(place) })).sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)).map((each) => each.place);
  const shared = sorted.slice(1).map((place, at) => commonSize(rows, sorted[at]!, place));
  const found: Clone[] = [];
  const visit = (from: number, to: number): void => {
    if (to <= from) return;
    const size = Math.min(...shared.slice(from, to));
    const group = sorted.slice(from, to + 1);
    const clone = cloneOf(rows, group, size, isSame);
    if (clone) found.push(clone);
    let begin = from;
    for (let at = from; at <= to; at += 1) {
      if (at < to && shared[at] !== size) continue;
      if (begin > from || at < to) visit(begin, at);
      begin = at + 1;
    }
  };
  visit(0, sorted.length - 1);
  return found;
}
/** Undefined when all places go on alike before it: the longer row, found from there, holds this one. */
function cloneOf(rows: readonly Row[], group: readonly Place[], size: number, isSame: (a: number, b: number) => boolean): Clone | undefined {
  const before = ({ row, at }: Place): Link | undefined => rows[row]!.links[at - 1];
  const [first] = group;
  if (group.every((each) => (before(each)?.steps.length ?? 0) > 0 && before(each)!.shape === before(first!)!.shape)) return undefined;
  const places: Clone['places'] = [];
  for (const place of group) {
    const { member } = rows[place.row]!;
    if (!places.some((each) => each.member === member || isSame(each.member, member))) places.push(cut(rows, place, size));
  }
  places.sort((a, b) => a.member - b.member);
  return places.length > 1 ? { places, steps: places[0]!.steps.length } : undefined;
}
function commonSize(rows: readonly Row[], a: Place, b: Place): number {
  const [one, two] = [rows[a.row]!.links, rows[b.row]!.links];
  let size = 0;
  while (one[a.at + size] && one[a.at + size]!.shape === two[b.at + size]?.shape) size += 1;
  while (size > 0 && one[a.at + size - 1]!.steps.length === 0) size -= 1;
  return size;
}
function cut(rows: readonly Row[], { row, at }: Place, size: number): { member: number; steps: Id[] } {
  return { member: rows[row]!.member, steps: rows[row]!.links.slice(at, at + size).flatMap((link) => link.steps) };
}

/** A row that stands in the same procedures as a longer one around it says nothing new. */
function withoutParts(clones: readonly Clone[]): Clone[] {
  const key = (clone: Clone): string => clone.places.map((place) => place.member).sort((a, b) => a - b).join(',');
  const byMembers = new Map<string, Clone[]>();
  for (const clone of clones) byMembers.set(key(clone), [...(byMembers.get(key(clone)) ?? []), clone]);
  const first = (clone: Clone): Id[] => clone.places[0]!.steps;
  const isInside = (clone: Clone, other: Clone): boolean => other !== clone && other.steps > clone.steps && first(clone).every((id) => first(other).includes(id));
  return clones.filter((clone) => !byMembers.get(key(clone))!.some((other) => isInside(clone, other)));
}
