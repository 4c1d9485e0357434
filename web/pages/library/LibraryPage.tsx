/** The map of procedures: a picture, and tables of what is nearly the same, of shared steps and of shared documents. */
import { useState } from 'react';
import { Group, SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AlikeRow, ClonedRow, LibraryFinding, LibraryRow, Page, SharedDocumentRow, SharedStepRow } from '../../../server/contract.js';
import { libraryQuery } from '../../api/library.js';
import { useWords } from '../../i18n/index.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Pager } from '../../ui/Pager.js';
import { SearchField } from '../../ui/SearchField.js';
import { Answered, Empty } from '../../ui/states.js';
import { MapPicture } from './MapPicture.js';
import { AlikeTable, CloneTable, DocumentTable, FindingTable, StepTable } from './tables.js';
import './library.css';
import './words.js';

const VIEWS = ['alike', 'findings', 'clones', 'steps', 'documents'] as const;
type View = (typeof VIEWS)[number];
type Rows = Page<LibraryRow>;

export function LibraryPage() {
  const { t } = useWords();
  const [view, setView] = useState<View>('alike');
  const [q, setQ] = useState('');
  const [page, setPage] = useState(1);
  const query = useQuery({ ...libraryQuery(view, q, page), placeholderData: keepPreviousData });
  const search = (text: string): void => { setQ(text); setPage(1); };
  const isOld = query.isPlaceholderData;
  return (
    <>
      <PageHeader title={t('library.title')} note={t('library.note')} />
      <MapPicture chosen={q} onChoose={search} />
      <Group mb="sm" gap="sm">
        <SegmentedControl data={VIEWS.map((value) => ({ value, label: t(`library.tab.${value}`) }))} value={view} onChange={(value) => { setView(value as View); setPage(1); }} aria-label={t('library.tabs')} className="df-map-tabs" />
        <SearchField key={q} value={q} label={t('library.search')} onSearch={search} />
      </Group>
      <Answered query={query}>{(rows) => (rows.items.length === 0 ? <Empty title={t('library.empty')} /> : (
        <div aria-busy={isOld}>
          <Rows view={isOld ? viewOf(rows as Rows) : view} rows={rows as Rows} />
          <Pager page={rows.page} pageSize={rows.pageSize} total={rows.total} onPage={setPage} />
        </div>
      ))}</Answered>
    </>
  );
}

/** What the rows are that are still shown while others are on their way. */
function viewOf({ items: [first] }: Rows): View {
  if (first === undefined || 'similarity' in first) return 'alike';
  if ('finding' in first) return 'findings';
  return 'label' in first ? 'steps' : 'steps' in first ? 'clones' : 'documents';
}

function Rows({ view, rows: { items, total } }: { view: View; rows: Rows }) {
  if (view === 'alike') return <AlikeTable rows={items as AlikeRow[]} total={total} />;
  if (view === 'findings') return <FindingTable rows={items as LibraryFinding[]} total={total} />;
  if (view === 'clones') return <CloneTable rows={items as ClonedRow[]} total={total} />;
  return view === 'steps' ? <StepTable rows={items as SharedStepRow[]} total={total} /> : <DocumentTable rows={items as SharedDocumentRow[]} total={total} />;
}
