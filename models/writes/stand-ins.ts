/** Setting and ending stand-ins; the rights are in models/rights.ts. */
import { randomUUID } from 'node:crypto';
import type { StandInRow } from '../../server/contract.js';
import type { Actor, Directory } from '../directory.js';
import { Refusal, wrongField } from '../problem.js';
import { mayArrangeFor } from '../rights.js';
import type { StandInDoc } from '../schemas/stand-in.js';
import type { Store } from '../store.js';
import type { StandIns } from '../stand-ins.js';

export interface NewStandIn { absent?: string | undefined; standIn: string; from: Date; to: Date; procedures?: string[] | undefined; reason?: string | undefined }
interface Dependencies { store: Store; directory: Directory; standIns: StandIns; now(): Date }
interface Asked { page: number; pageSize: number }

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 366;

export class StandInBook {
  constructor(private readonly given: Dependencies) {}

  /** Those that concern the person, and those of his agency that he may arrange: the newest first. */
  async list(actor: Actor, { page, pageSize }: Asked): Promise<{ items: StandInRow[]; total: number; page: number; pageSize: number }> {
    const { store, directory } = this.given;
    const arranged = directory.staffOf({ agencyId: actor.agencyId }).flatMap((id) => { const person = directory.known(id); return person && mayArrangeFor(actor, person) ? [id] : []; });
    const filter = { agencyId: actor.agencyId, $or: [{ absentId: { $in: [...new Set([actor.id, ...arranged])] } }, { standInId: actor.id }] };
    const [docs, total] = await Promise.all([store.standIns.find(filter).sort({ setAt: -1, _id: 1 }).skip((page - 1) * pageSize).limit(pageSize).lean(), store.standIns.countDocuments(filter)]);
    return { items: docs.map((doc) => this.rowOf(actor, doc)), total, page, pageSize };
  }

  async set(actor: Actor, { absent, standIn, from, to, procedures, reason }: NewStandIn): Promise<StandInRow> {
    const { directory, store, standIns, now } = this.given;
    const [away, other] = [directory.known(absent ?? actor.id), directory.known(standIn)];
    if (!away) throw wrongField('absent', 'is not known');
    if (!mayArrangeFor(actor, away)) throw new Refusal('forbidden', 'a stand-in is arranged by the person, the head or an administrator');
    if (!other || other.agencyId !== away.agencyId) throw wrongField('standIn', 'must work in the same agency');
    if (other.id === away.id) throw wrongField('standIn', 'must be another person');
    if (to <= from) throw wrongField('to', 'must be after the beginning');
    if (to <= now()) throw wrongField('to', 'must not be past');
    if (to.getTime() - from.getTime() > LONGEST_DAYS * DAY_MS) throw wrongField('to', `must be within ${LONGEST_DAYS} days`);
    const doc: StandInDoc = {
      _id: randomUUID(), absentId: away.id, standInId: other.id, agencyId: away.agencyId, from, to, ...(procedures ? { procedures } : {}), ...(reason ? { reason } : {}), setAt: now(), setBy: actor.id,
    };
    await store.standIns.create(doc);
    standIns.forget();
    return this.rowOf(actor, doc);
  }

  /** From now on; ending it again changes nothing. What was done meanwhile stays as it was done. */
  async end(actor: Actor, id: string): Promise<StandInRow> {
    const { store, directory, standIns, now } = this.given;
    const doc = await store.standIns.findOne({ _id: id, agencyId: actor.agencyId }).lean();
    const away = doc && directory.known(doc.absentId);
    if (!doc || !away || !(mayArrangeFor(actor, away) || doc.standInId === actor.id)) throw new Refusal('unknown-stand-in', 'there is no such stand-in');
    if (!mayArrangeFor(actor, away)) throw new Refusal('forbidden', 'whoever stands in does not end it');
    if (!doc.endedAt) await store.standIns.updateOne({ _id: id, endedAt: null }, { $set: { endedAt: now(), endedBy: actor.id } });
    standIns.forget();
    return this.rowOf(actor, { ...doc, endedAt: doc.endedAt ?? now(), endedBy: doc.endedBy ?? actor.id });
  }

  private rowOf(actor: Actor, doc: StandInDoc): StandInRow {
    const { directory } = this.given;
    const now = this.given.now();
    const away = directory.known(doc.absentId);
    const state = doc.endedAt || doc.to <= now ? 'ended' : doc.from > now ? 'planned' : 'inForce';
    return {
      id: doc._id, absent: doc.absentId, absentName: directory.staffName(doc.absentId), standIn: doc.standInId, standInName: directory.staffName(doc.standInId),
      from: doc.from.toISOString(), to: (doc.endedAt && doc.endedAt < doc.to ? doc.endedAt : doc.to).toISOString(), ...(doc.procedures ? { procedures: doc.procedures } : {}),
      ...(doc.reason ? { reason: doc.reason } : {}), state, setByName: directory.staffName(doc.setBy), ...(doc.endedBy ? { endedByName: directory.staffName(doc.endedBy) } : {}),
      mayEnd: state !== 'ended' && away !== undefined && mayArrangeFor(actor, away),
    };
  }
}
