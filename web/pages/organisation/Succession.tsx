/** The end of an agency: which of the others goes on with each of its departments, looked at before it is done. */
import { useState } from 'react';
import { Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OrganisationView, SuccessionPreview, SuccessionView } from '../../../server/contract.js';
import { carryOutSuccession, previewSuccession, successionQuery, type Continued } from '../../api/organisation.js';
import { formatDate } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { DateField } from '../../ui/DateField.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered } from '../../ui/states.js';
import { EditForm } from './EditForm.js';
import { PlaceForm, PlaceLine } from './PlaceForm.js';

export function Succession({ view }: { view: OrganisationView }) {
  const { t } = useWords();
  const [open, setOpen] = useState<'place' | 'end' | null>(null);
  const toggle = (what: 'place' | 'end') => setOpen(open === what ? null : what);
  return (
    <Paper p="md" component="section" aria-labelledby="succession-title">
      <Group justify="space-between" mb="sm"><Title order={2} id="succession-title">{t('org.succession')}</Title>
        {view.mayChange ? (
          <Group gap="xs">
            <Button size="xs" variant="default" aria-expanded={open === 'place'} onClick={() => toggle('place')}>{t('org.setPlace')}</Button>
            <Button size="xs" variant="default" aria-expanded={open === 'end'} onClick={() => toggle('end')}>{t('org.endAgency')}</Button>
          </Group>
        ) : null}</Group>
      <PlaceLine place={view.place} />
      {open === 'place' ? <PlaceForm view={view} onClose={() => setOpen(null)} /> : null}
      <Answered query={useQuery(successionQuery)} rows={1}>{(found) => (
        <>
          <State of={found} />
          {open === 'end' ? <SuccessionForm view={view} found={found} onClose={() => setOpen(null)} /> : null}
        </>
      )}</Answered>
    </Paper>
  );
}

function State({ of: { to, successors, continues } }: { of: SuccessionView }) {
  const { t } = useWords();
  const named = (units: readonly { name: string }[]): string => units.map(({ name }) => name).join(', ');
  if (to !== undefined) return <Text size="sm">{t('org.ended', { day: formatDate(`${to}T00:00:00+07:00`), by: named(successors ?? []) })}</Text>;
  return <Text size="sm" c="gray.7">{continues.length === 0 ? t('org.continuesNone') : t('org.continues', { names: named(continues) })}</Text>;
}

/** `a:` an agency that the department moves to, `d:` a department that continues it. */
const targetOf = (id: string, chosen: string): Continued => (chosen.startsWith('a:') ? { id, agency: chosen.slice(2) } : { id, department: chosen.slice(2) });

function SuccessionForm({ view, found, onClose }: { view: OrganisationView; found: SuccessionView; onClose: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [day, setDay] = useState<string>();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const isComplete = day !== undefined && view.departments.every(({ id }) => chosen[id]);
  const wish = () => ({ day: day ?? '', departments: view.departments.map(({ id }) => targetOf(id, chosen[id] ?? '')) });
  const preview = useMutation({ mutationFn: () => previewSuccession(wish()) });
  const data = [{ value: '', label: t('org.choose') }, ...found.others.map(({ id, name, departments }) => ({
    group: name, items: [{ value: `a:${id}`, label: t('org.movesTo', { name }) }, ...departments.map((each) => ({ value: `d:${each.id}`, label: `${each.name} (${name})` }))],
  }))];
  const save = async (reason: string) => { await carryOutSuccession({ ...wish(), reason }); await client.invalidateQueries(); };
  return (
    <EditForm label={t('org.endAgency')} name={view.agencyName} isComplete={isComplete} save={save} onClose={onClose}>{({ wrong, needed }) => (
      <Stack gap="sm">
        <Text size="sm">{t('org.endHint', { name: view.agencyName })}</Text>
        <DateField label={t('org.firstDay')} required value={day ?? ''} onChange={(value) => setDay(typeof value === 'string' ? value.slice(0, 10) : undefined)} error={wrong('day') ?? needed(day !== undefined)} />
        {view.departments.map(({ id, name }, n) => (
          <NativeSelect key={id} label={t('org.continuedBy', { name })} required data={data} value={chosen[id] ?? ''} error={wrong(`departments.${n}.department`) ?? wrong(`departments.${n}.agency`) ?? needed(Boolean(chosen[id]))}
            onChange={(event) => { const value = event.currentTarget.value; setChosen((before) => ({ ...before, [id]: value })); }} />
        ))}
        <Group><Button variant="default" disabled={!isComplete} loading={preview.isPending} onClick={() => preview.mutate()}>{t('org.preview')}</Button></Group>
        <ProblemNote error={preview.error} kept atFields />
        {preview.data ? <Preview of={preview.data} /> : null}
      </Stack>
    )}</EditForm>
  );
}

function Preview({ of: { successors, openDossiers, departments, people, procedures, frameworks } }: { of: SuccessionPreview }) {
  const { t } = useWords();
  return (
    <div role="status">
      <Text size="sm">{t('org.previewed', { names: successors.map(({ name }) => name).join(', '), dossiers: openDossiers, people })}</Text>
      <ul>{departments.filter(({ openSteps, people: staff }) => openSteps + staff > 0).map(({ id, name, openSteps, people: staff }) => <li key={id}>{t('org.previewedOf', { name, steps: openSteps, people: staff })}</li>)}</ul>
      {successors.map(({ id, name }) => {
        const going = procedures.filter(({ to }) => to.id === id);
        return going.length > 0 ? <Text key={id} size="sm">{t('org.previewedProcedures', { name, n: going.length, codes: going.map(({ code }) => code).join(', ') })}</Text> : null;
      })}
      {frameworks.length > 0 ? <ul>{frameworks.map(({ id, to, codes, kept }) => <li key={`${id} ${to.id}`}>{t('org.previewedFramework', { id, name: to.name, codes: codes.join(', ') || '–' })}{kept.length > 0 ? ` ${t('org.previewedKept', { codes: kept.join(', ') })}` : ''}</li>)}</ul> : null}
    </div>
  );
}
