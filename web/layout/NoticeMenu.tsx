/** The newest notices. */
import type { ReactElement } from 'react';
import { Menu, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { NoticeRow } from '../../server/contract.js';
import { api } from '../api.js';
import { formatDateTime } from '../format.js';
import { useWords } from '../i18n/index.js';
import { noticesQuery } from '../queries.js';

export default function NoticeMenu({ target }: { target: ReactElement }) {
  const { t } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const page = useQuery(noticesQuery).data;
  const refresh = () => client.invalidateQueries({ queryKey: ['notices'] });
  const readAll = useMutation({ mutationFn: api.readAllNotices, onSuccess: refresh });
  const open = async (notice: NoticeRow) => {
    if (!notice.read) await api.readNotice(notice.id).then(refresh);
    const { kind, about } = notice;
    if (kind === 'monthlyReport') await navigate({ to: '/overview', hash: 'monthly-title' });
    else if (about && kind === 'versionWaits') await navigate({ to: '/procedures/$procedureId/versions/$version', params: { procedureId: about.id, version: String(about.version) } });
    else if (about) await navigate({ to: '/documents/$documentId', params: { documentId: about.id }, search: { version: about.version } });
    else await navigate({ to: '/dossiers/$dossierId', params: { dossierId: notice.dossierId } });
  };
  return (
    <Menu defaultOpened position="bottom-end" width={360} withInitialFocusPlaceholder={false}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('notice.title')}</Menu.Label>
        {/* A group, and no scroll area: between a menu and its items nothing may take the focus. */}
        <div role="group" aria-label={t('notice.title')} style={{ maxHeight: 420, overflowY: 'auto' }}>
          {(page?.items ?? []).map((notice) => (
            <Menu.Item key={notice.id} onClick={() => void open(notice)}>
              <Text size="sm" fw={notice.read ? 400 : 700}>{t(`notice.kind.${notice.kind}`, { version: notice.about?.version })} · {notice.dossierNo}</Text>
              <Text size="xs">{[notice.text ?? notice.steps.join(', '), notice.dueAt ? t('notice.due', { at: formatDateTime(notice.dueAt) }) : ''].filter(Boolean).join(' · ')}</Text>
              <Text size="xs" c="gray.7">{formatDateTime(notice.at)}</Text>
            </Menu.Item>
          ))}
        </div>
        {page && page.items.length === 0 ? <Menu.Label>{t('notice.none')}</Menu.Label> : null}
        {(page?.unread ?? 0) > 0 ? <Menu.Item onClick={() => readAll.mutate()}>{t('notice.readAll')}</Menu.Item> : null}
      </Menu.Dropdown>
    </Menu>
  );
}
