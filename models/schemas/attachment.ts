/** Files of a dossier: what is stored, and what is still coming in, piece by piece. */
import { Schema } from 'mongoose';

export interface AttachmentDoc {
  /** Also the name of the bytes in the file store. */
  _id: string; dossierId: string; /** Type of the dossier part it is. */ part?: string;
  name: string; mediaType: string; size: number; /** Of the bytes, hexadecimal. */ sha256: string; at: Date; by: string;
  /** The bytes are gone; that there was such a file stays. */
  removed?: { at: Date; by: string; reason: string };
}
/** `offset`: bytes that have come so far. */
export interface UploadDoc { _id: string; dossierId: string; part?: string; name: string; size: number; offset: number; at: Date; by: string }
export interface UploadPieceDoc { _id: string; upload: string; offset: number; data: Buffer }

const strict = { strict: 'throw', versionKey: false } as const;

export const attachmentSchema = new Schema<AttachmentDoc>({
  _id: String, dossierId: { type: String, required: true }, part: String, name: { type: String, required: true }, mediaType: String, size: Number, sha256: String, at: Date, by: String,
  removed: { type: { at: Date, by: String, reason: String }, _id: false, default: undefined },
}, { ...strict, collection: 'attachments' });
attachmentSchema.index({ dossierId: 1, at: 1 });
// The sweep of the figures asks for what has come and gone since the last one.
attachmentSchema.index({ at: 1 });
attachmentSchema.index({ 'removed.at': 1 }, { sparse: true });

export const uploadSchema = new Schema<UploadDoc>({
  _id: String, dossierId: { type: String, required: true }, part: String, name: String, size: Number, offset: Number, at: Date, by: String,
}, { ...strict, collection: 'uploads' });
uploadSchema.index({ dossierId: 1 });

export const uploadPieceSchema = new Schema<UploadPieceDoc>({ _id: String, upload: { type: String, required: true }, offset: Number, data: Buffer }, { ...strict, collection: 'uploadPieces' });
uploadPieceSchema.index({ upload: 1, offset: 1 });
