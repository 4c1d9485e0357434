/** What may be done to a dossier beside its steps: a button for each action that is offered, a dialog for what it asks. */
import { useState } from 'react';
import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { OfferedAction } from '../../../server/contract.js';
import { useWords } from '../../i18n/index.js';
import { offeredQuery, refreshWork } from '../../queries.js';
import { confirmDone } from '../../ui/notify.js';
import { ActionDialog } from './ActionDialog.js';

/** Ends the dossier, or takes from somebody what he waits for. */
const GRAVE: ReadonlySet<OfferedAction['action']> = new Set(['withdraw', 'refuse', 'stop', 'recall']);

export function Actions({ dossierId, seq }: { dossierId: string; seq: number }) {
  const { t } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const offered = useQuery(offeredQuery(dossierId, seq)).data?.items ?? [];
  const [asked, setAsked] = useState<OfferedAction>();
  if (offered.length === 0 && !asked) return null;
  const done = async (followUp: string | undefined): Promise<void> => {
    if (asked) confirmDone(t(`case.done.${asked.action}`));
    setAsked(undefined);
    await refreshWork(client, dossierId);
    if (followUp) await navigate({ to: '/dossiers/$dossierId', params: { dossierId: followUp } });
  };
  return (
    <Paper p="md" component="section" aria-labelledby="actions-title">
      <Title order={2} id="actions-title" mb={4}>{t('case.actions')}</Title>
      <Text size="sm" c="gray.6" mb="sm">{t('case.actionsHint')}</Text>
      <Group gap="xs">
        {offered.map((each) => (
          <Button key={each.action} size="xs" variant="default" color={GRAVE.has(each.action) ? 'red.8' : undefined} onClick={() => setAsked(each)} data-action={each.action} aria-haspopup="dialog">
            {t(`case.action.${each.action}`)}
          </Button>
        ))}
      </Group>
      {asked ? <ActionDialog dossierId={dossierId} offer={asked} onDone={(followUp) => void done(followUp)} onClose={() => setAsked(undefined)} /> : null}
    </Paper>
  );
}
