/** What changes, in words, before the draft goes its way. */
import { useState } from 'react';
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useWords } from '../../i18n/index.js';

interface Props { title: string; text: string; needed?: boolean; onClose: () => void; onDone: (note: string) => void }

export function NoteDialog({ title, text, needed, onClose, onDone }: Props) {
  const { t } = useWords();
  const [note, setNote] = useState('');
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack>
        <Text size="sm">{text}</Text>
        <Textarea label={t('designer.publishNote')} required={needed} value={note} onChange={(event) => setNote(event.currentTarget.value)} autosize minRows={2} data-autofocus />
        <Group justify="flex-end"><Button variant="default" onClick={onClose}>{t('action.cancel')}</Button><Button disabled={needed && !note.trim()} onClick={() => onDone(note.trim())}>{title}</Button></Group>
      </Stack>
    </Modal>
  );
}
