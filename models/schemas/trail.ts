/** The proof of what was done: who asked for what, and blocks that chain the hashes of everything kept about it. */
import { Schema } from 'mongoose';

/** A request that changed something, or that showed personal data. What a dossier's step changed is in its own log. */
export interface TrailEntryDoc {
  /** Sorts by time. */
  _id: string;
  agencyId: string; at: Date; kind: 'change' | 'read'; by: string; position: string;
  /** Method and address without the query, which may hold names. */
  action: string; requestId: string; /** Public part of the token of the program that asked in the person's name. */ program?: string; commandId?: string; reason?: string;
}
export const trailEntrySchema = new Schema<TrailEntryDoc>({
  _id: String, agencyId: { type: String, required: true }, at: Date, kind: String, by: String, position: String, action: String, requestId: String, program: String, commandId: String, reason: String,
}, { strict: 'throw', versionKey: false, collection: 'trail' });
trailEntrySchema.index({ agencyId: 1, _id: 1 });
// A start asks for what came since the last one.
trailEntrySchema.index({ at: 1 });

/** Collections whose documents are never altered, so that a hash holds for good. */
export const SOURCES = ['log', 'trail', 'organisationChanges', 'ruleChanges', 'calendarVersions', 'calendarAssignments', 'procedureVersions', 'revisionSteps', 'signedDocuments', 'improvementSteps', 'qualityLinks', 'declarations', 'documentSteps', 'documentReads', 'erasures'] as const;
export type Source = typeof SOURCES[number];
/** `hash`: SHA-256 in hexadecimal of the document's canonical JSON. */
export interface SealedItem { source: Source; id: string; hash: string }
/** `prev`: hash of the block before, 64 zeros in the first. The id makes two writers of one number clash. */
export interface TrailBlockDoc { _id: string; agencyId: string; n: number; at: Date; prev: string; items: SealedItem[]; hash: string }
export const trailBlockSchema = new Schema<TrailBlockDoc>({
  _id: String, agencyId: { type: String, required: true }, n: { type: Number, required: true }, at: Date, prev: String, items: [{ type: { source: String, id: String, hash: String }, _id: false }], hash: String,
}, { strict: 'throw', versionKey: false, collection: 'trailBlocks' });
trailBlockSchema.index({ agencyId: 1, n: 1 }, { unique: true });
trailBlockSchema.index({ at: 1 });
