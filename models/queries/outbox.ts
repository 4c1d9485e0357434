/** Messages to applicants as an operator sees them. */
import type { OutboxCounts, OutboxRow, Page } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { maskedContact } from '../personal.js';
import { Refusal } from '../problem.js';
import { hasRole, visibleOutbox } from '../rights.js';
import type { LetterState, OutboxDoc } from '../schemas/outbox.js';
import { skipOf, type Paging, type QueryContext } from './context.js';

const STATES: readonly LetterState[] = ['waiting', 'sending', 'sent', 'failed', 'skipped'];

export class OutboxQueries {
  constructor(private readonly context: Pick<QueryContext, 'store' | 'now'>) {}

  async list(actor: Actor, { state, ...paging }: Paging & { state?: LetterState | undefined }): Promise<Page<OutboxRow> & { counts: OutboxCounts }> {
    requireOperator(actor);
    const { outbox } = this.context.store;
    const filter = { ...visibleOutbox(actor), ...(state ? { state } : {}) };
    const [docs, total, counts] = await Promise.all([
      outbox.find(filter).sort({ at: -1, _id: 1 }).skip(skipOf(paging)).limit(paging.pageSize).lean(), outbox.countDocuments(filter),
      Promise.all(STATES.map(async (each) => [each, await outbox.countDocuments({ ...visibleOutbox(actor), state: each })] as const)),
    ]);
    return { items: docs.map(rowOf), total, page: paging.page, pageSize: paging.pageSize, counts: Object.fromEntries(counts) as OutboxCounts };
  }

  /** From the beginning, now; what has been sent is not sent again. */
  async retry(actor: Actor, id: string): Promise<void> {
    requireOperator(actor);
    const again = { state: 'waiting' as const, attempts: 0, nextAt: this.context.now() };
    const written = await this.context.store.outbox.updateOne({ _id: id, ...visibleOutbox(actor), state: { $in: ['failed', 'skipped', 'waiting'] } }, { $set: again });
    if (written.matchedCount === 0) throw new Refusal('unknown-message', `no message ${id} that could be sent`);
  }

  /** For all agencies: what /readyz tells. */
  async totals(): Promise<{ waiting: number; failed: number }> {
    const count = (state: LetterState): Promise<number> => this.context.store.outbox.countDocuments({ state });
    const [waiting, failed] = await Promise.all([count('waiting'), count('failed')]);
    return { waiting, failed };
  }
}

function rowOf({ _id, channel, to, kind, dossierId, dossierNo, procedureName, at, state, attempts, nextAt, sentAt, error }: OutboxDoc): OutboxRow {
  return {
    id: _id, channel, to: maskedContact(to), kind, dossierId, dossierNo, procedureName, at: at.toISOString(), state, attempts, ...(state === 'waiting' ? { nextAt: nextAt.toISOString() } : {}),
    ...(sentAt ? { sentAt: sentAt.toISOString() } : {}), ...(error ? { error: error.replaceAll(to, maskedContact(to)) } : {}),
  };
}

function requireOperator(actor: Actor): void {
  if (!hasRole(actor, 'administrator')) throw new Refusal('forbidden', 'for administrators');
}
