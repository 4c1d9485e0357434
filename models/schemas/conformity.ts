/** Declarations of conformity: each is a document that never changes, which the trail seals; the latest one counts. */
import { Schema } from 'mongoose';
import type { Decision } from './revision.js';

/** As it was when it was declared. */
export interface DeclaredProcedure { procedureId: string; code: string; name: string; version: number }
export interface DeclarationDoc {
  _id: string; agencyId: string; /** 1, 2, …: of the agency. */ n: number;
  /** The standard and its edition, as it is cited. */
  standard: string; decision: Decision; procedures: DeclaredProcedure[]; /** In force then, and not in the scope. */ leftOut: string[]; at: Date; by: string;
}

const part = { _id: false } as const;
export const declarationSchema = new Schema<DeclarationDoc>({
  _id: String, agencyId: { type: String, required: true }, n: { type: Number, required: true }, standard: String,
  decision: new Schema<Decision>({ number: String, date: String, signatory: String, position: String }, part), procedures: [new Schema<DeclaredProcedure>({ procedureId: String, code: String, name: String, version: Number }, part)], leftOut: [String], at: Date, by: String,
}, { strict: 'throw', versionKey: false, collection: 'conformityDeclarations' });
declarationSchema.index({ agencyId: 1, n: -1 }, { unique: true });
// The sweep of the trail asks for what came since the last one.
declarationSchema.index({ at: 1 });
