/** Numbers markings in the order of their arrival, each once. */
import type { Marking } from './net.js';

export class MarkingIndex {
  readonly list: Marking[] = [];
  private readonly buckets = new Map<number, number[]>();

  /** The number of the marking, and whether it is new. */
  add(marking: Marking): { at: number; isNew: boolean } {
    const hash = hashOf(marking);
    const bucket = this.buckets.get(hash);
    const known = bucket?.find((each) => equal(this.list[each]!, marking));
    if (known !== undefined) return { at: known, isNew: false };
    const at = this.list.push(marking) - 1;
    if (bucket) bucket.push(at);
    else this.buckets.set(hash, [at]);
    return { at, isNew: true };
  }
}

/** FNV-1a. */
function hashOf(marking: Marking): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < marking.length; place += 1) hash = Math.imul(hash ^ marking[place]!, 0x01000193);
  return hash;
}
function equal(a: Marking, b: Marking): boolean {
  for (let place = 0; place < a.length; place += 1) if (a[place] !== b[place]) return false;
  return true;
}
