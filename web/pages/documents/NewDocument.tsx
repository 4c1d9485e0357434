/** Begins a document: its kind, code and name. */
import { useState } from 'react';
import { Button, Group, NativeSelect, Paper, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { DocumentKind } from '../../../server/contract.js';
import { documents } from '../../api/documents.js';
import { useWords } from '../../i18n/index.js';
import { confirmDone } from '../../ui/notify.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { KINDS } from './kinds.js';

export function NewDocument() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [given, setGiven] = useState<{ kind: DocumentKind; code: string; title: string }>({ kind: 'instruction', code: '', title: '' });
  const create = useMutation({
    mutationFn: documents.create,
    onSuccess: ({ id }) => {
      confirmDone(t('documents.created'));
      void navigate({ to: '/documents/$documentId', params: { documentId: id }, search: {} });
    },
  });
  const set = (change: Partial<typeof given>): void => setGiven({ ...given, ...change });
  return (
    <Paper p="md" mb="md" component="form" aria-label={t('documents.new')} onSubmit={(event) => { event.preventDefault(); create.mutate({ ...given, code: given.code.trim(), title: given.title.trim() }); }}>
      <Group gap="sm" align="flex-end">
        <NativeSelect label={t('documents.kindLabel')} value={given.kind} data={KINDS.map((value) => ({ value, label: t(`documents.kind.${value}`) }))} onChange={(event) => set({ kind: event.currentTarget.value as DocumentKind })} />
        <TextInput label={t('documents.column.code')} required maxLength={60} value={given.code} onChange={(event) => set({ code: event.currentTarget.value })} autoFocus />
        <TextInput label={t('documents.column.title')} required maxLength={300} value={given.title} onChange={(event) => set({ title: event.currentTarget.value })} style={{ flex: 1, minWidth: 200 }} />
        <Button type="submit" loading={create.isPending} disabled={!given.code.trim() || !given.title.trim()}>{t('documents.create')}</Button>
      </Group>
      <ProblemNote error={create.error} kept />
    </Paper>
  );
}
