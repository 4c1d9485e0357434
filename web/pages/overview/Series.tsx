/** Over time: the chart, and the table that it is a picture of. */
import { useMemo } from 'react';
import { Grid, Paper, Title } from '@mantine/core';
import type { OverviewReport } from '../../../server/contract.js';
import { formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { lazily } from '../../ui/lazily.js';
import type { ChartGiven } from './drawChart.js';
import { useFigureName } from './figures.js';

const Chart = lazily(async () => (await import('./Chart.js')).Chart);
const SHOWN = ['received', 'resolved', 'delivered', 'early', 'onTime', 'late'] as const;
const BARS = ['early', 'onTime', 'late'] as const;

/** `2026-11-30`, `2026-11`, `2026-Q4` or `2026`, as people write it. */
export function usePeriodName(): (period: string) => string {
  const { t } = useWords();
  return (period) => {
    const [year, rest] = period.split('-', 2);
    return rest?.startsWith('Q') ? t('overview.quarterNo', { n: rest.slice(1), year }) : period.split('-').reverse().join('/');
  };
}

export function Series({ report: { series, of } }: { report: OverviewReport }) {
  const { t, language } = useWords();
  const [name, figure] = [usePeriodName(), useFigureName(of)];
  const given = useMemo((): ChartGiven => ({
    periods: series.map(({ period }) => name(period)), format: (value) => formatNumber(value, language),
    series: [...BARS.filter((key) => of === 'dossiers' || key !== 'early').map((key) => ({ name: figure(key), kind: 'bar' as const, tone: key, values: series.map((row) => row[key] ?? 0) })), { name: figure('received'), kind: 'line', tone: 'received', values: series.map((row) => row.received) }],
  }), [series, of, language]);
  const [first, last] = [series[0], series[series.length - 1]];
  if (!first || !last) return null;
  const top = series.reduce((most, row) => (row.received > most.received ? row : most), first);
  const label = t(of === 'work' ? 'overview.series.chartOfWork' : 'overview.series.chart', { n: series.length, first: name(first.period), last: name(last.period), most: formatNumber(top.received, language), when: name(top.period) });
  return (
    <Paper p="md" component="section" aria-labelledby="series-title">
      <Title order={2} id="series-title" mb="sm">{t('overview.series.title')}</Title>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 5 }}><Chart given={given} label={label} /></Grid.Col>
        <Grid.Col span={{ base: 12, lg: 7 }}><SeriesTable rows={series} of={of} /></Grid.Col>
      </Grid>
    </Paper>
  );
}

function SeriesTable({ rows, of }: { rows: OverviewReport['series']; of: OverviewReport['of'] }) {
  const { t, language } = useWords();
  const [name, figure] = [usePeriodName(), useFigureName(of)];
  const shown = SHOWN.filter((key) => of === 'dossiers' || (key !== 'early' && key !== 'delivered'));
  return (
    <div className="df-table-wrap" data-list="true" style={{ maxHeight: 340, overflowY: 'auto' }} tabIndex={0} role="group" aria-labelledby="series-title">
      <table className="df-table" data-density="compact">
        <caption className="df-visually-hidden">{t('overview.series.title')}</caption>
        <thead><tr><th scope="col">{t('overview.series.period')}</th>{shown.map((key) => <th key={key} scope="col" className="df-number">{figure(key)}</th>)}</tr></thead>
        <tbody>{rows.map((row) => <tr key={row.period}><td className="df-nowrap">{name(row.period)}</td>{shown.map((key) => <td key={key} className="df-number" data-label={figure(key)}>{formatNumber(row[key] ?? 0, language)}</td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}
