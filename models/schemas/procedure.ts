/** Procedures, their published versions with the plans that dossiers run, and what the checks found in them. */
import { Schema } from 'mongoose';
import type { TimeUnit } from '../../engine/graph/types.js';
import type { Decision } from './revision.js';

export interface FindingCounts { error: number; warning: number; advice: number }
export interface DraftPart { xml: string; etag: string; savedAt: Date; savedBy: string }
export interface ProcedureDoc {
  _id: string; code: string; name: string; agencyId: string; field?: string; level?: string; search: string;
  limit?: { value: number; unit: TimeUnit };
  /** It comes in through a one-stop desk; an agency's own procedures are not for the public pages. */
  forApplicants?: boolean;
  currentVersion?: number; draft?: DraftPart; findings: FindingCounts;
}
export interface VersionDoc {
  _id: string; procedureId: string; version: number; xml: string; planHash: string;
  /** When and by whom it was announced. */
  publishedAt: Date; publishedBy: string; note?: string;
  /** YYYY-MM-DD; of one that was published before versions had a life of their own, the day of `publishedAt`. */
  inForceFrom?: string; decision?: Decision;
  /** Message names by which a new dossier of this version is started from outside, with the start event. */
  startMessages: { name: string; startEvent: string }[];
}
/** A plan as JSON text: ids of elements are keys in it, and a key may hold what a database key may not. */
export interface PlanDoc { _id: string; json: string }
export interface FindingDoc { _id: string; procedureId: string; version: number; check: string; severity: string; finding: unknown }

const strict = { strict: 'throw', versionKey: false } as const;

export const procedureSchema = new Schema<ProcedureDoc>({
  _id: String, code: { type: String, required: true }, name: { type: String, required: true }, agencyId: { type: String, required: true },
  field: String, level: String, search: String, limit: { type: { value: Number, unit: String }, _id: false },
  forApplicants: Boolean, currentVersion: Number, draft: { type: { xml: String, etag: String, savedAt: Date, savedBy: String }, _id: false },
  findings: { type: { error: Number, warning: Number, advice: Number }, _id: false },
}, { ...strict, collection: 'procedures' });

export const versionSchema = new Schema<VersionDoc>({
  _id: String, procedureId: { type: String, required: true }, version: { type: Number, required: true }, xml: { type: String, required: true },
  planHash: { type: String, required: true }, publishedAt: Date, publishedBy: String, note: String,
  inForceFrom: String, decision: { type: new Schema<Decision>({ number: String, date: String, signatory: String, position: String }, { _id: false }), default: undefined },
  startMessages: [{ type: { name: String, startEvent: String }, _id: false }],
}, { ...strict, collection: 'procedureVersions' });
versionSchema.index({ procedureId: 1, version: -1 }, { unique: true });

export const planSchema = new Schema<PlanDoc>({ _id: String, json: { type: String, required: true } }, { ...strict, collection: 'plans' });

export const findingSchema = new Schema<FindingDoc>({
  _id: String, procedureId: String, version: Number, check: String, severity: String, finding: Schema.Types.Mixed,
}, { ...strict, collection: 'findings', minimize: false });
findingSchema.index({ procedureId: 1, version: 1 });
