/** Agencies, departments and staff of the sample data, from procedures/organisation.json. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from 'mongoose';
import type { AgencyKind } from '../../models/schemas/organisation.js';
import type { Store } from '../../models/store.js';

interface OrganisationFile {
  agencies: { id: string; name: string; level?: string; kind?: AgencyKind }[];
  departments: { id: string; name: string; agency: string; oneStop?: boolean; headcount?: number }[];
  roles: { id: string; name: string }[];
  staff: { id: string; name: string; title: string; department: string; roles: string[] }[];
}

export async function seedOrganisation(store: Store, folder: string): Promise<void> {
  const file = JSON.parse(readFileSync(join(folder, 'organisation.json'), 'utf8')) as OrganisationFile;
  const agencyOf = new Map(file.departments.map(({ id, agency }) => [id, agency]));
  await Promise.all([
    keep(store.agencies, file.agencies.map(({ id, name, level, kind }) => ({ _id: id, name, code: codeOf(id), ...(level ? { level } : {}), ...(kind ? { kind } : {}) }))),
    keep(store.departments, file.departments.map(({ id, name, agency, oneStop, headcount }) => ({
      _id: id, name, agencyId: agency, oneStop: oneStop ?? false, ...(headcount === undefined ? {} : { headcount }),
    }))),
    seedRoles(store, folder),
    keep(store.staff, file.staff.map(({ id, name, title, department, roles }) => ({
      _id: id, name, position: title, agencyId: agencyOf.get(department) ?? '', departmentIds: [department], roles, active: true,
    }))),
  ]);
}

/** Roles come with the product: drawings name them. */
export async function seedRoles(store: Store, folder: string): Promise<void> {
  const { roles } = JSON.parse(readFileSync(join(folder, 'organisation.json'), 'utf8')) as OrganisationFile;
  await keep(store.roles, roles.map(({ id, name }) => ({ _id: id, name })));
}

/** What is there already stays as it is: somebody may have changed it. */
async function keep<T extends { _id: string }>(model: Model<T>, docs: readonly T[]): Promise<void> {
  await Promise.all(docs.map(({ _id, ...rest }) => model.updateOne({ _id } as never, { $setOnInsert: rest } as never, { upsert: true })));
}

/** Initials, for dossier numbers: `ubnd-binh-an` is UBA. */
function codeOf(id: string): string {
  return id.split('-').map((word) => word[0] ?? '').join('').toUpperCase();
}
