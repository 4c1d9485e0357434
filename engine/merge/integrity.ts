/** What a merged drawing needs to be one: nothing stands in or names what is gone, and a file has an order. */
import type { Part, Parts } from './parts.js';

export interface Sides { base: Parts; ours: Parts; theirs: Parts }

const ESSENTIAL = ['sourceRef', 'targetRef', 'attachedToRef', 'dataObjectRef'] as const;
/** Ids of what the part cannot be without: the ends of a flow, the activity of a boundary event. */
export function essential({ refs }: Part): string[] {
  return ESSENTIAL.flatMap((name) => refs[name] ?? []);
}

/** Without parts that have lost what they stand in or cannot be without, and without other references to what is gone. */
export function closed({ base, ours, theirs }: Sides, merged: ReadonlyMap<string, Part>): Map<string, Part> {
  const parts = new Map(merged);
  // A name that no side has is one of another vocabulary and stays.
  const isGone = (id: string): boolean => !parts.has(id) && (base.has(id) || ours.has(id) || theirs.has(id));
  for (let before = -1; before !== parts.size;) {
    before = parts.size;
    for (const part of parts.values()) if ((part.parent !== '' && !parts.has(part.parent)) || essential(part).some(isGone)) parts.delete(part.key);
  }
  for (const [key, part] of parts) if (Object.values(part.refs).some((ids) => ids.some(isGone))) parts.set(key, { ...part, refs: withoutGone(part.refs, isGone) });
  return parts;
}
function withoutGone(refs: Part['refs'], isGone: (id: string) => boolean): Part['refs'] {
  return Object.fromEntries(Object.entries(refs).map(([name, ids]): [string, readonly string[]] => [name, ids.filter((id) => !isGone(id))]).filter(([, ids]) => ids.length > 0));
}

/** In the order of the side that arranged the file anew; what only the other side has follows what it follows there. */
export function inOrder({ base, ours, theirs }: Sides, merged: ReadonlyMap<string, Part>): Parts {
  const isArranged = commonOrder(ours, base) === commonOrder(base, ours);
  const [first, second] = isArranged ? [theirs, ours] : [ours, theirs];
  const keys = [...first.keys()];
  let at = 0;
  const places = new Map(keys.map((key, index) => [key, index]));
  const late = new Map<number, string[]>();
  for (const key of second.keys()) {
    const place = places.get(key);
    if (place !== undefined) at = place;
    else late.set(at, [...(late.get(at) ?? []), key]);
  }
  const all = keys.flatMap((key, index) => [key, ...(late.get(index) ?? [])]);
  return new Map(all.flatMap((key) => { const part = merged.get(key); return part ? [[key, part] as const] : []; }));
}
const commonOrder = (of: Parts, also: Parts): string => [...of.keys()].filter((key) => also.has(key)).join('\n');
