/** Messages to applicants on their way out: written with what they tell of, sent afterwards, kept with what became of them. */
import { Schema } from 'mongoose';

export type LetterKind = 'received' | 'supplement' | 'extended' | 'ready' | 'refused';
export type LetterChannel = 'email' | 'text';
/** `skipped`: no way to send was set up. `failed`: given up, until an operator tries again. */
export type LetterState = 'waiting' | 'sending' | 'sent' | 'failed' | 'skipped';
/** What a letter says beside the dossier's number and procedure; put into words when it is sent. */
export interface LetterFacts { dueAt?: Date; newDueAt?: Date; answerBy?: Date; parts?: string[]; reason?: string; ground?: string }
export interface OutboxDoc {
  /** `{dossierId}:{what happened}:{channel}`: told once, however often the step is recorded. */
  _id: string; channel: LetterChannel; to: string; kind: LetterKind; dossierId: string; dossierNo: string; procedureId: string; procedureName: string; agencyId: string; facts: LetterFacts; at: Date;
  state: LetterState; attempts: number;
  /** Not before; while it is being sent, the instant at which whoever sends it is taken to be gone. */
  nextAt: Date;
  sentAt?: Date; error?: string;
}

export const outboxSchema = new Schema<OutboxDoc>({
  _id: String, channel: String, to: String, kind: String, dossierId: String, dossierNo: String, procedureId: String, procedureName: String, agencyId: String, facts: Schema.Types.Mixed, at: Date,
  state: { type: String, required: true }, attempts: Number, nextAt: Date, sentAt: Date, error: String,
}, { strict: 'throw', versionKey: false, collection: 'outbox', minimize: false });
outboxSchema.index({ state: 1, nextAt: 1 });
outboxSchema.index({ agencyId: 1, state: 1, at: -1, _id: 1 });
outboxSchema.index({ agencyId: 1, at: -1, _id: 1 });
