/** One click, no password: for trying. */
import { Badge, Group, SimpleGrid, Stack, Text, UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Person, SessionView } from '../../../server/contract.js';
import { api } from '../../api.js';
import { useWords } from '../../i18n/index.js';
import { ProblemNote } from '../../ui/ProblemNote.js';

export function DemoStaff({ people, onSignedIn }: { people: Person[]; onSignedIn: (view: SessionView) => Promise<void> }) {
  const { t } = useWords();
  const signIn = useMutation({ mutationFn: api.signIn, onSuccess: onSignedIn });
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
