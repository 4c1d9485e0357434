/** Programs that use the API: which tokens there are, another one, and the end of one. */
import { useState } from 'react';
import { Badge, Button, Group, Paper, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TokenRow } from '../../../server/contract.js';
import { revokeToken, tokensQuery } from '../../api/organisation.js';
import { formatDate, formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { Pager } from '../../ui/Pager.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered } from '../../ui/states.js';
import { TokenForm } from './TokenForm.js';

export function Tokens() {
  const { t } = useWords();
  const client = useQueryClient();
  const [page, setPage] = useState(1);
  const [isOpen, setOpen] = useState(false);
  const query = useQuery(tokensQuery(page));
  const revoke = useMutation({ mutationFn: revokeToken, onSuccess: () => client.invalidateQueries({ queryKey: ['organisation', 'tokens'] }) });
  return (
    <Paper p="md" component="section" aria-labelledby="tokens-title">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="tokens-title">{t('org.tokens')}</Title>
        <Button size="xs" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{t('org.newToken')}</Button>
      </Group>
      {isOpen ? <TokenForm onClose={() => setOpen(false)} /> : null}
      <ProblemNote error={revoke.error} />
      <Answered query={query} rows={2}>{({ items, total, pageSize }) => (total === 0 ? <Text size="sm" c="gray.7">{t('org.noTokens')}</Text> : (
        <><Rows rows={items} isBusy={revoke.isPending} onRevoke={(ref) => revoke.mutate(ref)} /><Pager page={page} pageSize={pageSize} total={total} onPage={setPage} /></>
      ))}</Answered>
    </Paper>
  );
}

function Rows({ rows, isBusy, onRevoke }: { rows: TokenRow[]; isBusy: boolean; onRevoke: (ref: string) => void }) {
  const { t } = useWords();
  return (
    <div className="df-table-wrap" data-list="true" tabIndex={0} role="group" aria-labelledby="tokens-title">
      <table className="df-table">
        <thead><tr>{['program', 'actsAs', 'scopes', 'ends', 'used', 'state'].map((each) => <th key={each} scope="col">{t(`org.${each}`)}</th>)}<th scope="col"><span className="df-visually-hidden">{t('org.actions')}</span></th></tr></thead>
        <tbody>{rows.map((row) => (
          <tr key={row.ref} data-token={row.name}>
            <td>{row.name}<span className="df-sub">{t('org.madeBy', { name: row.madeByName, at: formatDateTime(row.madeAt) })}</span></td>
            <td data-label={t('org.actsAs')}>{row.personName}</td>
            <td data-label={t('org.scopes')}>{row.scopes.map((scope) => t(`org.scope.${scope.replace(':', '_')}`)).join(', ')}</td>
            <td data-label={t('org.ends')} className="df-nowrap">{formatDate(row.expiresAt)}</td>
            <td data-label={t('org.used')} className="df-nowrap">{row.usedAt ? formatDateTime(row.usedAt) : '–'}</td>
            <td data-label={t('org.state')}><Badge variant="outline" color={row.state === 'valid' ? 'green.9' : 'gray.7'} style={{ overflow: 'visible' }} styles={{ label: { overflow: 'visible' } }} miw="max-content">{t(`org.tokenState.${row.state}`)}</Badge></td>
            <td>{row.state === 'valid' ? <Button variant="subtle" size="compact-sm" disabled={isBusy} aria-label={t('org.revokeOf', { name: row.name })} onClick={() => onRevoke(row.ref)}>{t('org.revoke')}</Button> : null}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}
