/** Values of rules in words: roles, states, stretches of time with their unit. */
import { formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';

export const ROLES = ['oneStop', 'officer', 'head', 'leader', 'seal', 'manager', 'designer', 'qmsOfficer', 'administrator'] as const;
export const UNITS = ['workingHours', 'workingDays', 'days'] as const;

export function useValue(): (value: unknown) => string {
  const { t, language } = useWords();
  return (value) => {
    if (typeof value === 'boolean') return t(value ? 'rules.yes' : 'rules.no');
    if (typeof value === 'number') return formatNumber(value, language);
    if (Array.isArray(value)) return value.map((role: string) => t(`role.${role}`, { defaultValue: role })).join(', ');
    if (typeof value !== 'object' || value === null) return t(`rules.periodValue.${String(value)}`, { defaultValue: String(value) });
    if ('unit' in value && 'value' in value) return `${formatNumber(Number(value.value), language)} ${t(`rules.units.${String(value.unit)}`)}`;
    return Object.entries(value).map(([state, number]) => `${String(number)} ${t(`dossierState.${state}`, { defaultValue: state })}`).join('; ');
  };
}
