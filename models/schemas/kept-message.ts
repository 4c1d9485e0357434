/** Messages that dossiers have thrown and nobody waited for yet. */
import { Schema } from 'mongoose';

export interface KeptMessageDoc {
  /** Dossier and delivery: the same message is kept once. */
  _id: string; dossierId: string; deliveryId: string; name: string; key?: unknown; data: Record<string, unknown>; at: Date;
  /** Not handed over after that. */
  until: Date;
  /** The dossier that it is being handed to, and since when: whoever finds it old asks that dossier first. */
  claimedBy?: string; claimedAt?: Date;
}

export const keptMessageSchema = new Schema<KeptMessageDoc>({
  _id: String, dossierId: String, deliveryId: String, name: String, key: Schema.Types.Mixed, data: Schema.Types.Mixed, at: Date, until: Date, claimedBy: String, claimedAt: Date,
}, { strict: 'throw', versionKey: false, minimize: false, collection: 'keptMessages' });
keptMessageSchema.index({ name: 1, at: 1 });
keptMessageSchema.index({ until: 1 });
