/** The departments: their codes, as drawings name them, and what may be changed of them. */
import { Fragment, useState } from 'react';
import { Badge, Button, Checkbox, Group, NumberInput, Paper, SimpleGrid, TextInput, Title } from '@mantine/core';
import type { DepartmentRow, OrganisationView } from '../../../server/contract.js';
import { saveDepartment } from '../../api/organisation.js';
import { useWords } from '../../i18n/index.js';
import { EditForm } from './EditForm.js';

const NEW = '';

export function Departments({ view }: { view: OrganisationView }) {
  const { t } = useWords();
  const [editing, setEditing] = useState<string | null>(null);
  const close = () => setEditing(null);
  const columns = ['name', 'code', 'headcount', 'staff'] as const;
  return (
    <Paper p="md" component="section" aria-labelledby="departments-title">
      <Group justify="space-between" mb="sm"><Title order={2} id="departments-title">{t('org.departments')}</Title>
        {view.mayChange ? <Button size="xs" variant="default" aria-expanded={editing === NEW} onClick={() => setEditing(NEW)} data-new-department>{t('org.newDepartment')}</Button> : null}</Group>
      {editing === NEW ? <DepartmentForm onClose={close} /> : null}
      <div className="df-table-wrap" data-list="true" tabIndex={0} role="group" aria-labelledby="departments-title">
        <table className="df-table">
          <thead><tr>{columns.map((each) => <th key={each} scope="col">{t(`org.${each}`)}</th>)}{view.mayChange ? <th scope="col"><span className="df-visually-hidden">{t('org.actions')}</span></th> : null}</tr></thead>
          <tbody>{view.departments.map((row) => (
            <Fragment key={row.id}>
              <tr data-department={row.id}>
                <td>{row.name} {row.oneStop ? <Badge variant="outline">{t('org.isOneStop')}</Badge> : null}</td><td data-label={t('org.code')}>{row.id}</td>
                <td data-label={t('org.headcount')}>{row.headcount ?? '–'}</td><td data-label={t('org.staff')}>{row.people}</td>
                {view.mayChange ? <td><Button variant="subtle" size="compact-sm" aria-label={t('org.editOf', { name: row.name })} aria-expanded={editing === row.id} onClick={() => setEditing(editing === row.id ? null : row.id)}>{t('org.edit')}</Button></td> : null}
              </tr>
              {editing === row.id ? <tr><td colSpan={5}><DepartmentForm row={row} onClose={close} /></td></tr> : null}
            </Fragment>
          ))}</tbody>
        </table>
      </div>
    </Paper>
  );
}

function DepartmentForm({ row, onClose }: { row?: DepartmentRow; onClose: () => void }) {
  const { t } = useWords();
  const [code, setCode] = useState(row?.id ?? '');
  const [name, setName] = useState(row?.name ?? '');
  const [oneStop, setOneStop] = useState(row?.oneStop ?? false);
  const [headcount, setHeadcount] = useState<number | string>(row?.headcount ?? '');
  const save = (reason: string) => saveDepartment({ id: code.trim(), revision: row?.revision, reason }, { name, oneStop, ...(typeof headcount === 'number' ? { headcount } : {}) });
  return (
    <EditForm label={row ? t('org.editOf', { name: row.name }) : t('org.newDepartment')} name={name} isComplete={Boolean(code.trim() && name.trim())} save={save} onClose={onClose}>{({ wrong, needed }) => (
      <>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          {row ? null : <TextInput label={t('org.code')} description={t('org.codeHint')} inputWrapperOrder={['label', 'input', 'description', 'error']} required value={code} onChange={(event) => setCode(event.currentTarget.value)} error={wrong('id') ?? needed(code.trim() !== '')} />}
          <TextInput label={t('org.name')} required value={name} maxLength={200} onChange={(event) => setName(event.currentTarget.value)} error={wrong('name') ?? needed(name.trim() !== '')} />
          <NumberInput label={t('org.headcount')} min={0} allowDecimal={false} value={headcount} onChange={setHeadcount} error={wrong('headcount')} />
        </SimpleGrid>
        <Checkbox label={t('org.oneStop')} checked={oneStop} onChange={(event) => setOneStop(event.currentTarget.checked)} />
      </>
    )}</EditForm>
  );
}
