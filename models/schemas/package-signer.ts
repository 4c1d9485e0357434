/** Keys by which packages were signed that were taken in here. Never altered: a key is known by the publisher that its first package named. */
import { Schema } from 'mongoose';

/** `_id`: fingerprint of the key. */
export interface PackageSignerDoc { _id: string; name: string; at: Date; by: string }

export const packageSignerSchema = new Schema<PackageSignerDoc>({ _id: String, name: { type: String, required: true }, at: Date, by: String }, { strict: 'throw', versionKey: false, collection: 'packageSigners' });
