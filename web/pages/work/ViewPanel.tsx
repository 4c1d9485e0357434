/** How the list is shown, and views that have been given a name. Everything goes through the address, which is what is shared. */
import { useState } from 'react';
import { Anchor, Button, Checkbox, Group, List, Paper, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SavedView } from '../../../server/contract.js';
import { deskApi } from '../../api/desk.js';
import { views as en } from '../../i18n/en/views.js';
import { useWords } from '../../i18n/index.js';
import { addWords } from '../../i18n/late.js';
import { views as vi } from '../../i18n/vi/views.js';
import { confirmDone } from '../../ui/notify.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { COLUMNS, DENSITIES, keptOf, lookOf, parseWorkSearch, rememberLook, type WorkSearch } from './search.js';

addWords({ vi, en });

interface Props { search: WorkSearch; onChange: (change: Partial<WorkSearch>) => void }

export function ViewPanel({ search, onChange }: Props) {
  const { t } = useWords();
  const { columns, density } = lookOf(search);
  const look = (change: { columns?: string; density?: string }) => {
    const next = { columns: columns.join(','), density, ...change };
    rememberLook(next);
    onChange(next);
  };
  return (
    <Paper p="md" mb="sm" id="view-panel">
      <Group align="flex-start" gap="xl">
        <Checkbox.Group label={t('views.columns')} value={[...columns]} onChange={(chosen) => look({ columns: COLUMNS.filter((each) => chosen.includes(each)).join(',') || 'step' })}>
          <Stack gap={8} mt={6}>{COLUMNS.map((column) => <Checkbox key={column} size="sm" value={column} label={t(`work.column.${column}`)} />)}</Stack>
        </Checkbox.Group>
        <Radio.Group label={t('views.density')} value={density} onChange={(chosen) => look({ density: chosen })}>
          <Stack gap={8} mt={6}>{DENSITIES.map((each) => <Radio key={each} size="sm" value={each} label={t(`views.densityOf.${each}`)} />)}</Stack>
        </Radio.Group>
        <Saved search={{ ...search, columns: columns.join(','), density }} />
      </Group>
    </Paper>
  );
}

function Saved({ search }: { search: WorkSearch }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [lacks, setLacks] = useState(false);
  const saved = useQuery({ queryKey: ['views'], queryFn: deskApi.views });
  const keep = ({ items }: { items: SavedView[] }) => client.setQueryData(['views'], { items });
  const save = useMutation({ mutationFn: deskApi.saveView, onSuccess: (answer, view) => { keep(answer); setName(''); confirmDone(t('views.savedDone', { name: view.name })); } });
  const remove = useMutation({ mutationFn: deskApi.removeView, onSuccess: keep });
  const submit = () => {
    setLacks(name.trim() === '');
    if (name.trim() !== '') save.mutate({ name: name.trim(), search: keptOf(search) });
  };
  return (
    <Stack gap="xs" style={{ flex: '1 1 260px', minWidth: 0 }}>
      <Title order={3}>{t('views.saved')}</Title>
      {saved.data?.items.length === 0 ? <Text size="sm" c="gray.6">{t('views.none')}</Text> : null}
      <List size="sm" listStyleType="none" spacing={4}>
        {(saved.data?.items ?? []).map((view) => (
          <List.Item key={view.name}>
            <Group gap="xs">
              <Anchor fw={600} style={{ overflowWrap: 'anywhere' }} renderRoot={(props) => <Link {...props} to="/work" search={parseWorkSearch(view.search)} />}>{view.name}</Anchor>
              <Button size="compact-xs" variant="subtle" onClick={() => remove.mutate(view.name)} aria-label={t('views.removeNamed', { name: view.name })}>{t('views.remove')}</Button>
            </Group>
          </List.Item>
        ))}
      </List>
      <ProblemNote error={save.error ?? remove.error} kept />
      <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <Stack gap="xs">
          <TextInput label={t('views.name')} description={t('views.nameHint')} value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={100} error={lacks && name.trim() === '' ? t('form.required') : undefined} />
          <Group gap="xs"><Button type="submit" size="xs" loading={save.isPending}>{t('views.save')}</Button><CopyLink search={search} /></Group>
        </Stack>
      </form>
    </Stack>
  );
}

/** Where the browser does not let us copy, the address stands there to be taken by hand. */
function CopyLink({ search }: { search: WorkSearch }) {
  const { t } = useWords();
  const [byHand, setByHand] = useState(false);
  const address = `${location.origin}/app/work?${new URLSearchParams(keptOf(search)).toString()}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      confirmDone(t('views.copied'));
    } catch {
      setByHand(true);
    }
  };
  return (
    <>
      <Button size="xs" variant="default" onClick={() => void copy()}>{t('views.copy')}</Button>
      {byHand ? <TextInput label={t('views.link')} readOnly value={address} onFocus={(event) => event.currentTarget.select()} w="100%" /> : null}
    </>
  );
}
