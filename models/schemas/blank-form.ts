/** Blank forms that applicants download: one file for each form that a procedure names. */
import { Schema } from 'mongoose';

export interface BlankFormDoc {
  /** Also the name of the bytes in the file store; another file is another id. */
  _id: string; procedureId: string; /** As the drawing names it at a required document. */ name: string;
  fileName: string; mediaType: string; size: number; sha256: string; at: Date; by: string;
}
export const blankFormSchema = new Schema<BlankFormDoc>({
  _id: String, procedureId: { type: String, required: true }, name: { type: String, required: true }, fileName: String, mediaType: String, size: Number, sha256: String, at: Date, by: String,
}, { strict: 'throw', versionKey: false, collection: 'blankForms' });
blankFormSchema.index({ procedureId: 1, name: 1 });
