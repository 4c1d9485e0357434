/** The rules of the one-stop mechanism as they come with the product, and what administrators have changed in them. */
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
  name: { vi: string; en: string }; rules: RuleEntry[];
}
/** One value from a date on. Never altered: another value, or none again, is another change. */
export interface RuleChangeDoc {
  /** Consecutive; with it a dossier names what was known when it was received. */
  _id: number;
  /** `all` or `agency:ID`; an agency's own value goes before that of all. */
  scope: string; key: string;
  /** Absent: from that date on nothing else holds than before the change. */
  value?: unknown; basis?: string; confirmed?: boolean;
  from: Date; by: string; at: Date; reason: string;
}

const strict = { strict: 'throw', versionKey: false } as const;

export const ruleSetSchema = new Schema<RuleSetDoc>({
  _id: String, setId: { type: String, required: true }, version: { type: Number, required: true }, from: Date, to: Date,
  name: { type: { vi: String, en: String }, _id: false }, rules: Schema.Types.Mixed,
}, { ...strict, collection: 'ruleSets' });
export const ruleChangeSchema = new Schema<RuleChangeDoc>({
  _id: Number, scope: { type: String, required: true }, key: { type: String, required: true }, value: Schema.Types.Mixed, basis: String, confirmed: Boolean,
  from: { type: Date, required: true }, by: String, at: Date, reason: String,
}, { ...strict, collection: 'ruleChanges', minimize: false });
