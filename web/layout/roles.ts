/** Which pages a role is offered. The server decides what it may do; this only keeps the menu short. */
import type { Person, Role } from '../../server/contract.js';
import type { IconName } from '../ui/icons.js';

export interface NavItem { /** After `g`. */ letter: string; to: string; key: 'work' | 'receive' | 'dossiers' | 'procedures' | 'overview' | 'calendars' | 'rules' | 'settings' | 'organisation' | 'outbox' | 'personal' | 'improvements'; icon: IconName; roles: Role[] | 'all' }

export const navItems: NavItem[] = [
  { letter: 'w', to: '/work', key: 'work', icon: 'work', roles: ['oneStop', 'officer', 'head', 'leader', 'seal', 'manager', 'administrator'] },
  { letter: 'r', to: '/receive', key: 'receive', icon: 'receive', roles: ['oneStop', 'officer', 'head', 'qmsOfficer'] },
  { letter: 'd', to: '/dossiers', key: 'dossiers', icon: 'dossiers', roles: 'all' },
  { letter: 'o', to: '/overview', key: 'overview', icon: 'overview', roles: ['manager', 'leader', 'head', 'qmsOfficer', 'administrator', 'designer'] },
  { letter: 'c', to: '/calendars', key: 'calendars', icon: 'calendars', roles: ['administrator', 'manager'] },
  { letter: 'u', to: '/rules', key: 'rules', icon: 'rules', roles: ['administrator', 'manager', 'leader'] },
  { letter: 's', to: '/settings', key: 'settings', icon: 'settings', roles: ['administrator', 'manager'] },
  { letter: 't', to: '/organisation', key: 'organisation', icon: 'organisation', roles: ['administrator', 'manager'] },
  { letter: 'm', to: '/outbox', key: 'outbox', icon: 'outbox', roles: ['administrator'] },
  { letter: 'b', to: '/personal', key: 'personal', icon: 'personal', roles: ['administrator'] },
  { letter: 'i', to: '/improvements', key: 'improvements', icon: 'improvements', roles: ['manager', 'leader', 'head', 'qmsOfficer', 'administrator', 'designer'] },
  { letter: 'p', to: '/procedures', key: 'procedures', icon: 'procedures', roles: 'all' },
];

export const hasRole = (person: Person, roles: readonly Role[]): boolean => person.roles.some((role) => roles.includes(role));
export const offered = (person: Person): NavItem[] => navItems.filter((item) => item.roles === 'all' || hasRole(person, item.roles));

/** Where a person starts: what the role does most. */
export function homeOf(person: Person): string {
  if (hasRole(person, ['oneStop', 'officer', 'head', 'leader', 'seal'])) return '/work';
  if (hasRole(person, ['manager', 'administrator', 'qmsOfficer'])) return '/overview';
  return '/procedures';
}
