/** The work list: what waits for me, for my department, for all. */
import { useCallback, useRef, useState } from 'react';
import { Button, Group, Paper, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { WorkRow } from '../../../server/contract.js';
import { api } from '../../api.js';
import { useCommand } from '../../api/useCommand.js';
import { formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { refreshWork, sessionQuery, workQuery } from '../../queries.js';
import { confirmDone } from '../../ui/notify.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Pager } from '../../ui/Pager.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered, Empty } from '../../ui/states.js';
import { claimEach } from './claimEach.js';
import { KeyHelp } from './KeyHelp.js';
import type { WorkSearch } from './search.js';
import { useListKeys } from './useListKeys.js';
import { useSelection } from './useSelection.js';
import { WorkFilters } from './WorkFilters.js';
import { WorkTable } from './WorkTable.js';

const DEFAULT_SORT = 'due';

export function WorkPage() {
  const { t, language } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/work' });
  const query = useQuery(workQuery({ ...search, sort: search.sort ?? DEFAULT_SORT, page: search.page ?? 1 }));
  const me = useQuery(sessionQuery).data?.person?.id ?? '';
  const rows = query.data?.items ?? [];
  const selection = useSelection(rows);
  const [help, setHelp] = useState(false);
  const claimIds = useRef(new Map<string, string>());
  const searchRef = useRef<HTMLInputElement>(null);

  const settled = () => void refreshWork(client);
  const claim = useCommand((row: WorkRow, commandId) => api.claim(row.id, commandId), settled);
  const release = useCommand((row: WorkRow, commandId) => api.release(row.id, commandId), (result) => { settled(); if (result) confirmDone(t('work.released')); });
  const claimSelected = useCommand((ids: string[]) => claimEach(ids, claimIds.current), (result) => {
    settled();
    if (!result) return;
    claimIds.current.clear();
    selection.clear();
    confirmDone([t('work.claimed', { n: result.claimed }), result.failed ? t('work.someFailed', { n: result.failed }) : ''].join(' '));
  });
  const change = (next: Partial<WorkSearch>) => void navigate({ to: '/work', search: { ...search, page: undefined, ...next } });
  const keys = useListKeys({
    count: rows.length,
    open: useCallback((row: number) => { const it = rows[row]; if (it) void navigate({ to: '/dossiers/$dossierId', params: { dossierId: it.dossierId } }); }, [rows, navigate]),
    toggle: useCallback((row: number) => { const it = rows[row]; if (it) selection.toggle(it.id); }, [rows, selection]),
    search: useCallback(() => searchRef.current?.focus(), []),
    help: useCallback(() => setHelp(true), []),
  });
  return (
    <>
      <PageHeader title={t('work.title')} />
      <WorkFilters search={search} counts={query.data?.counts} onChange={change} searchRef={searchRef} onHelp={() => setHelp(true)} />
      <ProblemNote error={claim.error ?? release.error ?? claimSelected.error} />
      <Answered query={query} rows={8}>
        {(page) => page.items.length === 0 ? <NoWork search={search} onClear={() => change({ q: undefined, status: undefined, procedure: undefined })} /> : (
          <>
            <WorkTable rows={page.items} caption={t('work.caption', { view: t(`work.${search.view}`), total: formatNumber(page.total, language) })} me={me} showDepartment={search.view === 'all'}
              sort={search.sort ?? DEFAULT_SORT} onSort={(sort) => change({ sort })} current={keys.current} busy={claim.isPending || release.isPending}
              selected={selection.ids} onToggle={selection.toggle} onToggleAll={selection.toggleAll} onClaim={(row) => claim.mutate(row)} onRelease={(row) => release.mutate(row)} />
            {selection.ids.size > 0 ? (
              <Paper p="sm" mt="sm" role="region" aria-live="polite">
                <Group><Text size="sm" fw={600}>{t('work.selected', { n: selection.ids.size })}</Text>
                  <Button size="xs" loading={claimSelected.isPending} onClick={() => claimSelected.mutate([...selection.ids])}>{t('work.claimSelected')}</Button></Group>
              </Paper>
            ) : null}
            <Pager page={page.page} pageSize={page.pageSize} total={page.total} onPage={(next) => change({ page: next })} />
          </>
        )}
      </Answered>
      <KeyHelp opened={help} onClose={() => setHelp(false)} enabled={keys.enabled} onEnabled={keys.setEnabled} />
    </>
  );
}

function NoWork({ search, onClear }: { search: WorkSearch; onClear: () => void }) {
  const { t } = useWords();
  if (search.q || search.status || search.procedure) return <Empty title={t('work.emptyFilter')} action={<Button variant="default" onClick={onClear}>{t('action.clear')}</Button>} />;
  return search.view === 'mine' ? <Empty title={t('work.emptyMine')}>{t('work.emptyMineText')}</Empty> : <Empty title={t('work.emptyDepartment')}>{t('work.emptyText')}</Empty>;
}
