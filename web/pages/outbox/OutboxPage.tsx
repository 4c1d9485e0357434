/** Messages to applicants, for administrators: what has gone out, what waits, what failed and why, and sending it again. */
import { Badge, Button, NativeSelect, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { OutboxCounts, OutboxRow } from '../../../server/contract.js';
import { setup } from '../../api/setup.js';
import { formatDateTime, formatNumber } from '../../format.js';
import { outbox as en } from '../../i18n/en/outbox.js';
import { useWords } from '../../i18n/index.js';
import { addWords } from '../../i18n/late.js';
import { outbox as vi } from '../../i18n/vi/outbox.js';
import { confirmDone } from '../../ui/notify.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Pager } from '../../ui/Pager.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered, Empty } from '../../ui/states.js';

addWords({ vi, en });

const STATES = ['failed', 'waiting', 'sending', 'sent', 'skipped'] as const;
export interface OutboxSearch { state?: OutboxRow['state'] | undefined; page?: number | undefined }
function parseOutboxSearch(raw: Record<string, unknown>): OutboxSearch {
  return { state: STATES.find((each) => each === raw.state), page: Number(raw.page) > 1 ? Number(raw.page) : undefined };
}
const COLOURS: Record<OutboxRow['state'], string> = { failed: 'red', waiting: 'ochre', sending: 'ochre', sent: 'green', skipped: 'gray' };

export function OutboxPage() {
  const { t, language } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { state, page = 1 } = parseOutboxSearch({ ...useSearch({ from: '/shell/outbox' }) });
  const query = useQuery({ queryKey: ['outbox', state, page], queryFn: () => setup.outbox({ state, page }), placeholderData: (previous) => previous, refetchInterval: 60_000 });
  const retry = useMutation({ mutationFn: (row: OutboxRow) => setup.retryMessage(row.id), onSuccess: () => { confirmDone(t('outbox.retried')); void client.invalidateQueries({ queryKey: ['outbox'] }); } });
  return (
    <>
      <PageHeader title={t('outbox.title')} />
      <Text size="sm" mb="md" maw="70ch">{t('outbox.text')}</Text>
      <Answered query={query} rows={6}>
        {(answer) => (
          <>
            <StateFilter counts={answer.counts} value={state ?? ''} onChange={(next) => void navigate({ to: '/outbox', search: next ? { state: next as OutboxRow['state'] } : {} })} />
            <ProblemNote error={retry.error} />
            {answer.items.length === 0 ? <Empty title={t('outbox.none')} /> : (
              <>
                <Rows rows={answer.items} caption={t('outbox.caption', { total: formatNumber(answer.total, language) })} onRetry={(row) => retry.mutate(row)} busy={retry.isPending} />
                <Pager page={answer.page} pageSize={answer.pageSize} total={answer.total} onPage={(next) => void navigate({ to: '/outbox', search: { state, page: next } })} />
              </>
            )}
          </>
        )}
      </Answered>
    </>
  );
}

function StateFilter({ counts, value, onChange }: { counts: OutboxCounts; value: string; onChange: (value: string) => void }) {
  const { t } = useWords();
  return (
    <NativeSelect label={t('outbox.state')} value={value} onChange={(event) => onChange(event.currentTarget.value)} mb="md" maw={280}
      data={[{ value: '', label: t('outbox.all') }, ...STATES.map((each) => ({ value: each, label: `${t(`outbox.stateOf.${each}`)} (${counts[each]})` }))]} />
  );
}

function Rows({ rows, caption, onRetry, busy }: { rows: OutboxRow[]; caption: string; onRetry: (row: OutboxRow) => void; busy: boolean }) {
  const { t } = useWords();
  return (
    <div className="df-table-wrap" data-list="true">
      <table className="df-table">
        <caption>{caption}</caption>
        <thead><tr>{['at', 'to', 'dossier', 'about', 'state'].map((key) => <th key={key} scope="col">{t(`outbox.${key}`)}</th>)}<th scope="col"><span className="df-visually-hidden">{t('outbox.actions')}</span></th></tr></thead>
        <tbody>{rows.map((row) => (
          <tr key={row.id} data-message={row.id}>
            <td data-label={t('outbox.at')}>{formatDateTime(row.at)}</td>
            <td data-label={t('outbox.to')} style={{ overflowWrap: 'anywhere', minWidth: '11rem' }}>{row.to}<span className="df-sub">{t(`outbox.channel.${row.channel}`)}</span></td>
            <td data-label={t('outbox.dossier')}><Link to="/dossiers/$dossierId" params={{ dossierId: row.dossierId }}>{row.dossierNo}</Link><span className="df-sub">{row.procedureName}</span></td>
            <td data-label={t('outbox.about')}>{t(`outbox.kind.${row.kind}`)}</td>
            <td data-label={t('outbox.state')}><State row={row} /></td>
            <td>{row.state === 'failed' || row.state === 'skipped' ? <Button size="compact-sm" variant="default" disabled={busy} onClick={() => onRetry(row)} aria-label={t('outbox.retryNamed', { to: row.to, no: row.dossierNo })}>{t('outbox.retry')}</Button> : null}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}

function State({ row }: { row: OutboxRow }) {
  const { t } = useWords();
  const notes = [row.attempts > 0 ? t('outbox.attempts', { n: row.attempts }) : '', row.nextAt ? t('outbox.next', { at: formatDateTime(row.nextAt) }) : '', row.sentAt ? t('outbox.sentAt', { at: formatDateTime(row.sentAt) }) : ''].filter(Boolean);
  return (
    <>
      <Badge style={{ overflow: 'visible' }} styles={{ label: { overflow: 'visible' } }} miw="max-content" color={COLOURS[row.state]}>{t(`outbox.stateOf.${row.state}`)}</Badge>
      {notes.length > 0 ? <span className="df-sub">{notes.join(' · ')}</span> : null}
      {row.error ? <span className="df-sub" style={{ overflowWrap: 'anywhere' }}>{row.error}</span> : null}
    </>
  );
}
