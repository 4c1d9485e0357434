/**
 * Keeps the figures up with the dossiers, after the click and apart from it. What a dossier adds is replaced as a whole, and what
 * that changes is added to its cells and to those above them; where that is not certain, a cell is summed again from what it
 * holds. Several servers may count at once: every write names the state it was made from, and is made again when that was no
 * longer there; a cell is read before anything below it is written, so that nobody adds to what another has summed already.
 */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Collection } from 'mongodb';
import { groupBy } from '../../engine/log-checks/numbers.js';
import type { Calendars } from '../calendars/book.js';
import type { FigureDoc, FigurePartDoc, Sums } from '../schemas/figures.js';
import type { Store } from '../store.js';
import { CellSums } from './cell-sums.js';
import type { Changes } from './changes.js';
import { byId, inParts, replaced, TRIES } from './guarded.js';
import { OF_DOSSIER, OF_FILES, OF_WORK, sharesOf, type CountedDossier, type CountedFile, type CountedWork } from './shares.js';

/** Dossiers written at once, and those whose cells are summed together. */
const [AT_ONCE, TOGETHER] = [200, 1_000];
interface Counted { seq: number; files: number; shares: Map<string, Sums> }

export class FigureCounter {
  private waiting = new Set<string>();
  private counting: Promise<void> = Promise.resolve();
  private readonly parts: Collection<FigurePartDoc>;
  private readonly cells: CellSums;

  constructor(private readonly store: Store, private readonly calendars: Calendars, private readonly now: () => Date) {
    this.parts = store.figureParts.collection as unknown as Collection<FigurePartDoc>;
    this.cells = new CellSums(store.figures.collection as unknown as Collection<FigureDoc>, this.parts);
  }

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

  /** Dossiers that are no longer there add nothing. `anew`: their cells are summed from all that they hold, whatever is kept. */
  async count(dossierIds: readonly string[], { anew }: { anew: boolean } = { anew: false }): Promise<void> {
    if (dossierIds.length === 0) return;
    await this.calendars.upToDate();
    for (const together of inParts(dossierIds, TOGETHER)) {
      const changes = this.cells.changes();
      const pending: FigurePartDoc[] = [];
      for (const ids of inParts(together, AT_ONCE)) pending.push(...await this.share(ids, changes, anew));
      await this.cells.write(changes);
      for (const docs of inParts(pending, AT_ONCE)) await this.parts.bulkWrite(docs.map(({ _id, rev }) => ({ updateOne: { filter: { _id, rev }, update: { $unset: { pending: '', pendingSince: '' } } } })), { ordered: false });
    }
  }

  /** Writes what each adds now, and tells what that changes; answers the rows that say that cells have to be written because of them. */
  private async share(ids: readonly string[], changes: Changes, anew: boolean): Promise<FigurePartDoc[]> {
    const pending: FigurePartDoc[] = [];
    let left = ids;
    for (let tries = 0; left.length > 0; tries += 1) {
      if (tries === TRIES) throw new Error('figures could not be written: others are always faster');
      const before = await byId(this.parts, left);
      // After the row that says what was counted: never older than what another server counted.
      const counted = await this.counted(left);
      const docs = left.map((id) => this.partOf(id, counted.get(id)!, before.get(id), anew)).filter((doc) => !isAsBefore(doc, before.get(doc._id)));
      await changes.remember(docs.flatMap((doc) => doc.pending ?? []));
      const done = await replaced(this.parts, docs, (id) => before.get(id));
      for (const doc of docs.filter(({ _id, pending: cells }) => done.has(_id) && cells)) {
        tell(changes, before.get(doc._id), doc, anew);
        pending.push(doc);
      }
      left = docs.flatMap(({ _id }) => (done.has(_id) ? [] : [_id]));
    }
    return pending;
  }

  private async counted(ids: readonly string[]): Promise<Map<string, Counted>> {
    const [dossiers, work, files] = await Promise.all([
      this.store.dossiers.find({ _id: { $in: ids } }, OF_DOSSIER).lean<CountedDossier[]>(), this.store.workItems.find({ dossierId: { $in: ids } }, OF_WORK).lean<CountedWork[]>(),
      this.store.attachments.find({ dossierId: { $in: ids }, ...OF_FILES }, { dossierId: 1 }).lean<CountedFile[]>(),
    ]);
    const filesOf = groupBy(files, (file) => file.dossierId);
    const [byDossier, ofDossier] = [new Map(dossiers.map((each) => [each._id, each])), groupBy(work, (item) => item.dossierId)];
    return new Map(ids.map((id) => {
      const dossier = byDossier.get(id);
      const count = filesOf.get(id)?.length ?? 0;
      return [id, { seq: dossier?.seq ?? 0, files: count, shares: dossier ? sharesOf(dossier, ofDossier.get(id) ?? [], this.calendars, count) : new Map<string, Sums>() }];
    }));
  }

  private partOf(_id: string, { seq, files, shares }: Counted, before: FigurePartDoc | undefined, anew: boolean): FigurePartDoc {
    const known = sharesIn(before);
    const changed = [...new Set([...known.keys(), ...shares.keys()])].filter((cell) => anew || !isDeepStrictEqual(known.get(cell), shares.get(cell)));
    const pending = [...new Set([...changed, ...before?.pending ?? []])];
    return { _id, seq, files, rev: randomUUID(), cells: [...shares.keys()], shares: [...shares].map(([cell, sums]) => ({ cell, sums })), ...(pending.length > 0 ? { pending, pendingSince: this.now() } : {}) };
  }
}

const sharesIn = (part: FigurePartDoc | undefined): Map<string, Sums> => new Map((part?.shares ?? []).map(({ cell, sums }) => [cell, sums]));
const isAsBefore = ({ pending, seq, files }: FigurePartDoc, before: FigurePartDoc | undefined): boolean => pending === undefined && before !== undefined && before.seq === seq && before.files === files;

function tell(changes: Changes, before: FigurePartDoc | undefined, { shares, pending = [] }: FigurePartDoc, anew: boolean): void {
  const [known, now] = [sharesIn(before), new Map(shares.map(({ cell, sums }) => [cell, sums]))];
  for (const cell of pending) changes.replace(cell, known.get(cell), now.get(cell));
  for (const cell of anew ? pending : before?.pending ?? []) changes.doubt(cell);
}
