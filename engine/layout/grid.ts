/**
 * The lines on which flows may run. Across a cell runs one line through its middle (and one for each boundary event);
 * between cells lie gaps with several parallel tracks. Paths are found on line numbers, so that the gaps can be
 * drawn as narrow as their use allows afterwards: moving lines apart never changes what crosses what.
 */
import type { Band, Board, Cell } from './place.js';
import type { Size } from './types.js';

export const TRACKS = 6;
const TRACK_SPACING = 12;
/** Distance from the middle of an activity at which associations with data start and end. */
export const DATA_PORT = 32;

export interface Line {
  /** Column or row of cells that the line crosses; absent for a track. */
  cell?: number;
  /** Distance from the middle of the cell. */
  offset: number;
  gap?: number;
  /** Tracks outside the pools: for message flows only. */
  outside?: boolean;
}

/** Where edges of a boundary event leave the cell of its host: distance from the middle. */
export interface Port { host: string; offset: number }
/** Key of the second port of a boundary event, for its messages. */
export const messagePort = (id: string): string => `${id} message`;

/** One row of cells. */
export interface Row { band: number; row: number; height: number }

export class Grid {
  readonly columnWidths: number[] = [];
  readonly rows: Row[] = [];
  readonly xLines: Line[] = [];
  readonly yLines: Line[] = [];
  /** Id of the node in a cell, by `column/rowIndex`. */
  readonly occupant = new Map<string, string>();
  private readonly rowIndex = new Map<string, number>();
  /** Extra horizontal lines and ports by node: boundary events leave their host off its middle. */
  readonly centre = new Map<string, { x: number; y: number }>();
  readonly gapBands: { above?: number; below?: number }[] = [];

  constructor(
    private readonly board: Board,
    private readonly extents: ReadonlyMap<string, Size>,
    private readonly ports: ReadonlyMap<string, Port>,
    /** Ends of associations. */
    private readonly dataUsers: ReadonlySet<string>,
  ) {
    this.measure();
    this.makeRows();
    this.makeXLines();
    this.makeYLines();
    this.locate();
  }

  private measure(): void {
    for (const [id, cell] of this.board.cells) {
      const width = this.extents.get(id)!.width;
      this.columnWidths[cell.column] = Math.max(this.columnWidths[cell.column] ?? 0, width);
    }
    for (let column = 0; column < this.columnWidths.length; column++) this.columnWidths[column] ??= 40;
  }

  private makeRows(): void {
    const { board } = this;
    board.bands.forEach((band, index) => {
      const rows = new Map<number, number>();
      for (const [id, cell] of board.cells) {
        if (cell.band === index) rows.set(cell.row, Math.max(rows.get(cell.row) ?? 0, this.extents.get(id)!.height));
      }
      if (rows.size === 0) rows.set(0, band.blackBox ? 60 : 80);
      const sorted = [...rows].sort((a, b) => board.level(index, a[0]) - board.level(index, b[0]));
      for (const [row, height] of sorted) {
        this.rowIndex.set(`${index}/${row}`, this.rows.length);
        this.rows.push({ band: index, row, height });
      }
    });
  }

  private makeXLines(): void {
    const offsets = this.columnWidths.map(() => new Set([0]));
    for (const { host, offset } of this.ports.values()) offsets[this.board.cells.get(host)!.column]!.add(offset);
    for (const id of this.dataUsers) {
      const cell = this.board.cells.get(id);
      if (cell) for (const offset of [-DATA_PORT, DATA_PORT]) offsets[cell.column]!.add(offset);
    }
    offsets.forEach((set, column) => {
      this.pushTracks(this.xLines, column);
      for (const offset of [...set].sort((a, b) => a - b)) this.xLines.push({ cell: column, offset });
    });
    this.pushTracks(this.xLines, this.columnWidths.length);
  }

  private makeYLines(): void {
    let gap = 0;
    this.rows.forEach((row, index) => {
      const before = this.rows[index - 1];
      if (before === undefined) this.addGap(gap++, undefined, row.band);
      else if (before.band === row.band) this.addGap(gap++, row.band, row.band);
      else {
        this.addGap(gap++, before.band, undefined);
        if (this.board.bands[before.band]!.pool !== this.board.bands[row.band]!.pool) this.addGap(gap++, undefined, undefined);
        this.addGap(gap++, undefined, row.band);
      }
      this.yLines.push({ cell: index, offset: 0 });
    });
    if (this.rows.length > 0) this.addGap(gap, this.rows[this.rows.length - 1]!.band, undefined);
  }

  private addGap(gap: number, above: number | undefined, below: number | undefined): void {
    this.gapBands[gap] = { above, below };
    const inside = [above, below].filter((band) => band !== undefined);
    const outside = inside.length === 0 || inside.some((band) => this.board.bands[band]!.blackBox);
    this.pushTracks(this.yLines, gap, outside);
  }

  private pushTracks(lines: Line[], gap: number, outside = false): void {
    for (let track = 0; track < TRACKS; track++) lines.push({ gap, offset: track * TRACK_SPACING, outside });
  }

  private locate(): void {
    for (const [id, cell] of this.board.cells) {
      this.occupant.set(`${cell.column}/${this.rowOf(cell)}`, id);
      this.centre.set(id, { x: this.xLineOf(cell.column, 0), y: this.yLineOf(this.rowOf(cell)) });
    }
    for (const [id, { host, offset }] of this.ports) {
      const cell = this.board.cells.get(host)!;
      this.centre.set(id, { x: this.xLineOf(cell.column, offset), y: this.yLineOf(this.rowOf(cell)) });
    }
  }

  rowOf(cell: Cell): number {
    return this.rowIndex.get(`${cell.band}/${cell.row}`)!;
  }
  bandRow(band: number): number {
    return this.rows.findIndex((row) => row.band === band);
  }
  xLineOf(column: number, offset: number): number {
    return this.xLines.findIndex((line) => line.cell === column && line.offset === offset);
  }
  yLineOf(row: number): number {
    return this.yLines.findIndex((line) => line.cell === row);
  }
  /** The node whose cell contains a crossing of lines, if any. */
  nodeAt(x: number, y: number): string | undefined {
    const column = this.xLines[x]!.cell;
    const row = this.yLines[y]!.cell;
    return column === undefined || row === undefined ? undefined : this.occupant.get(`${column}/${row}`);
  }
  band(row: number): Band {
    return this.board.bands[this.rows[row]!.band]!;
  }
}
