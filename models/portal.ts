/** Changes of state on their way to the National Portal: noted where a step is recorded, when a portal is connected. */
import { portalState } from '../engine/casework/portal.js';
import type { SyncState } from '../server/contract.js';
import type { QueryContext } from './queries/context.js';
import type { PortalChangeDoc } from './schemas/portal-change.js';
import { isThere, type Store } from './store.js';

const UNSENT = ['waiting' as const, 'sending' as const];
/** Longer than a sender's own patience: whoever holds a change for this long is gone. */
const LEASE_MS = 120_000;

export class PortalChanges {
  constructor(private readonly given: Pick<QueryContext, 'store' | 'rules' | 'now'>) {}

  /** By the row as it is now; noting the same again changes nothing. */
  async note(dossierId: string): Promise<void> {
    const { store, rules, now } = this.given;
    const [doc, [last]] = await Promise.all([
      store.dossiers.findById(dossierId, { facts: 1, state: 1, seq: 1 }).lean(), store.portalChanges.find({ dossierId }, { portalState: 1, seq: 1 }).sort({ seq: -1 }).limit(1).lean(),
    ]);
    if (!doc) return;
    const number = portalState(rules.of(doc.facts).rules, doc.state);
    if (number === undefined || last?.portalState === number || (last && last.seq >= doc.seq)) return;
    const { dossierNo, procedureCode, agencyId } = doc.facts;
    const change: PortalChangeDoc = { _id: `${dossierId}:${doc.seq}`, dossierId, seq: doc.seq, dossierNo, procedureCode, agencyId, portalState: number, at: now(), state: 'waiting', attempts: 0, nextAt: now() };
    await store.portalChanges.collection.insertOne(change as never).catch((error: unknown) => { if (!isThere(error)) throw error; });
  }

  /** The next one that is due, claimed by one write; of one dossier never a later change before an earlier one. */
  async take(): Promise<PortalChangeDoc | undefined> {
    const { portalChanges } = this.given.store;
    for (;;) {
      const now = this.given.now();
      const due = { state: { $in: UNSENT }, nextAt: { $lte: now } };
      const found = await portalChanges.findOneAndUpdate(due, { $set: { state: 'sending', nextAt: new Date(now.getTime() + LEASE_MS) }, $inc: { attempts: 1 } }, { sort: { nextAt: 1, seq: 1 }, returnDocument: 'after' }).lean();
      if (!found) return undefined;
      const [before] = await portalChanges.find({ dossierId: found.dossierId, seq: { $lt: found.seq }, state: { $in: UNSENT } }, { nextAt: 1 }).sort({ seq: -1 }).limit(1).lean();
      if (!before) return found;
      await this.settle(found, { state: 'waiting', attempts: found.attempts - 1, nextAt: new Date(Math.max(before.nextAt.getTime(), now.getTime()) + 1) });
    }
  }

  /** Only as long as nobody else has taken it up meanwhile. */
  async settle({ _id, attempts }: PortalChangeDoc, set: Partial<PortalChangeDoc>): Promise<void> {
    await this.given.store.portalChanges.updateOne({ _id, state: 'sending', attempts }, { $set: set, ...(set.error === undefined ? { $unset: { error: '' } } : {}) });
  }
}

/** What the portal has of a dossier: by the newest change. `none`: it was never to be told. */
export async function syncOf(store: Store, dossierId: string): Promise<SyncState> {
  const [last] = await store.portalChanges.find({ dossierId }, { state: 1 }).sort({ seq: -1 }).limit(1).lean();
  if (!last) return 'none';
  return last.state === 'sent' || last.state === 'failed' ? last.state : 'pending';
}
