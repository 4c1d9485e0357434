/** What the letters of one's own agency bear, in PDF and in Word: head, place, who signs, crest. */
import { useState } from 'react';
import { Anchor, Button, FileButton, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormTemplateView } from '../../../server/contract.js';
import { formTemplateQuery, setup } from '../../api/setup.js';
import { useWords } from '../../i18n/index.js';
import { confirmDone } from '../../ui/notify.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered } from '../../ui/states.js';

export function LetterTemplate() {
  const { t } = useWords();
  const query = useQuery(formTemplateQuery);
  return (
    <Paper p="md" component="section" aria-labelledby="letter-title">
      <Title order={2} id="letter-title" mb={4}>{t('letter.title')}</Title>
      <Text size="sm" c="gray.6" mb="sm">{t('letter.note')}</Text>
      <Answered query={query} rows={4}>{(template) => <><Words template={template} /><Crest hasCrest={template.hasCrest} /><Previews /></>}</Answered>
    </Paper>
  );
}

const PREVIEWS = ['02', '03', '04', '05'] as const;
/** What has been saved, on made-up letters. */
function Previews() {
  const { t } = useWords();
  return (
    <Group gap="md" mt="md" role="group" aria-label={t('letter.previews')}>
      <Text size="sm">{t('letter.previews')}</Text>
      {PREVIEWS.map((form) => <Anchor key={form} size="sm" href={setup.letterPreviewUrl(form)} target="_blank">{t(`letter.form${form}`)}</Anchor>)}
    </Group>
  );
}

const FIELDS = ['superior', 'name', 'place', 'onBehalf', 'signatoryAs', 'signatoryName'] as const;
type Typed = Record<(typeof FIELDS)[number], string>;

function Words({ template }: { template: FormTemplateView }) {
  const { t } = useWords();
  const client = useQueryClient();
  const { superior = '', name = '', place = '', onBehalf = '', signatory } = template;
  const [typed, setTyped] = useState<Typed>({ superior, name, place, onBehalf, signatoryAs: signatory?.as ?? '', signatoryName: signatory?.name ?? '' });
  const save = useMutation({ mutationFn: () => setup.saveFormTemplate(wordsOf(typed)), onSuccess: (saved) => { client.setQueryData(formTemplateQuery.queryKey, saved); confirmDone(t('letter.saved')); } });
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
      <Stack gap="sm">
        {FIELDS.map((field) => <TextInput key={field} label={t(`letter.${field}`)} maxLength={100} value={typed[field]} onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })} />)}
        <ProblemNote error={save.error} kept />
        <Group><Button type="submit" variant="default" loading={save.isPending}>{t('action.save')}</Button></Group>
      </Stack>
    </form>
  );
}

/** What is empty is left out: the agency's own name and the signer's own position hold then. */
function wordsOf({ signatoryAs, signatoryName, ...words }: Typed): Omit<FormTemplateView, 'hasCrest'> {
  const filled = Object.fromEntries(Object.entries(words).map(([key, text]) => [key, text.trim()]).filter(([, text]) => text));
  return { ...filled, ...(signatoryAs.trim() ? { signatory: { as: signatoryAs.trim(), ...(signatoryName.trim() ? { name: signatoryName.trim() } : {}) } } : {}) };
}

function Crest({ hasCrest }: { hasCrest: boolean }) {
  const { t } = useWords();
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: formTemplateQuery.queryKey });
  const put = useMutation({ mutationFn: (file: File) => setup.putCrest(file), onSuccess });
  const remove = useMutation({ mutationFn: () => setup.removeCrest(), onSuccess });
  return (
    <Stack gap="xs" mt="md">
      <Group>
        <Text size="sm">{t(hasCrest ? 'letter.hasCrest' : 'letter.noCrest')}</Text>
        <FileButton accept="image/png" onChange={(file) => { if (file) put.mutate(file); }}>{(props) => <Button {...props} size="compact-sm" variant="default" loading={put.isPending}>{t('letter.putCrest')}</Button>}</FileButton>
        {hasCrest ? <Button size="compact-sm" variant="subtle" loading={remove.isPending} onClick={() => remove.mutate()}>{t('letter.removeCrest')}</Button> : null}
      </Group>
      <ProblemNote error={put.error ?? remove.error} kept />
    </Stack>
  );
}
