/** The draft of a document: name, whom it concerns, text or file, objectives; saved as often as one likes, then put forward. */
import { lazy, Suspense, useState } from 'react';
import { Anchor, Button, Checkbox, FileButton, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DocumentContent, DocumentView } from '../../../server/contract.js';
import { documentQuery, documents, type DraftWish } from '../../api/documents.js';
import { formatDateTime, formatSize } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { confirmDone } from '../../ui/notify.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Loading } from '../../ui/states.js';
import { useLeaveWarning } from '../../ui/useLeaveWarning.js';
import { ObjectiveRows } from './Objectives.js';

const RichEditor = lazy(() => import('./RichEditor.js'));
export interface Base { title: string; content: DocumentContent; concerned: readonly string[] }
type Typed = Omit<DraftWish, 'seq'>;

export function DraftForm({ view, base, onSubmitted, onReload }: { view: DocumentView; base: Base; onSubmitted: (version: number) => void; onReload: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [typed, setTyped] = useState<Typed>({ title: base.title, concerned: [...base.concerned], ...(base.content.text ? { text: base.content.text } : {}), ...(view.kind === 'objectives' ? { objectives: base.content.objectives ?? [] } : {}) });
  const [saved, setSaved] = useState(typed);
  const [file, setFile] = useState(base.content.file);
  const [seq, setSeq] = useState(view.seq);
  const [note, setNote] = useState('');
  const set = (change: Partial<Typed>): void => setTyped((before) => ({ ...before, ...change }));
  const keep = (now: DocumentView): void => {
    client.setQueryData(documentQuery(view.id).queryKey, now);
    setSeq(now.seq);
    setFile(now.draft?.content.file);
  };
  const save = useMutation({ mutationFn: (sent: Typed) => documents.save(view.id, { seq, ...sent }), onSuccess: (now, sent) => { keep(now); setSaved(sent); } });
  const put = useMutation({ mutationFn: (chosen: File) => documents.putFile(view.id, seq, chosen), onSuccess: (now) => { keep(now); set({ text: undefined }); setSaved((before) => ({ ...before, text: undefined })); } });
  const submit = useMutation({ mutationFn: async () => { await save.mutateAsync(typed); return documents.submit(view.id, note.trim()); }, onSuccess: ({ version }) => { confirmDone(t('documents.draft.submitted')); onSubmitted(version); } });
  useLeaveWarning((Object.keys(typed) as (keyof Typed)[]).some((field) => typed[field] !== saved[field]), t('documents.draft.leave'));
  return (
    <Stack gap="md" component="form" onSubmit={(event) => { event.preventDefault(); save.mutate(typed, { onSuccess: () => confirmDone(t('documents.draft.saved')) }); }}>
      {view.draft ? <Text size="sm" c="gray.6">{t('documents.draft.savedBy', { at: formatDateTime(view.draft.savedAt), name: view.draft.savedByName })}</Text> : null}
      <TextInput label={t('documents.draft.name')} required maxLength={300} value={typed.title} onChange={(event) => set({ title: event.currentTarget.value })} />
      <Checkbox.Group label={t('documents.draft.concerned')} value={typed.concerned} onChange={(concerned) => set({ concerned })}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={6} mt={6}>{view.departments.map(({ id, name }) => <Checkbox key={id} value={id} label={name} />)}</SimpleGrid>
      </Checkbox.Group>
      {view.kind === 'objectives' ? <ObjectiveRows rows={typed.objectives ?? []} onChange={(objectives) => set({ objectives })} /> : null}
      <Body documentId={view.id} file={typed.text ? undefined : file} text={typed.text} onText={(text) => set({ text })} onFile={(chosen) => put.mutate(chosen)} busy={put.isPending} />
      <ProblemNote error={put.error ?? submit.error ?? save.error} kept onReload={onReload} />
      <Textarea label={t('documents.draft.note')} description={t('documents.draft.noteText')} autosize minRows={1} maxLength={2_000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <Group gap="xs">
        <Button type="submit" variant="default" loading={save.isPending && !submit.isPending}>{t('documents.draft.save')}</Button>
        <Button loading={submit.isPending} disabled={!note.trim() || !typed.title.trim()} onClick={() => submit.mutate()}>{t('documents.draft.submit')}</Button>
      </Group>
    </Stack>
  );
}

interface BodyProps { documentId: string; file: DocumentContent['file']; text: Typed['text']; onText: (text: NonNullable<Typed['text']>) => void; onFile: (file: File) => void; busy: boolean }
const EMPTY = { type: 'doc', content: [{ type: 'paragraph' }] };

function Body({ documentId, file, text, onText, onFile, busy }: BodyProps) {
  const { t, language } = useWords();
  const upload = (word: string) => <FileButton accept=".pdf,.docx,.xlsx" onChange={(chosen) => { if (chosen) onFile(chosen); }}>{(props) => <Button {...props} variant="default" size="compact-sm" loading={busy}>{word}</Button>}</FileButton>;
  if (file) {
    return (
      <Group gap="xs">
        <Anchor href={documents.fileUrl(documentId)}>{t('documents.file', { name: file.name, size: formatSize(file.size, language) })}</Anchor>
        {upload(t('documents.draft.replace'))}
        <Button variant="subtle" size="compact-sm" onClick={() => onText(EMPTY)}>{t('documents.draft.useText')}</Button>
      </Group>
    );
  }
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>{t('documents.draft.text')}</Text>
      <Suspense fallback={<Loading rows={4} />}><RichEditor label={t('documents.draft.text')} initial={text} onChange={onText} /></Suspense>
      <Group gap="xs">{upload(t('documents.draft.upload'))}<Text size="sm" c="gray.6">{t('documents.draft.fileKinds')}</Text></Group>
    </Stack>
  );
}
