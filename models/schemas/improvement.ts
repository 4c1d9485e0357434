/**
 * Improvement records: what was found, its cause and owner, the version that shall remove it, what that would do and has done, and
 * the decision. One document, so that each act is one write; every act is kept as well as a document that never changes, which the
 * trail seals.
 */
import { Schema } from 'mongoose';
import type { Effect, Measure, Prediction, Verdict } from '../../engine/improvement/index.js';

export type ImprovementSource = 'drawing' | 'log' | 'audit' | 'complaint' | 'lateDossier';
export type ImprovementKind = 'nonconformity' | 'improvement';
/** `changing`: a draft was opened from it. */
export type ImprovementState = 'open' | 'planned' | 'changing' | 'kept' | 'rolledBack' | 'closed';
export type ImprovementAct = 'opened' | 'planned' | 'linked' | 'draftOpened' | 'predicted' | 'versionNamed' | 'measured' | 'kept' | 'rolledBack' | 'closed';
/** Why a dossier stands in a record: it shows what is wrong, or it is the audit, the corrective action or the review about it. */
export type DossierRelation = 'evidence' | 'audit' | 'correctiveAction' | 'review';

export interface ImprovementStep { act: ImprovementAct; at: Date; by: string; note?: string }
export interface LinkedDossier { dossierId: string; dossierNo: string; relation: DossierRelation }
/** Of the version in which it was found; `elements` of the drawing. */
export interface RecordedFinding { check: string; severity: string; message: string; suggestion?: string; version: number; elements: string[]; hoursPerYear?: number; dossiers?: number }
export interface ImprovementDoc {
  _id: string; no: string; agencyId: string; procedureId: string; procedureName: string; kind: ImprovementKind; source: ImprovementSource; state: ImprovementState; title: string;
  openedAt: Date; openedBy: string; owner: string; /** YYYY-MM-DD. */ dueDay: string; cause?: string; /** The measure by which the change will be judged. */ goal: Measure;
  finding?: RecordedFinding; dossiers: LinkedDossier[];
  /** The version that the draft was opened from, and what was done to it by itself. */
  base?: number; remedy?: { kind: string; changes: number; savedHours: number };
  predicted?: Prediction & { at: Date };
  /** The version that carries the change. */
  version?: number;
  measured?: Effect & { at: Date; verdict: Verdict; worse: Measure[]; tooYoung: number };
  /** The former version as a new one; absent while its draft goes its way. */
  restoredAs?: number;
  /** Counts the writes: two people cannot both act on what only one of them has seen. */
  seq: number;
  history: ImprovementStep[];
}
export interface ImprovementStepDoc extends ImprovementStep { _id: string; improvementId: string; agencyId: string }

const part = { _id: false } as const;
const strict = { strict: 'throw', versionKey: false } as const;
const mixed = Schema.Types.Mixed;
const step = { act: String, at: Date, by: String, note: String } as const;

export const improvementSchema = new Schema<ImprovementDoc>({
  _id: String, no: { type: String, required: true }, agencyId: { type: String, required: true }, procedureId: { type: String, required: true }, procedureName: String, kind: String, source: String, state: String, title: String,
  openedAt: Date, openedBy: String, owner: String, dueDay: String, cause: String, goal: String, finding: mixed, dossiers: [new Schema<LinkedDossier>({ dossierId: String, dossierNo: String, relation: String }, part)],
  base: Number, remedy: mixed, predicted: mixed, version: Number, measured: mixed, restoredAs: Number, seq: Number, history: [new Schema<ImprovementStep>(step, part)],
}, { ...strict, collection: 'improvements', minimize: false });
improvementSchema.index({ agencyId: 1, no: 1 }, { unique: true });
improvementSchema.index({ agencyId: 1, openedAt: -1, _id: 1 });
for (const field of ['state', 'source', 'procedureId', 'dossiers.dossierId'] as const) improvementSchema.index({ agencyId: 1, [field]: 1, openedAt: -1, _id: 1 });

export const improvementStepSchema = new Schema<ImprovementStepDoc>({ _id: String, improvementId: { type: String, required: true }, agencyId: { type: String, required: true }, ...step }, { ...strict, collection: 'improvementSteps' });
improvementStepSchema.index({ improvementId: 1 });
// The sweep of the trail asks for what came since the last one.
improvementStepSchema.index({ at: 1 });
