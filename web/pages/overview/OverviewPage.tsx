/** The manager's page: how many, where and when, which are late and by whose step, which will be, and where the time goes. */
import { Button, Grid, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { OverviewReport } from '../../../server/contract.js';
import { overviewQuery, reports } from '../../api/reports.js';
import { formatDate, formatDateTime, formatLastDay, formatNumber } from '../../format.js';
import { reports as en } from '../../i18n/en/reports.js';
import { useWords } from '../../i18n/index.js';
import { addWords } from '../../i18n/late.js';
import { reports as vi } from '../../i18n/vi/reports.js';
import { ExcelLink } from '../../ui/ExcelLink.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Answered } from '../../ui/states.js';
import { AtRiskList } from './AtRiskList.js';
import { ByDepartment, ByState } from './Breakdowns.js';
import { figuresOf, useFigureName } from './figures.js';
import { FigureTable } from './FigureTable.js';
import { Filters } from './Filters.js';
import { HeatMap } from './HeatMap.js';
import { LateList } from './LateList.js';
import { MonthlyReports } from './MonthlyReports.js';
import { Ratings } from './Ratings.js';
import { filterOf, parseOverviewSearch, rangeOf, type OverviewSearch } from './search.js';
import { Series } from './Series.js';
import { periodNamed } from '../service-index/search.js';

addWords({ vi, en });

export function OverviewPage() {
  const { t } = useWords();
  // Read here: the reader comes with the page, not with the first one.
  const search = parseOverviewSearch({ ...useSearch({ from: '/shell/overview' }) });
  const navigate = useNavigate();
  const [filter, range] = [filterOf(search), rangeOf(search)];
  const query = useQuery(overviewQuery({ ...filter, ...range }));
  const turn = (pages: Pick<OverviewSearch, 'late' | 'risk' | 'heat'>): void => { void navigate({ to: '/overview', search: { ...search, ...pages }, replace: true, resetScroll: false }); };
  const change = (more: Partial<OverviewSearch>): void => { void navigate({ to: '/overview', search: { ...search, late: undefined, risk: undefined, ...('procedure' in more ? { heat: undefined } : {}), ...more }, replace: true, resetScroll: false }); };
  return (
    <>
      <PageHeader title={t('overview.title')} note={query.data ? t('overview.asOf', { at: formatDateTime(query.data.asOf) }) : undefined}>
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/index-766" search={{ agency: filter.agency, department: filter.department, procedure: filter.procedure, period: periodNamed(search) }} />}>{t('overview.index')}</Button>
        <ExcelLink href={reports.overviewSheetUrl({ ...filter, ...range })} />
      </PageHeader>
      <Filters search={search} choices={query.data?.choices} onChange={change} />
      <Stack gap="md">
        <Answered query={query} rows={8}>{(report) => <div aria-busy={query.isPlaceholderData}><Figures report={report} search={search} /></div>}</Answered>
        <LateList filter={filter} page={search.late ?? 1} onPage={(late) => turn({ late })} />
        <AtRiskList filter={filter} page={search.risk ?? 1} onPage={(risk) => turn({ risk })} />
        <Ratings key={`${range.from} ${range.to}`} range={range} />
        <MonthlyReports />
        {query.data ? <HeatMap search={search} usual={mostResolved(query.data)} onChoose={(heat) => turn({ heat })} /> : null}
      </Stack>
    </>
  );
}

/** Where something was completed there is something to see. */
const mostResolved = ({ byProcedure }: OverviewReport): string[] => [...byProcedure].sort((a, b) => b.resolved - a.resolved).map(({ id }) => id);

function Figures({ report, search }: { report: OverviewReport; search: OverviewSearch }) {
  const { t } = useWords();
  const { of } = report;
  const { agency, department, channel, from, to } = search;
  return (
    <Stack gap="md">
      <Text size="sm" c="gray.6">{t('overview.range', { from: formatDate(report.from), to: formatLastDay(report.to) })}{of === 'work' ? ` ${t('overview.ofWork')}` : ''}</Text>
      <Totals report={report} />
      <Series report={report} />
      <Grid gap="md">
        {report.byState.length > 0 ? <Grid.Col span={{ base: 12, xl: 4 }}><Paper p="md" h="100%" component="section" aria-labelledby="state-title"><Title order={2} id="state-title" mb="sm">{t('overview.byState')}</Title><ByState rows={report.byState} /></Paper></Grid.Col> : null}
        <Grid.Col span={{ base: 12, xl: report.byState.length > 0 ? 8 : 12 }}><Paper p="md" h="100%" component="section" aria-labelledby="department-title"><Title order={2} id="department-title" mb="sm">{t('overview.byDepartment')}</Title><ByDepartment rows={report.byDepartment} /></Paper></Grid.Col>
      </Grid>
      <FigureTable id="procedure-title" title={t('overview.byProcedure')} first={t('overview.procedure')} of={of} rows={report.byProcedure} named={({ id, name }) => <Link to="/procedures/$procedureId/practice" params={{ procedureId: id }} search={{ agency, department, channel, from, to }}>{name}</Link>} />
      <FigureTable id="field-title" title={t('overview.byField')} first={t('overview.field')} of={of} rows={report.byField} named={({ name }) => name || t('overview.noField')} />
      <FigureTable id="channel-title" title={t('overview.byChannel')} first={t('overview.channel')} of={of} rows={report.byChannel} named={({ id }) => t(`channel.${id}`)} />
      <FigureTable id="agency-title" title={t('overview.byAgency')} first={t('overview.agency')} of={of} rows={report.byAgency} named={({ name }) => name} />
    </Stack>
  );
}

function Totals({ report: { totals, of } }: { report: OverviewReport }) {
  const { t, language } = useWords();
  const figure = useFigureName(of);
  return (
    <section aria-label={t('overview.totals')} className="df-stats">
      {figuresOf(of).map((key) => <div key={key} className="df-stat" data-total={key}><span>{figure(key)}</span><strong>{key === 'overdue' && totals[key] > 0 ? <a href="#late-title">{formatNumber(totals[key], language)}</a> : formatNumber(totals[key] ?? 0, language)}</strong></div>)}
    </section>
  );
}
