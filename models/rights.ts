/** Who may see and do what: every query and every action asks here. */
import type { QueryFilter } from 'mongoose';
import type { Role } from '../server/contract.js';
import type { Actor } from './directory.js';
import type { DossierDoc, WorkItemDoc } from './schemas/dossier.js';

/** A person sees the dossiers that his agency received or takes part in. */
export function visibleDossiers(actor: Actor): QueryFilter<DossierDoc> {
  return { agencies: actor.agencyId };
}

export type WorkView = 'mine' | 'department' | 'all';
export function visibleWork(actor: Actor, view: WorkView): QueryFilter<WorkItemDoc> {
  switch (view) {
    case 'mine': return { assignee: actor.id, open: true };
    case 'department': return { departmentId: { $in: actor.departmentIds }, open: true };
    case 'all': return { agencyId: actor.agencyId, open: true };
  }
}

export type WhyNot = 'other-department' | 'other-role' | 'taken';
type Item = Pick<WorkItemDoc, 'departmentId' | 'role' | 'assignee'>;

/** Undefined when the person may act on the item: it is in his department, asks for a role he has, and nobody else holds it. */
export function whyNot(actor: Actor, item: Item): WhyNot | undefined {
  if (item.departmentId !== '' && !actor.departmentIds.includes(item.departmentId)) return 'other-department';
  if (item.role !== undefined && !actor.stepRoles.includes(item.role)) return 'other-role';
  return item.assignee !== undefined && item.assignee !== actor.id ? 'taken' : undefined;
}

/** Heads hand out the work of their department. */
export function mayAssign(actor: Actor, item: Item): boolean {
  return actor.departmentIds.includes(item.departmentId) && hasRole(actor, 'head', 'leader', 'manager');
}

export function hasRole(actor: Actor, ...roles: Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}

/** A file is taken out of a dossier by who brought it, or by the desk. */
export function mayRemoveFile(actor: Actor, { by }: { by: string }): boolean {
  return by === actor.id || hasRole(actor, 'oneStop', 'administrator');
}
