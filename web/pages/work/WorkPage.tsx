/** The work list: what waits for me, for my department, for all. */
import { useCallback, useMemo, useRef, useState } from 'react';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { WorkRow } from '../../../server/contract.js';
import { api } from '../../api.js';
import { useCommand } from '../../api/useCommand.js';
import { formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { refreshWork, sessionQuery, workQuery } from '../../queries.js';
import { ExcelLink } from '../../ui/ExcelLink.js';
import { lazily } from '../../ui/lazily.js';
import { confirmDone } from '../../ui/notify.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Pager } from '../../ui/Pager.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered, Empty } from '../../ui/states.js';
import { lookOf, type WorkSearch } from './search.js';
import { useListKeys } from './useListKeys.js';
import { useNewRows } from './useNewRows.js';
import { useSelection } from './useSelection.js';
import { WorkFilters } from './WorkFilters.js';
import { WorkTable } from './WorkTable.js';

const SelectionBar = lazily(() => import('./SelectionBar.js').then((part) => part.SelectionBar));
const DEFAULT_SORT = 'due';

export function WorkPage() {
  const { t, language } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/work' });
  const { columns: _columns, density: _density, ...asked } = search;
  const query = useQuery(workQuery({ ...asked, sort: search.sort ?? DEFAULT_SORT, page: search.page ?? 1 }));
  const me = useQuery(sessionQuery).data?.person?.id ?? '';
  const look = useMemo(() => lookOf(search), [search]);
  const rows = useMemo(() => query.data?.items ?? [], [query.data]);
  useNewRows(JSON.stringify(asked), query.isPlaceholderData ? undefined : query.data?.items);
  const selection = useSelection(rows);
  /** It stays once it has been there: it holds the answers of the last act. */
  const [barOpened, setBarOpened] = useState(false);
  const searchRef = useRef<HTMLInputElement>(null);

  const settled = () => void refreshWork(client);
  const claim = useCommand((row: WorkRow, commandId) => api.claim(row.id, commandId), settled);
  const release = useCommand((row: WorkRow, commandId) => api.release(row.id, commandId), (result) => { settled(); if (result) confirmDone(t('work.released')); });
  if (selection.ids.size > 0 && !barOpened) setBarOpened(true);
  const ids = useMemo(() => [...selection.ids], [selection.ids]);
  const change = (next: Partial<WorkSearch>) => void navigate({ to: '/work', search: { ...search, page: undefined, ...next } });
  const current = useListKeys({
    ids: useMemo(() => rows.map((row) => row.id), [rows]),
    open: useCallback((id: string) => { const it = rows.find((row) => row.id === id); if (it) void navigate({ to: '/dossiers/$dossierId', params: { dossierId: it.dossierId } }); }, [rows, navigate]),
    toggle: selection.toggle,
    search: useCallback(() => searchRef.current?.focus(), []),
  });
  return (
    <>
      <PageHeader title={t('work.title')}><ExcelLink href={api.workSheetUrl({ ...asked, sort: search.sort ?? DEFAULT_SORT })} /></PageHeader>
      <WorkFilters search={search} counts={query.data?.counts} onChange={change} searchRef={searchRef} />
      <ProblemNote error={claim.error ?? release.error} />
      <Answered query={query} rows={8}>
        {(page) => page.items.length === 0 ? <NoWork search={search} onClear={() => change({ q: undefined, status: undefined, procedure: undefined })} /> : (
          <>
            <WorkTable rows={page.items} caption={t('work.caption', { view: t(`work.${search.view}`), total: formatNumber(page.total, language) })} me={me} {...look}
              sort={search.sort ?? DEFAULT_SORT} onSort={(sort) => change({ sort })} current={current} busy={claim.isPending || release.isPending}
              selected={selection.ids} onToggle={selection.toggle} onToggleAll={selection.toggleAll} onClaim={(row) => claim.mutate(row)} onRelease={(row) => release.mutate(row)} />
            <Pager page={page.page} pageSize={page.pageSize} total={page.total} onPage={(next) => change({ page: next })} />
          </>
        )}
      </Answered>
      {ids.length > 0 || barOpened ? <SelectionBar ids={ids} onSettled={settled} onClear={selection.clear} /> : null}
    </>
  );
}

function NoWork({ search, onClear }: { search: WorkSearch; onClear: () => void }) {
  const { t } = useWords();
  if (search.q || search.status || search.procedure) return <Empty title={t('work.emptyFilter')} action={<Button variant="default" onClick={onClear}>{t('action.clear')}</Button>} />;
  return search.view === 'mine' ? <Empty title={t('work.emptyMine')}>{t('work.emptyMineText')}</Empty> : <Empty title={t('work.emptyDepartment')}>{t('work.emptyText')}</Empty>;
}
