/** What one has been told: a bell with the number of unread notices, and the newest of them. */
import { Button, Menu, ScrollArea, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { NoticeRow } from '../../server/contract.js';
import { api } from '../api.js';
import { formatDateTime } from '../format.js';
import { useWords } from '../i18n/index.js';
import { noticesQuery } from '../queries.js';
import { Icon } from '../ui/icons.js';

export function NoticeBell() {
  const { t } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const page = useQuery(noticesQuery).data;
  const refresh = () => client.invalidateQueries({ queryKey: ['notices'] });
  const readAll = useMutation({ mutationFn: api.readAllNotices, onSuccess: refresh });
  const open = async (notice: NoticeRow) => {
    if (!notice.read) await api.readNotice(notice.id).then(refresh);
    await navigate({ to: '/dossiers/$dossierId', params: { dossierId: notice.dossierId } });
  };
  const unread = page?.unread ?? 0;
  return (
    <Menu position="bottom-end" width={360}>
      <Menu.Target>
        <Button variant="default" size="sm" px="xs" aria-label={t('notice.bell', { count: unread })} leftSection={<Icon name="bell" size={16} />} data-unread={unread}>{unread > 0 ? (unread > 99 ? '99+' : String(unread)) : '0'}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('notice.title')}</Menu.Label>
        <ScrollArea.Autosize mah={420}>
          {(page?.items ?? []).map((notice) => (
            <Menu.Item key={notice.id} onClick={() => void open(notice)}>
              <Text size="sm" fw={notice.read ? 400 : 700}>{t(`notice.kind.${notice.kind}`)} · {notice.dossierNo}</Text>
              <Text size="xs">{[notice.text ?? notice.steps.join(', '), notice.dueAt ? t('notice.due', { at: formatDateTime(notice.dueAt) }) : ''].filter(Boolean).join(' · ')}</Text>
              <Text size="xs" c="gray.7">{formatDateTime(notice.at)}</Text>
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
        {page && page.items.length === 0 ? <Menu.Label>{t('notice.none')}</Menu.Label> : null}
        {unread > 0 ? <Menu.Item onClick={() => readAll.mutate()}>{t('notice.readAll')}</Menu.Item> : null}
      </Menu.Dropdown>
    </Menu>
  );
}
