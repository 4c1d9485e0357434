/** Puts names beside gateways, events, data and flows, where they cover nothing. */
import { labelSize } from './text.js';
import type { EdgePlace, LayoutFlow, LayoutNode, Point, Rect, ShapePlace, Size } from './types.js';

const HIT_SHAPE = 1000;
const HIT_LINE = 120;
const HIT_BORDER = 40;

export class LabelPlacer {
  private readonly blocks: Rect[];
  private readonly borders: Rect[];
  private readonly lines: { from: Point; to: Point; edge: string }[];
  /** `borders` are frames of lanes and pools, which a name may cross when there is no better place. */
  constructor(shapes: readonly Rect[], edges: Readonly<Record<string, EdgePlace>>, borders: readonly Rect[]) {
    this.blocks = [...shapes];
    this.borders = borders.flatMap((rect) => [rect.y, rect.y + rect.height].map((y) => ({ x: rect.x, y: y - 1, width: rect.width, height: 2 })));
    this.lines = Object.entries(edges).flatMap(([edge, { waypoints }]) =>
      waypoints.slice(1).map((to, index) => ({ from: waypoints[index]!, to, edge })));
  }

  /** `upper`: data above its step, whose name stands above it so that the line between them is free. */
  shape(node: LayoutNode, place: ShapePlace, upper: boolean): void {
    if (!node.label) return;
    const size = labelSize(node.label);
    place.label = this.best(shapeCandidates(node, place, size, upper), place);
  }

  edge(flow: LayoutFlow, place: EdgePlace): void {
    if (!flow.label) return;
    place.label = this.best(edgeCandidates(place.waypoints, labelSize(flow.label)));
  }

  private best(candidates: readonly Rect[], own?: Rect): Rect {
    let best = candidates[0]!;
    let least = Infinity;
    candidates.forEach((candidate, index) => {
      const cost = this.cost(candidate, own) + index * 3;
      if (cost >= least) return;
      least = cost;
      best = candidate;
    });
    this.blocks.push(best);
    return best;
  }

  private cost(rect: Rect, own?: Rect): number {
    const shapes = this.blocks.filter((block) => block !== own && overlaps(rect, block)).length;
    const lines = this.lines.filter(({ from, to }) => overlaps(rect, lineBox(from, to))).length;
    const borders = this.borders.filter((border) => overlaps(rect, border)).length;
    return shapes * HIT_SHAPE + lines * HIT_LINE + borders * HIT_BORDER;
  }
}

function shapeCandidates(node: LayoutNode, at: Rect, size: Size, upper: boolean): Rect[] {
  const middle = at.x + at.width / 2;
  const below = { x: middle - size.width / 2, y: at.y + at.height + 4, ...size };
  const above = { x: middle - size.width / 2, y: at.y - size.height - 4, ...size };
  if (node.shape === 'data') return upper ? [above, below] : [below, above];
  // The corners of a diamond are free, those of a circle nearly so.
  const inset = node.shape === 'gateway' ? 12 : 2;
  const corner = (left: boolean, up: boolean): Rect => ({
    x: left ? middle - size.width - 8 : middle + 8,
    y: up ? at.y - size.height + inset : at.y + at.height - inset,
    ...size,
  });
  const corners = [corner(true, true), corner(true, false), corner(false, true), corner(false, false)];
  if (node.shape === 'gateway') return [above, ...corners, below];
  const beside = { x: at.x + at.width + 4, y: at.y + at.height - 14, ...size };
  const besideUp = { x: at.x + at.width + 4, y: at.y + 14 - size.height, ...size };
  const besideLeft = { x: at.x - size.width - 4, y: at.y + at.height - 14, ...size };
  return node.attachedTo === undefined ? [below, above, ...corners] : [beside, besideUp, besideLeft, below, above, ...corners];
}

/** Near the source first: a name belongs to the decision that it answers. */
function edgeCandidates(points: readonly Point[], size: Size): Rect[] {
  const out: Rect[] = [];
  points.slice(1).forEach((to, index) => {
    const from = points[index]!;
    const horizontal = from.y === to.y;
    const sign = horizontal ? Math.sign(to.x - from.x) : Math.sign(to.y - from.y);
    const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
    for (let along = 14; along === 14 || along + (horizontal ? size.width : size.height) < length; along += 14) {
      if (along > 160) break;
      if (horizontal) {
        const x = sign > 0 ? from.x + along : from.x - along - size.width;
        out.push({ x, y: from.y - size.height - 3, ...size }, { x, y: from.y + 4, ...size });
      } else {
        const y = sign > 0 ? from.y + along : from.y - along - size.height;
        out.push({ x: from.x + 5, y, ...size }, { x: from.x - size.width - 5, y, ...size });
      }
    }
  });
  return out;
}

function lineBox(from: Point, to: Point): Rect {
  return { x: Math.min(from.x, to.x) - 1, y: Math.min(from.y, to.y) - 1, width: Math.abs(to.x - from.x) + 2, height: Math.abs(to.y - from.y) + 2 };
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
