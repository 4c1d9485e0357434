/** What applicants say of a service that has been done: one for each dossier. */
import { Schema } from 'mongoose';

export interface RatingDoc {
  /** Id of the dossier: another answer takes the place of the first. */
  _id: string; dossierNo: string; procedureId: string; procedureName: string; /** As of the dossier: who may see it. */ agencies: string[];
  /** Departments that did a step of it. */
  departmentIds: string[];
  /** 1 to 5, the best. */
  score: number; comment?: string; at: Date;
}
export const ratingSchema = new Schema<RatingDoc>({
  _id: String, dossierNo: String, procedureId: { type: String, required: true }, procedureName: String, agencies: [String], departmentIds: [String],
  score: { type: Number, required: true }, comment: String, at: { type: Date, required: true },
}, { strict: 'throw', versionKey: false, collection: 'ratings' });
ratingSchema.index({ agencies: 1, at: -1, _id: 1 });
