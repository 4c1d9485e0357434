/** Simulated time: milliseconds since the start, and working time along it. */
import type { WorkCalendar } from '../calendar/compile.js';
import { instantAtOpenTime, nextOpen, openTimeBefore } from '../calendar/open-time.js';
import type { Instant } from '../calendar/types.js';

export const HOUR = 3_600_000;

export interface WorkClock {
  /** Working time that lies before the moment, from some zero. */
  worked(at: number): number;
  /** The moment itself when work goes on, else when it begins again. */
  opening(at: number): number;
  /** When so much working time has passed. */
  after(at: number, working: number): number;
}

/** Work at all times. */
export const ALWAYS: WorkClock = { worked: (at) => at, opening: (at) => at, after: (at, working) => at + working };

export function workClock(calendar: WorkCalendar, start: Instant): WorkClock {
  const opening = (at: number): number => nextOpen(calendar, start + at) - start;
  return {
    worked: (at) => openTimeBefore(calendar, start + at),
    opening,
    after: (at, working) => (working <= 0 ? opening(at) : instantAtOpenTime(calendar, openTimeBefore(calendar, start + at) + working) - start),
  };
}

/** What will happen, by time and then in the order it was planned. */
export class Agenda {
  private readonly entries: Entry[] = [];
  private planned = 0;
  now = 0;

  /** Returns what takes the entry back. */
  plan(at: number, act: () => void): () => void {
    const entry: Entry = { at, order: this.planned, act };
    this.planned += 1;
    this.entries.push(entry);
    this.up(this.entries.length - 1);
    return () => { entry.act = undefined; };
  }

  /** Runs until nothing is planned, or until the moment. */
  run(until = Infinity): void {
    for (let entry = this.next(until); entry; entry = this.next(until)) {
      if (!entry.act) continue;
      this.now = entry.at;
      entry.act();
    }
  }

  private next(until: number): Entry | undefined {
    const { entries } = this;
    const first = entries[0];
    if (!first || first.at > until) return undefined;
    const last = entries.pop()!;
    if (entries.length > 0) {
      entries[0] = last;
      this.down();
    }
    return first;
  }

  private up(from: number): void {
    const { entries } = this;
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!earlier(entries[at]!, entries[parent]!)) return;
      [entries[at], entries[parent]] = [entries[parent]!, entries[at]!];
      at = parent;
    }
  }

  private down(): void {
    const { entries } = this;
    for (let at = 0; ;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < entries.length && earlier(entries[child]!, entries[least]!)) least = child;
      if (least === at) return;
      [entries[at], entries[least]] = [entries[least]!, entries[at]!];
      at = least;
    }
  }
}

interface Entry { at: number; order: number; act: (() => void) | undefined }
const earlier = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);
