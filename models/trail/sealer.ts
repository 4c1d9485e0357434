/**
 * Seals what has been written: the hashes of new documents go into the next block of their agency's chain, some moments
 * after the click, so that no click waits for it. Several processes may seal at once: the number of a block is taken once.
 */
import type { SealedItem, Source, TrailBlockDoc, TrailEntryDoc } from '../schemas/trail.js';
import { isDuplicate, type Store } from '../store.js';
import type { Anchors } from './anchors.js';
import { blockHash, blockId, FIRST } from './hash.js';
import { sealedItem, type Kept } from './sources.js';

interface Written { source: Source; agencyId: string; doc: Kept }
interface Head { n: number; hash: string }

const PAUSE_MS = 500;
const MOST_IN_BLOCK = 500;
const TRIES = 20;

export class TrailSealer {
  private readonly heads = new Map<string, Head>();
  private waiting: Written[] = [];
  private entries: TrailEntryDoc[] = [];
  private timer: NodeJS.Timeout | undefined;
  private sealing: Promise<void> = Promise.resolve();
  private count = 0;
  anchors: Anchors | undefined;

  constructor(private readonly store: Store, private readonly now: () => Date) {}

  /** A document that has been written and will not change. */
  note(source: Source, agencyId: string, doc: Kept): void {
    this.waiting.push({ source, agencyId, doc });
    this.later();
  }

  /** A request, written together with its seal. */
  record(entry: Omit<TrailEntryDoc, '_id' | 'at'>): void {
    const at = this.now();
    this.count = (this.count + 1) % 36 ** 4;
    this.entries.push({ _id: `${at.getTime().toString(36).padStart(9, '0')}-${this.count.toString(36).padStart(4, '0')}-${entry.requestId}`, ...entry, at });
    this.later();
  }

  /** Everything noted so far, sealed. Throws when the database is away; what is waiting is kept. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const run = this.sealing.then(() => this.seal());
    this.sealing = run.catch(() => undefined);
    return run;
  }

  private later(): void {
    if (this.timer) return;
    this.timer = setTimeout(() => { this.flush().catch(() => { this.later(); }); }, PAUSE_MS);
    this.timer.unref();
  }

  private async seal(): Promise<void> {
    await this.writeEntries();
    const all = this.waiting;
    this.waiting = [];
    const byAgency = new Map<string, Written[]>();
    for (const each of all) byAgency.set(each.agencyId, [...(byAgency.get(each.agencyId) ?? []), each]);
    for (const [agencyId, written] of byAgency) {
      try {
        for (let from = 0; from < written.length; from += MOST_IN_BLOCK) await this.append(agencyId, written.slice(from, from + MOST_IN_BLOCK).map(({ source, doc }) => sealedItem(source, doc)));
        byAgency.delete(agencyId);
      } catch (error) {
        // Sealed twice does no harm; not at all would.
        this.waiting.push(...[...byAgency.values()].flat());
        throw error;
      }
    }
  }

  private async writeEntries(): Promise<void> {
    const entries = this.entries;
    if (entries.length === 0) return;
    this.entries = [];
    try {
      await this.store.trail.collection.insertMany(entries as never[], { ordered: false });
    } catch (error) {
      if (!isDuplicate(error)) {
        this.entries = [...entries, ...this.entries];
        throw error;
      }
    }
    for (const entry of entries) this.waiting.push({ source: 'trail', agencyId: entry.agencyId, doc: entry });
  }

  private async append(agencyId: string, items: SealedItem[]): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const head = this.heads.get(agencyId) ?? await this.headOf(agencyId);
      const facts = { agencyId, n: head.n + 1, at: this.now(), prev: head.hash, items };
      const block: TrailBlockDoc = { _id: blockId(agencyId, facts.n), ...facts, hash: blockHash(facts) };
      try {
        await this.store.trailBlocks.collection.insertOne(block as never);
      } catch (error) {
        this.heads.delete(agencyId);
        if (!isDuplicate(error)) throw error;
        continue;
      }
      this.heads.set(agencyId, { n: block.n, hash: block.hash });
      await this.anchors?.add({ agencyId, n: block.n, hash: block.hash, at: block.at.toISOString() });
      return;
    }
    throw new Error(`the trail of ${agencyId} could not be written: others are always faster`);
  }

  private async headOf(agencyId: string): Promise<Head> {
    const last = await this.store.trailBlocks.findOne({ agencyId }, { n: 1, hash: 1 }).sort({ n: -1 }).lean();
    return last ? { n: last.n, hash: last.hash } : { n: 0, hash: FIRST };
  }
}
