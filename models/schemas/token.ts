/** What programs show in place of a person's sign-in. */
import { Schema } from 'mongoose';
import type { Scope } from '../../server/contract.js';

export const SCOPES = ['dossiers:read', 'dossiers:write', 'procedures:read', 'procedures:write', 'reports:read', 'calendars:read'] as const satisfies readonly Scope[];

/** Under a hash of the token. A program acts as a member of staff (often one that stands for the program), within the scopes. */
export interface TokenDoc {
  _id: string; /** Names it in lists. */ ref: string; name: string; personId: string; agencyId: string; scopes: Scope[];
  madeAt: Date; madeBy: string; expiresAt: Date; revokedAt?: Date; revokedBy?: string; usedAt?: Date;
}
export const tokenSchema = new Schema<TokenDoc>({
  _id: String, ref: { type: String, required: true }, name: String, personId: { type: String, required: true }, agencyId: { type: String, required: true }, scopes: [String],
  madeAt: Date, madeBy: String, expiresAt: Date, revokedAt: Date, revokedBy: String, usedAt: Date,
}, { strict: 'throw', versionKey: false, collection: 'tokens' });
tokenSchema.index({ ref: 1 }, { unique: true });
tokenSchema.index({ agencyId: 1, madeAt: -1 });
