/** Moves of running dossiers between two versions of a procedure: what was asked for, and what became of each dossier. */
import { Schema } from 'mongoose';
import type { MigrationPlan, MigrationProblem } from '../../engine/migration/types.js';

export interface MigrationDoc {
  /** The command id of whoever asked. */
  _id: string; procedureId: string; from: number; to: number; plan: MigrationPlan; at: Date; by: string; reason: string;
  stopOnError: boolean;
  /** Hash of what was asked: the same command id for something else is an error of the sender. */
  bodyHash: string;
  /** Dossiers named; absent: all that run on the version. */
  dossiers?: string[];
  /** Only dossiers that these see, the one that ordered it first; absent: ordered at the command line, of every agency. */
  agencies?: string[];
  /** The migration that this one takes back. */
  undoes?: string;
  finishedAt?: Date;
}

export interface MigrationResultDoc {
  /** Migration and dossier. */
  _id: string; migrationId: string; dossierId: string; dossierNo: string; moved: boolean;
  /** Why it was not moved, and what was lost on the way. */
  code?: string; problems: MigrationProblem[]; at: Date;
}

const strict = { strict: 'throw', versionKey: false, minimize: false } as const;
const mixed = Schema.Types.Mixed;

export const migrationSchema = new Schema<MigrationDoc>({
  _id: String, procedureId: { type: String, required: true }, from: Number, to: Number, plan: mixed, at: Date, by: String, reason: String, stopOnError: Boolean,
  bodyHash: String, dossiers: { type: [String], default: undefined }, agencies: { type: [String], default: undefined }, undoes: String, finishedAt: Date,
}, { ...strict, collection: 'migrations' });
migrationSchema.index({ procedureId: 1, at: -1 });
migrationSchema.index({ finishedAt: 1 });

export const migrationResultSchema = new Schema<MigrationResultDoc>({
  _id: String, migrationId: String, dossierId: String, dossierNo: String, moved: Boolean, code: String, problems: mixed, at: Date,
}, { ...strict, collection: 'migrationResults' });
migrationResultSchema.index({ migrationId: 1, moved: 1, _id: 1 });
