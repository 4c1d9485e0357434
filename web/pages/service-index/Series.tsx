/** The index over time: the chart, and the table that it is a picture of; a period opens the page of it. */
import { useMemo } from 'react';
import { Button, Grid, Paper, Title } from '@mantine/core';
import type { IndexReport } from '../../../server/contract.js';
import { formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { lazily } from '../../ui/lazily.js';
import type { ChartGiven } from '../overview/drawChart.js';
import { usePeriodWords } from './Filters.js';

const Chart = lazily(async () => (await import('../overview/Chart.js')).Chart);
const FULL = 100;

export function Series({ report: { series }, onChoose }: { report: IndexReport; onChoose: (period: string) => void }) {
  const { t, language } = useWords();
  const name = usePeriodWords();
  const given = useMemo((): ChartGiven => ({
    periods: series.map(({ period }) => name(period)), format: (value) => formatNumber(value, language), most: FULL,
    series: [{ name: t('serviceIndex.score'), kind: 'bar', tone: 'onTime', values: series.map(({ score }) => score) }],
  }), [series, language]);
  const [first, last] = [series[0], series[series.length - 1]];
  if (!first || !last) return null;
  const scored = series.filter(({ score }) => score !== undefined);
  const best = scored.reduce((most, row) => (row.score! > most.score! ? row : most), scored[0]!);
  const label = t(scored.length > 0 ? 'serviceIndex.chart' : 'serviceIndex.chartOfNone', { first: name(first.period), last: name(last.period), ...(scored.length > 0 ? { most: formatNumber(best.score!, language), when: name(best.period) } : {}) });
  return (
    <Paper p="md" component="section" aria-labelledby="index-series-title">
      <Title order={2} id="index-series-title" mb="sm">{t('serviceIndex.seriesTitle')}</Title>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 5 }}><Chart given={given} label={label} /></Grid.Col>
        <Grid.Col span={{ base: 12, lg: 7 }}><SeriesTable rows={series} onChoose={onChoose} /></Grid.Col>
      </Grid>
    </Paper>
  );
}

/** The latest first, as on the list of periods. */
function SeriesTable({ rows, onChoose }: { rows: IndexReport['series']; onChoose: (period: string) => void }) {
  const { t, language } = useWords();
  const name = usePeriodWords();
  const number = (value: number | undefined): string => (value === undefined ? '–' : formatNumber(value, language));
  return (
    <div className="df-table-wrap" data-list="true" style={{ maxHeight: 340, overflowY: 'auto' }} tabIndex={0} role="group" aria-labelledby="index-series-title">
      <table className="df-table" data-density="compact">
        <caption className="df-visually-hidden">{t('serviceIndex.seriesTitle')}</caption>
        <thead><tr><th scope="col">{t('serviceIndex.kind')}</th><th scope="col" className="df-number">{t('serviceIndex.score')}</th>{rows[0]!.groups.map(({ id }) => <th key={id} scope="col" className="df-number">{t(`serviceIndex.groups.${id}`)}</th>)}</tr></thead>
        <tbody>{[...rows].reverse().map((row) => (
          <tr key={row.period} data-period={row.period}><td className="df-nowrap"><Button size="compact-xs" variant="subtle" onClick={() => onChoose(row.period)}>{name(row.period)}</Button></td><td className="df-number" data-label={t('serviceIndex.score')}>{number(row.score)}</td>{row.groups.map((group) => <td key={group.id} className="df-number" data-label={t(`serviceIndex.groups.${group.id}`)}>{number(group.score)}</td>)}</tr>
        ))}</tbody>
      </table>
    </div>
  );
}
