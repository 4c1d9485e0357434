/** A file read beside the decision. Pictures and PDF only: everything else is saved and opened by its own program. */
import { useEffect, useRef } from 'react';
import { Anchor, Button, Group, Paper, Title } from '@mantine/core';
import type { AttachmentRow } from '../../../server/contract.js';
import { api } from '../../api.js';
import { useWords } from '../../i18n/index.js';
import { lazily } from '../../ui/lazily.js';

const PdfPages = lazily(() => import('./PdfPages.js').then((part) => part.PdfPages));
const PICTURES = new Set(['image/png', 'image/jpeg']);
const PDF = 'application/pdf';

export const isShown = ({ mediaType, removed }: AttachmentRow): boolean => !removed && (mediaType === PDF || PICTURES.has(mediaType));

interface Props { row: AttachmentRow; dossierId: string; onClose: () => void }

export function Preview({ row, dossierId, onClose }: Props) {
  const { t } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  const address = api.attachmentUrl(dossierId, row.id);
  // Below the list on a narrow screen: reading goes on where the file is.
  useEffect(() => { title.current?.focus(); title.current?.scrollIntoView({ block: 'nearest' }); }, [row.id]);
  return (
    <Paper p="md" component="section" aria-labelledby="preview-title" data-preview={row.id} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onClose(); } }}>
      <Group justify="space-between" align="flex-start" gap="xs" mb="sm">
        <Title order={2} id="preview-title" ref={title} tabIndex={-1} style={{ overflowWrap: 'anywhere', flex: '1 1 12rem', scrollMarginTop: 72 }}>{row.name}</Title>
        <Group gap="xs">
          <Anchor href={address} target="_blank" size="sm">{t('files.inWindow')}</Anchor>
          <Button size="xs" variant="default" onClick={onClose}>{t('action.close')}</Button>
        </Group>
      </Group>
      {row.mediaType === PDF ? <PdfPages key={row.id} address={address} name={row.name} /> : <img src={address} alt={t('files.pictureOf', { name: row.name })} style={{ maxWidth: '100%', height: 'auto', display: 'block', margin: '0 auto' }} />}
    </Paper>
  );
}
