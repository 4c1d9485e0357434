/**
 * Columns and rows: every node gets a cell of a grid whose columns run left to right over the whole drawing
 * and whose rows belong to a band (a lane). Row 0 of a band is the main row, 1, 2, … hold the branches.
 */
import type { Ranked } from './ranks.js';
import type { LayoutDiagram, LayoutNode } from './types.js';

/** More branches than this in one column of a lane stand further to the right. */
const BRANCHES = 50;
/** Rows for data: below the main row and, where that is full, above it; branches stand further away. */
const DATA_ROWS = [0.5, -0.5] as const;
/** How many columns nearer a place above must be to be preferred. */
const ABOVE = 1.2;

export interface Cell { column: number; band: number; row: number }
export interface Band { id: string; pool: string; upward: boolean; blackBox: boolean }

/** The bands from top to bottom. In the first lane of several, branches go up, away from the other lanes. */
export function bandsOf(diagram: LayoutDiagram): Band[] {
  return diagram.pools.flatMap((pool) => {
    const ids = pool.lanes.length > 0 ? pool.lanes.map((lane) => lane.id) : [pool.id];
    return ids.map((id, index) => ({ id, pool: pool.id, upward: index === 0 && ids.length > 1, blackBox: pool.blackBox === true }));
  });
}

/** Which cells are taken, by nodes or by straight flows that pass. */
export class Board {
  readonly cells = new Map<string, Cell>();
  /** Data that stand above every step of their lane that uses them. */
  readonly upperData = new Set<string>();
  private readonly taken = new Set<string>();
  private readonly passed: { column: number; band: number; from: number; to: number }[] = [];
  constructor(readonly bands: readonly Band[]) {}

  /** Height of a row inside its band, as an order: smaller is higher. */
  level(band: number, row: number): number {
    return this.bands[band]!.upward && Math.abs(row) >= 1 ? -row : row;
  }
  free(cell: Cell): boolean {
    const level = this.level(cell.band, cell.row);
    return !this.taken.has(keyOf(cell))
      && !this.passed.some((p) => p.column === cell.column && p.band === cell.band && level > p.from && level < p.to);
  }
  put(id: string, cell: Cell): void {
    this.cells.set(id, cell);
    this.taken.add(keyOf(cell));
  }
  reserveRow(from: Cell, to: Cell): void {
    for (let column = from.column + 1; column < to.column; column++) this.taken.add(keyOf({ ...from, column }));
  }
  rowIsFree(from: Cell, to: Cell): boolean {
    for (let column = from.column + 1; column < to.column; column++) if (!this.free({ ...from, column })) return false;
    return true;
  }
  /** The parts of a column that a straight vertical flow between two cells passes. */
  private spans(from: Cell, to: Cell): { column: number; band: number; from: number; to: number }[] {
    const [high, low] = from.band < to.band ? [from, to] : [to, from];
    const spans = [];
    for (let band = high.band; band <= low.band; band++) {
      spans.push({
        column: from.column, band,
        from: band === high.band ? this.level(band, high.row) : -Infinity,
        to: band === low.band ? this.level(band, low.row) : Infinity,
      });
    }
    return spans;
  }
  columnIsFree(from: Cell, to: Cell): boolean {
    const spans = this.spans(from, to);
    const inside = [...this.cells.values()].some((cell) => spans.some((span) => span.column === cell.column
      && span.band === cell.band && this.level(cell.band, cell.row) > span.from && this.level(cell.band, cell.row) < span.to));
    const crossed = this.passed.some((p) => spans.some((span) => span.column === p.column && span.band === p.band
      && span.from < p.to && p.from < span.to));
    return !inside && !crossed;
  }
  reserveColumn(from: Cell, to: Cell): void {
    this.passed.push(...this.spans(from, to));
  }
}

const keyOf = (cell: Cell): string => `${cell.column}/${cell.band}/${cell.row}`;

