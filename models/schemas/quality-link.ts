/**
 * What a dossier of the quality system (internal audit, corrective action, management review) speaks of, beside improvement records:
 * procedures and documents that were looked at, the review pack of a period. Each link is a document that never changes, which the trail seals.
 */
import { Schema } from 'mongoose';
import type { DossierRelation } from './improvement.js';

export type QualityLinkKind = 'procedure' | 'document' | 'reviewPack';
/** `ref`: id of procedure or document, or the days of the pack as `YYYY-MM-DD..YYYY-MM-DD`; `version`: in force when it was linked. */
export interface QualityLinkDoc {
  /** Agency, dossier, kind and ref: the same link is made once. */
  _id: string; agencyId: string; dossierId: string; dossierNo: string; relation: DossierRelation; kind: QualityLinkKind; ref: string; title: string; version?: number; at: Date; by: string;
}

export const qualityLinkSchema = new Schema<QualityLinkDoc>({
  _id: String, agencyId: { type: String, required: true }, dossierId: { type: String, required: true }, dossierNo: String, relation: String, kind: String, ref: { type: String, required: true }, title: String, version: Number, at: Date, by: String,
}, { strict: 'throw', versionKey: false, collection: 'qualityLinks' });
qualityLinkSchema.index({ dossierId: 1, at: 1 });
qualityLinkSchema.index({ agencyId: 1, kind: 1, ref: 1, at: -1 });
// The sweep of the trail asks for what came since the last one.
qualityLinkSchema.index({ at: 1 });
