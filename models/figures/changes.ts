/** What has changed below cells of the figures since they were read, so that only the difference is added to them. */
import type { FigureDoc, Sums } from '../schemas/figures.js';
import { add } from './cells.js';

export class Changes {
  private readonly differences = new Map<string, Sums>();
  private readonly unknown = new Set<string>();
  private readonly read = new Map<string, FigureDoc | undefined>();

  constructor(private readonly find: (ids: readonly string[]) => Promise<FigureDoc[]>) {}

  /** Before anything below them is written: whoever sums them in between is noticed by it. */
  async remember(cells: Iterable<string>): Promise<void> {
    const left = [...new Set(cells)].filter((cell) => !this.read.has(cell));
    if (left.length === 0) return;
    for (const cell of left) this.read.set(cell, undefined);
    for (const doc of await this.find(left)) this.read.set(doc._id, doc);
  }

  replace(cell: string, before: Sums | undefined, after: Sums | undefined): void {
    const difference = this.differences.get(cell) ?? {};
    this.differences.set(cell, add(add(difference, before ?? {}, -1), after ?? {}));
  }
  /** Somebody else has written below it, or has not ended what he began: it has to be summed from what it holds. */
  doubt(cell: string): void {
    this.unknown.add(cell);
  }

  /** Those that have to be written. */
  cells(): string[] {
    const changed = [...this.differences].filter(([, sums]) => Object.keys(sums).length > 0).map(([cell]) => cell);
    return [...new Set([...changed, ...this.unknown])];
  }
  isKnown(cell: string): boolean {
    return !this.unknown.has(cell);
  }
  before(cell: string): FigureDoc | undefined {
    return this.read.get(cell);
  }
  sumsOf(cell: string): Sums {
    return add({ ...this.before(cell)?.sums }, this.differences.get(cell) ?? {});
  }
}
