/** What an agency prints on its letters beside their words. */
import { Schema } from 'mongoose';

export interface FormTemplateDoc {
  /** Id of the agency. */
  _id: string;
  /** The body above it, and its own name where letters bear another one. */
  superior?: string; name?: string; /** Where letters are dated. */ place?: string;
  /** Above the position of whoever signs, such as "TM. Ủy ban nhân dân". */
  onBehalf?: string;
  /** Signs what no person has signed yet. */
  signatory?: { as: string; name?: string };
  /** A PNG. */
  crest?: Buffer;
  changedAt: Date; changedBy: string;
}
export const formTemplateSchema = new Schema<FormTemplateDoc>({
  _id: String, superior: String, name: String, place: String, onBehalf: String, signatory: { type: { as: String, name: String }, _id: false, default: undefined }, crest: Buffer, changedAt: Date, changedBy: String,
}, { strict: 'throw', versionKey: false, collection: 'formTemplates' });
