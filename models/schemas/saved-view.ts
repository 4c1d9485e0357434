/** Views of the work list that a person has named. */
import { Schema } from 'mongoose';

/** What the address of the list says: scope, filters, order, columns, density; short texts by name. */
export type ViewSearch = Record<string, string>;
export interface SavedViewDoc { /** `{staffId}:{name, folded}`: a name once for each person. */ _id: string; staffId: string; name: string; search: ViewSearch; savedAt: Date }

export const savedViewSchema = new Schema<SavedViewDoc>({
  _id: String, staffId: { type: String, required: true }, name: String, search: Schema.Types.Mixed, savedAt: Date,
}, { strict: 'throw', versionKey: false, collection: 'savedViews', minimize: false });
savedViewSchema.index({ staffId: 1, name: 1 });
