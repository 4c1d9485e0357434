/** Shapes and edges in pixels, from cells and ways. */
import type { Coordinates } from './coordinates.js';
import type { Band } from './place.js';
import type { GridPoint } from './router.js';
import type { EdgePlace, LayoutDiagram, LayoutNode, Point, Rect, ShapePlace } from './types.js';
import type { Context } from './ways.js';

/** Width of the header of a pool and of a lane. */
export const HEADER = 30;

export function drawShapes({ nodes, board, grid, upper }: Context, place: Coordinates): Record<string, ShapePlace> {
  const shapes: Record<string, ShapePlace> = {};
  for (const [id, cell] of board.cells) {
    const node = nodes.get(id)!;
    shapes[id] = around({ x: place.columns[cell.column]!.middle, y: place.rows[grid.rowOf(cell)]!.middle }, node);
  }
  for (const node of nodes.values()) {
    if (node.attachedTo === undefined) continue;
    const host = shapes[node.attachedTo]!;
    const x = place.x[grid.centre.get(node.id)!.x]!;
    shapes[node.id] = around({ x, y: upper.has(node.id) ? host.y : host.y + host.height }, node);
  }
  return shapes;
}

const around = (middle: Point, { width, height }: LayoutNode): Rect =>
  ({ x: middle.x - width / 2, y: middle.y - height / 2, width, height });

export function drawEdges(
  context: Context, ways: ReadonlyMap<string, readonly GridPoint[]>, place: Coordinates, shapes: Readonly<Record<string, ShapePlace>>,
): Record<string, EdgePlace> {
  const { diagram, board, grid, nodes } = context;
  const edges: Record<string, EdgePlace> = {};
  const end = (id: string): Rect => {
    const shape = shapes[id];
    if (shape) return shape;
    const band = place.bands[board.bands.findIndex((candidate) => candidate.id === id)]!;
    return { x: 0, y: band.top, width: place.right, height: band.bottom - band.top };
  };
  const isRound = (id: string): boolean => nodes.get(id)?.shape === 'event';
  for (const flow of [...diagram.flows, ...diagram.messageFlows, ...diagram.associations]) {
    const way = ways.get(flow.id);
    if (!way) continue;
    const points = corners(way).map((point) => ({ x: place.x[point.x]!, y: place.y[point.y]! }));
    dock(points, end(flow.source), grid.centre.has(flow.source), isRound(flow.source));
    points.reverse();
    dock(points, end(flow.target), grid.centre.has(flow.target), isRound(flow.target));
    edges[flow.id] = { waypoints: points.reverse() };
  }
  return edges;
}

/** Only the points where a way turns, and its ends. */
function corners(way: readonly GridPoint[]): GridPoint[] {
  return way.filter((point, index) => {
    const before = way[index - 1];
    const after = way[index + 1];
    return !before || !after || (before.x !== point.x) !== (after.x !== point.x);
  });
}

/** How far a circle falls short of its box at a distance from its middle. */
const sagitta = (radius: number, off: number): number => radius - Math.sqrt(Math.max(0, radius * radius - off * off));

/** Moves the first point of a way from the middle of its shape to the side where the way leaves. */
function dock(points: Point[], shape: Rect, middle: boolean, round: boolean): void {
  const [first, second] = points;
  if (!first || !second) return;
  if (first.x === second.x) {
    const below = second.y > shape.y + shape.height / 2;
    first.y = (below ? shape.y + shape.height : shape.y) + (round ? (below ? -1 : 1) * sagitta(shape.width / 2, first.x - shape.x - shape.width / 2) : 0);
  } else if (middle) {
    first.x = second.x > first.x ? shape.x + shape.width : shape.x;
  }
}

export function drawPools(diagram: LayoutDiagram, bands: readonly Band[], place: Coordinates): Record<string, ShapePlace> {
  const shapes: Record<string, ShapePlace> = {};
  for (const pool of diagram.pools) {
    const own = bands.flatMap((band, index) => (band.pool === pool.id ? [{ band, ...place.bands[index]! }] : []));
    const top = Math.min(...own.map((band) => band.top));
    const bottom = Math.max(...own.map((band) => band.bottom));
    const inset = (pool.frame ? HEADER : 0) + HEADER * ((pool.laneDepth ?? 1) - 1);
    if (pool.frame) shapes[pool.id] = { x: 0, y: top, width: place.right, height: bottom - top };
    for (const { band, top: y, bottom: end } of own) {
      if (pool.lanes.length > 0) shapes[band.id] = { x: inset, y, width: place.right - inset, height: end - y };
    }
  }
  return shapes;
}
