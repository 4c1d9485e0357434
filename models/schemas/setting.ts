/** Settings that somebody has changed; what nobody has changed has its default in models/settings. */
import { Schema } from 'mongoose';

export interface SettingDoc {
  /** `all`, `agency:ID` or `procedure:ID`, then the key. */
  _id: string; scope: string; key: string; value: unknown; changedAt: Date; changedBy: string; reason: string;
}

export const settingSchema = new Schema<SettingDoc>({
  _id: String, scope: { type: String, required: true }, key: { type: String, required: true }, value: Schema.Types.Mixed, changedAt: Date, changedBy: String, reason: String,
}, { strict: 'throw', versionKey: false, collection: 'settings', minimize: false });
