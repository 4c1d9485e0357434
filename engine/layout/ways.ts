/** Asks the router for every edge: which sides of its nodes an edge may use, and which edge goes first. */
import { DATA_PORT, messagePort, type Grid } from './grid.js';
import type { Board } from './place.js';
import type { Ranked } from './ranks.js';
import { Router, type Direction, type GridPoint, type Terminal } from './router.js';
import type { LayoutDiagram, LayoutFlow, LayoutNode } from './types.js';
import { Usage } from './usage.js';

export interface Context {
  diagram: LayoutDiagram;
  nodes: ReadonlyMap<string, LayoutNode>;
  ranked: Ranked;
  board: Board;
  grid: Grid;
  /** Boundary events: on the upper or lower border of the host. */
  upper: ReadonlySet<string>;
}

type EdgeKind = 'sequence' | 'message' | 'association';
type Sides = Partial<Record<Direction, number>>;

/** Way of each edge as crossings of lines, by edge id. */
export function findWays(context: Context): Map<string, GridPoint[]> {
  const { diagram } = context;
  const kinds: [EdgeKind, readonly LayoutFlow[]][] = [
    ['sequence', inOrder(context, diagram.flows)], ['message', diagram.messageFlows], ['association', diagram.associations],
  ];
  const ends = new Map(kinds.flatMap(([kind, flows]) => flows.map((flow) => [flow.id, { ...flow, kind }] as const)));
  const width = context.grid.xLines.length;
  const usage = new Usage(ends, width);
  const router = new Router(context.grid, usage);
  // Where every free way is blocked, an edge may share lines: a drawing that is crowded beats none.
  const crowded = new Router(context.grid, new Usage(ends, width));
  const ways = new Map<string, GridPoint[]>();
  for (const [kind, flows] of kinds) {
    for (const flow of flows) {
      const way = routeOne(context, [router, crowded], flow, kind);
      if (!way) continue;
      usage.add(flow.id, way);
      ways.set(flow.id, way);
    }
  }
  return ways;
}

function routeOne(context: Context, routers: readonly Router[], flow: LayoutFlow, kind: EdgeKind): GridPoint[] | undefined {
  const reversed = !context.nodes.has(flow.source);
  const start = reversed ? flow.target : flow.source;
  const end = reversed ? flow.source : flow.target;
  if (!context.grid.centre.has(start)) return undefined;
  const data = kind === 'association';
  const source = data ? dataTerminal(context, start, 'source') : terminal(context, start, sourceSides(context, flow, start, kind), kind);
  const target = !context.grid.centre.has(end) ? blackBox(context, end)
    : data ? dataTerminal(context, end, 'target') : terminal(context, end, targetSides(context, end, kind), kind);
  if (!target) return undefined;
  for (const router of routers) {
    const way = router.route({ id: flow.id, source, target, outside: kind === 'message' });
    if (way) return reversed ? way.reverse() : way;
  }
  return undefined;
}

function blackBox({ board, grid }: Context, id: string): { row: number } | undefined {
  const band = board.bands.findIndex((candidate) => candidate.id === id);
  return band < 0 ? undefined : { row: grid.bandRow(band) };
}

function terminal({ grid, nodes }: Context, id: string, directions: Sides, kind: EdgeKind): Terminal {
  const own = kind === 'message' ? grid.centre.get(messagePort(id)) : undefined;
  return { node: nodes.get(id)!.attachedTo ?? id, at: own ?? grid.centre.get(id)!, directions };
}

/** An association meets an activity beside its middle, which belongs to the flows, and data anywhere but on its name. */
function dataTerminal(context: Context, id: string, end: 'source' | 'target'): Terminal {
  const { grid, board, nodes } = context;
  const cell = board.cells.get(id);
  const data = nodes.get(id)!.shape === 'data';
  if (data || !cell) {
    const upward = (end === 'source') !== board.upperData.has(id);
    return terminal(context, id, { [upward ? 3 : 1]: 0, 0: 40, 2: 40 }, 'association');
  }
  const x = grid.xLineOf(cell.column, end === 'source' ? DATA_PORT : -DATA_PORT);
  return { node: id, at: { x, y: grid.centre.get(id)!.y }, directions: { 1: 0, 3: 0 } };
}

/** Costs of leaving a node to the right, down, left, up. */
function sourceSides(context: Context, flow: LayoutFlow, id: string, kind: EdgeKind): Sides {
  const node = context.nodes.get(id)!;
  if (node.attachedTo !== undefined) return context.upper.has(id) ? { 3: 0 } : { 1: 0 };
  if (kind === 'message') return { 1: 0, 3: 0, 0: 60, 2: 60 };
  const several = context.diagram.flows.filter((other) => other.source === id).length > 1;
  const straight = !several || flow.preferred === true || context.ranked.main.has(flow.target);
  return straight ? { 0: 0, 1: 30, 3: 30, 2: 200 } : { 0: 70, 1: 0, 3: 0, 2: 200 };
}

/** Costs of arriving at a node in each direction of travel. */
function targetSides(context: Context, id: string, kind: EdgeKind): Sides {
  if (context.nodes.get(id)!.attachedTo !== undefined) return context.upper.has(id) ? { 1: 0 } : { 3: 0 };
  return kind === 'sequence' ? { 0: 0, 1: 25, 3: 25, 2: 200 } : { 1: 0, 3: 0, 0: 60, 2: 60 };
}

/** Straight lines first, then the main way, then short edges before long ones: a long edge can go round. */
function inOrder({ ranked, board }: Context, flows: readonly LayoutFlow[]): LayoutFlow[] {
  const weight = (flow: LayoutFlow): number => {
    const [from, to] = [board.cells.get(flow.source), board.cells.get(flow.target)];
    if (!from || !to) return 1000;
    const main = ranked.main.has(flow.source) && ranked.main.has(flow.target) && to.column >= from.column;
    const straight = from.column === to.column || (from.band === to.band && from.row === to.row && to.column === from.column + 1);
    return (straight ? -100 : main ? 0 : 100) + Math.abs(to.column - from.column) + 3 * Math.abs(to.band - from.band);
  };
  return flows.map((flow, index) => ({ flow, index, weight: weight(flow) }))
    .sort((a, b) => a.weight - b.weight || a.index - b.index)
    .map(({ flow }) => flow);
}
