/** Reads and writes improvement records: an act is one write, refused when somebody has written meanwhile. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../directory.js';
import { deskDay } from '../desk.js';
import { Refusal } from '../problem.js';
import { ofAgency } from '../rights.js';
import type { ImprovementDoc, ImprovementStep } from '../schemas/improvement.js';
import { isDuplicate, type Store } from '../store.js';

/** So often a number is tried that somebody else takes at the same moment. */
const TRIES = 20;
type Opening = Omit<ImprovementDoc, '_id' | 'no' | 'seq' | 'history'>;

export class ImprovementRecords {
  constructor(private readonly store: Store) {}

  /** Another agency's is unknown. */
  async find(actor: Actor, id: string): Promise<ImprovementDoc> {
    const found = await this.store.improvements.findOne({ _id: id, agencyId: ofAgency(actor) }).lean();
    if (!found) throw new Refusal('unknown-improvement', `no improvement record ${id}`);
    return found;
  }

  /** Under the next number of the agency and the year, such as CT-2026-007. */
  async insert(opening: Opening, step: ImprovementStep): Promise<ImprovementDoc> {
    const head = `CT-${deskDay(opening.openedAt).slice(0, 4)}-`;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const [last] = await this.store.improvements.find({ agencyId: opening.agencyId, no: { $gte: head, $lt: `${head}~` } }, { no: 1 }).sort({ no: -1 }).limit(1).lean();
      const no = `${head}${String(Number(last?.no.slice(head.length) ?? 0) + 1).padStart(4, '0')}`;
      const doc: ImprovementDoc = { ...opening, _id: randomUUID(), no, seq: 1, history: [step] };
      try {
        await this.store.improvements.create(doc);
        await this.keepSteps(doc);
        return doc;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    }
    throw new Refusal('stale', 'too many records are being opened at the same time');
  }

  /** Throws Refusal stale when it is no longer as it was read. */
  async write(doc: ImprovementDoc, change: Partial<ImprovementDoc>, step: ImprovementStep): Promise<ImprovementDoc> {
    const next: Partial<ImprovementDoc> = { ...change, history: [...doc.history, step], seq: doc.seq + 1 };
    const written = await this.store.improvements.updateOne({ _id: doc._id, seq: doc.seq }, { $set: next });
    if (written.matchedCount === 0) throw new Refusal('stale', 'somebody else has acted on this record meanwhile');
    const now = { ...doc, ...next };
    await this.keepSteps(now);
    return now;
  }

  /** Each act as a document of its own, for the trail. What a process that died has left out comes with the next act. */
  private async keepSteps({ _id, agencyId, history }: ImprovementDoc): Promise<void> {
    const kept = new Set((await this.store.improvementSteps.find({ improvementId: _id }, { _id: 1 }).lean()).map((each) => each._id));
    for (const [n, step] of history.entries()) {
      if (kept.has(`${_id}:${n}`)) continue;
      await this.store.improvementSteps.create({ ...step, _id: `${_id}:${n}`, improvementId: _id, agencyId }).catch((error: unknown) => { if (!isDuplicate(error)) throw error; });
    }
  }
}
