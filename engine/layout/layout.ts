/**
 * Draws a process: lanes as bands, steps from left to right, flows at right angles.
 * `layoutDiagram` is pure: the same structure gives the same drawing.
 */
import { coordinates, type Coordinates, type Demands } from './coordinates.js';
import { drawEdges, drawPools, drawShapes, HEADER } from './draw.js';
import { Grid, messagePort, type Port } from './grid.js';
import { LabelPlacer } from './labels.js';
import { openContainers, withChildren } from './nested.js';
import { Board, bandsOf, placeData, placeNodes, type Band } from './place.js';
import { rank } from './ranks.js';
import { headerHeight, labelSize } from './text.js';
import type { DiagramPlaces, LayoutDiagram, LayoutNode, LayoutPool, Size } from './types.js';
import { findWays, type Context } from './ways.js';
import type { GridPoint } from './router.js';

const BOUNDARY = 36;

export function layoutDiagram(diagram: LayoutDiagram): DiagramPlaces {
  const containers = openContainers(diagram, layoutDiagram);
  const outer = { ...containers.outer, pools: orderPools(containers.outer) };
  const context = arrange(outer);
  const ways = findWays(context);
  const { usedX, usedY } = usedLines(ways);
  const place = coordinates(context.grid, usedX, usedY, {
    ...labelGaps(context, ways), bandHeights: bandHeights(outer, context.board.bands), left: leftOf(outer),
  });
  return withChildren(draw(context, ways, place), containers);
}

/** An empty pool stands above the others when its partners stand in their upper half, otherwise below. */
function orderPools({ pools, nodes, messageFlows }: LayoutDiagram): LayoutPool[] {
  const lanes = pools.flatMap((pool) => (pool.lanes.length > 0 ? pool.lanes.map((lane) => lane.id) : pool.blackBox ? [] : [pool.id]));
  const bands = new Map(nodes.map((node) => [node.id, lanes.indexOf(node.band)]));
  const isUpper = (pool: LayoutPool): boolean => {
    const partners = messageFlows
      .filter((flow) => flow.source === pool.id || flow.target === pool.id)
      .map((flow) => bands.get(flow.source) ?? bands.get(flow.target))
      .filter((band) => band !== undefined);
    const sum = partners.reduce((total, band) => total + band, 0);
    return pool.blackBox === true && partners.length > 0 && sum / partners.length < (lanes.length - 1) / 2;
  };
  const upper = pools.filter(isUpper);
  return [...upper, ...pools.filter((pool) => !pool.blackBox), ...pools.filter((pool) => pool.blackBox && !upper.includes(pool))];
}

function arrange(diagram: LayoutDiagram): Context {
  const nodes = new Map(diagram.nodes.map((node) => [node.id, node]));
  const steps = diagram.nodes.filter((node) => node.shape !== 'data');
  const ranked = rank(steps, diagram.flows);
  const board = new Board(bandsOf(diagram));
  placeNodes(ranked, board);
  placeData(diagram, board);
  const ports = boundaryPorts(diagram, nodes);
  const grid = new Grid(board, extents(diagram.nodes, nodes), ports, new Set(diagram.associations.flatMap((flow) => [flow.source, flow.target])));
  return { diagram, nodes, ranked, board, grid, upper: upperBoundaries(diagram, nodes, board) };
}

/** Room that a node asks for, its name and its boundary events included, around its middle. */
function extents(list: readonly LayoutNode[], nodes: ReadonlyMap<string, LayoutNode>): Map<string, Size> {
  const carriers = new Set(list.map((node) => node.attachedTo).filter((id) => id !== undefined));
  return new Map([...nodes].map(([id, node]) => {
    const label = node.label === undefined ? { width: 0, height: 0 } : labelSize(node.label);
    if (node.shape === 'data') return [id, { width: Math.max(node.width, label.width), height: node.height + 2 * (label.height + 4) }];
    if (node.shape === 'activity') return [id, { width: node.width, height: node.height + (carriers.has(id) ? BOUNDARY : 0) }];
    return [id, { width: node.width, height: node.height + (label.height > 0 ? 2 * label.height + 4 : 0) }];
  }));
}

