/** Departments and people of one's agency. Apart, because few people open that page. */
import { queryOptions } from '@tanstack/react-query';
import type { BulkResult, DepartmentRow, OrganisationChangeRow, MadeToken, OrganisationView, Page, PersonSaved, Scope, StaffRow, SuccessionPreview, SuccessionView, TemporaryPassword, TokenRow, WorkRow } from '../../server/contract.js';
import { get, id, post, query } from './calls.js';
import { request } from './http.js';
import { newId } from './newId.js';

export type DepartmentFacts = Pick<DepartmentRow, 'name' | 'oneStop'> & { headcount?: number };
export type PersonFacts = Pick<StaffRow, 'name' | 'position' | 'departmentIds' | 'roles' | 'posts' | 'active'> & { from?: string | undefined; to?: string | undefined; handOver?: { commandId: string; to?: string } };
/** `revision` absent: new. */
interface Order { id: string; revision?: number; reason: string }

const write = async <T extends OrganisationView>(kind: 'departments' | 'staff', { id: target, revision, reason }: Order, facts: object): Promise<T> => {
  const isNew = revision === undefined;
  const path = `/api/organisation/${kind}${isNew ? '' : `/${id(target)}`}`;
  return (await request<T>(path, { method: isNew ? 'POST' : 'PUT', json: { ...facts, reason, ...(isNew ? { id: target } : { base: revision }) } })).body;
};
export const saveDepartment = (order: Order, facts: DepartmentFacts) => write<OrganisationView>('departments', order, facts);
export const savePerson = (order: Order, facts: PersonFacts) => write<PersonSaved>('staff', order, facts);
export const handOver = (person: string, to: string | undefined, reason: string) => post<{ results: BulkResult[] }>(`/api/organisation/staff/${id(person)}/hand-over`, { commandId: newId(), ...(to ? { to } : {}), reason });
export const heldQuery = (person: string, page: number) => queryOptions({
  queryKey: ['organisation', 'held', person, page], queryFn: () => get<Page<WorkRow>>(`/api/organisation/staff/${id(person)}/work${query({ page, pageSize: 10 })}`), placeholderData: (previous) => previous,
});
export const savePlace = async (wish: { code: string; at: string; reason: string }): Promise<OrganisationView> => (await request<OrganisationView>('/api/organisation/place', { method: 'PUT', json: wish })).body;
export const resetPassword = (person: string, reason: string) => post<TemporaryPassword>(`/api/organisation/staff/${id(person)}/password`, { reason });

/** What becomes of a department: the one that continues it, or the agency that it moves to. */
export interface Continued { id: string; department?: string; agency?: string }
interface Succession { day: string; departments: Continued[] }
export const successionQuery = queryOptions({ queryKey: ['organisation', 'succession'], queryFn: () => get<SuccessionView>('/api/organisation/succession') });
export const previewSuccession = (wish: Succession) => post<SuccessionPreview>('/api/organisation/succession/preview', wish);
export const carryOutSuccession = (order: Succession & { reason: string }) => post<SuccessionView>('/api/organisation/succession', order);

export const organisationQuery = queryOptions({ queryKey: ['organisation'], queryFn: () => get<OrganisationView>('/api/organisation') });
export const staffQuery = (asked: { q: string; department: string; page: number }) => queryOptions({
  queryKey: ['organisation', 'staff', asked], queryFn: () => get<Page<StaffRow>>(`/api/organisation/staff${query({ ...asked, pageSize: 20 })}`), placeholderData: (previous) => previous,
});
export const organisationChangesQuery = (page: number) => queryOptions({
  queryKey: ['organisation', 'changes', page], queryFn: () => get<Page<OrganisationChangeRow>>(`/api/organisation/changes${query({ page, pageSize: 10 })}`), placeholderData: (previous) => previous,
});

export const SCOPES = ['dossiers:read', 'dossiers:write', 'procedures:read', 'procedures:write', 'reports:read', 'calendars:read'] as const satisfies readonly Scope[];
export const makeToken = (asked: { name: string; personId: string; scopes: string[]; days: number }) => post<MadeToken>('/api/tokens', asked);
export const revokeToken = async (ref: string): Promise<void> => { await request(`/api/tokens/${id(ref)}`, { method: 'DELETE' }); };
export const tokensQuery = (page: number) => queryOptions({ queryKey: ['organisation', 'tokens', page], queryFn: () => get<Page<TokenRow>>(`/api/tokens${query({ page, pageSize: 10 })}`), placeholderData: (previous) => previous });
