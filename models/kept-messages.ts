/** Messages kept until somebody waits for them: each is handed over by one at a time, so that it arrives once. */
import type { Data, Json } from '../engine/graph/types.js';
import type { Delivery } from '../workflows/dossier/messages.js';
import type { KeptMessageDoc } from './schemas/kept-message.js';
import { isThere, type Store } from './store.js';

/** A claim this old is of a process that is gone. */
const STALE_MS = 60_000;
const AT_ONCE = 200;

export class KeptMessages {
  constructor(private readonly store: Store, private readonly now: () => Date) {}

  /** Does nothing when it is kept already. What has expired is let go of on the way. */
  async keep({ dossierId, id, name, key, data }: Delivery, until: Date): Promise<void> {
    await this.store.keptMessages.deleteMany({ until: { $lt: this.now() } });
    const doc: KeptMessageDoc = { _id: idOf(dossierId, id), dossierId, deliveryId: id, name, data: { ...data }, at: this.now(), until, ...(key === undefined ? {} : { key }) };
    try {
      await this.store.keptMessages.updateOne({ _id: doc._id }, { $setOnInsert: doc }, { upsert: true });
    } catch (error) {
      if (!isThere(error)) throw error;
    }
  }

  /** The oldest first; `names` limits it to what is waited for now. */
  async waiting(names?: readonly string[]): Promise<KeptMessageDoc[]> {
    return this.store.keptMessages.find({ until: { $gte: this.now() }, ...(names ? { name: { $in: [...names] } } : {}) }).sort({ at: 1, _id: 1 }).limit(AT_ONCE).lean();
  }

  /** False when another process is handing it over, or has done so. */
  async claim(id: string, receiver: string): Promise<boolean> {
    const free = [{ claimedAt: { $exists: false } }, { claimedAt: { $lt: new Date(this.now().getTime() - STALE_MS) } }];
    const claimed = await this.store.keptMessages.updateOne({ _id: id, $or: free }, { $set: { claimedBy: receiver, claimedAt: this.now() } });
    return claimed.modifiedCount > 0;
  }
  async release(id: string): Promise<void> {
    await this.store.keptMessages.updateOne({ _id: id }, { $unset: { claimedBy: '', claimedAt: '' } });
  }
  async handedOver(id: string): Promise<void> {
    await this.store.keptMessages.deleteOne({ _id: id });
  }
}

const idOf = (dossierId: string, deliveryId: string): string => `${dossierId}:${deliveryId}`;
export const deliveryOf = ({ dossierId, deliveryId, name, key, data }: KeptMessageDoc): Delivery =>
  ({ dossierId, id: deliveryId, kind: 'message', name, data: data as Data, ...(key === undefined || key === null ? {} : { key: key as Json }) });
