/** Scope with counts, search, status and procedure; all of it lives in the address, so a view can be shared. */
import { useState, type RefObject } from 'react';
import { Badge, Button, Group, NativeSelect, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { WorkPage } from '../../../server/contract.js';
import { formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { showKeyHelp } from '../../layout/Keys.js';
import { proceduresQuery } from '../../queries.js';
import { SearchField } from '../../ui/SearchField.js';
import { lazily } from '../../ui/lazily.js';
import type { WorkSearch } from './search.js';

const ViewPanel = lazily(() => import('./ViewPanel.js').then((part) => part.ViewPanel));

interface Props { search: WorkSearch; counts?: WorkPage['counts']; onChange: (change: Partial<WorkSearch>) => void; searchRef: RefObject<HTMLInputElement | null> }

export function WorkFilters({ search, counts, onChange, searchRef }: Props) {
  const { t, language } = useWords();
  const [panel, setPanel] = useState(false);
  const procedures = useQuery(proceduresQuery);
  const views = (['mine', 'department', 'all'] as const).map((view) => ({
    value: view,
    label: counts ? `${t(`work.${view}`)} (${formatNumber(counts[view], language)})` : t(`work.${view}`),
  }));
  return (
    <>
      <Group mb="sm" gap="sm">
        <SegmentedControl aria-label={t('work.view')} data={views} value={search.view} onChange={(view) => onChange({ view: view as WorkSearch['view'] })} />
        {counts?.overdue ? <Badge color="red" size="lg">{t('work.overdue', { n: formatNumber(counts.overdue, language) })}</Badge> : null}
        {counts?.dueSoon ? <Badge color="ochre" size="lg">{t('work.dueSoon', { n: formatNumber(counts.dueSoon, language) })}</Badge> : null}
        <Button variant="subtle" size="compact-sm" ml="auto" onClick={() => setPanel((shown) => !shown)} aria-expanded={panel} aria-controls="view-panel" data-views>{t('work.look')}</Button>
        <Button variant="subtle" size="compact-sm" onClick={showKeyHelp} visibleFrom="sm">{t('work.keys')} (?)</Button>
      </Group>
      {panel ? <ViewPanel search={search} onChange={onChange} /> : null}
      <Group mb="sm" gap="sm">
        <SearchField value={search.q ?? ''} label={t('work.filter')} onSearch={(q) => onChange({ q: q || undefined })} inputRef={searchRef} />
        <NativeSelect aria-label={t('work.status')} value={search.status ?? ''} onChange={(event) => onChange({ status: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('work.anyStatus') }, ...(['overdue', 'dueSoon', 'onTime', 'paused'] as const).map((value) => ({ value, label: t(`due.${value}`) }))]} />
        <NativeSelect aria-label={t('work.procedure')} value={search.procedure ?? ''} onChange={(event) => onChange({ procedure: event.currentTarget.value || undefined })} maw={280}
          data={[{ value: '', label: t('work.anyProcedure') }, ...(procedures.data ?? []).map((row) => ({ value: row.id, label: row.name }))]} />
        {search.q || search.status || search.procedure ? <Button variant="subtle" onClick={() => onChange({ q: undefined, status: undefined, procedure: undefined })}>{t('action.clear')}</Button> : null}
      </Group>
    </>
  );
}
