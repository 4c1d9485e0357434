/** Figures of dossiers, kept small: what each dossier adds to them, and their sums by place and period. */
import { Schema } from 'mongoose';

/** Numbers by name; `name|step` where a step of the drawing is meant. */
export type Sums = Record<string, number>;
/** What one dossier adds to the figures, as last counted. */
export interface FigurePartDoc {
  _id: string; seq: number; /** Of the dossier, as last counted: they come and go without a step. */ files: number;
  /** Another one with each write, so that two servers that count at once find out. */
  rev: string;
  cells: string[]; shares: { cell: string; sums: Sums }[];
  /** Cells that have to be summed again because of the last write, and since when; absent when done. */
  pending?: string[]; pendingSince?: Date;
}
/**
 * Sums of one place in one period. `period` is a day `2026-11-30`, its month or year, or `now` for what is open.
 * `departmentId` is empty for dossiers, and names the department for work on them.
 */
export interface FigureDoc {
  _id: string; rev: string; period: string;
  /** The cell that this one is summed into; absent also when there is nothing to sum. */
  parent?: string;
  agencies: string[]; agencyId: string; departmentId: string; procedureId: string; version: number; channel: string; sums: Sums;
}

const strict = { strict: 'throw', versionKey: false, minimize: false } as const;
const mixed = Schema.Types.Mixed;

export const figurePartSchema = new Schema<FigurePartDoc>({ _id: String, seq: Number, files: Number, rev: String, cells: [String], shares: mixed, pending: { type: [String], default: undefined }, pendingSince: Date }, { ...strict, collection: 'figureParts' });
figurePartSchema.index({ cells: 1 });
figurePartSchema.index({ pendingSince: 1 }, { sparse: true });

export const figureSchema = new Schema<FigureDoc>({
  _id: String, rev: String, period: String, parent: String, agencies: [String], agencyId: String, departmentId: String, procedureId: String, version: Number, channel: String, sums: mixed,
}, { ...strict, collection: 'figures' });
figureSchema.index({ agencies: 1, departmentId: 1, period: 1 });
figureSchema.index({ departmentId: 1, period: 1 });
// For the embedded database, which finds by one field alone.
figureSchema.index({ period: 1 });
figureSchema.index({ parent: 1 }, { sparse: true });
