/** The signed copy of an issued document: its bytes are kept once and given to everybody, so that one hash is true of all copies. Never altered; the trail seals it. */
import { Schema } from 'mongoose';

/** `isTest`: the certificate is one for trying out. `fingerprint`: of the certificate. Hashes are SHA-256, hex. */
export interface SignatureFacts { signer: string; subject: string; issuer: string; serial: string; fingerprint: string; isTest: boolean }
export interface SignedDocumentDoc extends SignatureFacts {
  /** The code that stands on the paper. */
  _id: string;
  /** Of the procedure; of the document of the quality system where `kind` says so. */
  procedureId: string; kind?: 'document'; version: number; agencyId: string;
  /** As the copy names itself: its code, what it is called, whose it is. */
  number: string; title: string; agency: string;
  /** The name of the bytes in the file store. */
  file: string; sha256: string; size: number; at: Date;
}
export const signedDocumentSchema = new Schema<SignedDocumentDoc>({
  _id: String, procedureId: { type: String, required: true }, kind: String, version: { type: Number, required: true }, agencyId: { type: String, required: true }, number: String, title: String, agency: String,
  file: String, sha256: String, size: Number, at: Date, signer: String, subject: String, issuer: String, serial: String, fingerprint: String, isTest: Boolean,
}, { strict: 'throw', versionKey: false, collection: 'signedDocuments' });
signedDocumentSchema.index({ procedureId: 1, version: 1 }, { unique: true });
signedDocumentSchema.index({ sha256: 1 });
signedDocumentSchema.index({ fingerprint: 1 });
// The sweep of the trail asks for what came since the last one.
signedDocumentSchema.index({ at: 1 });
