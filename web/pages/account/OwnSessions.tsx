/** Every browser in which one is signed in; each can be signed out from here. */
import { Badge, Button, Group, Paper, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OwnSession } from '../../../server/contract.js';
import { endOtherSessions, endSession, ownSessionsQuery } from '../../api/account.js';
import { formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { confirmDone } from '../../ui/notify.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered } from '../../ui/states.js';

export function OwnSessions() {
  const { t } = useWords();
  const client = useQueryClient();
  const query = useQuery(ownSessionsQuery);
  const onSuccess = () => { confirmDone(t('account.ended')); return client.invalidateQueries({ queryKey: ['account'] }); };
  const one = useMutation({ mutationFn: endSession, onSuccess });
  const others = useMutation({ mutationFn: endOtherSessions, onSuccess });
  return (
    <Paper p="md" component="section" aria-labelledby="sessions-title">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="sessions-title">{t('account.sessions')}</Title>
        {(query.data?.items.length ?? 0) > 1 ? <Button variant="default" loading={others.isPending} onClick={() => others.mutate()}>{t('account.endOthers')}</Button> : null}
      </Group>
      <ProblemNote error={one.error ?? others.error} />
      <Answered query={query} rows={3}>{({ items }) => <Rows rows={items} isBusy={one.isPending} onEnd={(ref) => one.mutate(ref)} />}</Answered>
    </Paper>
  );
}

function Rows({ rows, isBusy, onEnd }: { rows: OwnSession[]; isBusy: boolean; onEnd: (ref: string) => void }) {
  const { t } = useWords();
  return (
    <div className="df-table-wrap" data-list="true" tabIndex={0} role="group" aria-labelledby="sessions-title">
      <table className="df-table">
        <thead><tr>{['browser', 'since', 'seen', 'address'].map((each) => <th key={each} scope="col">{t(`account.${each}`)}</th>)}<th scope="col"><span className="df-visually-hidden">{t('account.actions')}</span></th></tr></thead>
        <tbody>{rows.map(({ ref, current, agent = '', signedInAt, seenAt, address }) => (
          <tr key={ref} data-session={current ? 'current' : 'other'}>
            <td style={{ overflowWrap: 'anywhere', maxWidth: '34em' }}>{agent || '–'}</td>
            <td data-label={t('account.since')} className="df-nowrap">{formatDateTime(signedInAt)}</td>
            <td data-label={t('account.seen')} className="df-nowrap">{seenAt ? formatDateTime(seenAt) : '–'}</td>
            <td data-label={t('account.address')} className="df-nowrap">{address ?? '–'}</td>
            <td>{current ? <Badge style={{ overflow: 'visible' }} styles={{ label: { overflow: 'visible' } }} miw="max-content">{t('account.here')}</Badge>
              : <Button size="compact-sm" variant="default" disabled={isBusy} aria-label={t('account.endOf', { at: formatDateTime(signedInAt) })} onClick={() => onEnd(ref)}>{t('nav.signOut')}</Button>}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}