export function placeNodes(ranked: Ranked, board: Board): void {
  const bandIndex = new Map(board.bands.map((band, index) => [band.id, index]));
  for (const node of ranked.order) {
    const band = bandIndex.get(node.band) ?? 0;
    const below = handOverCell(node, band, ranked, board);
    board.put(node.id, below ?? nextCell(node, band, ranked, board));
  }
}

/**
 * A plain hand-over to another lane keeps its column: the drawing gets shorter and the change of lane is seen.
 * Only when neither end has another flow, so that the vertical line has both ports to itself.
 */
function handOverCell(node: LayoutNode, band: number, ranked: Ranked, board: Board): Cell | undefined {
  const [flow, ...others] = ranked.incoming(node.id);
  if (!flow || others.length > 0 || ranked.outgoing(flow.source).length !== 1) return undefined;
  const from = board.cells.get(flow.source)!;
  const cell = { column: from.column, band, row: 0 };
  if (from.band === band || !ranked.main.has(node.id) || from.row !== 0) return undefined;
  if (!board.free(cell) || !board.columnIsFree(from, cell)) return undefined;
  board.reserveColumn(from, cell);
  return cell;
}

function nextCell(node: LayoutNode, band: number, ranked: Ranked, board: Board): Cell {
  const sources = ranked.incoming(node.id).map((flow) => board.cells.get(flow.source)!);
  const first = Math.max(-1, ...sources.map((cell) => cell.column)) + 1;
  const main = ranked.main.has(node.id);
  const beside = sources.filter((cell) => cell.band === band && (main ? cell.row === 0 : cell.row > 0));
  const rows = [...(main ? [0] : beside.map((cell) => cell.row)), ...Array.from({ length: BRANCHES }, (_, index) => index + 1)];
  const fits = (cell: Cell): boolean =>
    board.free(cell) && beside.every((from) => from.row !== cell.row || board.rowIsFree(from, cell));
  // A column that a straight flow passes has no room at all: then the next one is tried.
  for (let column = first; ; column++) {
    const cell = rows.map((row) => ({ column, band, row })).find(fits);
    if (!cell) continue;
    for (const from of beside) if (from.row === cell.row) board.reserveRow(from, cell);
    return cell;
  }
}

/** Data objects go into the data row of the band of the step that uses them first, as near to it as there is room. */
export function placeData(diagram: LayoutDiagram, board: Board): void {
  const hosts = new Map(diagram.nodes.map((node) => [node.id, node.attachedTo ?? node.id]));
  for (const data of diagram.nodes.filter((node) => node.shape === 'data')) {
    const users = diagram.associations
      .flatMap((flow) => (flow.source === data.id ? [flow.target] : flow.target === data.id ? [flow.source] : []))
      .map((id) => board.cells.get(hosts.get(id) ?? id))
      .filter((cell) => cell !== undefined);
    const home = users[0] ?? { column: 0, band: 0, row: 0 };
    const near = users.filter((cell) => cell.band === home.band);
    const middle = near.length > 0 ? near.reduce((sum, cell) => sum + cell.column, 0) / near.length : 0;
    const cell = nearestDataCell(board, home.band, middle);
    board.put(data.id, cell);
    const level = board.level(cell.band, cell.row);
    if (near.length > 0 && near.every((user) => board.level(user.band, user.row) > level)) board.upperData.add(data.id);
  }
}

function nearestDataCell(board: Board, band: number, middle: number): Cell {
  const distance = (cell: Cell): number => Math.abs(cell.column - middle) + (cell.row < 0 ? ABOVE : 0);
  const columns = Array.from({ length: Math.ceil(middle) + 60 }, (_, column) => column);
  const candidates = DATA_ROWS.flatMap((row) => columns.map((column) => ({ column, band, row })));
  candidates.sort((a, b) => distance(a) - distance(b) || a.column - b.column);
  return candidates.find((cell) => board.free(cell))!;
}
