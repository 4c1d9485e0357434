/** Cells of the figures, level by level: of dossiers' shares the days and what is open, of days the months, of months the years. */
import { randomUUID } from 'node:crypto';
import type { Collection } from 'mongodb';
import type { FigureDoc, FigurePartDoc, Sums } from '../schemas/figures.js';
import { add, parentOf, placeOfCell } from './cells.js';
import { Changes } from './changes.js';
import { byId, inParts, replaced, TRIES } from './guarded.js';

const AT_ONCE = 200;
type From = 'parts' | 'cells';

export class CellSums {
  constructor(private readonly figures: Collection<FigureDoc>, private readonly parts: Collection<FigurePartDoc>) {}

  changes(): Changes {
    return new Changes((ids) => this.figures.find({ _id: { $in: [...ids] } }).toArray());
  }

  /** Changed cells and those above them. */
  async write(changes: Changes): Promise<void> {
    let level = changes;
    for (let from: From = 'parts'; level.cells().length > 0; from = 'cells') {
      const above = this.changes();
      for (const cells of inParts(level.cells(), AT_ONCE)) {
        await above.remember(cells.flatMap((cell) => parentOf(cell) ?? []));
        const added = await this.addTo(cells.filter((cell) => level.isKnown(cell)), level, above);
        await this.sum(cells.filter((cell) => !added.has(cell)), from, above);
      }
      level = above;
    }
  }

  /** Answers those of which nobody else has written another one since they were read. */
  private async addTo(cells: readonly string[], level: Changes, above: Changes): Promise<Set<string>> {
    const docs = cells.map((cell) => docOf(cell, level.sumsOf(cell)));
    const done = await replaced(this.figures, docs, (cell) => level.before(cell));
    for (const { _id, sums } of docs) {
      const parent = parentOf(_id);
      if (done.has(_id) && parent !== undefined) above.replace(parent, level.before(_id)?.sums, sums);
    }
    return done;
  }

  /** Of all that they hold. */
  private async sum(cells: readonly string[], from: From, above: Changes): Promise<void> {
    let left = cells;
    for (let tries = 0; left.length > 0; tries += 1) {
      if (tries === TRIES) throw new Error('figures could not be written: others are always faster');
      const before = await byId(this.figures, left);
      const sums = from === 'parts' ? await this.sumsOfParts(left) : await this.sumsOfCells(left);
      const done = await replaced(this.figures, left.map((cell) => docOf(cell, sums.get(cell)!)), (cell) => before.get(cell));
      for (const cell of done) {
        const parent = parentOf(cell);
        if (parent !== undefined) above.doubt(parent);
      }
      left = left.filter((cell) => !done.has(cell));
    }
  }
  private async sumsOfParts(cells: readonly string[]): Promise<Map<string, Sums>> {
    const sums = new Map<string, Sums>(cells.map((cell) => [cell, {}]));
    for await (const { shares } of this.parts.find({ cells: { $in: [...cells] } }, { projection: { shares: 1 } })) {
      for (const share of shares) {
        const into = sums.get(share.cell);
        if (into) add(into, share.sums);
      }
    }
    return sums;
  }
  private async sumsOfCells(parents: readonly string[]): Promise<Map<string, Sums>> {
    const sums = new Map<string, Sums>(parents.map((cell) => [cell, {}]));
    for await (const child of this.figures.find({ parent: { $in: [...parents] } }, { projection: { parent: 1, sums: 1 } })) add(sums.get(child.parent!)!, child.sums);
    return sums;
  }
}

function docOf(cell: string, sums: Sums): FigureDoc {
  const parent = parentOf(cell);
  return { _id: cell, rev: randomUUID(), ...placeOfCell(cell), sums, ...(parent !== undefined && Object.keys(sums).length > 0 ? { parent } : {}) };
}
