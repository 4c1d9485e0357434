/** Files of a dossier: several at once, by button or dropped; each opens, says who brought it, and is taken out with a reason. */
import { useRef, useState, type DragEvent } from 'react';
import { Anchor, Button, Group, Paper, Progress, Stack, Text, TextInput, Title, VisuallyHidden } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AttachmentRow } from '../../../server/contract.js';
import { api, ApiError } from '../../api.js';
import { formatDateTime, formatSize } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { attachmentsQuery } from '../../queries.js';
import { ProblemNote, useProblemText } from '../../ui/ProblemNote.js';
import { Answered } from '../../ui/states.js';
import { isShown } from './Preview.js';

const ACCEPT = '.pdf,.png,.jpg,.jpeg,.tif,.tiff,.docx,.xlsx,.odt,.ods';
interface Coming { key: string; name: string; share: number; error?: Error }

/** `onShow`: the file is to be read beside the decision. */
interface Shower { shown?: string; onShow: (row: AttachmentRow, button: HTMLElement) => void }

export function Attachments({ dossierId, ...shower }: { dossierId: string } & Shower) {
  const { t } = useWords();
  const query = useQuery(attachmentsQuery(dossierId));
  const { coming, add } = useUploads(dossierId);
  const input = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent): void => { event.preventDefault(); add(event.dataTransfer.files); };
  return (
    <Paper p="md" component="section" aria-labelledby="files-title" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Title order={2} id="files-title">{t('files.title')}</Title>
        <Button size="xs" variant="light" style={{ flex: 'none' }} onClick={() => input.current?.click()}>{t('files.add')}</Button>
        <VisuallyHidden><input ref={input} type="file" multiple accept={ACCEPT} tabIndex={-1} aria-label={t('files.add')} onChange={(event) => { if (event.currentTarget.files) add(event.currentTarget.files); event.currentTarget.value = ''; }} /></VisuallyHidden>
      </Group>
      <Text size="sm" c="gray.6" mb="sm">{t('files.hint')}</Text>
      <Stack gap="xs" aria-live="polite">{coming.map((each) => <ComingFile key={each.key} file={each} />)}</Stack>
      <Answered query={query} rows={2}>
        {(rows) => (rows.length === 0 ? <Text size="sm">{t('files.none')}</Text> : (
          <ul className="df-files">{rows.map((row) => <StoredFile key={row.id} row={row} dossierId={dossierId} {...shower} />)}</ul>
        ))}
      </Answered>
    </Paper>
  );
}

/** One after the other: a slow line is not shared by all. What failed stays shown with its reason. */
function useUploads(dossierId: string): { coming: Coming[]; add(files: FileList): void } {
  const client = useQueryClient();
  const [coming, setComing] = useState<Coming[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const change = (key: string, next: Partial<Coming>): void => setComing((all) => all.map((each) => (each.key === key ? { ...each, ...next } : each)));
  const take = async (file: File, key: string): Promise<void> => {
    try {
      const { uploadFile } = await import('../../api/upload.js');
      await uploadFile(file, dossierId, undefined, (share) => change(key, { share }));
      setComing((all) => all.filter((each) => each.key !== key));
      await client.invalidateQueries({ queryKey: ['attachments', dossierId] });
    } catch (error) {
      change(key, { error: error as Error });
    }
  };
  const add = (files: FileList): void => {
    for (const file of files) {
      const key = `${file.name}-${file.size}-${Math.random()}`;
      setComing((all) => [...all.filter((each) => !each.error || each.name !== file.name), { key, name: file.name, share: 0 }]);
      queue.current = queue.current.then(() => take(file, key));
    }
  };
  return { coming, add };
}

function ComingFile({ file }: { file: Coming }) {
  const { t } = useWords();
  const text = useProblemText();
  if (!file.error) return <div><Text size="sm">{file.name}</Text><Progress value={file.share * 100} aria-label={t('files.coming', { name: file.name })} /></div>;
  const why = file.error instanceof ApiError && file.error.problem.code === 'file-refused' ? t(`files.refused.${file.error.problem.detail ?? ''}`, { defaultValue: text(file.error) }) : text(file.error);
  return <Text size="sm" c="red.8" role="alert">{file.name}: {why}</Text>;
}

function StoredFile({ row, dossierId, shown, onShow }: { row: AttachmentRow; dossierId: string } & Shower) {
  const { t, language } = useWords();
  const [removing, setRemoving] = useState(false);
  return (
    <li>
      {row.removed ? <s>{row.name}</s> : row.closed ? <span>{row.name}</span> : <Anchor href={api.attachmentUrl(dossierId, row.id)} target="_blank">{row.name}</Anchor>}
      <span className="df-sub">{formatSize(row.size, language)} · {row.byName} · {formatDateTime(row.at)}</span>
      {row.removed ? <span className="df-sub">{t('files.removed', { name: row.removed.byName, at: formatDateTime(row.removed.at), reason: row.removed.reason })}</span> : null}
      {isShown(row) && !row.closed ? <Button size="compact-xs" variant="subtle" aria-pressed={shown === row.id} onClick={(event) => onShow(row, event.currentTarget)} aria-label={t('files.showNamed', { name: row.name })}>{t('files.show')}</Button> : null}
      {row.mayRemove && !removing ? <Button size="compact-xs" variant="subtle" onClick={() => setRemoving(true)} aria-label={t('files.removeNamed', { name: row.name })}>{t('files.remove')}</Button> : null}
      {removing ? <Removal row={row} dossierId={dossierId} onEnd={() => setRemoving(false)} /> : null}
    </li>
  );
}

function Removal({ row, dossierId, onEnd }: { row: AttachmentRow; dossierId: string; onEnd: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const remove = async (): Promise<void> => {
    try {
      await api.removeAttachment(dossierId, row.id, reason.trim());
      onEnd();
      await client.invalidateQueries({ queryKey: ['attachments', dossierId] });
    } catch (caught) {
      setError(caught as Error);
    }
  };
  return (
    <Stack gap="xs" my="xs">
      <ProblemNote error={error} kept />
      <TextInput data-autofocus label={t('files.reason')} required value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <Group gap="xs">
        <Button size="xs" color="red.8" disabled={!reason.trim()} onClick={() => void remove()}>{t('files.remove')}</Button>
        <Button size="xs" variant="default" onClick={onEnd}>{t('action.cancel')}</Button>
      </Group>
    </Stack>
  );
}
