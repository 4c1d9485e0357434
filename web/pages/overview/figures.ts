/** The figures of the overview in their order, and their names: work is counted under words of its own. */
import type { OverviewFigures, OverviewReport } from '../../../server/contract.js';
import { useWords } from '../../i18n/index.js';

const ORDER = ['received', 'carriedOver', 'resolved', 'delivered', 'early', 'onTime', 'late', 'open', 'overdue', 'dueSoon', 'paused'] as const satisfies (keyof OverviewFigures)[];
const OF_WORK: readonly string[] = ['received', 'resolved', 'onTime', 'late'];
const OF_DOSSIERS: readonly string[] = ['carriedOver', 'delivered', 'early'];

export const figuresOf = (of: OverviewReport['of']) => ORDER.filter((key) => of === 'dossiers' || !OF_DOSSIERS.includes(key));

export function useFigureName(of: OverviewReport['of']): (key: keyof OverviewFigures) => string {
  const { t } = useWords();
  return (key) => t(of === 'work' && OF_WORK.includes(key) ? `overview.work.${key}` : `overview.total.${key}`);
}
