/** The token game of pools that talk to each other: places and the moves between them. Data decide nothing; timers may fire at any time. */
import type { Id } from '../../graph/types.js';

/** One way to go on. `node` is the element that a run passes by it. */
export interface Move {
  take: readonly number[];
  give: readonly number[];
  /** Emptied: what an interruption or a terminate end event ends. */
  clear: readonly number[];
  /** Must be empty: the inside of a sub-process that completes, what an inclusive join still waits for. */
  needsEmpty: readonly number[];
  /** One of them must hold a token: the scope of an event sub-process. */
  needsSome: readonly number[];
  node?: Id;
}
/** A place where a token waits for one of some messages. */
export interface Waiting { place: number; node: Id; messages: readonly Id[] }

export class PoolNet {
  readonly moves: Move[] = [];
  readonly waiting: Waiting[] = [];
  readonly initial: number[] = [];
  private readonly places = new Map<string, number>();

  /** Number of a place, made on first use. Names: `f:FLOW`, `r:ACTIVITY` running, `m:MESSAGE FLOW`, and others of the compiler. */
  place(name: string): number {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    this.places.set(name, this.places.size);
    return this.places.size - 1;
  }
  get size(): number { return this.places.size; }
  named(prefix: string): { name: string; place: number }[] {
    return [...this.places].filter(([name]) => name.startsWith(prefix)).map(([name, place]) => ({ name: name.slice(prefix.length), place }));
  }
  move(node: Id | undefined, take: readonly number[], give: readonly number[], more: Partial<Omit<Move, 'take' | 'give' | 'node'>> = {}): void {
    this.moves.push({ take, give, clear: [], needsEmpty: [], needsSome: [], ...more, ...(node !== undefined && { node }) });
  }
}
