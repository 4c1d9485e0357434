/** What one has been told: a bell with the number of unread notices. */
import { lazy } from 'react';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../i18n/index.js';
import { noticesQuery } from '../queries.js';
import { Icon } from '../ui/icons.js';
import { OnDemandMenu } from '../ui/OnDemandMenu.js';

const NoticeMenu = lazy(() => import('./NoticeMenu.js'));

export function NoticeBell() {
  const { t } = useWords();
  const unread = useQuery(noticesQuery).data?.unread ?? 0;
  return (
    <OnDemandMenu menu={(target) => <NoticeMenu target={target} />} button={(
      <Button variant="default" size="sm" px="xs" aria-label={t('notice.bell', { count: unread })} leftSection={<Icon name="bell" size={16} />} data-unread={unread}>{unread > 99 ? '99+' : String(unread)}</Button>
    )} />
  );
}
