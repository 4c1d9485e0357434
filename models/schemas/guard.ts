/** What keeps the public pages safe: keys of our own, and how often somebody has tried. */
import { Schema } from 'mongoose';

/** A key made at the first start, which outlives restarts and changes of the session secret. */
export interface SecretDoc { _id: string; value: string; madeAt: Date }
export const secretSchema = new Schema<SecretDoc>({ _id: String, value: { type: String, required: true }, madeAt: Date }, { strict: 'throw', versionKey: false, collection: 'secrets' });

/** Written by rate-limiter-flexible; the unique key makes several processes count together. */
export interface TryDoc { key: string; points: number; expire: Date | null }
export const trySchema = new Schema<TryDoc>({ key: { type: String, required: true }, points: Number, expire: Date }, { strict: 'throw', versionKey: false, collection: 'tries' });
trySchema.index({ key: 1 }, { unique: true });
trySchema.index({ expire: 1 });
