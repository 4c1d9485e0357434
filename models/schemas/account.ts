/** How people prove who they are, and where they are signed in. */
import { Schema } from 'mongoose';

/** Of a member of staff, by his id. `until`: a temporary password, which ends then and must be changed at the first sign-in. */
export interface PasswordDoc { _id: string; hash: string; setAt: Date; setBy: string; until?: Date }
export const passwordSchema = new Schema<PasswordDoc>({
  _id: String, hash: { type: String, required: true }, setAt: Date, setBy: String, until: Date,
}, { strict: 'throw', versionKey: false, collection: 'passwords' });

/** What the session of a browser holds. */
export interface SignedIn {
  personId?: string;
  /** Names the session in lists; the id in the cookie is known to the browser alone. */
  ref?: string; signedInAt?: number; address?: string; agent?: string;
  /** A temporary password was given: nothing may be done but choosing another. */
  mustChange?: boolean;
  /** On the way to the provider of sign-ins. */
  leaving?: { state: string; nonce: string; verifier: string };
  /** Came from there; what the provider wants to see again when its session is ended too. */
  openId?: { idToken?: string };
}
/** Written by connect-mongo under a hash of the id that the browser has. */
export interface SessionDoc { _id: string; expires: Date; lastModified?: Date; session: SignedIn }
export const sessionSchema = new Schema<SessionDoc>({ _id: String, expires: Date, lastModified: Date, session: Schema.Types.Mixed }, { versionKey: false, collection: 'sessions' });
sessionSchema.index({ 'session.personId': 1 });
sessionSchema.index({ expires: 1 });
