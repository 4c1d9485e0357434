/** Who reaches which route, read from the table: for the page of it and for the test that tries every cell. */
import type { Role, Scope } from './contract.js';
import { SCOPES } from '../models/schemas/token.js';
import { isRoles, type Declared } from './http/route.js';
import { ROUTES } from './table.js';

export const ROLES: readonly Role[] = ['oneStop', 'officer', 'head', 'leader', 'seal', 'designer', 'manager', 'qmsOfficer', 'administrator'];
export type Caller = { kind: 'nobody' } | { kind: 'pending' } | { kind: 'role'; role: Role } | { kind: 'program'; scope: Scope };
/** `through`: what happens then is for the data layer, which knows agencies, departments and steps. */
export type Reached = 'through' | 401 | 403;

export const API_ROUTES: readonly Declared[] = ROUTES.filter(({ at, tag }) => at.startsWith('/api') && tag !== 'openId');
export const CALLERS: readonly Caller[] = [
  { kind: 'nobody' }, { kind: 'pending' }, ...ROLES.map((role): Caller => ({ kind: 'role', role })), ...SCOPES.map((scope): Caller => ({ kind: 'program', scope })),
];

/** A program acts here as somebody who has every role, so that its scope alone decides. */
export function reached({ who, scope }: Declared, caller: Caller): Reached {
  if (caller.kind === 'program') return scope === 'any' || scope === caller.scope ? 'through' : 403;
  if (who === 'anybody') return 'through';
  if (caller.kind === 'nobody') return 401;
  if (caller.kind === 'pending') return who === 'pending' ? 'through' : 401;
  return isRoles(who) && !who.includes(caller.role) ? 403 : 'through';
}
