/** Who does whose work while that person is away: those that concern me, and those I may arrange. */
import { useState } from 'react';
import { Badge, Button, Grid, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { StandInRow } from '../../../server/contract.js';
import { deskApi } from '../../api/desk.js';
import { formatDate, formatDateTime, formatLastDay, formatNumber } from '../../format.js';
import { standIns as en } from '../../i18n/en/stand-ins.js';
import { useWords } from '../../i18n/index.js';
import { addWords } from '../../i18n/late.js';
import { standIns as vi } from '../../i18n/vi/stand-ins.js';
import { confirmDone } from '../../ui/notify.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Pager } from '../../ui/Pager.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered, Empty } from '../../ui/states.js';
import { StandInForm } from './StandInForm.js';

addWords({ vi, en });

export function StandInsPage() {
  const { t, language } = useWords();
  const client = useQueryClient();
  const [page, setPage] = useState(1);
  const query = useQuery({ queryKey: ['standIns', page], queryFn: () => deskApi.standIns(page), placeholderData: (previous) => previous });
  const fresh = () => void Promise.all([client.invalidateQueries({ queryKey: ['standIns'] }), client.invalidateQueries({ queryKey: ['session'] }), client.invalidateQueries({ queryKey: ['work'] })]);
  const end = useMutation({ mutationFn: (row: StandInRow) => deskApi.endStandIn(row.id), onSuccess: () => { confirmDone(t('standIn.ended')); fresh(); } });
  return (
    <>
      <PageHeader title={t('standIn.title')} />
      <Text size="sm" mb="md" maw="70ch">{t('standIn.text')}</Text>
      <Grid>
        <Grid.Col span={{ base: 12, lg: 4 }}><StandInForm onDone={fresh} /></Grid.Col>
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <ProblemNote error={end.error} />
          <Answered query={query} rows={6}>
            {(answer) => (answer.items.length === 0 ? <Empty title={t('standIn.none')} /> : (
              <>
                <Rows rows={answer.items} caption={t('standIn.caption', { total: formatNumber(answer.total, language) })} onEnd={(row) => end.mutate(row)} busy={end.isPending} />
                <Pager page={answer.page} pageSize={answer.pageSize} total={answer.total} onPage={setPage} />
              </>
            ))}
          </Answered>
        </Grid.Col>
      </Grid>
    </>
  );
}

/** The end is the midnight after the last day. */

function Rows({ rows, caption, onEnd, busy }: { rows: StandInRow[]; caption: string; onEnd: (row: StandInRow) => void; busy: boolean }) {
  const { t } = useWords();
  return (
    <div className="df-table-wrap" data-list="true">
      <table className="df-table">
        <caption>{caption}</caption>
        <thead><tr>{['absent', 'standIn', 'period', 'procedures', 'state'].map((key) => <th key={key} scope="col">{t(`standIn.${key}`)}</th>)}<th scope="col"><span className="df-visually-hidden">{t('standIn.actions')}</span></th></tr></thead>
        <tbody>{rows.map((row) => (
          <tr key={row.id} data-stand-in={row.id}>
            <td data-label={t('standIn.absent')}>{row.absentName}</td>
            <td data-label={t('standIn.standIn')}>{row.standInName}{row.reason ? <span className="df-sub">{row.reason}</span> : null}</td>
            <td data-label={t('standIn.period')}><span className="df-nowrap">{formatDate(row.from)} –</span> <span className="df-nowrap">{row.endedByName ? formatDateTime(row.to) : formatLastDay(row.to)}</span><span className="df-sub">{[t('standIn.setBy', { name: row.setByName }), row.endedByName ? t('standIn.endedBy', { name: row.endedByName }) : ''].filter(Boolean).join(' · ')}</span></td>
            <td data-label={t('standIn.procedures')}>{row.procedures ? t('standIn.count', { n: row.procedures.length }) : t('standIn.all')}</td>
            <td data-label={t('standIn.state')}><Badge style={{ overflow: 'visible' }} styles={{ label: { overflow: 'visible' } }} miw="max-content" color={row.state === 'inForce' ? 'green' : row.state === 'planned' ? 'ochre' : 'gray'}>{t(`standIn.stateOf.${row.state}`)}</Badge></td>
            <td>{row.mayEnd ? <Button size="compact-sm" variant="default" disabled={busy} onClick={() => onEnd(row)} aria-label={t('standIn.endOf', { standIn: row.standInName, absent: row.absentName })}>{t('standIn.end')}</Button> : null}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}
