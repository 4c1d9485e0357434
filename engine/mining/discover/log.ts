/** A log as the miner cuts it up: sequences of activities with how often each occurs, and what follows what. */
import type { Variant } from '../figures/variants.js';

export interface Trace { events: readonly number[]; n: number }
export type Traces = readonly Trace[];

/** Equal traces as one. */
export function gather(traces: Iterable<Trace>): Trace[] {
  const known = new Map<string, { events: readonly number[]; n: number }>();
  for (const { events, n } of traces) {
    const key = events.join(' ');
    const found = known.get(key);
    if (found) found.n += n;
    else known.set(key, { events, n });
  }
  return [...known.values()];
}
export const tracesOf = (variants: readonly Variant[]): Trace[] => variants.map(({ sequence, cases }) => ({ events: sequence, n: cases.length }));
export const sizeOf = (traces: Traces): number => traces.reduce((sum, { n }) => sum + n, 0);

/** Directly-follows graph. Edges as `to` by `from`. */
export class Follows {
  readonly activities: readonly number[];
  readonly starts = new Map<number, number>();
  readonly ends = new Map<number, number>();
  private readonly edges = new Map<number, Map<number, number>>();

  constructor(traces: Traces) {
    const seen = new Set<number>();
    for (const { events, n } of traces) {
      for (const event of events) seen.add(event);
      if (events.length === 0) continue;
      add(this.starts, events[0]!, n);
      add(this.ends, events[events.length - 1]!, n);
      for (let i = 1; i < events.length; i += 1) this.link(events[i - 1]!, events[i]!, n);
    }
    this.activities = [...seen].sort((a, b) => a - b);
  }

  next(from: number): ReadonlyMap<number, number> { return this.edges.get(from) ?? NONE; }
  has(from: number, to: number): boolean { return this.edges.get(from)?.has(to) ?? false; }

  /** Without what occurs seldom beside the most frequent way on of the same activity (IMf), `share` 0 to 1. */
  filtered(share: number): Follows {
    const result = new Follows([]);
    Object.assign(result, { activities: this.activities });
    for (const from of this.activities) {
      const most = Math.max(this.ends.get(from) ?? 0, ...this.next(from).values());
      for (const [to, n] of this.next(from)) if (n >= share * most) result.link(from, to, n);
      const ending = this.ends.get(from);
      if (ending !== undefined && ending >= share * most) result.ends.set(from, ending);
    }
    const most = Math.max(...this.starts.values());
    for (const [activity, n] of this.starts) if (n >= share * most) result.starts.set(activity, n);
    return result;
  }

  private link(from: number, to: number, n: number): void {
    const known = this.edges.get(from);
    if (known) add(known, to, n);
    else this.edges.set(from, new Map([[to, n]]));
  }
}
const NONE: ReadonlyMap<number, number> = new Map();
function add(counts: Map<number, number>, key: number, n: number): void { counts.set(key, (counts.get(key) ?? 0) + n); }
