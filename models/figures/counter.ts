/**
 * Keeps the figures up with the dossiers, after the click and apart from it. What a dossier adds is replaced as a whole and cells
 * are summed again from what they hold, so that counting twice, late or in any order gives the same. Several servers may count
 * at once: every write names the state it was made from, and is made again when that was no longer there.
 */
import { randomUUID } from 'node:crypto';
import type { AnyBulkWriteOperation, Collection } from 'mongodb';
import { groupBy } from '../../engine/log-checks/numbers.js';
import type { Calendars } from '../calendars/book.js';
import type { FigureDoc, FigurePartDoc, Sums } from '../schemas/figures.js';
import { isDuplicate, type Store } from '../store.js';
import { add, parentOf, placeOfCell } from './cells.js';
import { OF_DOSSIER, OF_FILES, OF_WORK, sharesOf, type CountedDossier, type CountedFile, type CountedWork } from './shares.js';

const AT_ONCE = 200;
const TRIES = 50;
type Kept = { _id: string; rev: string };

export class FigureCounter {
  private waiting = new Set<string>();
  private counting: Promise<void> = Promise.resolve();

  constructor(private readonly store: Store, private readonly calendars: Calendars, private readonly now: () => Date) {}

  /** Something about the dossier has been written. */
  note(dossierId: string): void {
    this.waiting.add(dossierId);
  }

  /** Everything noted so far, counted. Throws when the database is away; what is waiting is kept. */
  settle(): Promise<void> {
    if (this.waiting.size === 0) return this.counting;
    const run = this.counting.then(async () => {
      const noted = this.waiting;
      this.waiting = new Set();
      try {
        await this.count([...noted]);
      } catch (error) {
        for (const each of noted) this.waiting.add(each);
        throw error;
      }
    });
    this.counting = run.catch(() => undefined);
    return run;
  }

  /** Dossiers that are no longer there add nothing. */
  async count(dossierIds: readonly string[]): Promise<void> {
    if (dossierIds.length === 0) return;
    await this.calendars.upToDate();
    const written = new Map<string, string>();
    const dirty = new Set<string>();
    for (const ids of inParts(dossierIds)) {
      for (const part of await this.share(ids)) {
        written.set(part._id, part.rev);
        for (const cell of part.pending ?? []) dirty.add(cell);
      }
    }
    for (let level = [...dirty], from: 'parts' | 'cells' = 'parts'; level.length > 0; from = 'cells') {
      for (const cells of inParts(level)) await this.sum(cells, from);
      level = [...new Set(level.flatMap((cell) => parentOf(cell) ?? []))];
    }
    for (const ids of inParts([...written])) await this.parts.bulkWrite(ids.map(([_id, rev]) => ({ updateOne: { filter: { _id, rev }, update: { $unset: { pending: '', pendingSince: '' } } } })), { ordered: false });
  }

  /** Writes what each adds now; answers the rows with the cells that have to be summed again. */
  private share(ids: readonly string[]): Promise<FigurePartDoc[]> {
    return this.written(this.parts, ids, async (left, before) => {
      // After the row that says what was counted: never older than what another server counted.
      const [dossiers, work, files] = await Promise.all([
        this.store.dossiers.find({ _id: { $in: left } }, OF_DOSSIER).lean<CountedDossier[]>(), this.store.workItems.find({ dossierId: { $in: left } }, OF_WORK).lean<CountedWork[]>(),
        this.store.attachments.find({ dossierId: { $in: left }, ...OF_FILES }, { dossierId: 1 }).lean<CountedFile[]>(),
      ]);
      const filesOf = groupBy(files, (file) => file.dossierId);
      const [byId, ofDossier] = [new Map(dossiers.map((each) => [each._id, each])), groupBy(work, (item) => item.dossierId)];
      return left.map((_id) => {
        const dossier = byId.get(_id);
        const count = filesOf.get(_id)?.length ?? 0;
        const shares = dossier ? sharesOf(dossier, ofDossier.get(_id) ?? [], this.calendars, count) : new Map<string, Sums>();
        const { cells = [], pending = [] } = before.get(_id) ?? {};
        return {
          _id, seq: dossier?.seq ?? 0, files: count, rev: '', cells: [...shares.keys()], shares: [...shares].map(([cell, sums]) => ({ cell, sums })),
          pending: [...new Set([...cells, ...pending, ...shares.keys()])], pendingSince: this.now(),
        };
      });
    });
  }

  private async sum(ids: readonly string[], from: 'parts' | 'cells'): Promise<void> {
    await this.written(this.figures, ids, async (left) => {
      const sums = from === 'parts' ? await this.sumsOfParts(left) : await this.sumsOfCells(left);
      return left.map((_id): FigureDoc => {
        const parent = parentOf(_id);
        const own = sums.get(_id) ?? {};
        return { _id, rev: '', ...placeOfCell(_id), sums: own, ...(parent !== undefined && Object.keys(own).length > 0 ? { parent } : {}) };
      });
    });
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

  /** Reads, makes and writes until nobody has come in between. `make` sees what was there, and gives documents for all of `left`. */
  private async written<D extends Kept>(collection: Collection<D>, ids: readonly string[], make: (left: readonly string[], before: ReadonlyMap<string, D>) => Promise<D[]>): Promise<D[]> {
    const done: D[] = [];
    let left = ids;
    for (let tries = 0; left.length > 0; tries += 1) {
      if (tries === TRIES) throw new Error('figures could not be written: others are always faster');
      const before = new Map((await collection.find({ _id: { $in: left } } as never).toArray() as D[]).map((each) => [each._id, each]));
      const docs = (await make(left, before)).map((doc) => ({ ...doc, rev: randomUUID() }));
      await write(collection, docs, before);
      const kept = new Set((await collection.find({ _id: { $in: left }, rev: { $in: docs.map(({ rev }) => rev) } } as never, { projection: { _id: 1 } }).toArray()).map((each) => String(each._id)));
      done.push(...docs.filter(({ _id }) => kept.has(_id)));
      left = left.filter((id) => !kept.has(id));
    }
    return done;
  }

  private get parts(): Collection<FigurePartDoc> {
    return this.store.figureParts.collection as unknown as Collection<FigurePartDoc>;
  }
  private get figures(): Collection<FigureDoc> {
    return this.store.figures.collection as unknown as Collection<FigureDoc>;
  }
}

async function write<D extends Kept>(collection: Collection<D>, docs: readonly D[], before: ReadonlyMap<string, D>): Promise<void> {
  const operations = docs.map((doc) => {
    const known = before.get(doc._id);
    return known ? { replaceOne: { filter: { _id: doc._id, rev: known.rev }, replacement: doc } } : { insertOne: { document: doc } };
  });
  try {
    await collection.bulkWrite(operations as unknown as AnyBulkWriteOperation<D>[], { ordered: false });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

function* inParts<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE);
}
