/** Dossiers within their limit that dossiers like them would not have kept, with the reason in words. */
import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AtRiskPage, AtRiskRow } from '../../../server/contract.js';
import { atRiskQuery } from '../../api/reports.js';
import { formatDateTime, formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { useWorkingTime } from '../../ui/DueMark.js';
import { Pager } from '../../ui/Pager.js';
import { Answered } from '../../ui/states.js';
import { Standing } from './LateList.js';
import type { OverviewFilter } from './search.js';

interface Props { filter: OverviewFilter; page: number; onPage: (page: number) => void }

export function AtRiskList({ filter, page, onPage }: Props) {
  const query = useQuery(atRiskQuery(filter, page));
  return <Answered query={query} rows={4}>{(answer) => <Rows answer={answer} onPage={onPage} />}</Answered>;
}

function Rows({ answer, onPage }: { answer: AtRiskPage; onPage: (page: number) => void }) {
  const { t, language } = useWords();
  const title = t('overview.atRisk', { n: formatNumber(answer.total, language) });
  return (
    <section aria-labelledby="risk-title">
      <Title order={2} id="risk-title" mb={6}>{title}</Title>
      <Text size="sm" c="gray.6" mb="xs">{t('overview.atRiskNote', { least: answer.least, at: formatDateTime(answer.asOf) })}</Text>
      {answer.items.length === 0 ? <Text c="gray.6">{t('overview.noAtRisk')}</Text> : (
        <div className="df-table-wrap" data-list="true" tabIndex={0} role="group" aria-labelledby="risk-title">
          <table className="df-table">
            <caption className="df-visually-hidden">{title}</caption>
            <thead><tr>{['work.dossier', 'overview.where', 'work.dueAt', 'overview.reason'].map((key) => <th key={key} scope="col">{t(key)}</th>)}</tr></thead>
            <tbody>{answer.items.map((row) => (
              <tr key={row.dossierId}>
                <td className="df-wide"><Link to="/dossiers/$dossierId" params={{ dossierId: row.dossierId }}>{row.dossierNo}</Link><span className="df-sub">{row.procedureName}</span></td><Standing steps={row.steps} />
                <td className="df-number" data-label={t('work.dueAt')}>{formatDateTime(row.dueAt)}</td><td data-label={t('overview.reason')} className="df-wide"><Why row={row} /></td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
      <Pager page={answer.page} pageSize={answer.pageSize} total={answer.total} onPage={onPage} />
    </section>
  );
}

function Why({ row: { step, halfMinutes, mostMinutes, slackMinutes, similar } }: { row: AtRiskRow }) {
  const { t, language } = useWords();
  const inWords = useWorkingTime();
  return <>{t('overview.why', { step, half: inWords(halfMinutes), most: inWords(mostMinutes), slack: inWords(slackMinutes), n: formatNumber(similar, language) })}</>;
}
