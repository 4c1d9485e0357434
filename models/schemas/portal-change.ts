/** What the National Portal is to be told: a dossier's state by its numbers 1 to 10, an entry for each change, kept with what became of it. */
import { Schema } from 'mongoose';

/** `failed`: given up; what comes after it is sent all the same. */
export type PortalChangeState = 'waiting' | 'sending' | 'sent' | 'failed';
export interface PortalChangeDoc {
  /** `{dossierId}:{number of the event}` */
  _id: string; dossierId: string; seq: number; dossierNo: string; procedureCode: string; agencyId: string; portalState: number; at: Date;
  state: PortalChangeState; attempts: number;
  /** Not before; while it is being sent, the instant at which whoever sends it is taken to be gone. */
  nextAt: Date;
  error?: string;
}

export const portalChangeSchema = new Schema<PortalChangeDoc>({
  _id: String, dossierId: String, seq: Number, dossierNo: String, procedureCode: String, agencyId: String, portalState: Number, at: Date,
  state: { type: String, required: true }, attempts: Number, nextAt: Date, error: String,
}, { strict: 'throw', versionKey: false, collection: 'portalChanges' });
portalChangeSchema.index({ state: 1, nextAt: 1 });
portalChangeSchema.index({ dossierId: 1, seq: -1 });
portalChangeSchema.index({ agencyId: 1, at: -1, _id: 1 });
