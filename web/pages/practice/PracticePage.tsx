/** A procedure as a manager sees it: where time goes on the drawing, ways taken, why it waits, who has it, what is wrong. */
import { useState } from 'react';
import { Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { PracticeView } from '../../../server/contract.js';
import { practiceQuery, practisedQuery, reports } from '../../api/reports.js';
import { formatDate, formatDateTime, formatLastDay, formatNumber, formatShare } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { useShortTime } from '../../ui/DueMark.js';
import { ExcelLink } from '../../ui/ExcelLink.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Answered, Empty } from '../../ui/states.js';
import { Found } from '../overview/Practice.js';
import { Filters } from './Filters.js';
import { Moves } from './Moves.js';
import { filterOf, parsePracticeSearch, type PracticeFilter, type PracticeSearch } from './search.js';
import { StepMap, StepTable } from './StepMap.js';
import { Agencies, Causes, Doers, Months, Times, WayTable } from './tables.js';
import './words.js';

const AT = '/shell/procedures/$procedureId/practice';

export function PracticePage() {
  const { t } = useWords();
  const { procedureId } = useParams({ from: AT });
  // Read here: the reader comes with the page, not with the first one.
  const search = parsePracticeSearch({ ...useSearch({ from: AT }) });
  const navigate = useNavigate();
  const filter = filterOf(procedureId, search);
  const query = useQuery({ ...practisedQuery(filter), placeholderData: keepPreviousData });
  const change = (more: Partial<PracticeSearch>): void => { void navigate({ to: '/procedures/$procedureId/practice', params: { procedureId }, search: { ...search, ...more }, replace: true }); };
  return (
    <>
      <PageHeader title={query.data ? `${t('practised.title')}: ${query.data.procedureName}` : t('practised.title')} note={query.data ? <Basis view={query.data} /> : undefined}>
        <ExcelLink href={reports.practiceSheetUrl(filter)} />
      </PageHeader>
      <Filters search={search} choices={query.data?.choices} onChange={change} />
      <Answered query={query} rows={8}>{(view) => (view.dossiers === 0 ? <Empty title={t('practised.none')} /> : (
        <div aria-busy={query.isPlaceholderData}><Practised view={view} search={search} filter={filter} onChange={change} /></div>
      ))}</Answered>
    </>
  );
}

function Basis({ view }: { view: PracticeView }) {
  const { t, language } = useWords();
  return <>{t('practised.basis', { n: formatNumber(view.dossiers, language), from: formatDate(view.from), to: formatLastDay(view.to), asOf: formatDateTime(view.asOf) })}{view.isCut ? ` ${t('practised.cut')}` : ''}</>;
}

function Practised({ view, search, filter, onChange }: { view: PracticeView; search: PracticeSearch; filter: PracticeFilter; onChange: (more: Partial<PracticeSearch>) => void }) {
  const [chosen, setChosen] = useState<string>();
  const way = view.ways.find(({ key }) => key === chosen);
  const choose = (key: string): void => {
    setChosen(key);
    document.getElementById('map-title')?.scrollIntoView({ block: 'start' });
  };
  return (
    <Stack gap="md">
      <Totals view={view} />
      <StepMap view={view} measure={search.show ?? 'waiting'} onMeasure={(show) => { setChosen(undefined); onChange({ show }); }} way={way} onBack={() => setChosen(undefined)} />
      <StepTable view={view} />
      <Times view={view} />
      <Months rows={view.months} />
      <WayTable view={view} chosen={chosen} onChoose={choose} />
      <FoundHere filter={filter} />
      <Doers view={view} />
      <Agencies view={view} onChoose={choose} />
      <Moves filter={filter} />
    </Stack>
  );
}

/** Findings take longer to compute than figures: the page does not wait for them. */
function FoundHere({ filter }: { filter: PracticeFilter }) {
  const { language } = useWords();
  const query = useQuery(practiceQuery(filter, language));
  return <Answered query={query} rows={4}>{(report) => <><Causes rows={report.causes} /><Found report={report} /></>}</Answered>;
}

function Totals({ view }: { view: PracticeView }) {
  const { t, language } = useWords();
  const inWords = useShortTime();
  const late = view.withDue > 0 ? `${formatNumber(view.late, language)} (${formatShare(view.late / view.withDue, language)})` : '–';
  const rows = [['dossiers', formatNumber(view.dossiers, language)], ['settled', formatNumber(view.settled, language)], ['open', formatNumber(view.open, language)], ['late', late], ['half', view.settled > 0 ? inWords(view.elapsed.half) : '–'], ['nineInTen', view.settled > 0 ? inWords(view.elapsed.nineInTen) : '–']] as const;
  return (
    <section className="df-stats" aria-label={t('practised.title')}>
      {rows.map(([key, value]) => <div key={key} className="df-stat" data-total={key}><span>{t(`practised.total.${key}`)}</span><strong>{value}</strong></div>)}
    </section>
  );
}

