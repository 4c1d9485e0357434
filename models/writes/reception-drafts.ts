/** A clerk's own drafts of reception; nobody else sees them, for they hold what applicants said before they applied. */
import type { ReceptionDraft, ReceptionDraftRow } from '../../server/contract.js';
import type { Actor } from '../directory.js';
import { Refusal } from '../problem.js';
import type { ReceptionDraftDoc } from '../schemas/reception-draft.js';
import { isThere, type Store } from '../store.js';

const MOST = 50;

export class ReceptionDrafts {
  constructor(private readonly store: Pick<Store, 'receptionDrafts'>, private readonly now: () => Date) {}

  async list(actor: Actor): Promise<ReceptionDraftRow[]> {
    const docs = await this.store.receptionDrafts.find({ staffId: actor.id }, { content: 0 }).sort({ savedAt: -1 }).limit(MOST).lean();
    return docs.map((doc) => ({ id: doc._id, procedureId: doc.procedureId, title: doc.title, savedAt: doc.savedAt.toISOString() }));
  }
  async find(actor: Actor, id: string): Promise<ReceptionDraft> {
    const doc = await this.store.receptionDrafts.findOne({ _id: id, staffId: actor.id }).lean();
    if (!doc) throw new Refusal('unknown-draft', 'there is no such draft');
    return { id: doc._id, procedureId: doc.procedureId, title: doc.title, savedAt: doc.savedAt.toISOString(), content: doc.content };
  }
  async save(actor: Actor, id: string, draft: Pick<ReceptionDraftDoc, 'procedureId' | 'title' | 'content'>): Promise<ReceptionDraftRow> {
    const { receptionDrafts } = this.store;
    const savedAt = this.now();
    const own = { _id: id, staffId: actor.id };
    if (!(await receptionDrafts.exists(own)) && await receptionDrafts.countDocuments({ staffId: actor.id }) >= MOST) throw new Refusal('too-many-drafts', `there are ${MOST} drafts already`);
    try {
      await receptionDrafts.updateOne(own, { $set: { ...draft, savedAt } }, { upsert: true });
    } catch (error) {
      // The id is that of somebody else's draft.
      if (isThere(error)) throw new Refusal('unknown-draft', 'there is no such draft');
      throw error;
    }
    return { id, procedureId: draft.procedureId, title: draft.title, savedAt: savedAt.toISOString() };
  }
  /** Nothing happens when there is none. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.store.receptionDrafts.deleteOne({ _id: id, staffId: actor.id });
  }
}
