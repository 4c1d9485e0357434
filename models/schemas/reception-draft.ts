/** Dossiers that a clerk has begun to receive: kept until they are received or thrown away. */
import { Schema } from 'mongoose';

export interface ReceptionDraftDoc {
  /** Made by the page: the command id of the reception that it becomes. */
  _id: string; staffId: string; procedureId: string;
  /** For the list: the applicant's name so far. */
  title: string;
  /** What the form holds, as the page wrote it. */
  content: string; savedAt: Date;
}

export const receptionDraftSchema = new Schema<ReceptionDraftDoc>({
  _id: String, staffId: { type: String, required: true }, procedureId: String, title: String, content: String, savedAt: Date,
}, { strict: 'throw', versionKey: false, collection: 'receptionDrafts' });
receptionDraftSchema.index({ staffId: 1, savedAt: -1 });
