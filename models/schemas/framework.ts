/** Model frameworks: who publishes them and for whom, their versions, and which agency has adopted what of them. */
import { Schema } from 'mongoose';
import type { Answers, Guideline, Words } from '../../engine/framework/guideline.js';

/** `kinds` and `levels` of the agencies that it is for; an empty list: all. `sector`: of a vertical one. */
export interface FrameworkScope { kinds: string[]; levels: string[]; sector?: Words }
export interface FrameworkDoc {
  _id: string; title: Words; publisher: string;
  /** The publisher, where it is an agency of this installation; otherwise it came in a package: `origin` is the fingerprint of the key, `originId` its id where it was made. */
  agencyId?: string; origin?: string; originId?: string;
  scope: FrameworkScope; currentVersion: number;
}
/** `part`: of its bytes as base64 text. */
export interface SampleForm { name: string; fileName: string; part: string }
export interface Sample { code: string; name: string; part: string; /** Id of the part with the scenario of its ordinary run. */ script?: string; /** Blank forms; absent: none. */ forms?: SampleForm[] }
export interface TemplateDocument { id: string; name: string; part: string }
/** Never changed but by its withdrawal. `from`, `to`: YYYY-MM-DD, both included. `hash`: of all that it says. */
export interface FrameworkVersionDoc {
  _id: string; frameworkId: string; version: number; from: string; to?: string; note?: string; at: Date; by: string; hash: string;
  guideline: Guideline; samples: Sample[]; documents: TemplateDocument[]; withdrawn?: { at: Date; by: string; reason: string };
}
/** A drawing, a document, a scenario, a blank form: its id is the SHA-256 of its text, so that what is the same is kept once. */
export interface FrameworkPartDoc { _id: string; text: string }
/** A value that differs from the framework, as `{part} {attribute}`, with the reason that somebody gave for that value. */
export interface DeviationReason { id: string; value: string; reason: string; by: string; at: Date }
export interface AdoptedProcedure { code: string; procedureId: string; version: number; part: string; /** Of the agency, by those of the sample. */ departments: { sample: string; own: string }[]; reasons: DeviationReason[] }
export interface AdoptionDoc {
  _id: string; agencyId: string; frameworkId: string; version: number; hash: string; answers: Answers;
  /** The publisher may see figures of what is done by it. */
  shares: boolean; at: Date; by: string; procedures: AdoptedProcedure[];
}
export const adoptionId = (agencyId: string, frameworkId: string): string => `${agencyId}:${frameworkId}`;

const strict = { strict: 'throw', versionKey: false, minimize: false } as const;
const plain = { _id: false } as const;
const words = { vi: String, en: String };

export const frameworkSchema = new Schema<FrameworkDoc>({
  _id: String, title: words, publisher: { type: String, required: true }, agencyId: String, origin: String, originId: String,
  scope: { type: new Schema({ kinds: [String], levels: [String], sector: { type: new Schema(words, plain), default: undefined } }, plain) }, currentVersion: Number,
}, { ...strict, collection: 'frameworks' });

export const frameworkVersionSchema = new Schema<FrameworkVersionDoc>({
  _id: String, frameworkId: { type: String, required: true }, version: { type: Number, required: true }, from: { type: String, required: true }, to: String, note: String, at: Date, by: String, hash: String,
  guideline: Schema.Types.Mixed, samples: [new Schema<Sample>({ code: String, name: String, part: String, script: String, forms: { type: [new Schema<SampleForm>({ name: String, fileName: String, part: String }, plain)], default: undefined } }, plain)], documents: [new Schema<TemplateDocument>({ id: String, name: String, part: String }, plain)],
  withdrawn: { type: new Schema({ at: Date, by: String, reason: String }, plain), default: undefined },
}, { ...strict, collection: 'frameworkVersions' });
frameworkVersionSchema.index({ frameworkId: 1, version: -1 }, { unique: true });

export const frameworkPartSchema = new Schema<FrameworkPartDoc>({ _id: String, text: { type: String, required: true } }, { ...strict, collection: 'frameworkParts' });

export const adoptionSchema = new Schema<AdoptionDoc>({
  _id: String, agencyId: { type: String, required: true }, frameworkId: { type: String, required: true }, version: Number, hash: String, answers: Schema.Types.Mixed, shares: Boolean, at: Date, by: String,
  procedures: [new Schema<AdoptedProcedure>({
    code: String, procedureId: String, version: Number, part: String, departments: [new Schema({ sample: String, own: String }, plain)],
    reasons: [new Schema<DeviationReason>({ id: String, value: String, reason: String, by: String, at: Date }, plain)],
  }, plain)],
}, { ...strict, collection: 'adoptions' });
adoptionSchema.index({ frameworkId: 1 });
adoptionSchema.index({ agencyId: 1 });
