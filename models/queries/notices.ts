/** A person's notices, the newest first. */
import type { NoticePage, NoticeRow } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import type { NoticeDoc } from '../schemas/notice.js';
import { skipOf, type Paging, type QueryContext } from './context.js';

export class NoticeQueries {
  constructor(private readonly context: Pick<QueryContext, 'store' | 'now'>) {}

  async list(actor: Actor, { unread, ...paging }: Paging & { unread?: boolean }): Promise<NoticePage> {
    const { notices } = this.context.store;
    const fresh = { to: actor.id, readAt: null };
    const filter = unread ? fresh : { to: actor.id };
    const [docs, total, open] = await Promise.all([
      notices.find(filter).sort({ at: -1, _id: 1 }).skip(skipOf(paging)).limit(paging.pageSize).lean(), notices.countDocuments(filter), notices.countDocuments(fresh),
    ]);
    return { items: docs.map(rowOf), total, page: paging.page, pageSize: paging.pageSize, unread: open };
  }

  /** All of them, or one; doing it again changes nothing. */
  async markRead(actor: Actor, id?: string): Promise<void> {
    await this.context.store.notices.updateMany({ to: actor.id, readAt: null, ...(id === undefined ? {} : { _id: id }) }, { $set: { readAt: this.context.now() } });
  }
}

function rowOf({ _id, at, readAt, dueAt, to: _to, ...rest }: NoticeDoc): NoticeRow {
  return { id: _id, at: at.toISOString(), read: readAt !== undefined, ...(dueAt ? { dueAt: dueAt.toISOString() } : {}), ...rest };
}
