/** Which lines the flows drawn so far use, and what it costs another flow to run along, across or into them. */
import type { GridPoint } from './router.js';

const CROSSING = 70;
const TOUCH = 400;
const JOINED = 20;
const SPLIT = 500;

type Kind = 'horizontal' | 'vertical' | 'corner';
/** Ends of an edge; edges of another kind never share a line. */
export interface Ends { source: string; target: string; kind: string }

export class Usage {
  private readonly points = new Map<string, { flow: string; kind: Kind }[]>();
  private readonly segments = new Map<string, string[]>();
  constructor(private readonly ends: ReadonlyMap<string, Ends>) {}

  add(flow: string, path: readonly GridPoint[]): void {
    path.forEach((point, index) => {
      const before = path[index - 1];
      const after = path[index + 1];
      if (before) push(this.segments, segmentKey(before, point), flow);
      const ways = [before, after].filter((other) => other !== undefined).map((other) => other.y === point.y);
      const kind = ways.every((way) => way) ? 'horizontal' : ways.some((way) => way) ? 'corner' : 'vertical';
      push(this.points, pointKey(point), { flow, kind });
    });
  }

  /** Running on a line already used: only to the same end, from where two flows join (or, dearer, part); undefined: not at all. */
  alongCost(flow: string, from: GridPoint, to: GridPoint): number | undefined {
    const own = this.ends.get(flow)!;
    let cost = 0;
    for (const other of this.segments.get(segmentKey(from, to)) ?? []) {
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
    for (const { flow: other, kind } of this.points.get(pointKey(at)) ?? []) {
      if (this.joins(other, own)) continue;
      if (kind === 'corner') cost += TOUCH;
      else if ((kind === 'horizontal') !== horizontal) cost += CROSSING;
    }
    return cost;
  }

  cornerCost(flow: string, at: GridPoint): number {
    const own = this.ends.get(flow)!;
    return (this.points.get(pointKey(at)) ?? []).some((other) => !this.joins(other.flow, own)) ? TOUCH : 0;
  }

  private joins(other: string, own: Ends): boolean {
    const ends = this.ends.get(other)!;
    return ends.target === own.target && ends.kind === own.kind;
  }
}

const pointKey = (point: GridPoint): string => `${point.x}/${point.y}`;
const segmentKey = (a: GridPoint, b: GridPoint): string =>
  a.x < b.x || a.y < b.y ? `${pointKey(a)}-${pointKey(b)}` : `${pointKey(b)}-${pointKey(a)}`;

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
