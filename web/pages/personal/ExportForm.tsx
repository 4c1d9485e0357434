/** The copy that a person may ask for of all that is kept about him: by number, or by name and date of birth, with a reason. */
import { useState } from 'react';
import { Button, Group, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ApiError } from '../../api.js';
import { setup, type PersonAsked } from '../../api/setup.js';
import { useWords } from '../../i18n/index.js';
import { DateField } from '../../ui/DateField.js';
import { download } from '../../ui/download.js';
import { ProblemNote } from '../../ui/ProblemNote.js';

interface Typed { idNumber: string; name: string; birthDate: string; reason: string }
const EMPTY: Typed = { idNumber: '', name: '', birthDate: '', reason: '' };
/** Only what has been filled in: an empty number is none. */
const askedOf = (typed: Typed): PersonAsked => Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== '').map(([name, value]) => [name, value.trim()])) as unknown as PersonAsked;

export function ExportForm() {
  const { t } = useWords();
  const [typed, setTyped] = useState<Typed>(EMPTY);
  const [missing, setMissing] = useState(false);
  const [found, setFound] = useState<number>();
  const ask = useMutation({ mutationFn: async (kind: 'json' | 'zip') => {
    setFound(undefined);
    if (kind === 'zip') return download('du-lieu-ca-nhan.zip', await setup.exportPersonZip(askedOf(typed)), 'application/zip');
    const content = await setup.exportPerson(askedOf(typed));
    setFound(content.dossiers.length);
    if (content.dossiers.length > 0) download('du-lieu-ca-nhan.json', JSON.stringify(content, null, 2), 'application/json');
  } });
  const told = (field: keyof Typed) => {
    const wrong = ask.error instanceof ApiError && ask.error.problem.fields?.some((each) => each.field === field);
    const error = missing && field === 'reason' && !typed.reason.trim() ? t('form.required') : wrong ? t(`personal.wrong.${field}`) : undefined;
    return error ? { error } : {};
  };
  const submit = (kind: 'json' | 'zip') => { const lacks = typed.reason.trim() === ''; setMissing(lacks); if (!lacks) ask.mutate(kind); };
  const field = (name: 'idNumber' | 'name' | 'reason', required = false) => <TextInput label={t(`personal.${name}`)} required={required} value={typed[name]} autoComplete="off" onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })} {...told(name)} />;
  return (
    <Paper p="md" component="section" aria-labelledby="export-title">
      <Title order={2} id="export-title" mb={4}>{t('personal.export')}</Title>
      <Text size="sm" mb="sm" maw="70ch">{t('personal.exportText')}</Text>
      <form noValidate onSubmit={(event) => { event.preventDefault(); submit('json'); }}>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
            {field('idNumber')}
            {field('name')}
            <DateField label={t('personal.birthDate')} required={false} value={typed.birthDate} keepTyped onChange={(day) => setTyped({ ...typed, birthDate: typeof day === 'string' ? day : '' })} {...told('birthDate')} />
          </SimpleGrid>
          {field('reason', true)}
          <ProblemNote error={ask.error} kept atFields={ask.error instanceof ApiError && (ask.error.problem.fields?.length ?? 0) > 0} />
          <div role="status">{found === undefined ? null : <Text size="sm">{t('personal.found', { n: found })}</Text>}</div>
          <Group><Button type="submit" loading={ask.isPending && ask.variables === 'json'}>{t('personal.asJson')}</Button><Button variant="default" loading={ask.isPending && ask.variables === 'zip'} onClick={() => submit('zip')}>{t('personal.asZip')}</Button></Group>
        </Stack>
      </form>
    </Paper>
  );
}
