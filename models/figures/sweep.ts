/** Finds dossiers whose figures are behind: written by a process that ended before it counted them, before figures were what they are, or given a file since. */
import type { Store } from '../store.js';
import { groupBy } from '../../engine/log-checks/numbers.js';
import type { FigureCounter } from './counter.js';
import { OF_FILES, SHAPE, type CountedFile } from './shares.js';

/** Longer than any write takes, and than a process lives on after its last count. */
const OVERLAP_MS = 15 * 60_000;
/** A count of another server that has not ended by then has been given up. */
const GIVEN_UP_MS = 60_000;
const COUNTED_TO = 'figures:counted';
const COUNTED_AS = 'figures:shape';

export class FigureSweep {
  constructor(private readonly store: Store, private readonly counter: FigureCounter, private readonly now: () => Date) {}

  /** From where the last one, of any process, ended; at the very first all dossiers. Answers how many were counted. */
  async run(): Promise<number> {
    const began = this.now();
    const [last, shape] = await Promise.all([COUNTED_TO, COUNTED_AS].map(async (id) => (await this.store.counters.findById(id).lean())?.n));
    const behind = last === undefined || shape !== SHAPE ? await this.all() : await this.since(new Date(last - OVERLAP_MS));
    const given = await this.store.figureParts.find({ pendingSince: { $lt: new Date(began.getTime() - GIVEN_UP_MS) } }, { _id: 1 }).lean();
    const ids = [...new Set([...behind, ...given.map(({ _id }) => _id)])];
    await this.counter.count(ids);
    await this.store.counters.updateOne({ _id: COUNTED_TO }, { $max: { n: began.getTime() } }, { upsert: true });
    await this.shaped();
    return ids.length;
  }

  /** Everything again, also what figures know of dossiers that are gone. */
  async again(): Promise<number> {
    const known = await this.store.figureParts.find({}, { _id: 1 }).lean();
    const ids = [...new Set([...await this.all(), ...known.map(({ _id }) => _id)])];
    await this.counter.count(ids, { anew: true });
    await this.shaped();
    return ids.length;
  }

  private async shaped(): Promise<void> {
    await this.store.counters.updateOne({ _id: COUNTED_AS }, { $set: { n: SHAPE } }, { upsert: true });
  }
  private async all(): Promise<string[]> {
    return (await this.store.dossiers.find({}, { _id: 1 }).lean()).map(({ _id }) => _id);
  }
  private async since(from: Date): Promise<string[]> {
    const reached = new Map<string, number>();
    for (const { dossierId, seq } of await this.store.log.find({ at: { $gte: from } }, { dossierId: 1, seq: 1 }).lean()) reached.set(dossierId, Math.max(seq, reached.get(dossierId) ?? 0));
    const counted = new Map((await this.store.figureParts.find({ _id: { $in: [...reached.keys()] } }, { seq: 1 }).lean()).map(({ _id, seq }) => [_id, seq]));
    return [...[...reached].filter(([id, seq]) => (counted.get(id) ?? -1) < seq).map(([id]) => id), ...await this.withOtherFiles(from)];
  }
  private async withOtherFiles(from: Date): Promise<string[]> {
    const { attachments, figureParts } = this.store;
    const changed = [...new Set((await attachments.find({ $or: [{ at: { $gte: from } }, { 'removed.at': { $gte: from } }] }, { dossierId: 1 }).lean()).map(({ dossierId }) => dossierId))];
    const [files, counted] = await Promise.all([attachments.find({ dossierId: { $in: changed }, ...OF_FILES }, { dossierId: 1 }).lean<CountedFile[]>(), figureParts.find({ _id: { $in: changed } }, { files: 1 }).lean()]);
    const [now, before] = [groupBy(files, (file) => file.dossierId), new Map(counted.map(({ _id, files: n }) => [_id, n]))];
    return changed.filter((id) => (now.get(id)?.length ?? 0) !== before.get(id));
  }
}
