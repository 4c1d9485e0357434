/** The dossier register: every dossier that the person may see, in whatever state. */
import { Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { BusinessState, DossierRow } from '../../../server/contract.js';
import { api } from '../../api.js';
import { formatDate, formatDateTime, formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { dossiersQuery } from '../../queries.js';
import { ExcelLink } from '../../ui/ExcelLink.js';
import { DueMark } from '../../ui/DueMark.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Pager } from '../../ui/Pager.js';
import { SearchField } from '../../ui/SearchField.js';
import { Answered, Empty } from '../../ui/states.js';
import { RegisterPrint } from './RegisterPrint.js';

export interface DossierSearch { q?: string; state?: string; page?: number }
const states: BusinessState[] = ['submitted', 'received', 'inProgress', 'awaitingSupplement', 'financialDuty', 'stopped', 'resolved', 'delivered', 'refused', 'notReceived', 'withdrawn', 'unresolved'];

export function DossiersPage() {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/dossiers' });
  const query = useQuery(dossiersQuery({ ...search, page: search.page ?? 1 }));
  const change = (next: DossierSearch) => void navigate({ to: '/dossiers', search: { ...search, page: undefined, ...next } });
  return (
    <>
      <PageHeader title={t('dossiers.title')}><ExcelLink href={api.dossierSheetUrl(search)} /><RegisterPrint /></PageHeader>
      <Group mb="sm" gap="sm">
        <SearchField value={search.q ?? ''} label={t('dossiers.search')} onSearch={(q) => change({ q: q || undefined })} />
        <NativeSelect aria-label={t('dossiers.state')} value={search.state ?? ''} onChange={(event) => change({ state: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('dossiers.anyState') }, ...states.map((value) => ({ value, label: t(`dossierState.${value}`) }))]} />
      </Group>
      <Answered query={query} rows={8}>
        {(page) => (page.items.length === 0 ? <Empty title={t('dossiers.empty')} /> : (
          <>
            <Register rows={page.items} caption={t('dossiers.caption', { total: formatNumber(page.total, language) })} />
            <Pager page={page.page} pageSize={page.pageSize} total={page.total} onPage={(next) => change({ page: next })} />
          </>
        ))}
      </Answered>
    </>
  );
}

function Register({ rows, caption }: { rows: DossierRow[]; caption: string }) {
  const { t } = useWords();
  return (
    <div className="df-table-wrap" data-list="true">
      <table className="df-table">
        <caption>{caption}</caption>
        <thead><tr>{['work.dossier', 'work.applicant', 'work.procedureShort', 'dossiers.stateColumn', 'dossiers.where', 'dossiers.receivedAt', 'work.dueAt', 'work.due'].map((key) => <th key={key} scope="col">{t(key)}</th>)}</tr></thead>
        <tbody>{rows.map((row) => (
          <tr key={row.id}>
            <td><Link to="/dossiers/$dossierId" params={{ dossierId: row.id }}>{row.dossierNo}</Link></td>
            <td data-label={t('work.applicant')}>{row.applicant}</td>
            <td className="df-wide" data-label={t('work.procedureShort')}>{row.procedureName}</td>
            <td data-label={t('dossiers.stateColumn')}>{t(`dossierState.${row.state}`)}</td>
            <td className="df-wide" data-label={t('dossiers.where')}>{row.steps.map((step) => <span key={step.element}>{step.name}<span className="df-sub">{step.assigneeName ?? step.departmentName}</span></span>)}</td>
            <td className="df-number" data-label={t('dossiers.receivedAt')}>{formatDate(row.receivedAt)}</td>
            <td className="df-number" data-label={t('work.dueAt')}>{row.dueAt ? formatDateTime(row.dueAt) : '–'}</td>
            <td data-label={t('work.due')}><DueMark state={row.dueState} overdueMinutes={row.overdueMinutes} /></td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}
