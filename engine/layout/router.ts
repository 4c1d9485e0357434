/**
 * Finds a way for one flow over the lines of the grid: the cheapest by length, bends and crossings (A*: the bare
 * length is the lower bound). A way never enters the cell of another node, so no flow runs through a node.
 */
import type { Grid } from './grid.js';
import { Heap } from './heap.js';
import type { Usage } from './usage.js';

export type Direction = 0 | 1 | 2 | 3; // right, down, left, up
const DX = [1, 0, -1, 0];
const DY = [0, 1, 0, -1];
const DIRECTIONS: readonly Direction[] = [0, 1, 2, 3];
/** Before the first point of a way. */
const START = -1;
const BEND = 45;
const CELL_LENGTH = 120;

export interface GridPoint { x: number; y: number }
export interface Terminal {
  node: string;
  at: GridPoint;
  /** Cost of leaving (or arriving) in each direction of travel; a missing one is not allowed. */
  directions: Partial<Record<Direction, number>>;
}
export interface Request {
  id: string;
  source: Terminal;
  /** A node, or any point of a line (the row of a black-box pool). */
  target: Terminal | { row: number };
  /** May use tracks outside the pools. */
  outside: boolean;
}

export class Router {
  private readonly width: number;
  private readonly height: number;
  private readonly lengthX: number[];
  private readonly lengthY: number[];
  /** Sums of the lengths up to each line. */
  private readonly sumX: number[];
  private readonly sumY: number[];
  private readonly occupants: readonly (string | undefined)[];
  /** By state, of the search with that number: what came before is as if it were not there, and nothing has to be wiped. */
  private search = 0;
  private readonly best: Float64Array;
  private readonly from: Int32Array;
  private readonly reachedIn: Int32Array;
  private readonly doneIn: Int32Array;
  constructor(private readonly grid: Grid, private readonly usage: Usage) {
    this.width = grid.xLines.length;
    this.height = grid.yLines.length;
    this.lengthX = grid.xLines.map((line) => (line.cell === undefined ? 12 : CELL_LENGTH / 2));
    this.lengthY = grid.yLines.map((line) => (line.cell === undefined ? 10 : CELL_LENGTH / 2));
    this.sumX = sums(this.lengthX);
    this.sumY = sums(this.lengthY);
    this.occupants = grid.yLines.flatMap((_row, y) => grid.xLines.map((_column, x) => grid.nodeAt(x, y)));
    const states = this.width * this.height * 4;
    this.best = new Float64Array(states);
    [this.from, this.reachedIn, this.doneIn] = [new Int32Array(states), new Int32Array(states), new Int32Array(states)];
  }

  /** The points of the way, ends included; undefined when there is none. */
  route(request: Request): GridPoint[] | undefined {
    this.search += 1;
    const heap = new Heap();
    const { source } = request;
    for (const [direction, cost] of Object.entries(source.directions)) {
      const state = this.state(source.at.x, source.at.y, Number(direction) as Direction);
      this.reach(state, cost, START);
      heap.push(state, cost + this.rest(source.at.x, source.at.y, request));
    }
    for (let state = heap.pop(); state !== undefined; state = heap.pop()) {
      // What is left is never less than the bare length, so that the first time is the cheapest.
      if (this.doneIn[state] === this.search) continue;
      this.doneIn[state] = this.search;
      if (this.arrived(state, request)) return this.unwind(state);
      this.goOn(state, request, heap);
    }
    return undefined;
  }

  private goOn(state: number, request: Request, heap: Heap): void {
    const here = this.pointOf(state);
    const inside = this.nodeAt(here.x, here.y) !== undefined;
    for (const direction of DIRECTIONS) {
      const turned = direction !== here.direction;
      // Inside a node's own cell a way goes straight: it must leave and arrive by the middle of a side.
      if (turned && (inside || (direction + 2) % 4 === here.direction)) continue;
      const next = { x: here.x + DX[direction]!, y: here.y + DY[direction]! };
      if (next.x < 0 || next.y < 0 || next.x >= this.width || next.y >= this.height) continue;
      const price = this.price(here, next, direction, turned, request);
      if (price === undefined) continue;
      const there = this.state(next.x, next.y, direction);
      const total = this.best[state]! + price;
      if (this.reachedIn[there] === this.search && total >= this.best[there]!) continue;
      this.reach(there, total, state);
      heap.push(there, total + this.rest(next.x, next.y, request));
    }
  }

  private reach(state: number, cost: number, from: number): void {
    this.reachedIn[state] = this.search;
    this.best[state] = cost;
    this.from[state] = from;
  }

  /** What is left to go at least: the bare length. */
  private rest(x: number, y: number, { target }: Request): number {
    if ('row' in target) return between(this.sumY, y, this.grid.yLineOf(target.row));
    return between(this.sumX, x, target.at.x) + between(this.sumY, y, target.at.y);
  }

  private nodeAt(x: number, y: number): string | undefined {
    return this.occupants[y * this.width + x];
  }
  private state(x: number, y: number, direction: Direction): number {
    return (y * this.width + x) * 4 + direction;
  }
  private pointOf(state: number): GridPoint & { direction: Direction } {
    const cell = state >> 2;
    return { x: cell % this.width, y: Math.floor(cell / this.width), direction: (state & 3) as Direction };
  }

  private arrived(state: number, { target, source }: Request): boolean {
    const { x, y, direction } = this.pointOf(state);
    if ('row' in target) return this.grid.yLines[y]!.cell === target.row && direction % 2 === 1 && y !== source.at.y;
    return x === target.at.x && y === target.at.y && target.directions[direction] !== undefined;
  }

  private price(here: GridPoint, next: GridPoint, direction: Direction, turned: boolean, request: Request): number | undefined {
    if (!this.open(next, direction, request)) return undefined;
    const shared = this.usage.alongCost(request.id, here, next);
    if (shared === undefined) return undefined;
    const length = direction % 2 === 0 ? this.lengthX[next.x]! : this.lengthY[next.y]!;
    const meeting = this.usage.meetingCost(request.id, next, direction % 2 === 0);
    const corner = turned ? BEND + this.usage.cornerCost(request.id, here) : 0;
    return length + shared + meeting + corner + this.arrivalCost(next, direction, request);
  }

  private arrivalCost(next: GridPoint, direction: Direction, { target }: Request): number {
    if ('row' in target || next.x !== target.at.x || next.y !== target.at.y) return 0;
    return target.directions[direction] ?? 0;
  }

  private open(next: GridPoint, direction: Direction, { source, target, outside }: Request): boolean {
    const row = this.grid.yLines[next.y]!;
    if (row.outside && direction % 2 === 0 && !outside) return false;
    if ('row' in target && row.cell === target.row) return direction % 2 === 1;
    if (row.cell !== undefined && this.grid.band(row.cell).blackBox) return direction % 2 === 1;
    const node = this.nodeAt(next.x, next.y);
    return node === undefined || node === source.node || (!('row' in target) && node === target.node);
  }

  private unwind(state: number): GridPoint[] {
    const points: GridPoint[] = [];
    for (let at = state; at !== START; at = this.from[at]!) {
      const { x, y } = this.pointOf(at);
      points.push({ x, y });
    }
    return points.reverse();
  }
}

const sums = (lengths: readonly number[]): number[] => {
  let sum = 0;
  return lengths.map((length) => (sum += length));
};
/** Length of a straight way from one line to another: the lines passed and the one reached count, the first does not. */
function between(sum: readonly number[], from: number, to: number): number {
  return from <= to ? sum[to]! - sum[from]! : (sum[from - 1] ?? 0) - (sum[to - 1] ?? 0);
}
