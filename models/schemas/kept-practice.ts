/** Figures of procedures as last computed, for what everybody asks first; by what was asked. */
import { Schema } from 'mongoose';

/** `value`: JSON, as a figure's key may hold any character. */
export interface KeptPracticeDoc { _id: string; at: Date; value: string }
export const keptPracticeSchema = new Schema<KeptPracticeDoc>({ _id: String, at: Date, value: String }, { strict: 'throw', versionKey: false, collection: 'keptPractice' });
