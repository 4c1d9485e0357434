/** Blank forms of a procedure, one file for each that its drawing names; designers put them there. */
import { Anchor, Button, FileButton, Group, Paper, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BlankFormRow } from '../../../server/contract.js';
import { api } from '../../api.js';
import { formatSize } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { hasRole } from '../../layout/roles.js';
import { blankFormsQuery, sessionQuery } from '../../queries.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered } from '../../ui/states.js';

export function BlankForms({ procedureId }: { procedureId: string }) {
  const { t } = useWords();
  const query = useQuery(blankFormsQuery(procedureId));
  return (
    <Paper p="md" component="section" aria-labelledby="forms-title">
      <Title order={2} id="forms-title" mb={4}>{t('procedures.forms.title')}</Title>
      <Text size="sm" c="gray.6" mb="sm">{t('procedures.forms.note')}</Text>
      <Answered query={query} rows={2}>{({ items, names }) => {
        const all = [...new Set([...names, ...items.map((each) => each.name)])];
        return all.length === 0 ? <Text c="gray.6">{t('procedures.forms.none')}</Text> : <ul>{all.map((name) => <FormLine key={name} procedureId={procedureId} name={name} form={items.find((each) => each.name === name)} />)}</ul>;
      }}</Answered>
    </Paper>
  );
}

function FormLine({ procedureId, name, form }: { procedureId: string; name: string; form?: BlankFormRow }) {
  const { t, language } = useWords();
  const client = useQueryClient();
  const person = useQuery(sessionQuery).data?.person;
  const mayChange = person ? hasRole(person, ['designer', 'administrator']) : false;
  const onSuccess = () => client.invalidateQueries({ queryKey: ['blankForms', procedureId] });
  const put = useMutation({ mutationFn: (file: File) => api.putBlankForm(procedureId, name, file), onSuccess });
  const remove = useMutation({ mutationFn: (id: string) => api.removeBlankForm(procedureId, id), onSuccess });
  return (
    <li>
      <Group gap="xs">
        <span>{name}{' – '}{form ? <Anchor href={api.blankFormUrl(procedureId, form.id)}>{form.fileName}</Anchor> : <Text span c="gray.6">{t('procedures.forms.missing')}</Text>}{form ? ` (${formatSize(form.size, language)})` : null}</span>
        {mayChange ? <FileButton onChange={(file) => { if (file) put.mutate(file); }} accept=".pdf,.docx,.xlsx,.odt,.ods">{(props) => <Button {...props} size="compact-sm" variant="default" loading={put.isPending}>{t(form ? 'procedures.forms.replace' : 'procedures.forms.put', { name })}</Button>}</FileButton> : null}
        {mayChange && form ? <Button size="compact-sm" variant="subtle" loading={remove.isPending} onClick={() => remove.mutate(form.id)}>{t('procedures.forms.remove', { name })}</Button> : null}
      </Group>
      <ProblemNote error={put.error ?? remove.error} kept />
    </li>
  );
}
