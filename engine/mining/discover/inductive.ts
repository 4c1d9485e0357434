/**
 * The inductive miner (Leemans, Fahland & van der Aalst 2013), with the filter of its infrequent variant: a log is cut by
 * what follows what, and its parts are mined in turn. Without a filter the model can replay every trace of the log.
 */
import { findCut } from './cuts.js';
import { Follows, gather, sizeOf, type Trace, type Traces } from './log.js';
import { splitLog } from './split.js';
import { type ProcessTree, SILENT, simplify } from './tree.js';

/** `noise` 0 to 1: what occurs less often, beside the most frequent of its kind, is left out where nothing else helps. */
export function inductiveMiner(traces: Traces, names: readonly string[], noise = 0): ProcessTree {
  return simplify(new Miner(names, noise).mine(gather(traces)));
}

class Miner {
  constructor(private readonly names: readonly string[], private readonly noise: number) {}

  mine(traces: Traces): ProcessTree {
    const empty = sizeOf(traces.filter(({ events }) => events.length === 0));
    const rest = traces.filter(({ events }) => events.length > 0);
    if (rest.length === 0 || sizeOf(rest) < this.noise * sizeOf(traces)) return SILENT;
    if (empty > 0 && empty >= this.noise * sizeOf(traces)) return { kind: 'exclusive', children: [SILENT, this.mine(rest)] };
    const follows = new Follows(rest);
    return this.single(rest, follows) ?? this.byCut(rest, follows) ?? this.fallThrough(rest, follows);
  }

  private single(traces: Traces, { activities }: Follows): ProcessTree | undefined {
    if (activities.length !== 1) return undefined;
    const once = sizeOf(traces.filter(({ events }) => events.length === 1));
    const leaf = this.leaf(activities[0]!);
    const repeats = sizeOf(traces) - once;
    return repeats === 0 || repeats < this.noise * sizeOf(traces) ? leaf : { kind: 'loop', children: [leaf, SILENT] };
  }

  private byCut(traces: Traces, follows: Follows): ProcessTree | undefined {
    const cut = findCut(follows) ?? (this.noise > 0 ? findCut(follows.filtered(this.noise)) : undefined);
    return cut && { kind: cut.kind, children: splitLog(traces, cut).map((part) => this.mine(part)) };
  }

  private fallThrough(traces: Traces, follows: Follows): ProcessTree {
    return this.oncePerTrace(traces, follows) ?? this.concurrent(traces, follows)
      ?? this.tauLoop(traces, (a, b) => follows.ends.has(a) && follows.starts.has(b)) ?? this.tauLoop(traces, (_a, b) => follows.starts.has(b))
      ?? { kind: 'loop', children: [{ kind: 'exclusive', children: follows.activities.map((each) => this.leaf(each)) }, SILENT] };
  }

  /** An activity that every trace has exactly once stands beside all others. */
  private oncePerTrace(traces: Traces, { activities }: Follows): ProcessTree | undefined {
    const found = activities.find((a) => traces.every(({ events }) => events.filter((event) => event === a).length === 1));
    return found === undefined ? undefined : { kind: 'parallel', children: [this.leaf(found), this.mine(without(traces, found))] };
  }

  /** An activity without which the others can be cut stands beside them. */
  private concurrent(traces: Traces, { activities }: Follows): ProcessTree | undefined {
    for (const a of activities) {
      const others = without(traces, a);
      const cut = findCut(new Follows(others.filter(({ events }) => events.length > 0)));
      if (cut) return { kind: 'parallel', children: [this.mine(gather(traces.map(({ events, n }) => ({ events: events.filter((event) => event === a), n })))), this.mine(others)] };
    }
    return undefined;
  }

  /** The trace is several rounds of something, with nothing between them. */
  private tauLoop(traces: Traces, isBorder: (a: number, b: number) => boolean): ProcessTree | undefined {
    const pieces = gather(traces.flatMap(({ events, n }) => cutAt(events, isBorder).map((piece) => ({ events: piece, n }))));
    return sizeOf(pieces) > sizeOf(traces) ? { kind: 'loop', children: [this.mine(pieces), SILENT] } : undefined;
  }

  private leaf(activity: number): ProcessTree { return { kind: 'activity', name: this.names[activity]! }; }
}

function without(traces: Traces, activity: number): Trace[] {
  return gather(traces.map(({ events, n }) => ({ events: events.filter((event) => event !== activity), n })));
}
function cutAt(events: readonly number[], isBorder: (a: number, b: number) => boolean): number[][] {
  const pieces: number[][] = [[events[0]!]];
  for (let i = 1; i < events.length; i += 1) {
    if (isBorder(events[i - 1]!, events[i]!)) pieces.push([events[i]!]);
    else pieces[pieces.length - 1]!.push(events[i]!);
  }
  return pieces;
}
