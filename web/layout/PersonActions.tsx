/** What a person may do about himself, with the way out. */
import type { ReactElement } from 'react';
import { Menu, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../api.js';
import { formatDateTime } from '../format.js';
import { useWords } from '../i18n/index.js';
import { sessionQuery } from '../queries.js';
import { Icon } from '../ui/icons.js';

export default function PersonActions({ target }: { target: ReactElement }) {
  const { t } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const person = useQuery(sessionQuery).data?.person;
  const signOut = useMutation({
    mutationFn: api.signOut,
    onSuccess: async (leaveAt) => {
      client.clear();
      if (leaveAt) window.location.assign(leaveAt);
      else await navigate({ to: '/sign-in' });
    },
  });
  return (
    <Menu defaultOpened position="bottom-end" width={260}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="black">{person?.name}</Text>
          <Text size="xs">{person?.position}</Text>
          <Text size="xs">{person?.departmentNames.join(', ')}</Text>
          {(person?.standsInFor ?? []).map((each) => <Text key={each.id} size="xs" fw={600} c="black">{t('app.standsIn', { name: each.name, to: formatDateTime(each.to) })}</Text>)}
        </Menu.Label>
        <Menu.Item leftSection={<Icon name="standIn" size={16} />} onClick={() => void navigate({ to: '/stand-ins' })}>{t('nav.standIns')}</Menu.Item>
        <Menu.Item leftSection={<Icon name="settings" size={16} />} onClick={() => void navigate({ to: '/account' })}>{t('nav.account')}</Menu.Item>
        <Menu.Item leftSection={<Icon name="signOut" size={16} />} onClick={() => signOut.mutate()}>{t('nav.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
