/** Numbers markings in the order of their arrival, each once: a table of open addresses, since a search asks some ten thousand times. */
import type { Marking } from './net.js';

const FIRST_SIZE = 64;

export class MarkingIndex {
  readonly list: Marking[] = [];
  private hashes: number[] = [];
  /** Number of a marking plus one; 0 where nothing is. */
  private table = new Int32Array(FIRST_SIZE);

  /** The number of the marking: that of `list.length` before, when it is new. What is kept is a copy. */
  add(marking: Marking): number {
    const hash = hashOf(marking);
    const mask = this.table.length - 1;
    let slot = hash & mask;
    for (let known = this.table[slot]!; known !== 0; known = this.table[slot]!) {
      if (this.hashes[known - 1] === hash && equal(this.list[known - 1]!, marking)) return known - 1;
      slot = (slot + 1) & mask;
    }
    this.list.push(marking.slice());
    this.hashes.push(hash);
    this.table[slot] = this.list.length;
    if (this.list.length * 2 > this.table.length) this.grow();
    return this.list.length - 1;
  }

  private grow(): void {
    this.table = new Int32Array(this.table.length * 4);
    const mask = this.table.length - 1;
    for (const [at, hash] of this.hashes.entries()) {
      let slot = hash & mask;
      while (this.table[slot] !== 0) slot = (slot + 1) & mask;
      this.table[slot] = at + 1;
    }
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
