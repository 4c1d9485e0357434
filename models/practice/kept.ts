/** What was computed is kept and answered at once; when something has happened since, it is computed anew behind the answer. */
import type { Store } from '../store.js';
import { isUsual, type PracticeTask } from './selection.js';

export interface Kept<T> { at: Date; value: T }
/** Not looked at again within this time. */
const FRESH_MS = 10 * 60_000;
const MOST_KEPT = 300;

interface Given {
  store: Store; now(): Date;
  run(task: PracticeTask): Promise<unknown>;
  isChangedSince(task: PracticeTask, at: Date): Promise<boolean>;
}

export class KeptPractice {
  private readonly known = new Map<string, Kept<unknown>>();
  private readonly running = new Map<string, Promise<Kept<unknown>>>();
  private readonly seenAt = new Map<string, number>();

  constructor(private readonly given: Given) {}

  async get<T>(task: PracticeTask): Promise<Kept<T>> {
    const key = keyOf(task);
    const kept = this.known.get(key) ?? await this.stored(task, key);
    if (!kept) return this.compute(task, key) as Promise<Kept<T>>;
    this.remember(key, kept);
    // Whoever asks does not wait for what comes next; when it fails, the next one asks again.
    void this.renew(task, key, kept).catch(() => undefined);
    return kept as Kept<T>;
  }

  /** Computed anew if something has happened since, or for the first time. */
  async refresh(task: PracticeTask): Promise<void> {
    const key = keyOf(task);
    const kept = this.known.get(key) ?? await this.stored(task, key);
    await (kept ? this.renew(task, key, kept) : this.compute(task, key));
  }

  private async renew(task: PracticeTask, key: string, kept: Kept<unknown>): Promise<void> {
    const now = this.given.now().getTime();
    if (now - Math.max(kept.at.getTime(), this.seenAt.get(key) ?? 0) < FRESH_MS) return;
    this.seenAt.set(key, now);
    if (await this.given.isChangedSince(task, kept.at)) await this.compute(task, key);
  }

  /** Asked twice at once, it is computed once. */
  private compute(task: PracticeTask, key: string): Promise<Kept<unknown>> {
    let running = this.running.get(key);
    if (!running) {
      running = this.computeNow(task, key).finally(() => { this.running.delete(key); });
      this.running.set(key, running);
    }
    return running;
  }

  private async computeNow(task: PracticeTask, key: string): Promise<Kept<unknown>> {
    const at = this.given.now();
    const kept = { at, value: await this.given.run(task) };
    this.remember(key, kept);
    if (isUsual(usualPart(task))) await this.given.store.keptPractice.collection.replaceOne({ _id: key } as never, { at, value: JSON.stringify(kept.value) } as never, { upsert: true });
    return kept;
  }

  private async stored(task: PracticeTask, key: string): Promise<Kept<unknown> | undefined> {
    if (!isUsual(usualPart(task))) return undefined;
    const doc = await this.given.store.keptPractice.findById(key).lean();
    return doc ? { at: doc.at, value: JSON.parse(doc.value) as unknown } : undefined;
  }

  private remember(key: string, kept: Kept<unknown>): void {
    this.known.delete(key);
    this.known.set(key, kept);
    for (const oldest of this.known.keys()) {
      if (this.known.size <= MOST_KEPT) return;
      this.known.delete(oldest);
      this.seenAt.delete(oldest);
    }
  }
}

/** Findings are of one version always. */
const usualPart = ({ kind, selection }: PracticeTask): PracticeTask['selection'] => (kind === 'findings' ? { ...selection, version: undefined } as PracticeTask['selection'] : selection);

function keyOf(task: PracticeTask): string {
  const { agencies, procedureId, version, agencyId, departmentId, channel, from, to } = task.selection;
  return JSON.stringify([task.kind, task.kind === 'findings' ? task.language : '', agencies, procedureId, version ?? 0, agencyId ?? '', departmentId ?? '', channel ?? '', from?.getTime() ?? 0, to?.getTime() ?? 0]);
}
