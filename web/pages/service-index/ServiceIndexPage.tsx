/** The service index of agencies in five groups, from the dossiers themselves; each figure opens to what stands behind it. */
import { Alert, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { IndexReport } from '../../../server/contract.js';
import { indexQuery, indexSheetUrl } from '../../api/service-index.js';
import { formatDate, formatDateTime, formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { hasRole } from '../../layout/roles.js';
import { sessionQuery } from '../../queries.js';
import { ExcelLink } from '../../ui/ExcelLink.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Answered } from '../../ui/states.js';
import { Cases } from './Cases.js';
import { Filters } from './Filters.js';
import { daysOf, kindOf, parseIndexSearch, thisMonth, type IndexSearch } from './search.js';
import { Series } from './Series.js';
import { Agencies, Groups, Indicators } from './tables.js';
import './words.js';

const AT = '/shell/index-766';

export function ServiceIndexPage() {
  const { t } = useWords();
  // Read here: the reader comes with the page, not with the first one.
  const search = parseIndexSearch({ ...useSearch({ from: AT }) });
  const navigate = useNavigate();
  const { agency, department, procedure, period = thisMonth() } = search;
  const filter = { ...daysOf(period), agency, department, procedure };
  const withSeries = { ...filter, by: kindOf(period) };
  const query = useQuery(indexQuery(withSeries));
  const change = (more: Partial<IndexSearch>): void => { void navigate({ to: '/index-766', search: { ...search, ...more }, replace: true, resetScroll: false }); };
  return (
    <>
      <PageHeader title={t('serviceIndex.title')} note={query.data ? t('serviceIndex.basis', { from: formatDate(`${query.data.from}T00:00:00+07:00`), to: formatDate(`${query.data.to}T00:00:00+07:00`), asOf: formatDateTime(query.data.asOf) }) : undefined}>
        <ExcelLink href={indexSheetUrl(withSeries)} />
      </PageHeader>
      <Filters search={search} period={period} choices={query.data?.choices} onChange={change} />
      <Answered query={query} rows={8}>{(report) => (
        <Stack gap="md" aria-busy={query.isPlaceholderData}>
          <Totals report={report} isDepartment={department !== undefined} />
          <Groups report={report} />
          <Indicators report={report} onShow={(show, met) => change({ show, met: met || undefined, page: undefined })} />
          {search.show ? <Cases key={search.show} filter={filter} show={search.show} met={search.met ?? false} page={search.page ?? 1} onChange={change} /> : null}
          <Series report={report} onChoose={(chosen) => change({ period: chosen, page: undefined })} />
          {report.agencies.length > 0 ? <Agencies report={report} /> : null}
        </Stack>
      )}</Answered>
    </>
  );
}

function Totals({ report, isDepartment }: { report: IndexReport; isDepartment: boolean }) {
  const { t, language } = useWords();
  const person = useQuery(sessionQuery).data?.person;
  const number = (value: number | undefined) => (value === undefined ? '–' : formatNumber(value, language));
  return (
    <section aria-label={t('serviceIndex.title')}>
      <div className="df-stats">
        {(['score', 'points', 'measured', 'weight'] as const).map((key) => <div key={key} className="df-stat" data-total={key}><span>{t(`serviceIndex.${key}`)}</span><strong>{number(report[key])}</strong></div>)}
      </div>
      <Text size="sm" c="gray.6" mt="xs">
        {t('serviceIndex.how')}{isDepartment ? ` ${t('serviceIndex.steps')}` : ''} {person && hasRole(person, ['administrator', 'manager']) ? <Link to="/settings">{t('serviceIndex.settings')}</Link> : null}
      </Text>
      {report.weight === 100 ? null : <Alert color="yellow" mt="xs">{t('serviceIndex.sum', { n: number(report.weight) })}</Alert>}
    </section>
  );
}
