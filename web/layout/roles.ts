/** Which pages a role is offered. The server decides what it may do; this only keeps the menu short. */
import type { Person, Role } from '../../server/contract.js';
import type { IconName } from '../ui/icons.js';

export interface NavItem { to: string; key: 'work' | 'receive' | 'dossiers' | 'procedures' | 'overview' | 'calendars' | 'rules'; icon: IconName; roles: Role[] | 'all' }

export const navItems: NavItem[] = [
  { to: '/work', key: 'work', icon: 'work', roles: ['oneStop', 'officer', 'head', 'leader', 'seal', 'manager', 'administrator'] },
  { to: '/receive', key: 'receive', icon: 'receive', roles: ['oneStop', 'officer', 'head', 'qmsOfficer'] },
  { to: '/dossiers', key: 'dossiers', icon: 'dossiers', roles: 'all' },
  { to: '/overview', key: 'overview', icon: 'overview', roles: ['manager', 'leader', 'head', 'qmsOfficer', 'administrator', 'designer'] },
  { to: '/calendars', key: 'calendars', icon: 'calendars', roles: ['administrator', 'manager'] },
  { to: '/rules', key: 'rules', icon: 'rules', roles: ['administrator', 'manager', 'leader'] },
  { to: '/procedures', key: 'procedures', icon: 'procedures', roles: 'all' },
];

export const hasRole = (person: Person, roles: readonly Role[]): boolean => person.roles.some((role) => roles.includes(role));
export const offered = (person: Person): NavItem[] => navItems.filter((item) => item.roles === 'all' || hasRole(person, item.roles));

/** Where a person starts: what the role does most. */
export function homeOf(person: Person): string {
  if (hasRole(person, ['oneStop', 'officer', 'head', 'leader', 'seal'])) return '/work';
  if (hasRole(person, ['manager', 'administrator', 'qmsOfficer'])) return '/overview';
  return '/procedures';
}
