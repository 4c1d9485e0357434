/** A month of an agency as it was when the month was over: made once, and given as it was made. */
import { Schema } from 'mongoose';

export interface MonthlyReportDoc {
  /** `{agencyId}:{month}`: one for a month, however often it is asked for. */
  _id: string; agencyId: string;
  /** `YYYY-MM`. */
  month: string; at: Date;
  /** Absent: it came by itself. */
  by?: string; vi: Buffer; en: Buffer;
}
export const monthlyReportId = (agencyId: string, month: string): string => `${agencyId}:${month}`;

export const monthlyReportSchema = new Schema<MonthlyReportDoc>({
  _id: String, agencyId: { type: String, required: true }, month: { type: String, required: true }, at: Date, by: String, vi: Buffer, en: Buffer,
}, { strict: 'throw', versionKey: false, collection: 'monthlyReports' });
monthlyReportSchema.index({ agencyId: 1, month: -1 });
