/** Who has changed what of the organisation, when, and why. */
import { useState } from 'react';
import { Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { OrganisationChangeRow, OrganisationView } from '../../../server/contract.js';
import { organisationChangesQuery } from '../../api/organisation.js';
import { formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { Pager } from '../../ui/Pager.js';
import { Answered } from '../../ui/states.js';

const FIELDS = ['name', 'oneStop', 'headcount', 'position', 'departmentIds', 'roles', 'posts', 'from', 'to', 'place', 'successors', 'active'];

export function Changes({ view }: { view: OrganisationView }) {
  const { t } = useWords();
  const [page, setPage] = useState(1);
  const query = useQuery(organisationChangesQuery(page));
  return (
    <Paper p="md" component="section" aria-labelledby="org-changes-title">
      <Title order={2} id="org-changes-title" mb="sm">{t('org.changes')}</Title>
      <Answered query={query} rows={2}>{({ items, total, pageSize }) => (total === 0 ? <Text size="sm" c="gray.7">{t('org.noChanges')}</Text> : (
        <>
          <div className="df-table-wrap" data-list="true" tabIndex={0} role="group" aria-labelledby="org-changes-title">
            <table className="df-table">
              <thead><tr>{['name', 'what', 'reason', 'at', 'by'].map((each) => <th key={each} scope="col">{t(`org.${each}`)}</th>)}</tr></thead>
              <tbody>{items.map((row) => (
                <tr key={row.id}>
                  <td>{row.name}<span className="df-sub">{row.target}</span></td><td data-label={t('org.what')}><Difference view={view} row={row} /></td>
                  <td data-label={t('org.reason')}>{row.reason}</td><td data-label={t('org.at')} className="df-nowrap">{formatDateTime(row.at)}</td><td data-label={t('org.by')}>{row.byName}</td>
                </tr>
              ))}</tbody>
            </table>
          </div>
          <Pager page={page} pageSize={pageSize} total={total} onPage={setPage} />
        </>
      ))}</Answered>
    </Paper>
  );
}

function Difference({ view, row: { before, after } }: { view: OrganisationView; row: OrganisationChangeRow }) {
  const { t } = useWords();
  const known = new Map([...view.departments, ...view.roles].map(({ id, name }) => [id, name]));
  const one = (value: unknown): string => (typeof value === 'object' && value !== null ? Object.values(value).flat().map(one).filter(Boolean).join(' · ') : known.get(String(value)) ?? String(value));
  const show = (value: unknown): string => (Array.isArray(value) ? value.map(one).join(', ') : typeof value === 'boolean' ? t(value ? 'org.yes' : 'org.no') : value === undefined || value === null || value === '' ? '–' : String(value));
  if (!before) return <>{t('org.added')}</>;
  if (after.password === 'temporary') return <>{t('org.passwordReset')}</>;
  const changed = FIELDS.filter((name) => show(before[name]) !== show(after[name]));
  return <>{changed.map((name) => <span className="df-sub" key={name}>{t(`org.field.${name}`)}: {show(before[name])} → {show(after[name])}</span>)}</>;
}
