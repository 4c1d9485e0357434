/**
 * The documents of the quality system beside the procedures: policy, objectives, manual, instructions, forms. A draft that is written,
 * revisions that live like versions of procedures, and who has read what. Every act, and every reading, is a document that never
 * changes, which the trail seals.
 */
import { Schema } from 'mongoose';
import { decisionField, lifeFields, stepFields, type ControlledLife, type Decision, type RevisionStep } from './revision.js';

export type DocumentKind = 'policy' | 'objectives' | 'manual' | 'systemProcedure' | 'instruction' | 'form' | 'other';
/** Text with headings, lists and tables: a node of ProseMirror's JSON, of the few kinds that server/rich-text.ts lets in. */
export interface RichNode { type: string; attrs?: Record<string, string | number | null>; content?: RichNode[]; text?: string; marks?: { type: string }[] }
/** What the kept figures can tell. */
export type ObjectiveMeasure = 'onTimeShare' | 'earlyShare' | 'meanHours' | 'supplementShare' | 'resolved' | 'satisfaction';
/** Shares 0 to 1, office hours, dossiers, points from 1 to 5. */
export interface Objective { text: string; measure: ObjectiveMeasure; target: number; year: number }
/** `id`: of the bytes in the file store. */
export interface DocumentFile { id: string; name: string; mediaType: string; size: number; sha256: string }
/** A text or a file; objectives in a document of that kind. */
export interface DocumentContent { text?: RichNode; file?: DocumentFile; objectives?: Objective[] }
/** `concerned`: departments whose people have to read it; none means the whole agency. */
export interface DocumentDraft { title: string; content: DocumentContent; concerned: string[]; authors: string[]; savedAt: Date; savedBy: string }
export interface QualityDocumentDoc {
  _id: string; agencyId: string; kind: DocumentKind; code: string; /** As it was first called. */ title: string; draft?: DocumentDraft;
  /** Counts the writes of the draft, for good: a page that was opened before cannot write over what came since. */
  seq: number;
}
/** Which revision is in force on a day follows from these: nothing waits for the day to come. */
export interface DocumentRevisionDoc extends ControlledLife {
  /** Document and version. */
  _id: string; documentId: string; title: string; code: string; kind: DocumentKind; content: DocumentContent; concerned: string[];
  /** Of the document when it was put forward. */
  draftSeq: number;
}
export interface DocumentStepDoc extends RevisionStep { _id: string; documentId: string; agencyId: string; version: number; decision?: Decision; inForceFrom?: string }
/** Read and understood: one for each revision and person. */
export interface DocumentReadDoc { _id: string; revisionId: string; documentId: string; agencyId: string; staffId: string; at: Date }

const strict = { strict: 'throw', versionKey: false } as const;
const part = { _id: false } as const;
const mixed = Schema.Types.Mixed;
const named = { agencyId: { type: String, required: true }, kind: { type: String, required: true }, code: { type: String, required: true }, title: { type: String, required: true } } as const;

export const qualityDocumentSchema = new Schema<QualityDocumentDoc>({
  _id: String, ...named, seq: Number,
  draft: { type: new Schema<DocumentDraft>({ title: String, content: mixed, concerned: [String], authors: [String], savedAt: Date, savedBy: String }, { ...part, minimize: false }), default: undefined },
}, { ...strict, collection: 'qualityDocuments', minimize: false });
qualityDocumentSchema.index({ agencyId: 1, code: 1 }, { unique: true });

export const documentRevisionSchema = new Schema<DocumentRevisionDoc>({
  _id: String, documentId: { type: String, required: true }, ...named, ...lifeFields, content: mixed, concerned: [String], draftSeq: Number,
}, { ...strict, collection: 'documentRevisions', minimize: false });
documentRevisionSchema.index({ documentId: 1, version: -1 }, { unique: true });
documentRevisionSchema.index({ agencyId: 1 });

export const documentStepSchema = new Schema<DocumentStepDoc>({
  _id: String, documentId: { type: String, required: true }, agencyId: { type: String, required: true }, version: Number, ...stepFields, decision: decisionField, inForceFrom: String,
}, { ...strict, collection: 'documentSteps' });
documentStepSchema.index({ documentId: 1, version: 1 });
// The sweep of the trail asks for what came since the last one.
documentStepSchema.index({ at: 1 });

export const documentReadSchema = new Schema<DocumentReadDoc>({
  _id: String, revisionId: { type: String, required: true }, documentId: String, agencyId: { type: String, required: true }, staffId: { type: String, required: true }, at: { type: Date, required: true },
}, { ...strict, collection: 'documentReads' });
documentReadSchema.index({ revisionId: 1 });
documentReadSchema.index({ at: 1 });
