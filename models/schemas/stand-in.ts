/** Who does whose work while that person is away. */
import { Schema } from 'mongoose';

export interface StandInDoc {
  _id: string; absentId: string; standInId: string; agencyId: string;
  /** From the first instant on, up to the second. */
  from: Date; to: Date;
  /** Ids; absent: all. */
  procedures?: string[];
  reason?: string; setAt: Date; setBy: string; endedAt?: Date; endedBy?: string;
}

export const standInSchema = new Schema<StandInDoc>({
  _id: String, absentId: { type: String, required: true }, standInId: { type: String, required: true }, agencyId: { type: String, required: true }, from: Date, to: Date,
  // No list means all: an empty one that nobody asked for would mean none.
  procedures: { type: [String], default: undefined }, reason: String, setAt: Date, setBy: String, endedAt: Date, endedBy: String,
}, { strict: 'throw', versionKey: false, collection: 'standIns' });
standInSchema.index({ to: 1 });
standInSchema.index({ agencyId: 1, setAt: -1, _id: 1 });
