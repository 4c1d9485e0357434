/** Sign-in of the trial installation: one card for each demo person. */
import { Badge, Container, Group, Paper, SimpleGrid, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Person } from '../../../server/contract.js';
import { api } from '../../api.js';
import { useWords } from '../../i18n/index.js';
import { LanguageSwitch } from '../../layout/LanguageSwitch.js';
import { homeOf } from '../../layout/roles.js';
import { Logo } from '../../layout/Shell.js';
import { sessionQuery } from '../../queries.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered, Empty } from '../../ui/states.js';

export function SignInPage() {
  const { t } = useWords();
  const session = useQuery(sessionQuery);
  const title = t('signIn.title');
  useEffect(() => { document.title = `${title} · Dossierflow`; }, [title]);
  return (
    <Container component="main" size="md" py={{ base: 'md', sm: 48 }}>
      <Group justify="space-between" mb="lg" wrap="nowrap">
        <Group gap="sm" wrap="nowrap">
          <Logo />
          <div>
            <Text fw={700}>{t('app.name')}</Text>
            <Text size="sm" c="gray.6">{session.data?.agencyName ?? t('app.tagline')}</Text>
          </div>
        </Group>
        <LanguageSwitch />
      </Group>
      <Paper p={{ base: 'md', sm: 'xl' }}>
        <Title order={1}>{t('signIn.demoTitle')}</Title>
        <Text c="gray.6" mb="md">{t('signIn.demoText')}</Text>
        <Answered query={session}>{(view) => <DemoStaff people={view.demo} />}</Answered>
      </Paper>
    </Container>
  );
}

function DemoStaff({ people }: { people: Person[] }) {
  const { t } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const signIn = useMutation({
    mutationFn: api.signIn,
    onSuccess: async (view) => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, view);
      await navigate({ to: view.person ? homeOf(view.person) : '/' });
    },
  });
  if (people.length === 0) return <Empty>{t('signIn.unavailable')}</Empty>;
  return (
    <Stack gap="md">
      <ProblemNote error={signIn.error} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {people.map((person) => (
          <UnstyledButton key={person.id} className="df-stat" onClick={() => signIn.mutate(person.id)} disabled={signIn.isPending} data-person={person.id}>
            <Text fw={600}>{person.name}</Text>
            <Text size="sm" c="gray.6" mb={6}>{person.position}{person.departmentNames.length ? ` · ${person.departmentNames.join(', ')}` : ''}</Text>
            <Group gap={6}>{person.roles.map((role) => <Badge key={role} size="sm">{t(`role.${role}`)}</Badge>)}</Group>
          </UnstyledButton>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
