/** Which lines the flows drawn so far use, and what it costs another flow to run along, across or into them. */
import type { GridPoint } from './router.js';

const CROSSING = 70;
const TOUCH = 400;
const JOINED = 20;
const SPLIT = 500;

type Kind = 'horizontal' | 'vertical' | 'corner';
const NOBODY: readonly string[] = [];
const NOTHING: readonly { flow: string; kind: Kind }[] = [];
/** Ends of an edge; edges of another kind never share a line. */
export interface Ends { source: string; target: string; kind: string }

export class Usage {
  /** By number of the point, and of the stretch to the next point at the right or below. */
  private readonly points = new Map<number, { flow: string; kind: Kind }[]>();
  private readonly segments = new Map<number, string[]>();
  /** `width`: how many lines run downwards. */
  constructor(private readonly ends: ReadonlyMap<string, Ends>, private readonly width: number) {}

  add(flow: string, path: readonly GridPoint[]): void {
    path.forEach((point, index) => {
      const before = path[index - 1];
      const after = path[index + 1];
      if (before) push(this.segments, this.segmentKey(before, point), flow);
      const ways = [before, after].filter((other) => other !== undefined).map((other) => other.y === point.y);
      const kind = ways.every((way) => way) ? 'horizontal' : ways.some((way) => way) ? 'corner' : 'vertical';
      push(this.points, this.pointKey(point), { flow, kind });
    });
  }

  /** Running on a line already used: only to the same end, from where two flows join (or, dearer, part); undefined: not at all. */
  alongCost(flow: string, from: GridPoint, to: GridPoint): number | undefined {
    const own = this.ends.get(flow)!;
    let cost = 0;
    for (const other of this.segments.get(this.segmentKey(from, to)) ?? NOBODY) {
      const ends = this.ends.get(other)!;
      if (ends.kind !== own.kind) return undefined;
      if (ends.target === own.target) cost += JOINED;
      else if (ends.source === own.source) cost += SPLIT;
      else return undefined;
    }
    return cost;
  }

  meetingCost(flow: string, at: GridPoint, horizontal: boolean): number {
    const own = this.ends.get(flow)!;
    let cost = 0;
    for (const { flow: other, kind } of this.points.get(this.pointKey(at)) ?? NOTHING) {
      if (this.joins(other, own)) continue;
      if (kind === 'corner') cost += TOUCH;
      else if ((kind === 'horizontal') !== horizontal) cost += CROSSING;
    }
    return cost;
  }

  cornerCost(flow: string, at: GridPoint): number {
    const own = this.ends.get(flow)!;
    return (this.points.get(this.pointKey(at)) ?? NOTHING).some((other) => !this.joins(other.flow, own)) ? TOUCH : 0;
  }

  private pointKey(point: GridPoint): number {
    return point.y * this.width + point.x;
  }
  private segmentKey(a: GridPoint, b: GridPoint): number {
    const down = a.x === b.x;
    return Math.min(this.pointKey(a), this.pointKey(b)) * 2 + (down ? 1 : 0);
  }

  private joins(other: string, own: Ends): boolean {
    const ends = this.ends.get(other)!;
    return ends.target === own.target && ends.kind === own.kind;
  }
}

function push<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
