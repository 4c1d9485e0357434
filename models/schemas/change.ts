/** Hints for open screens: that something about a dossier has changed, and whom it may concern. Kept for minutes only. */
import { Schema } from 'mongoose';

export interface ChangeDoc {
  /** Sorts by time, over all processes: milliseconds, process, number. */
  _id: string;
  dossierId: string;
  /** Who may see the dossier; whose work it is or was; who holds or held it; who has been sent a notice. */
  agencies: string[]; departments: string[]; people: string[]; told: string[];
}

export const changeSchema = new Schema<ChangeDoc>({
  _id: String, dossierId: { type: String, required: true }, agencies: [String], departments: [String], people: [String], told: [String],
}, { strict: 'throw', versionKey: false, collection: 'changes' });
