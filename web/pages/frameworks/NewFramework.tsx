/** A framework of one's own agency: for whom, which of its procedures are the samples, the guideline, template documents. */
import { useState } from 'react';
import { Button, FileInput, Group, MultiSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { FrameworkView, TwoWords } from '../../../server/contract.js';
import { beginFramework } from '../../api/frameworks.js';
import { useWords } from '../../i18n/index.js';
import { proceduresQuery } from '../../queries.js';
import { DateField } from '../../ui/DateField.js';
import { confirmDone } from '../../ui/notify.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { DocumentsEditor } from './DocumentsEditor.js';
import { Both, GuidelineEditor, type GuidelineText } from './GuidelineEditor.js';
import { sent, toldBy } from './sending.js';

const LEVELS = ['commune', 'province', 'central'] as const;
const KINDS = ['administrative', 'vertical', 'publicServiceUnit'] as const;

export function NewFramework() {
  const { t } = useWords();
  const [opened, setOpened] = useState(false);
  return (
    <Paper p="md" mt="md" component="section" aria-labelledby="begin-title">
      <Title order={2} id="begin-title" mb={4}>{t('frameworks.begin.title')}</Title>
      <Text size="sm" mb="sm">{t('frameworks.begin.note')}</Text>
      {opened ? <Form /> : <Button variant="default" onClick={() => setOpened(true)}>{t('frameworks.begin.open')}</Button>}
    </Paper>
  );
}

function Form() {
  const { t } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const procedures = useQuery(proceduresQuery).data ?? [];
  const [id, setId] = useState('');
  const [title, setTitle] = useState<TwoWords>({ vi: '', en: '' });
  const [scope, setScope] = useState<{ kinds: string[]; levels: string[] }>({ kinds: [], levels: [] });
  const [from, setFrom] = useState<string>();
  const [chosen, setChosen] = useState<string[]>([]);
  const [files, setFiles] = useState<File[]>([]);
  const [guideline, setGuideline] = useState<GuidelineText>({ questions: [], entries: [] });
  const [documents, setDocuments] = useState<FrameworkView['documents']>([]);
  const saving = useMutation({
    mutationFn: async () => beginFramework({ id, title, scope, from: from ?? '', procedures: chosen, drawings: await Promise.all(files.map((file) => file.text())), guideline: sent(guideline), documents }),
    onSuccess: async (view) => { await client.invalidateQueries({ queryKey: ['frameworks'] }); confirmDone(t('frameworks.begin.done')); await navigate({ to: '/frameworks/$frameworkId', params: { frameworkId: view.id } }); },
  });
  const told = toldBy(saving.error);
  /** A procedure among the samples stands in the guideline too: its entry waits for the condition. */
  const choose = (ids: string[]): void => {
    const codes = ids.flatMap((each) => procedures.find((known) => known.id === each)?.code ?? []);
    const fresh = codes.filter((code) => !guideline.entries.some((entry) => entry.code === code));
    setChosen(ids);
    setGuideline({ ...guideline, entries: [...guideline.entries, ...fresh.map((code) => ({ code, when: '', because: { vi: '', en: '' }, otherwise: { vi: '', en: '' } }))] });
  };
  return (
    <form noValidate aria-labelledby="begin-title" onSubmit={(event) => { event.preventDefault(); saving.mutate(); }}>
      <Stack gap="sm">
        <Group align="flex-start" grow>
          <TextInput label={t('frameworks.begin.id')} description={t('frameworks.begin.idHint')} required value={id} error={told('id')} onChange={(event) => setId(event.currentTarget.value)} />
          <DateField label={t('frameworks.amend.from')} required value={from ?? ''} onChange={(day) => setFrom(typeof day === 'string' ? day : undefined)} error={told('from')} />
        </Group>
        <Both label={t('frameworks.name')} value={title} told={(field) => told(`title${field}`)} onChange={setTitle} />
        <Group align="flex-start" grow>
          <MultiSelect label={t('frameworks.begin.kinds')} description={t('frameworks.begin.all')} data={KINDS.map((value) => ({ value, label: t(`frameworks.begin.kind.${value}`) }))} value={scope.kinds} onChange={(kinds) => setScope({ ...scope, kinds })} />
          <MultiSelect label={t('frameworks.begin.levels')} description={t('frameworks.begin.all')} data={LEVELS.map((value) => ({ value, label: t(`frameworks.begin.level.${value}`) }))} value={scope.levels} onChange={(levels) => setScope({ ...scope, levels })} />
        </Group>
        <MultiSelect label={t('frameworks.begin.procedures')} searchable data={procedures.filter((each) => each.currentVersion !== undefined).map((each) => ({ value: each.id, label: `${each.code} ${each.name}` }))} value={chosen} error={told('procedures')} onChange={choose} />
        <FileInput multiple accept=".bpmn,.xml" label={t('frameworks.amend.files')} value={files} error={told('drawings')} onChange={setFiles} />
        <GuidelineEditor value={guideline} onChange={setGuideline} told={told} />
        <DocumentsEditor value={documents} onChange={setDocuments} told={told} />
        <ProblemNote error={saving.error} kept />
        <Group><Button type="submit" loading={saving.isPending}>{t('frameworks.begin.save')}</Button></Group>
      </Stack>
    </form>
  );
}
