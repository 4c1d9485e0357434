/** Receptions that were begun: to go on with, or to throw away. */
import { Anchor, Button, Group, List, Paper, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProcedureRow } from '../../../server/contract.js';
import { deskApi } from '../../api/desk.js';
import { formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { ProblemNote } from '../../ui/ProblemNote.js';

export function Drafts({ procedures }: { procedures: readonly ProcedureRow[] }) {
  const { t } = useWords();
  const client = useQueryClient();
  const drafts = useQuery({ queryKey: ['drafts'], queryFn: deskApi.drafts }).data?.items ?? [];
  const remove = useMutation({ mutationFn: deskApi.removeDraft, onSuccess: () => client.invalidateQueries({ queryKey: ['drafts'] }) });
  if (drafts.length === 0) return null;
  return (
    <Paper p="md" mb="md" component="section" aria-labelledby="drafts-title">
      <Title order={2} id="drafts-title" mb="xs">{t('receive.drafts')}</Title>
      <ProblemNote error={remove.error} />
      <List listStyleType="none" spacing={6} size="sm">
        {drafts.map((draft) => (
          <List.Item key={draft.id}>
            <Group gap="xs">
              <Anchor fw={600} renderRoot={(props) => <Link {...props} to="/receive" search={{ procedure: draft.procedureId, draft: draft.id }} />}>{draft.title || t('receive.draftUnnamed')}</Anchor>
              <Text size="sm" c="gray.7">{procedures.find((row) => row.id === draft.procedureId)?.name ?? draft.procedureId} · {formatDateTime(draft.savedAt)}</Text>
              <Button size="compact-xs" variant="subtle" onClick={() => remove.mutate(draft.id)} aria-label={t('receive.draftRemoveNamed', { name: draft.title || t('receive.draftUnnamed') })}>{t('receive.draftRemove')}</Button>
            </Group>
          </List.Item>
        ))}
      </List>
    </Paper>
  );
}
