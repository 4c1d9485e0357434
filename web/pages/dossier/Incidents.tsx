/** Where a dossier is stuck and why; administrators may retry or skip, with a reason that is recorded. */
import { useState } from 'react';
import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { DossierView, IncidentView } from '../../../server/contract.js';
import { api } from '../../api.js';
import { useCommand } from '../../api/useCommand.js';
import { formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { refreshWork } from '../../queries.js';
import { ProblemNote } from '../../ui/ProblemNote.js';

export function Incidents({ dossier, mayResolve }: { dossier: DossierView; mayResolve: boolean }) {
  return <>{dossier.incidents.map((incident) => <Incident key={incident.id} incident={incident} dossierId={dossier.id} mayResolve={mayResolve} />)}</>;
}

function Incident({ incident, dossierId, mayResolve }: { incident: IncidentView; dossierId: string; mayResolve: boolean }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const resolve = useCommand(
    (intent: { action: 'retry' | 'skip'; reason: string }, commandId) => api.resolveIncident(dossierId, incident.id, intent.action, intent.reason, commandId),
    (result) => { if (result) void refreshWork(client, dossierId); },
  );
  const act = (action: 'retry' | 'skip') => {
    setAsked(true);
    if (reason.trim()) resolve.mutate({ action, reason: reason.trim() });
  };
  return (
    <Alert color="red" title={t('incident.title', { step: incident.step })}>
      <Stack gap="xs">
        <Text size="sm">{incident.message} <span className="df-sub">{incident.code} · {formatDateTime(incident.at)}</span></Text>
        {mayResolve ? (
          <>
            <ProblemNote error={resolve.error} kept />
            <TextInput label={t('incident.reason')} value={reason} required onChange={(event) => setReason(event.currentTarget.value)} error={asked && !reason.trim() ? t('form.required') : undefined} />
            <Group gap="xs">
              <Button size="xs" loading={resolve.isPending} onClick={() => act('retry')}>{t('incident.retry')}</Button>
              <Button size="xs" variant="outline" color="red.8" loading={resolve.isPending} onClick={() => act('skip')}>{t('incident.skip')}</Button>
            </Group>
          </>
        ) : <Text size="sm">{t('incident.administrator')}</Text>}
      </Stack>
    </Alert>
  );
}
