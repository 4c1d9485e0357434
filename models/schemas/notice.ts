/** Notices to staff: what happened to a dossier that somebody should know of. */
import { Schema } from 'mongoose';

export type NoticeKind = 'reminder' | 'escalationHead' | 'escalationLeader' | 'apologyDrafted' | 'unanswered' | 'opinionAsked' | 'opinionAnswered' | 'opinionWithdrawn' | 'handedOver' | 'workAssigned' | 'monthlyReport' | 'versionWaits' | 'documentWaits';
export interface NoticeDoc {
  /** `{dossierId}:{number of the event}:{staffId}`: told once, however often the step is recorded. Without a dossier, `dossierNo` is what it is about. */
  _id: string; to: string; at: Date; kind: NoticeKind; dossierId: string; dossierNo: string; procedureName: string; steps: string[]; dueAt?: Date; text?: string;
  /** The version that waits, of a procedure or of a document of the quality system. */
  about?: { id: string; version: number };
  readAt?: Date;
}

export const noticeSchema = new Schema<NoticeDoc>({
  _id: String, to: { type: String, required: true }, at: Date, kind: String, dossierId: String, dossierNo: String, procedureName: String, steps: [String], dueAt: Date, text: String, about: { type: new Schema({ id: String, version: Number }, { _id: false }), default: undefined }, readAt: Date,
}, { strict: 'throw', versionKey: false, collection: 'notices' });
noticeSchema.index({ to: 1, at: -1, _id: 1 });
