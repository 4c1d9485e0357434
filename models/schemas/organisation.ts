/** Agencies, their departments and the people who work there. */
import { Schema } from 'mongoose';

/** A public service unit (a hospital, a school) handles procedures of its own without being an office of the state administration. */
export type AgencyKind = 'administrative' | 'publicServiceUnit';
export interface AgencyDoc { _id: string; name: string; level?: string; /** Default: administrative. */ kind?: AgencyKind; /** First part of dossier numbers. */ code: string }
export interface DepartmentDoc { _id: string; name: string; agencyId: string; oneStop: boolean; headcount?: number }
export interface StaffDoc {
  _id: string; name: string; position: string; agencyId: string; departmentIds: string[]; roles: string[];
  /** People are never deleted: what they did keeps its name. */
  active: boolean;
}
export interface RoleDoc { _id: string; name: string }

const strict = { strict: 'throw', versionKey: false } as const;

export const agencySchema = new Schema<AgencyDoc>({ _id: String, name: { type: String, required: true }, level: String, kind: String, code: { type: String, required: true } }, { ...strict, collection: 'agencies' });
export const departmentSchema = new Schema<DepartmentDoc>({
  _id: String, name: { type: String, required: true }, agencyId: { type: String, required: true }, oneStop: Boolean, headcount: Number,
}, { ...strict, collection: 'departments' });
export const staffSchema = new Schema<StaffDoc>({
  _id: String, name: { type: String, required: true }, position: String, agencyId: { type: String, required: true },
  departmentIds: [String], roles: [String], active: { type: Boolean, default: true },
}, { ...strict, collection: 'staff' });
export const roleSchema = new Schema<RoleDoc>({ _id: String, name: String }, { ...strict, collection: 'roles' });
