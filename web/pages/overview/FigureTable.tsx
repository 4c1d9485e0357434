/** The same figures for each of a kind: agencies, procedures, fields, channels. */
import type { ReactNode } from 'react';
import { Paper, Text, Title } from '@mantine/core';
import type { NamedFigures, OverviewReport } from '../../../server/contract.js';
import { formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { figuresOf, useFigureName } from './figures.js';

interface Props { id: string; title: string; first: string; of: OverviewReport['of']; rows: readonly NamedFigures[]; /** What stands in the first column. */ named(row: NamedFigures): ReactNode }

export function FigureTable({ id, title, first, of, rows, named }: Props) {
  const { t, language } = useWords();
  const figure = useFigureName(of);
  const shown = figuresOf(of);
  return (
    <Paper p="md" component="section" aria-labelledby={id}>
      <Title order={2} id={id} mb="sm">{title}</Title>
      {rows.length === 0 ? <Text c="gray.6">{t('overview.none')}</Text> : (
        <div className="df-table-wrap" data-list="true" tabIndex={0} role="group" aria-labelledby={id}>
          <table className="df-table">
            <caption className="df-visually-hidden">{title}</caption>
            <thead><tr><th scope="col">{first}</th>{shown.map((key) => <th key={key} scope="col" className="df-number">{figure(key)}</th>)}</tr></thead>
            <tbody>{rows.map((row) => (
              <tr key={row.id}><td className="df-wide df-name">{named(row)}</td>{shown.map((key) => {
                const n = row[key] ?? 0;
                return <td key={key} className="df-number" data-label={figure(key)}>{n > 0 && (key === 'overdue' || key === 'late') ? <strong style={{ color: 'var(--df-late)' }}>{formatNumber(n, language)}</strong> : formatNumber(n, language)}</td>;
              })}</tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </Paper>
  );
}
