/** Working calendars: who works by which, and every version of each as the file it was written in. */
import { Schema } from 'mongoose';
import type { CalendarFile } from '../../engine/calendar/types.js';

export interface CalendarDoc {
  _id: string;
  /** Number of the version in force; versions are never changed. */
  version: number;
  /** Id of the calendar whose holidays and make-up days hold here too. */
  base?: string;
  /** Ids of the agencies and of the departments that work by it; a department goes before its agency. */
  agencies: string[]; departments: string[];
}
export interface CalendarVersionDoc {
  _id: string; calendarId: string; version: number; file: CalendarFile; savedAt: Date; savedBy: string; reason: string;
  /** Since when lists show due dates by it, and how many dossiers moved. */
  appliedAt?: Date; moved?: number;
}

const strict = { strict: 'throw', versionKey: false } as const;

export const calendarSchema = new Schema<CalendarDoc>({
  _id: String, version: { type: Number, required: true }, base: String, agencies: [String], departments: [String],
}, { ...strict, collection: 'calendars' });

export const calendarVersionSchema = new Schema<CalendarVersionDoc>({
  _id: String, calendarId: { type: String, required: true }, version: { type: Number, required: true }, file: Schema.Types.Mixed,
  savedAt: Date, savedBy: String, reason: String, appliedAt: Date, moved: Number,
}, { ...strict, collection: 'calendarVersions', minimize: false });
calendarVersionSchema.index({ calendarId: 1, version: -1 }, { unique: true });
