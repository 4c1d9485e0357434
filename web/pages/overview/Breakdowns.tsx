/** Dossiers by state and by department, as tables with bars: the figure is text, the bar only helps the eye. */
import type { ReactNode } from 'react';
import type { OverviewReport } from '../../../server/contract.js';
import { formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { useShortTime } from '../../ui/DueMark.js';

export function ByState({ rows }: { rows: OverviewReport['byState'] }) {
  const { t, language } = useWords();
  const most = Math.max(1, ...rows.map((row) => row.n));
  return (
    <table className="df-table">
      <thead><tr><th scope="col">{t('dossiers.stateColumn')}</th><th scope="col" className="df-number">{t('overview.dossiers')}</th><th scope="col" style={{ width: '35%' }}><span className="df-visually-hidden">{t('overview.bar')}</span></th></tr></thead>
      <tbody>{rows.map((row) => (
        <tr key={row.state}><td>{t(`dossierState.${row.state}`)}</td><td className="df-number">{formatNumber(row.n, language)}</td><td><div className="df-bar" style={{ width: `${(row.n / most) * 100}%`, marginTop: 5 }} /></td></tr>
      ))}</tbody>
    </table>
  );
}

export function ByDepartment({ rows }: { rows: OverviewReport['byDepartment'] }) {
  const { t, language } = useWords();
  const inWords = useShortTime();
  const number = (value: number) => formatNumber(value, language);
  const columns = ['came', 'completed', 'late', 'open', 'dueSoon', 'overdue', 'median'] as const;
  return (
    <div className="df-table-wrap" data-list="true" tabIndex={0} role="group" aria-labelledby="department-title">
      <table className="df-table">
        <caption className="df-visually-hidden">{t('overview.byDepartment')}</caption>
        <thead><tr><th scope="col">{t('overview.department')}</th>{columns.map((key) => <th key={key} scope="col" className="df-number">{t(`overview.column.${key}`)}</th>)}</tr></thead>
        <tbody>{rows.map((row) => {
          const cells: Record<(typeof columns)[number], ReactNode> = {
            came: number(row.received), completed: number(row.completed), late: number(row.late), open: number(row.open), dueSoon: number(row.dueSoon),
            overdue: row.overdue > 0 ? <strong style={{ color: 'var(--df-late)' }}>{number(row.overdue)}</strong> : 0, median: row.medianMinutes !== undefined ? inWords(row.medianMinutes) : '–',
          };
          return <tr key={row.departmentId}><td className="df-wide">{row.departmentName}</td>{columns.map((key) => <td key={key} className="df-number" data-label={t(`overview.column.${key}`)}>{cells[key]}</td>)}</tr>;
        })}</tbody>
      </table>
    </div>
  );
}
