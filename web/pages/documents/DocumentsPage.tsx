/** The documents of the quality system: what is in force, what is being prepared, what is left to read. */
import { useState } from 'react';
import { Alert, Badge, Button, Checkbox, Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { DocumentRow } from '../../../server/contract.js';
import { documents, documentsQuery } from '../../api/documents.js';
import { formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Pager } from '../../ui/Pager.js';
import { Answered, Empty } from '../../ui/states.js';
import { formatDay } from '../versions/LifeFacts.js';
import { StateBadge } from '../versions/StateBadge.js';
import { KINDS } from './kinds.js';
import { NewDocument } from './NewDocument.js';
import './words.js';

const PAGE_SIZE = 50;

export function DocumentsPage() {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const { page = 1, toRead, ...asked } = useSearch({ from: '/shell/documents' });
  const kind = KINDS.find((each) => each === asked.kind);
  const query = useQuery(documentsQuery({ kind, toRead, page, pageSize: PAGE_SIZE }));
  const [adding, setAdding] = useState(false);
  const go = (search: { kind?: string; toRead?: boolean; page?: number }) => void navigate({ to: '/documents', search });
  return (
    <>
      <PageHeader title={t('documents.title')} note={t('documents.note')}>
        <Button variant="default" component="a" href={documents.tableUrl(kind)}>{t('documents.sheet')}</Button>
        {query.data?.mayWrite ? <Button aria-expanded={adding} onClick={() => setAdding(!adding)}>{t('documents.new')}</Button> : null}
      </PageHeader>
      {adding ? <NewDocument /> : null}
      {query.data && query.data.toRead > 0 ? <Alert color="ochre" mb="md" role="note">{t('documents.toRead', { n: query.data.toRead })}</Alert> : null}
      <Group mb="md" gap="md" align="flex-end">
        <NativeSelect label={t('documents.kindLabel')} value={kind ?? ''} data={[{ value: '', label: t('documents.all') }, ...KINDS.map((value) => ({ value, label: t(`documents.kind.${value}`) }))]} onChange={(event) => go({ toRead, kind: event.currentTarget.value || undefined })} />
        <Checkbox label={t('documents.toReadOnly')} checked={toRead === true} onChange={(event) => go({ kind, toRead: event.currentTarget.checked || undefined })} />
      </Group>
      <Answered query={query} rows={6}>
        {(answer) => (answer.items.length === 0 ? <Empty title={t('documents.none')} /> : (
          <>
            <DocumentTable rows={answer.items} caption={t('documents.caption', { total: formatNumber(answer.total, language) })} />
            <Pager page={answer.page} pageSize={answer.pageSize} total={answer.total} onPage={(next) => go({ kind, toRead, page: next })} />
          </>
        ))}
      </Answered>
    </>
  );
}

function DocumentTable({ rows, caption }: { rows: readonly DocumentRow[]; caption: string }) {
  const { t } = useWords();
  const label = (key: string): string => t(`documents.column.${key}`);
  return (
    <div className="df-table-wrap" data-list="true">
      <table className="df-table">
        <caption>{caption}</caption>
        <thead><tr>{['code', 'title', 'kind', 'version', 'state', 'inForceFrom', 'reading'].map((key) => <th key={key} scope="col">{label(key)}</th>)}</tr></thead>
        <tbody>{rows.map((row) => (
          <tr key={row.id}>
            <td data-label={label('code')}>{row.code}</td>
            <td data-label={label('title')} style={{ minWidth: '14rem' }}><Link to="/documents/$documentId" params={{ documentId: row.id }} search={{}}>{row.title}</Link></td>
            <td data-label={label('kind')}>{t(`documents.kind.${row.kind}`)}</td>
            <td data-label={label('version')}>{row.version ?? '–'}</td>
            <td data-label={label('state')}>
              {row.state ? <StateBadge state={row.state} /> : t('documents.drafting')}
              {row.inPreparation && row.inPreparation.version !== row.version ? <span className="df-sub">{t('documents.preparing', { version: row.inPreparation.version, state: t(`version.state.${row.inPreparation.state}`) })}</span> : null}
            </td>
            <td data-label={label('inForceFrom')}>{row.inForceFrom ? formatDay(row.inForceFrom) : '–'}</td>
            <td data-label={label('reading')}>{row.toRead ? <Badge color="ochre" variant="light">{t('documents.mustRead')}</Badge> : '–'}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}
