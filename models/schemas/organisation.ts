/** Agencies, their departments and the people who work there. */
import { Schema } from 'mongoose';
import type { Place } from '../places/provinces.js';

/**
 * A public service unit (a hospital, a school) handles procedures of its own without being an office of the state administration; a vertical
 * agency (police, social insurance, land registration) is one that answers to its ministry and not to the locality.
 */
export type AgencyKind = 'administrative' | 'publicServiceUnit' | 'vertical';
/** `to`: its last day, and `successors` what continues it: agencies of an agency, departments of a department. */
interface Ending { to?: string; successors?: string[] }
export interface AgencyDoc extends Ending { _id: string; name: string; level?: string; /** Default: administrative. */ kind?: AgencyKind; /** First part of dossier numbers. */ code: string; /** The province it lies in. */ place?: Place }
/** A further post beside the first one: its roles hold in its department alone. Days as YYYY-MM-DD at the desk, both included. */
export interface PostDoc { departmentId: string; title: string; roles: string[]; from?: string; to?: string }
/** `revision` counts the changes by administrators; absent: none. */
export interface DepartmentDoc extends Ending { _id: string; name: string; agencyId: string; oneStop: boolean; headcount?: number; revision?: number }
export interface StaffDoc {
  _id: string; name: string; position: string; agencyId: string; departmentIds: string[]; roles: string[];
  posts?: PostDoc[];
  /** First and last day here, as those of a post. */
  from?: string; to?: string;
  /** People are never deleted: what they did keeps its name. */
  active: boolean;
  revision?: number;
}
export interface RoleDoc { _id: string; name: string }

const ending = { to: String, successors: { type: [String], default: undefined } } as const;
const strict = { strict: 'throw', versionKey: false } as const;

export const agencySchema = new Schema<AgencyDoc>({ _id: String, name: { type: String, required: true }, level: String, kind: String, code: { type: String, required: true }, place: { type: { code: String, at: String }, _id: false }, ...ending }, { ...strict, collection: 'agencies' });
export const departmentSchema = new Schema<DepartmentDoc>({
  _id: String, name: { type: String, required: true }, agencyId: { type: String, required: true }, oneStop: Boolean, headcount: Number, revision: Number, ...ending,
}, { ...strict, collection: 'departments' });
export const staffSchema = new Schema<StaffDoc>({
  _id: String, name: { type: String, required: true }, position: String, agencyId: { type: String, required: true },
  departmentIds: [String], roles: [String], posts: { type: [{ _id: false, departmentId: String, title: String, roles: [String], from: String, to: String }], default: undefined }, from: String, to: String,
  active: { type: Boolean, default: true }, revision: Number,
}, { ...strict, collection: 'staff' });
export const roleSchema = new Schema<RoleDoc>({ _id: String, name: String }, { ...strict, collection: 'roles' });

/** Who changed what of an agency, and why; `before` is absent for what was new. */
export interface OrganisationChangeDoc { _id: string; agencyId: string; at: Date; by: string; kind: 'agency' | 'department' | 'person'; target: string; before?: Record<string, unknown>; after: Record<string, unknown>; reason: string }
export const organisationChangeSchema = new Schema<OrganisationChangeDoc>({
  _id: String, agencyId: { type: String, required: true }, at: Date, by: String, kind: String, target: String, before: Schema.Types.Mixed, after: Schema.Types.Mixed, reason: String,
}, { ...strict, collection: 'organisationChanges' });
organisationChangeSchema.index({ agencyId: 1, at: -1 });
