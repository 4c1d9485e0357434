/** That personal data of a dossier were erased, by which rule and when: kept for good, and sealed, so that nothing can be called erased in secret. */
import { Schema } from 'mongoose';
import type { RetentionRule } from '../../server/contract.js';
import type { SealedItem } from './trail.js';

/** How much of each kind was found. */
export interface ErasedKinds { applicant: number; fields: number; texts: number; files: number; messages: number }
export interface ErasureDoc {
  /** Id of the dossier. */
  _id: string; dossierNo: string; procedureId: string; agencyId: string; at: Date; /** Whoever ran the command; absent: by itself. */ by?: string; closedAt: Date;
  rule: RetentionRule; kinds: ErasedKinds;
  /** Sealed documents that now say less: their hashes before and after. */
  altered: (Pick<SealedItem, 'source' | 'id'> & { before: string; after: string })[];
  /** All of it has been carried out; absent after a break, from which the next run goes on. */
  doneAt?: Date;
}

export const erasureSchema = new Schema<ErasureDoc>({
  _id: String, dossierNo: String, procedureId: String, agencyId: { type: String, required: true }, at: Date, by: String, closedAt: Date,
  rule: Schema.Types.Mixed, kinds: Schema.Types.Mixed, altered: Schema.Types.Mixed, doneAt: Date,
}, { strict: 'throw', versionKey: false, collection: 'erasures' });
erasureSchema.index({ agencyId: 1, at: -1, _id: 1 });
