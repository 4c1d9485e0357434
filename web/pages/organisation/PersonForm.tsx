/** A person: name and position, departments, roles, and whether he works here still. */
import { useState } from 'react';
import { Checkbox, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { OrganisationView, StaffRow } from '../../../server/contract.js';
import { newId } from '../../api/newId.js';
import { savePerson } from '../../api/organisation.js';
import { useWords } from '../../i18n/index.js';
import { EditForm } from './EditForm.js';
import { HandOver, toldOf } from './HandOver.js';
import { Days, Posts } from './Posts.js';

interface Props { view: OrganisationView; row?: StaffRow; onClose: () => void; onSaved?: (name: string) => void }

export function PersonForm({ view, row, onClose, onSaved }: Props) {
  const { t } = useWords();
  const [account, setAccount] = useState(row?.id ?? '');
  const [name, setName] = useState(row?.name ?? '');
  const [position, setPosition] = useState(row?.position ?? '');
  const [departmentIds, setDepartments] = useState(row?.departmentIds ?? []);
  const [roles, setRoles] = useState(row?.roles ?? []);
  const [active, setActive] = useState(row?.active ?? true);
  const [posts, setPosts] = useState(row?.posts ?? []);
  const [days, setDays] = useState<{ from?: string | undefined; to?: string | undefined }>({ from: row?.from, to: row?.to });
  const [to, setTo] = useState('');
  const leaves = row !== undefined && row.active && !active && row.held > 0;
  const save = async (reason: string) => {
    const { handedOver } = await savePerson({ id: account.trim(), revision: row?.revision, reason }, { name, position, departmentIds, roles, posts, ...days, active, ...(leaves ? { handOver: { commandId: newId(), ...(to ? { to } : {}) } } : {}) });
    toldOf(handedOver ?? [], t);
  };
  const isComplete = Boolean(account.trim() && name.trim()) && departmentIds.length > 0 && roles.length > 0 && posts.every((each) => each.departmentId && each.roles.length > 0);
  return (
    <EditForm label={row ? t('org.editOf', { name: row.name }) : t('org.newPerson')} name={name} isComplete={isComplete} save={save} onClose={onClose} onSaved={onSaved}>{({ wrong, needed }) => (
      <>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          {row ? null : <TextInput label={t('org.account')} description={t('org.accountHint')} inputWrapperOrder={['label', 'input', 'description', 'error']} required value={account} onChange={(event) => setAccount(event.currentTarget.value)} error={wrong('id') ?? needed(account.trim() !== '')} />}
          <TextInput label={t('org.fullName')} required value={name} maxLength={200} onChange={(event) => setName(event.currentTarget.value)} error={wrong('name') ?? needed(name.trim() !== '')} />
          <TextInput label={t('org.position')} value={position} maxLength={200} onChange={(event) => setPosition(event.currentTarget.value)} error={wrong('position')} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <Choices label={t('org.inDepartments')} all={view.departments} chosen={departmentIds} onChange={setDepartments} error={wrong('departmentIds') ?? (needed(departmentIds.length > 0) && t('org.chooseOne'))} />
          <Choices label={t('org.roles')} all={view.roles} chosen={roles} onChange={setRoles} error={wrong('roles') ?? (needed(roles.length > 0) && t('org.chooseOne'))} />
        </SimpleGrid>
        <Group gap="sm" align="flex-start"><Days of={days} onChange={(part) => setDays((before) => ({ ...before, ...part }))} wrong={wrong} /></Group>
        <Posts view={view} posts={posts} onChange={setPosts} wrong={wrong} needed={needed} />
        {row ? <Checkbox label={t('org.active')} checked={active} onChange={(event) => setActive(event.currentTarget.checked)} error={wrong('active')} /> : null}
        {leaves ? <HandOver row={row} to={to} onChange={setTo} /> : null}
      </>
    )}</EditForm>
  );
}

interface ChoicesProps { label: string; all: readonly { id: string; name: string }[]; chosen: string[]; onChange: (ids: string[]) => void; error: string | undefined }
function Choices({ label, all, chosen, onChange, error }: ChoicesProps) {
  return (
    <Checkbox.Group label={label} required value={chosen} onChange={onChange} error={error}>
      <Stack gap={8} mt={6}>{all.map(({ id, name }) => <Checkbox key={id} value={id} label={name} />)}</Stack>
    </Checkbox.Group>
  );
}
