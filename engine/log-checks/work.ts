/** What people have in hand: their executions as intervals, and the office time that these cover. */
import type { Turn } from './dossier.js';
import { HOUR, type LogSubject } from './subject.js';

export interface Interval { from: number; to: number }

/** Intervals that do not touch, ascending. */
export function union(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = merged[merged.length - 1];
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** Office hours in which at least one of the executions was going on. */
export function unionHours(subject: LogSubject, turns: readonly Turn[]): number {
  const intervals = union(turns.flatMap((turn) => (turn.started === undefined ? [] : [{ from: turn.started, to: turn.completed! }])));
  return intervals.reduce((sum, { from, to }) => sum + subject.office(from, to), 0);
}

/** Work of each person in the order in which it was taken up. */
export class Desk {
  private readonly starts: Float64Array;
  private readonly completions: Float64Array;
  private readonly longest: number;

  constructor(private readonly turns: readonly Turn[]) {
    this.turns = turns.filter((turn) => turn.started !== undefined).sort((a, b) => a.started! - b.started!);
    this.starts = Float64Array.from(this.turns, (turn) => turn.started!);
    this.completions = Float64Array.from(turns, (turn) => turn.completed!).sort();
    this.longest = this.turns.reduce((most, turn) => Math.max(most, turn.completed! - turn.started!), 0);
  }

  /** Other work that went on between the two instants. */
  within(from: number, to: number, except: Turn): { turn: Turn; from: number; to: number }[] {
    const found = [];
    for (let i = firstAt(this.starts, from - this.longest); i < this.turns.length && this.starts[i]! < to; i += 1) {
      const turn = this.turns[i]!;
      if (turn !== except && turn.completed! > from) found.push({ turn, from: Math.max(from, turn.started!), to: Math.min(to, turn.completed!) });
    }
    return found;
  }

  /** Whether another completion lies so close to this one. */
  isInBatch(time: number, gap: number): boolean {
    const first = firstAt(this.completions, time - gap);
    const after = firstAt(this.completions, time + gap + 1);
    return after - first > 1;
  }
}

export const MINUTE = HOUR / 60;

/** Index of the first value that is no less. */
function firstAt(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
