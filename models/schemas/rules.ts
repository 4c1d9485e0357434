/** Versions of the rules of the one-stop mechanism: each value with its legal basis and dates of effect. */
import { Schema } from 'mongoose';
import type { Json } from '../../engine/graph/types.js';

export interface RuleEntry {
  key: string; value: Json; basis: string;
  /** False while the basis is known from memory only. */
  confirmed: boolean;
  vi: string; en: string;
}
export interface RuleSetDoc {
  /** `{setId}:{version}` */
  _id: string; setId: string; version: number; from: Date; to?: Date;
  /** Absent: every agency without rules of its own. */
  agencies?: string[];
  name: { vi: string; en: string }; rules: RuleEntry[];
}

export const ruleSetSchema = new Schema<RuleSetDoc>({
  _id: String, setId: { type: String, required: true }, version: { type: Number, required: true }, from: Date, to: Date, agencies: { type: [String], default: undefined },
  name: { type: { vi: String, en: String }, _id: false }, rules: Schema.Types.Mixed,
}, { strict: 'throw', versionKey: false, collection: 'ruleSets' });
