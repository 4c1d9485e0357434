/** Late dossiers with the step and the person, longest first, and the overrun split over the steps that caused it. */
import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { LateRow, Page } from '../../../server/contract.js';
import { lateQuery } from '../../api/reports.js';
import { formatDateTime, formatNumber, formatShare } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { DueMark, useShortTime } from '../../ui/DueMark.js';
import { Pager } from '../../ui/Pager.js';
import { Answered } from '../../ui/states.js';
import { OpenRecord } from '../improvements/OpenRecord.js';
import type { OverviewFilter } from './search.js';

interface Props { filter: OverviewFilter; page: number; onPage: (page: number) => void }

export function LateList({ filter, page, onPage }: Props) {
  const query = useQuery(lateQuery(filter, page));
  return <Answered query={query} rows={4}>{(late) => <Rows late={late} onPage={onPage} />}</Answered>;
}

function Rows({ late, onPage }: { late: Page<LateRow>; onPage: (page: number) => void }) {
  const { t, language } = useWords();
  const title = t('overview.late', { n: formatNumber(late.total, language) });
  return (
    <section aria-labelledby="late-title">
      <Title order={2} id="late-title" mb={6}>{title}</Title>
      {late.total === 0 ? <Text c="gray.6">{t('overview.noLate')}</Text> : (
        <div className="df-table-wrap" data-list="true" tabIndex={0} role="group" aria-labelledby="late-title">
          <table className="df-table">
            <caption className="df-visually-hidden">{title}</caption>
            <thead><tr>{['work.dossier', 'overview.where', 'work.due', 'overview.causes'].map((key) => <th key={key} scope="col">{t(key)}</th>)}<th scope="col"><span className="df-visually-hidden">{t('improvement.new')}</span></th></tr></thead>
            <tbody>{late.items.map((row) => (
              <tr key={row.dossierId}>
                <td className="df-wide"><Link to="/dossiers/$dossierId" params={{ dossierId: row.dossierId }}>{row.dossierNo}</Link><span className="df-sub">{row.procedureName}</span></td><Standing steps={row.steps} />
                <td data-label={t('work.due')}><DueMark state="overdue" overdueMinutes={row.overdueMinutes} /><span className="df-sub">{t('work.dueAt')}: {formatDateTime(row.dueAt)}</span></td>
                <td data-label={t('overview.causes')} className="df-wide"><Causes row={row} /></td>
                <td><OpenRecord what={row.dossierNo} asked={{ source: 'lateDossier', dossierId: row.dossierId }} /></td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
      <Pager page={late.page} pageSize={late.pageSize} total={late.total} onPage={onPage} />
    </section>
  );
}

/** Each step with its department, and who has it where the reader may know. */
export function Standing({ steps }: { steps: LateRow['steps'] }) {
  const { t } = useWords();
  return (
    <td className="df-wide" data-label={t('overview.where')}>
      {steps.map(({ name, departmentName, assigneeName }, at) => <div key={at}>{name}<span className="df-sub">{[departmentName, assigneeName].filter(Boolean).join(' · ')}</span></div>)}
    </td>
  );
}

/** The steps that took most of it; what is left is said in one line. */
const TOLD = 3;
function Causes({ row: { causes, overdueMinutes } }: { row: LateRow }) {
  const { t, language } = useWords();
  const inWords = useShortTime();
  if (causes.length === 0) return <>{t('overview.noCause')}</>;
  const rest = causes.slice(TOLD);
  // Overdue since office hours ended: no minute has passed that could be split.
  const said = (minutes: number, steps = 1) => ({ time: inWords(minutes), share: formatShare(overdueMinutes > 0 ? minutes / overdueMinutes : steps / causes.length, language) });
  return (
    <ul style={{ margin: 0, paddingLeft: '1.1em' }}>
      {causes.slice(0, TOLD).map(({ step, departmentName, minutes }) => <li key={`${step}${departmentName}`}>{t('overview.cause', { step, ...said(minutes) })}</li>)}
      {rest.length > 0 ? <li>{t('overview.otherCauses', { n: rest.length, ...said(rest.reduce((sum, { minutes }) => sum + minutes, 0), rest.length) })}</li> : null}
    </ul>
  );
}
