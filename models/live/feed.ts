/**
 * What changes in the read model, told to whoever in this process listens: at once what this process writes, within a
 * moment what another one does. One question a second per process, by id, and none while nobody listens. These are
 * hints: losing one costs a screen some seconds, so nothing waits for them and nothing fails because of them.
 */
import { randomBytes } from 'node:crypto';
import type { ChangeDoc } from '../schemas/change.js';
import type { Store } from '../store.js';

export type Change = ChangeDoc;
export interface Listener { changed(change: Change): void; /** Changes may have been missed: all may be different. */ lost(): void }

const POLL_MS = 1_000;
const WRITE_MS = 200;
/** Clocks of two processes, and a write under way, differ by less. */
const OVERLAP_MS = 5_000;
/** How long a screen may be away and still be told what it missed. */
export const KEPT_MS = 120_000;
const MOST_AT_ONCE = 1_000;
const MOST_WAITING = 5_000;

const timeKey = (ms: number): string => Math.max(0, ms).toString(36).padStart(9, '0');
const ID = /^[0-9a-z]{9}-[0-9a-z]{6}-[0-9a-z]{4,8}$/;

export class ChangeFeed {
  private readonly process = randomBytes(4).readUInt32BE().toString(36).padStart(6, '0').slice(-6);
  private readonly listeners = new Set<Listener>();
  private seen = new Set<string>();
  private waiting: Change[] = [];
  private writing: NodeJS.Timeout | undefined;
  private polling: NodeJS.Timeout | undefined;
  private polledAt = 0;
  private forgotAt = 0;
  private lastMs = 0;
  private n = 0;

  constructor(private readonly store: Store, private readonly now: () => number = Date.now) {}

  tell(change: Omit<Change, '_id'>): void {
    const told = { _id: this.nextId(), ...change };
    for (const listener of this.listeners) listener.changed(told);
    if (this.waiting.length < MOST_WAITING) this.waiting.push(told);
    if (!this.writing) { this.writing = setTimeout(() => { void this.write(); }, WRITE_MS); this.writing.unref(); }
  }

  /** Answers what ends it. */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    if (!this.polling) {
      this.polledAt = this.now();
      this.pollLater();
    }
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.close();
    };
  }

  /** What was told after `id`, over all processes; undefined when that is no longer known. Some may have been told before. */
  async since(id: string): Promise<Change[] | undefined> {
    const at = ID.test(id) ? parseInt(id.slice(0, 9), 36) : 0;
    if (at < this.now() - KEPT_MS) return undefined;
    await this.write();
    const changes = await this.after(at - OVERLAP_MS);
    return changes.length < MOST_AT_ONCE ? changes : undefined;
  }

  close(): void {
    clearTimeout(this.polling);
    this.polling = undefined;
  }

  private nextId(): string {
    this.lastMs = Math.max(this.lastMs, this.now());
    this.n = (this.n + 1) % 36 ** 4;
    return `${timeKey(this.lastMs)}-${this.process}-${this.n.toString(36).padStart(4, '0')}`;
  }

  private async write(): Promise<void> {
    clearTimeout(this.writing);
    this.writing = undefined;
    const changes = this.waiting;
    this.waiting = [];
    if (changes.length === 0) return;
    try {
      await this.store.changes.collection.insertMany(changes as never[], { ordered: false });
      await this.forget();
    } catch {
      // The database is away: whoever reads by it will see that too, and asks again by itself.
    }
  }

  private async forget(): Promise<void> {
    if (this.now() - this.forgotAt < KEPT_MS / 2) return;
    this.forgotAt = this.now();
    await this.store.changes.deleteMany({ _id: { $lt: timeKey(this.now() - KEPT_MS - OVERLAP_MS) } });
  }

  private after(ms: number): Promise<Change[]> {
    return this.store.changes.find({ _id: { $gt: timeKey(ms) } }).sort({ _id: 1 }).limit(MOST_AT_ONCE).lean();
  }

  private pollLater(): void {
    this.polling = setTimeout(() => { void this.poll().finally(() => { if (this.polling) this.pollLater(); }); }, POLL_MS);
    this.polling.unref();
  }

  private async poll(): Promise<void> {
    const asked = this.now();
    try {
      const changes = await this.after(asked - OVERLAP_MS);
      const missed = changes.length === MOST_AT_ONCE || asked - this.polledAt > OVERLAP_MS;
      this.polledAt = asked;
      const others = changes.filter(({ _id }) => _id.split('-')[1] !== this.process && !this.seen.has(_id));
      this.seen = new Set(changes.map(({ _id }) => _id));
      for (const listener of this.listeners) {
        if (missed) listener.lost();
        else others.forEach((change) => { listener.changed(change); });
      }
    } catch {
      // Asked again in a moment; after a longer time away everybody is told that something may be missing.
    }
  }
}
