/** What somebody who leaves holds, and to whom it goes. */
import { useState } from 'react';
import { NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { BulkResult, StaffRow } from '../../../server/contract.js';
import { handOver, heldQuery } from '../../api/organisation.js';
import { deskApi } from '../../api/desk.js';
import { formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { Pager } from '../../ui/Pager.js';
import { confirmDone } from '../../ui/notify.js';
import { Answered } from '../../ui/states.js';
import { EditForm } from './EditForm.js';

interface Props { row: StaffRow; to: string; onChange: (to: string) => void }

export function HandOver({ row, to, onChange }: Props) {
  const { t } = useWords();
  const [page, setPage] = useState(1);
  const held = useQuery(heldQuery(row.id, page));
  const people = useQuery({ queryKey: ['standIns', 'people'], queryFn: deskApi.colleagues }).data?.items ?? [];
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">{t('org.leaving', { n: row.held })}</Text>
      <NativeSelect label={t('org.handOverTo')} value={to} onChange={(event) => onChange(event.currentTarget.value)}
        data={[{ value: '', label: t('org.leastBusy') }, ...people.filter(({ id }) => id !== row.id).map(({ id, name, position }) => ({ value: id, label: `${name} – ${position}` }))]} />
      <Answered query={held} rows={2}>{({ items, total, pageSize }) => (
        <>
          <div className="df-table-wrap" data-list="true" tabIndex={0} role="group" aria-label={t('org.heldBy', { name: row.name })}>
            <table className="df-table">
              <thead><tr>{['dossier', 'step', 'due'].map((each) => <th key={each} scope="col">{t(`org.heldColumn.${each}`)}</th>)}</tr></thead>
              <tbody>{items.map((item) => (
                <tr key={item.id}>
                  <td><Link to="/dossiers/$dossierId" params={{ dossierId: item.dossierId }}>{item.dossierNo}</Link><span className="df-sub">{item.procedureName}</span></td>
                  <td data-label={t('org.heldColumn.step')}>{item.step}<span className="df-sub">{item.departmentName}</span></td>
                  <td data-label={t('org.heldColumn.due')} className="df-nowrap">{item.dueAt ? formatDateTime(item.dueAt) : '–'}</td>
                </tr>
              ))}</tbody>
            </table>
          </div>
          <Pager page={page} pageSize={pageSize} total={total} onPage={setPage} />
        </>
      )}</Answered>
    </Stack>
  );
}

/** For somebody who has left already. */
export function HandOverForm({ row, onClose }: { row: StaffRow; onClose: () => void }) {
  const { t } = useWords();
  const [to, setTo] = useState('');
  return (
    <EditForm label={t('org.handOverOf', { name: row.name })} name={row.name} isComplete save={async (reason) => toldOf((await handOver(row.id, to || undefined, reason)).results, t)} onClose={onClose}>{() => <HandOver row={row} to={to} onChange={setTo} />}</EditForm>
  );
}

/** What could not be given to anybody stays with the person, and is said. */
export function toldOf(results: readonly BulkResult[], t: ReturnType<typeof useWords>['t']): void {
  const left = results.filter(({ done }) => !done);
  if (results.length > 0) confirmDone(left.length === 0 ? t('org.handedOver', { n: results.length }) : t('org.notHandedOver', { n: left.length, dossiers: left.slice(0, 5).map(({ dossierNo }) => dossierNo).join(', ') }));
}
