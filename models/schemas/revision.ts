/**
 * The life of a version as a controlled document: who put it forward, what was said of it, who approved it, by which decision it was
 * announced, from which day it is in force and how it ended. One document, so that each act is one write; every act is kept as well as a
 * document that never changes, which the trail seals.
 */
import { Schema } from 'mongoose';

/** `returned`: back with its author, who may change the draft; `replaced`: a later version is in force. */
export type RevisionState = 'inReview' | 'returned' | 'approved' | 'announced' | 'inForce' | 'replaced' | 'withdrawn';
/** `issued`: the whole way in one go, where a setting allows it. */
export type RevisionAct = 'submitted' | 'returned' | 'reviewed' | 'approved' | 'announced' | 'issued' | 'inForce' | 'replaced' | 'withdrawn';
/** `by` is absent where nobody did it: a day had come. */
export interface RevisionStep { act: RevisionAct; at: Date; by?: string; note?: string }
/** Days as YYYY-MM-DD. */
export interface Decision { number: string; date: string; signatory: string; position?: string }
export interface ReviewAnswer { at: Date; by: string; text: string }
/** Of an element of the drawing, or of the whole. */
export interface ReviewComment { id: string; element?: string; text: string; at: Date; by: string; answers: ReviewAnswer[]; resolved?: { at: Date; by: string } }
/** What every controlled document lives through: a version of a procedure, or another document of the quality system. */
export interface ControlledLife {
  agencyId: string; version: number; state: RevisionState;
  /** Counts the writes: two people cannot both act on what only one of them has seen. */
  seq: number;
  note?: string; authors: string[]; history: RevisionStep[]; comments: ReviewComment[]; decision?: Decision; /** YYYY-MM-DD. */ inForceFrom?: string;
}
/** `_id`: procedure and version, as of the version itself. */
export interface RevisionDoc extends ControlledLife { _id: string; procedureId: string; xml: string; etag: string }
export interface RevisionStepDoc extends RevisionStep { _id: string; procedureId: string; agencyId: string; version: number; decision?: Decision; inForceFrom?: string }

const part = { _id: false } as const;
const strict = { strict: 'throw', versionKey: false } as const;
export const decisionField = { type: new Schema<Decision>({ number: String, date: String, signatory: String, position: String }, part), default: undefined };
export const stepFields = { act: String, at: Date, by: String, note: String } as const;
const told = { at: Date, by: String } as const;
const comment = new Schema<ReviewComment>({
  id: String, element: String, text: String, ...told, answers: [new Schema<ReviewAnswer>({ ...told, text: String }, part)], resolved: { type: new Schema<NonNullable<ReviewComment['resolved']>>(told, part), default: undefined },
}, part);
export const lifeFields = {
  agencyId: { type: String, required: true }, version: { type: Number, required: true }, state: { type: String, required: true }, seq: Number,
  note: String, authors: [String], history: [new Schema<RevisionStep>(stepFields, part)], comments: [comment], decision: decisionField, inForceFrom: String,
} as const;

export const revisionSchema = new Schema<RevisionDoc>({
  _id: String, procedureId: { type: String, required: true }, ...lifeFields, xml: { type: String, required: true }, etag: String,
}, { ...strict, collection: 'procedureRevisions' });
revisionSchema.index({ procedureId: 1, version: -1 }, { unique: true });
revisionSchema.index({ state: 1, inForceFrom: 1 });

export const revisionStepSchema = new Schema<RevisionStepDoc>({
  _id: String, procedureId: { type: String, required: true }, agencyId: { type: String, required: true }, version: Number, ...stepFields, decision: decisionField, inForceFrom: String,
}, { ...strict, collection: 'revisionSteps' });
revisionStepSchema.index({ procedureId: 1, version: 1 });
// The sweep of the trail asks for what came since the last one.
revisionStepSchema.index({ at: 1 });
