/** The manager's page: how many, where, which are late and by whose step, and where the time goes. */
import { useState } from 'react';
import { Grid, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { OverviewReport } from '../../../server/contract.js';
import { overviewQuery, reports } from '../../api/reports.js';
import { formatDate, formatDateTime, formatNumber } from '../../format.js';
import { reports as en } from '../../i18n/en/reports.js';
import { useWords } from '../../i18n/index.js';
import { addWords } from '../../i18n/late.js';
import { reports as vi } from '../../i18n/vi/reports.js';
import { ExcelLink } from '../../ui/ExcelLink.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Answered } from '../../ui/states.js';
import { ByDepartment, ByState } from './Breakdowns.js';
import { HeatMap } from './HeatMap.js';
import { Ratings } from './Ratings.js';
import { LateList } from './LateList.js';

addWords({ vi, en });

const DAY_MS = 86_400_000;
const periods = [7, 30, 60, 90] as const;
const startOf = (days: number): string => new Date(Math.floor(Date.now() / DAY_MS - days) * DAY_MS).toISOString();

export function OverviewPage() {
  const { t } = useWords();
  const [days, setDays] = useState<number>(30);
  const query = useQuery(overviewQuery({ from: startOf(days) }));
  return (
    <>
      <PageHeader title={t('overview.title')} note={query.data ? t('overview.asOf', { at: formatDateTime(query.data.asOf) }) : undefined}>
        <ExcelLink href={reports.overviewSheetUrl({ from: startOf(days) })} />
        <NativeSelect aria-label={t('overview.period')} value={String(days)} onChange={(event) => setDays(Number(event.currentTarget.value))} data={periods.map((n) => ({ value: String(n), label: t('overview.lastDays', { n }) }))} />
      </PageHeader>
      <Answered query={query} rows={8}>{(report) => <Report report={report} from={startOf(days)} />}</Answered>
    </>
  );
}

function Report({ report, from }: { report: OverviewReport; from: string }) {
  const { t } = useWords();
  return (
    <Stack gap="md">
      <Totals report={report} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 4 }}><Paper p="md" h="100%" component="section" aria-labelledby="state-title"><Title order={2} id="state-title" mb="sm">{t('overview.byState')}</Title><ByState rows={report.byState} /></Paper></Grid.Col>
        <Grid.Col span={{ base: 12, lg: 8 }}><Paper p="md" h="100%" component="section" aria-labelledby="department-title"><Title order={2} id="department-title" mb="sm">{t('overview.byDepartment')}</Title><ByDepartment rows={report.byDepartment} /></Paper></Grid.Col>
      </Grid>
      <LateList rows={report.late} />
      <Ratings key={from} from={from} />
      <HeatMap />
      <Group><Text size="xs" c="gray.6">{t('overview.range', { from: formatDate(report.from), to: formatDate(report.to) })}</Text></Group>
    </Stack>
  );
}

function Totals({ report }: { report: OverviewReport }) {
  const { t, language } = useWords();
  const order = ['received', 'carriedOver', 'resolved', 'early', 'onTime', 'late', 'open', 'overdue', 'paused'] as const;
  return (
    <section aria-label={t('overview.totals')} className="df-stats">
      {order.map((key) => <div key={key} className="df-stat" data-total={key}><span>{t(`overview.total.${key}`)}</span><strong>{formatNumber(report.totals[key], language)}</strong></div>)}
    </section>
  );
}
