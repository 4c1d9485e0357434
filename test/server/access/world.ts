/** Two agencies with somebody of every role in each, and programs with every scope. */
import type { MadeToken, Role, Scope } from '../../../server/contract.js';
import { ROLES } from '../../../server/access.js';
import type { Clerk } from '../../support/clerk.js';
import { appBench, type AppBench } from '../bench.js';

export const AGENCIES = { own: { id: 'ubnd-binh-an', department: 'vanPhong' }, other: { id: 'so-y-te', department: 'phongNghiepVuDuoc' } } as const;
export type Side = keyof typeof AGENCIES;
/** As the organisation's file names them. */
const STEP_ROLE: Record<Role, string> = {
  oneStop: 'oneStopOfficer', officer: 'officer', head: 'head', leader: 'leader', seal: 'clerk', designer: 'designer', manager: 'manager', qmsOfficer: 'qmsOfficer', administrator: 'administrator',
};
export const personOf = (side: Side, role: Role | 'all'): string => `${side}-${role.toLowerCase()}`;

export async function twoAgencies(dossiers: number): Promise<AppBench> {
  const bench = await appBench({ dossiers });
  const { store, context } = { store: bench.store, context: bench.parts.context };
  for (const [side, { id: agencyId, department }] of Object.entries(AGENCIES)) {
    const person = (role: Role | 'all', roles: string[]) => ({ _id: personOf(side as Side, role), name: `${side} ${role}`, position: '', agencyId, departmentIds: [department], roles, active: true });
    await store.staff.insertMany([...ROLES.map((role) => person(role, [STEP_ROLE[role]])), person('all', Object.values(STEP_ROLE))]);
  }
  await context.directory.refresh();
  return bench;
}

export async function tokenOf(administrator: Clerk, personId: string, scope: Scope): Promise<string> {
  const made = await administrator.post<MadeToken>('/api/tokens', { name: scope, personId, scopes: [scope], days: 1 });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body.token;
}

/** A stream is looked at as far as its head. */
export async function statusOf(url: string, method: string, headers: Record<string, string>, body?: unknown): Promise<{ status: number; code: string | undefined }> {
  const abort = new AbortController();
  const response = await fetch(url, { method, headers, redirect: 'manual', signal: abort.signal, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const isProblem = /problem/.test(response.headers.get('content-type') ?? '') && method !== 'HEAD';
  const code = isProblem ? ((await response.json()) as { code: string }).code : undefined;
  abort.abort();
  return { status: response.status, code };
}
