/** From line numbers to pixels: gaps get the width that their used tracks and labels need, and no more. */
import type { Grid, Line } from './grid.js';

const TRACK_STEP = 14;
const GAP = 44;
/** Room for half a name beside an event at either end. */
const EDGE_GAP = 40;
const ROW_GAP = 20;
const POOL_GAP = 30;

export interface Coordinates {
  x: number[];
  y: number[];
  columns: { middle: number; width: number }[];
  rows: { middle: number; height: number }[];
  /** Top and bottom of each band. */
  bands: { top: number; bottom: number }[];
  left: number;
  right: number;
}

export interface Demands {
  /** Least width of a gap before a column, for the labels that stand in it. */
  gaps: ReadonlyMap<number, number>;
  /** Width kept free of tracks at the left of such a gap, for the names of flows that start there. */
  leads: ReadonlyMap<number, number>;
  /** Least height of a band, for its own label. */
  bandHeights: readonly number[];
  left: number;
}

export function coordinates(grid: Grid, usedX: ReadonlySet<number>, usedY: ReadonlySet<number>, demands: Demands): Coordinates {
  const columns: Coordinates['columns'] = [];
  const x: number[] = [];
  let at = demands.left;
  for (let column = 0; column <= grid.columnWidths.length; column++) {
    const edge = column === 0 || column === grid.columnWidths.length;
    const least = Math.max(edge ? EDGE_GAP : GAP, demands.gaps.get(column) ?? 0);
    at += spread(grid.xLines, x, column, usedX, at, least, demands.leads.get(column) ?? 0);
    const width = grid.columnWidths[column];
    if (width === undefined) break;
    columns.push({ middle: at + width / 2, width });
    grid.xLines.forEach((line, index) => { if (line.cell === column) x[index] = at + width / 2 + line.offset; });
    at += width;
  }
  return { x, columns, left: demands.left, right: at, ...vertical(grid, usedY, demands) };
}

/** Places the tracks of one gap, the used ones evenly; returns the width of the gap. */
function spread(
  lines: readonly Line[], out: number[], gap: number, used: ReadonlySet<number>, from: number, least: number, lead = 0,
): number {
  const tracks = lines.flatMap((line, index) => (line.gap === gap ? [index] : []));
  const inUse = tracks.filter((index) => used.has(index));
  const room = Math.max(least - lead, (inUse.length + 1) * TRACK_STEP);
  let passed = 0;
  for (const index of tracks) {
    if (used.has(index)) passed += 1;
    out[index] = from + lead + (room * passed) / (inUse.length + 1);
  }
  return lead + room;
}

type Rows = Pick<Coordinates, 'y' | 'rows' | 'bands'>;

/** A first pass measures the bands, a second shares what a band still lacks between its upper and its lower edge. */
function vertical(grid: Grid, used: ReadonlySet<number>, demands: Demands): Rows {
  const { bands } = stack(grid, used, grid.gapBands.map(() => 0), demands.bandHeights.length);
  const missing = (band: number | undefined): number =>
    (band === undefined ? 0 : Math.max(0, demands.bandHeights[band]! - (bands[band]!.bottom - bands[band]!.top)) / 2);
  const padding = grid.gapBands.map(({ above, below }) => (above === below ? 0 : missing(above ?? below)));
  return stack(grid, used, padding, demands.bandHeights.length);
}

function stack(grid: Grid, used: ReadonlySet<number>, padding: readonly number[], bandCount: number): Rows {
  const y: number[] = [];
  const rows: Coordinates['rows'] = [];
  const bands = Array.from({ length: bandCount }, () => ({ top: 0, bottom: 0 }));
  let at = 0;
  grid.gapBands.forEach(({ above, below }, gap) => {
    const outside = above === undefined && below === undefined;
    if (above === undefined && below !== undefined) bands[below]!.top = at;
    const least = outside ? POOL_GAP : isBlack(grid, above, below) ? 0 : ROW_GAP;
    // What is added lies at the outer edge of the band, away from its rows.
    if (above === undefined) at += padding[gap]!;
    at += spread(grid.yLines, y, gap, used, at, least);
    if (above !== undefined) at += padding[gap]!;
    if (above !== undefined && below === undefined) bands[above]!.bottom = at;
    if (below === undefined) return;
    const { height } = grid.rows[rows.length]!;
    y[grid.yLineOf(rows.length)] = at + height / 2;
    rows.push({ middle: at + height / 2, height });
    at += height;
  });
  return { y, rows, bands };
}

function isBlack(grid: Grid, above: number | undefined, below: number | undefined): boolean {
  const band = above ?? below;
  const row = band === undefined ? -1 : grid.bandRow(band);
  return row >= 0 && grid.band(row).blackBox;
}
