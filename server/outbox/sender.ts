/** Empties the outbox, one message at a time, apart from every click; several processes may do so at once. */
import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { QueryContext } from '../../models/queries/context.js';
import type { OutboxDoc } from '../../models/schemas/outbox.js';
import { RefusedForGood, type Adapters, type MessageAdapter } from './adapters.js';
import { letterWords, shortWords, type Around } from './words.js';

const MINUTE_MS = 60_000;
/** Longer than an adapter's own patience: whoever holds a message for this long is gone. */
const LEASE_MS = 2 * MINUTE_MS;
/** After 1, 2, 4 … minutes, at most 4 hours apart: some two days in all. */
const LONGEST_PAUSE_MS = 240 * MINUTE_MS;
export const MOST_ATTEMPTS = 20;
const AT_ONCE = 100;

interface Dependencies { context: QueryContext; adapters: Adapters; log: Logger; /** Address at which citizens reach this server, without a slash at its end. */ publicUrl?: string | undefined }

export class OutboxSender {
  constructor(private readonly given: Dependencies) {}

  /** Sends what is due; answers how many messages were taken up. Never throws for what a message or its server does. */
  async sendDue(): Promise<number> {
    for (let n = 0; n < AT_ONCE; n += 1) {
      const doc = await this.take();
      if (!doc) return n;
      await this.deliver(doc);
    }
    return AT_ONCE;
  }

  /** The claim is one write of the database: two senders never take the same message at the same time. */
  private async take(): Promise<OutboxDoc | undefined> {
    const now = this.now();
    const due = { state: { $in: ['waiting' as const, 'sending' as const] }, nextAt: { $lte: now } };
    const found = await this.given.context.store.outbox.findOneAndUpdate(due, { $set: { state: 'sending', nextAt: new Date(now.getTime() + LEASE_MS) }, $inc: { attempts: 1 } }, { sort: { nextAt: 1 }, returnDocument: 'after' }).lean();
    return found ?? undefined;
  }

  private async deliver(doc: OutboxDoc): Promise<void> {
    const adapter = this.given.adapters[doc.channel];
    if (!adapter) { await this.settle(doc, { state: 'skipped' }); return; }
    try {
      await adapter.send(await this.messageOf(doc));
      await this.settle(doc, { state: 'sent', sentAt: this.now() });
    } catch (error) {
      await this.failed(doc, error as Error);
    }
  }

  private async failed(doc: OutboxDoc, error: Error): Promise<void> {
    const forGood = error instanceof RefusedForGood || doc.attempts >= MOST_ATTEMPTS;
    const pause = Math.min(MINUTE_MS * 2 ** (doc.attempts - 1), LONGEST_PAUSE_MS);
    this.given.log.warn({ message: doc._id, attempts: doc.attempts, why: error.message }, forGood ? 'a message to an applicant could not be sent' : 'a message to an applicant is tried again later');
    await this.settle(doc, { state: forGood ? 'failed' : 'waiting', nextAt: new Date(this.now().getTime() + pause), error: error.message.slice(0, 500) });
  }

  private async settle({ _id, attempts }: OutboxDoc, set: Partial<OutboxDoc>): Promise<void> {
    // Only as long as nobody else has taken it up meanwhile.
    await this.given.context.store.outbox.updateOne({ _id, state: 'sending', attempts }, { $set: set, ...(set.error === undefined ? { $unset: { error: '' } } : {}) });
  }

  private async messageOf(doc: OutboxDoc): Promise<Parameters<MessageAdapter['send']>[0]> {
    const { directory, settings, tracking } = this.given.context;
    await settings.upToDate();
    const { publicUrl } = this.given;
    const around: Around = { agencyName: directory.agencyName(doc.agencyId), deskName: directory.deskOf(doc.agencyId), ...(publicUrl ? { link: `${publicUrl}${tracking.pathOf(doc.dossierNo)}` } : {}) };
    const language = settings.get('notice.language', { agencyId: doc.agencyId });
    const words = doc.channel === 'email' ? letterWords(doc, around, language) : { subject: doc.dossierNo, text: shortWords(doc, around, language) };
    return { id: createHash('sha256').update(doc._id).digest('hex').slice(0, 32), to: doc.to, ...words };
  }

  private now(): Date {
    return this.given.context.now();
  }
}
