/** For the publisher: the next version, with drawings, guideline and template documents where they change, and the withdrawal of the present one. */
import { useState } from 'react';
import { Button, FileInput, Group, Paper, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FrameworkView } from '../../../server/contract.js';
import { amendFramework, withdrawFramework } from '../../api/frameworks.js';
import { useWords } from '../../i18n/index.js';
import { DateField } from '../../ui/DateField.js';
import { confirmDone } from '../../ui/notify.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { DocumentsEditor } from './DocumentsEditor.js';
import { GuidelineEditor, type GuidelineText } from './GuidelineEditor.js';
import { sent, toldBy } from './sending.js';

export function Amend({ view }: { view: FrameworkView }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [from, setFrom] = useState<string>();
  const [note, setNote] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const [reason, setReason] = useState('');
  const [guideline, setGuideline] = useState<GuidelineText>();
  const [documents, setDocuments] = useState<FrameworkView['documents']>();
  const written: GuidelineText = { questions: view.questions, entries: view.entries ?? [] };
  const told = (message: string) => async () => { await client.invalidateQueries({ queryKey: ['frameworks'] }); confirmDone(message); };
  const publishing = useMutation({
    mutationFn: async () => amendFramework(view.id, { from: from ?? '', ...(note.trim() ? { note: note.trim() } : {}), drawings: await Promise.all(files.map((file) => file.text())), ...(guideline && { guideline: sent(guideline) }), ...(documents && { documents }) }),
    onSuccess: told(t('frameworks.amend.done')),
  });
  const withdrawing = useMutation({ mutationFn: () => withdrawFramework(view.id, view.version, reason.trim()), onSuccess: told(t('frameworks.amend.withdrawnDone')) });
  const wrong = toldBy(publishing.error);
  return (
    <Paper p="md" component="section" aria-labelledby="amend-title">
      <Title order={2} id="amend-title" mb="sm">{t('frameworks.amend.title')}</Title>
      <Stack gap="sm">
        <DateField label={t('frameworks.amend.from')} required value={from ?? ''} onChange={(day) => setFrom(typeof day === 'string' ? day : undefined)} />
        <TextInput label={t('frameworks.amend.note')} value={note} maxLength={2000} onChange={(event) => setNote(event.currentTarget.value)} />
        <FileInput multiple accept=".bpmn,.xml" label={t('frameworks.amend.files')} value={files} onChange={setFiles} />
        {guideline ? <GuidelineEditor value={guideline} onChange={setGuideline} told={wrong} /> : null}
        {documents ? <DocumentsEditor value={documents} onChange={setDocuments} told={wrong} /> : null}
        <Group>
          {guideline ? null : <Button size="xs" variant="default" onClick={() => setGuideline(written)}>{t('frameworks.editor.change')}</Button>}
          {documents ? null : <Button size="xs" variant="default" onClick={() => setDocuments(view.documents)}>{t('frameworks.editor.changeDocuments')}</Button>}
        </Group>
        <ProblemNote error={publishing.error} kept />
        <Group><Button disabled={from === undefined} loading={publishing.isPending} onClick={() => publishing.mutate()}>{t('frameworks.amend.save')}</Button></Group>
        {view.withdrawn ? null : (
          <Group align="flex-end">
            <TextInput label={t('frameworks.amend.reason')} value={reason} maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} />
            <Button variant="default" disabled={reason.trim() === ''} loading={withdrawing.isPending} onClick={() => withdrawing.mutate()}>{t('frameworks.amend.withdraw', { n: view.version })}</Button>
          </Group>
        )}
        <ProblemNote error={withdrawing.error} kept />
      </Stack>
    </Paper>
  );
}