/** Distance of each boundary event from the middle of its host: the first at the right, further ones to its left. */
function boundaryPorts(diagram: LayoutDiagram, nodes: ReadonlyMap<string, LayoutNode>): Map<string, Port> {
  const reached = new Set(diagram.messageFlows.flatMap((flow) => [flow.source, flow.target]));
  const count = new Map<string, number>();
  const ports = new Map<string, Port>();
  for (const node of diagram.nodes.filter((candidate) => candidate.attachedTo !== undefined)) {
    const host = nodes.get(node.attachedTo!)!;
    const index = count.get(host.id) ?? 0;
    count.set(host.id, index + 1);
    const offset = host.width / 2 - 25 - index * 42;
    ports.set(node.id, { host: host.id, offset });
    if (reached.has(node.id)) ports.set(messagePort(node.id), { host: host.id, offset: offset + 10 });
  }
  return ports;
}

function upperBoundaries(diagram: LayoutDiagram, nodes: ReadonlyMap<string, LayoutNode>, board: Board): Set<string> {
  const upper = new Set<string>();
  for (const node of nodes.values()) {
    if (node.attachedTo === undefined) continue;
    const host = board.cells.get(node.attachedTo)!;
    const flow = diagram.flows.find((candidate) => candidate.source === node.id);
    const target = flow && board.cells.get(flow.target);
    const rise = target === undefined ? 0
      : target.band - host.band || board.level(target.band, target.row) - board.level(host.band, host.row);
    if (rise < 0 || (rise === 0 && board.bands[host.band]!.upward && host.row > 0)) upper.add(node.id);
  }
  return upper;
}

function usedLines(ways: ReadonlyMap<string, readonly GridPoint[]>): { usedX: Set<number>; usedY: Set<number> } {
  const usedX = new Set<number>();
  const usedY = new Set<number>();
  for (const way of ways.values()) {
    way.slice(1).forEach((point, index) => {
      const before = way[index]!;
      if (before.x === point.x) usedX.add(point.x);
      else usedY.add(point.y);
    });
  }
  return { usedX, usedY };
}

/** A flow that leaves a node to the right has its name in the gap behind that node; a decision has its own before it. */
function labelGaps({ diagram, board, grid }: Context, ways: ReadonlyMap<string, readonly GridPoint[]>): Pick<Demands, 'gaps' | 'leads'> {
  const gaps = new Map<number, number>();
  const leads = new Map<number, number>();
  for (const flow of diagram.flows) {
    const cell = board.cells.get(flow.source);
    const way = ways.get(flow.id);
    if (!flow.label || !cell || !way || way[1]!.x <= way[0]!.x) continue;
    const spare = (grid.columnWidths[cell.column]! - 50) / 2;
    widen(leads, cell.column + 1, labelSize(flow.label).width + 16 - spare);
  }
  for (const node of diagram.nodes) {
    const cell = board.cells.get(node.id);
    if (node.shape === 'gateway' && node.label && cell) widen(gaps, cell.column, labelSize(node.label).width - 6);
  }
  return { gaps, leads };
}

function widen(gaps: Map<number, number>, gap: number, width: number): void {
  gaps.set(gap, Math.max(gaps.get(gap) ?? 0, width));
}

function bandHeights(diagram: LayoutDiagram, bands: readonly Band[]): number[] {
  return bands.map((band) => {
    const pool = diagram.pools.find((candidate) => candidate.id === band.pool)!;
    const lane = pool.lanes.find((candidate) => candidate.id === band.id);
    if (pool.blackBox) return 60;
    const share = pool.frame ? headerHeight(pool.label) / Math.max(1, pool.lanes.length) : 0;
    return Math.max(headerHeight(lane?.label), share);
  });
}

function leftOf(diagram: LayoutDiagram): number {
  const framed = diagram.pools.some((pool) => pool.frame && !pool.blackBox);
  const depth = Math.max(0, ...diagram.pools.map((pool) => (pool.lanes.length > 0 ? pool.laneDepth ?? 1 : 0)));
  return HEADER * ((framed ? 1 : 0) + depth);
}

function draw(context: Context, ways: ReadonlyMap<string, readonly GridPoint[]>, place: Coordinates): DiagramPlaces {
  const { diagram, nodes } = context;
  const shapes = drawShapes(context, place);
  const frames = drawPools(diagram, context.board.bands, place);
  const edges = drawEdges(context, ways, place, shapes);
  const placer = new LabelPlacer(Object.values(shapes), edges, Object.values(frames));
  for (const node of nodes.values()) placer.shape(node, shapes[node.id]!, context.board.upperData.has(node.id));
  for (const flow of [...diagram.flows, ...diagram.messageFlows]) if (edges[flow.id]) placer.edge(flow, edges[flow.id]!);
  const size = { width: place.right, height: Math.max(0, ...place.bands.map((band) => band.bottom)) };
  return { shapes: { ...frames, ...shapes }, edges, size };
}
