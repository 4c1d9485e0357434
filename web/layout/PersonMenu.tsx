/** Who is signed in, with the way out. */
import { Button, Menu, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Person } from '../../server/contract.js';
import { api } from '../api.js';
import { useWords } from '../i18n/index.js';
import { Icon } from '../ui/icons.js';

/** What people are called by in Vietnamese; it comes last. */
function lastName(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

export function PersonMenu({ person }: { person: Person }) {
  const { t } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = useMutation({
    mutationFn: api.signOut,
    onSuccess: async () => { client.clear(); await navigate({ to: '/sign-in' }); },
  });
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button variant="default" size="sm" aria-label={t('app.signedInAs', { name: person.name })} maw={220} px={{ base: 8, xs: 18 }}>
          <Text component="span" size="sm" truncate visibleFrom="xs">{person.name}</Text>
          <Text component="span" size="sm" hiddenFrom="xs" aria-hidden="true">{lastName(person.name)}</Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="black">{person.name}</Text>
          <Text size="xs">{person.position}</Text>
          <Text size="xs">{person.departmentNames.join(', ')}</Text>
        </Menu.Label>
        <Menu.Item leftSection={<Icon name="signOut" size={16} />} onClick={() => signOut.mutate()}>{t('nav.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
