/** Working calendars: who works by which, and every version of each as the file it was written in. */
import { Schema } from 'mongoose';
import type { CalendarFile } from '../../engine/calendar/types.js';

export interface CalendarDoc {
  _id: string;
  /** Number of the version in force; versions are never changed. */
  version: number;
  /** Id of the calendar whose holidays and make-up days hold here too. */
  base?: string;
  /** Ids of the agencies and of the departments that have worked by it from the beginning; a department goes before its agency. */
  agencies: string[]; departments: string[];
}
export interface CalendarVersionDoc {
  _id: string; calendarId: string; version: number; file: CalendarFile; savedAt: Date; savedBy: string; reason: string;
  /** Since when lists show due dates by it, and how many dossiers moved. */
  appliedAt?: Date; moved?: number;
}

/** Who works by which calendar from an instant on. Never altered: what is decided otherwise is another assignment. */
export interface CalendarAssignmentDoc {
  /** Consecutive. */
  _id: number;
  /** `agency:ID` or `department:ID`. */
  target: string;
  /** Absent: no calendar of its own, that of the agency or the common one counts. */
  calendarId?: string;
  from: Date; by: string; at: Date; reason: string;
}

/** A dossier that a correction concerns; written before anything is changed, so that an interrupted correction can be finished. */
export interface CalendarMoveDoc {
  _id: string; calendarId: string; version: number; dossierId: string; dossierNo: string; procedureName: string;
  /** The due date before and after; absent when the clock stands still, or when only timers are concerned. */
  from?: Date; to?: Date;
  /** Whether the date is another one. */
  moved: boolean;
  /** Who sees the dossier; absent in what was noted before it was asked for. */
  agencies?: string[];
  /** The dossier's own history has it, and its timers run by it. */
  told: boolean;
}

const strict = { strict: 'throw', versionKey: false } as const;

export const calendarSchema = new Schema<CalendarDoc>({
  _id: String, version: { type: Number, required: true }, base: String, agencies: [String], departments: [String],
}, { ...strict, collection: 'calendars' });

export const calendarVersionSchema = new Schema<CalendarVersionDoc>({
  _id: String, calendarId: { type: String, required: true }, version: { type: Number, required: true }, file: Schema.Types.Mixed,
  savedAt: Date, savedBy: String, reason: String, appliedAt: Date, moved: Number,
}, { ...strict, collection: 'calendarVersions', minimize: false });
export const calendarMoveSchema = new Schema<CalendarMoveDoc>({
  _id: String, calendarId: String, version: Number, dossierId: String, dossierNo: String, procedureName: String, from: Date, to: Date, moved: Boolean, told: Boolean, agencies: { type: [String], default: undefined },
}, { ...strict, collection: 'calendarMoves' });
export const calendarAssignmentSchema = new Schema<CalendarAssignmentDoc>({
  _id: Number, target: { type: String, required: true }, calendarId: String, from: { type: Date, required: true }, by: String, at: Date, reason: String,
}, { ...strict, collection: 'calendarAssignments' });
calendarMoveSchema.index({ calendarId: 1, version: 1, moved: 1, from: 1 });
calendarMoveSchema.index({ told: 1, calendarId: 1, version: 1 });
calendarVersionSchema.index({ calendarId: 1, version: -1 }, { unique: true });
