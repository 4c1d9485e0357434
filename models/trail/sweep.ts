/** Finds what no block names yet: changes by administrators, and what a process wrote shortly before it was killed. */
import { SOURCES, type Source } from '../schemas/trail.js';
import type { Store } from '../store.js';
import type { TrailSealer } from './sealer.js';
import { collectionOf, KINDS, type Kept } from './sources.js';

interface Given { store: Store; sealer: TrailSealer; mainAgency(): string; now(): Date }
/** Longer than any write takes, and than a process lives on after its last seal. */
const OVERLAP_MS = 15 * 60_000;
const SWEPT_TO = 'trail:swept';
const SWEPT = SOURCES.filter((each) => each !== 'trail');

export class TrailSweep {
  private again = false;

  constructor(private readonly given: Given) {}

  /** From where the last one, of any process, ended; all kinds at the first call, later ones leave out the log, which is noted as it is written. Answers how many were found. */
  async run(): Promise<number> {
    const { store, now } = this.given;
    const began = now();
    const last = (await store.counters.findById(SWEPT_TO).lean())?.n;
    const from = last === undefined ? undefined : new Date(last - OVERLAP_MS);
    const known = await this.sealedSince(from);
    const kinds = SWEPT.filter((source) => !this.again || source !== 'log');
    let found = 0;
    for (const source of kinds) found += await this.sweep(source, from, known);
    await this.given.sealer.flush();
    if (!this.again || found > 0 || began.getTime() - (last ?? 0) > OVERLAP_MS / 3) await store.counters.updateOne({ _id: SWEPT_TO }, { $max: { n: began.getTime() } }, { upsert: true });
    this.again = true;
    return found;
  }

  private async sweep(source: Source, from: Date | undefined, known: ReadonlySet<string>): Promise<number> {
    const { store, sealer } = this.given;
    const cursor = collectionOf(store, source).find(from ? { [KINDS[source].time]: { $gte: from } } : {});
    let found = 0;
    for await (const doc of cursor) {
      if (known.has(`${source} ${doc._id}`)) continue;
      sealer.note(source, await this.agencyOf(source, doc), doc);
      found += 1;
    }
    return found;
  }

  private async sealedSince(from: Date | undefined): Promise<Set<string>> {
    const blocks = await this.given.store.trailBlocks.find(from ? { at: { $gte: new Date(from.getTime() - OVERLAP_MS) } } : {}, { items: 1 }).lean();
    return new Set(blocks.flatMap(({ items }) => items.map(({ source, id }) => `${source} ${id}`)));
  }

  /** Whose chain: that of the receiving agency, of the agency named, or of the one that runs the installation. */
  private async agencyOf(source: Source, doc: Kept & { dossierId?: string; agencyId?: string; procedureId?: string }): Promise<string> {
    const { store, mainAgency } = this.given;
    if (source === 'log') return (await store.log.findOne({ dossierId: doc.dossierId!, from: 0 }, { facts: 1 }).lean())?.facts?.agencyId ?? mainAgency();
    if (source === 'procedureVersions') return (await store.procedures.findById(doc.procedureId, { agencyId: 1 }).lean())?.agencyId ?? mainAgency();
    return doc.agencyId ?? mainAgency();
  }
}
