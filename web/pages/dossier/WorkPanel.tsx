/** One open step: what is to be entered, a note, and a button for each way the drawing offers. */
import { useState } from 'react';
import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { DossierView, Outcome } from '../../../server/contract.js';
import { api, ApiError } from '../../api.js';
import { useCommand } from '../../api/useCommand.js';
import { formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { refreshWork } from '../../queries.js';
import { DataFields, firstValues, missingFields } from '../../ui/DataFields.js';
import { confirmDone } from '../../ui/notify.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { HowWorkedOut } from './DueLedger.js';

type Work = DossierView['work'][number];
interface Intent { outcome?: string; data: Record<string, unknown>; note?: string }
const looks: Record<Outcome['kind'], { variant: string; color?: string }> = { forward: { variant: 'filled' }, return: { variant: 'outline' }, refuse: { variant: 'outline', color: 'red.8' } };

interface Props { work: Work; dossierId: string; me: string; /** Takes the note of a person who came too late, so that it outlives the step. */ onKeep: (note: string) => void }

export function WorkPanel({ work, dossierId, me, onKeep }: Props) {
  const { t } = useWords();
  const client = useQueryClient();
  const claim = useCommand((_: null, commandId) => api.claim(work.id, commandId), () => void refreshWork(client, dossierId));
  return (
    <Paper p="md" component="section" aria-labelledby={`work-${work.id}`} data-work={work.id} style={{ borderColor: work.mayAct ? '#8bc0cc' : undefined }}>
      <Group justify="space-between" mb={4} wrap="nowrap" align="flex-start">
        <Title order={2} id={`work-${work.id}`}>{work.step}</Title>
        {work.status === 'offered' ? <Button size="xs" variant="light" style={{ flex: 'none' }} loading={claim.isPending} onClick={() => claim.mutate(null)}>{t('work.claim')}</Button> : null}
      </Group>
      <Text size="sm" c="gray.6" mb="sm">
        {[work.departmentName, work.assigneeName ?? t(`workStatus.${work.status}`), work.stepDueAt ? t('dossier.stepDue', { at: formatDateTime(work.stepDueAt) }) : ''].filter(Boolean).join(' · ')}
      </Text>
      {work.stepDue ? <HowWorkedOut due={work.stepDue} label={t('due.stepHow')} /> : null}
      <ProblemNote error={claim.error} />
      {work.mayAct ? <Decision work={work} dossierId={dossierId} onKeep={onKeep} /> : <Text size="sm">{work.whyNot ?? (work.assignee && work.assignee !== me ? t('dossier.heldBy', { name: work.assigneeName }) : t('dossier.mayNotAct'))}</Text>}
    </Paper>
  );
}

function Decision({ work, dossierId, onKeep }: Pick<Props, 'work' | 'dossierId' | 'onKeep'>) {
  const { t } = useWords();
  const client = useQueryClient();
  const [values, setValues] = useState(() => firstValues(work.fields));
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState<string[]>([]);
  const complete = useCommand(
    (intent: Intent, commandId) => api.complete(work.id, { commandId, ...intent }),
    (result) => { if (result) { confirmDone(t('dossier.completed', { step: work.step })); void refreshWork(client, dossierId); } },
  );
  const stale = complete.error instanceof ApiError && complete.error.status === 409;
  /** One way on is no choice: the button says what is done, the text beside it where the dossier goes. */
  const only = work.outcomes.length === 1 ? work.outcomes[0] : undefined;
  const isOpinion = work.element === 'opinion';
  const noteNeeded = missing.includes('note');
  const decide = (outcome?: Outcome) => {
    const lacking = missingFields(work.fields, values);
    if (((outcome && outcome.kind !== 'forward') || isOpinion) && note.trim() === '') lacking.push('note');
    setMissing(lacking);
    if (lacking.length === 0) complete.mutate({ outcome: outcome?.id, data: { ...values, ...outcome?.data }, note: note.trim() || undefined });
  };
  return (
    <Stack gap="sm">
      <ProblemNote error={complete.error} kept onReload={stale ? () => { onKeep(note.trim()); void refreshWork(client, dossierId); } : undefined} />
      <DataFields fields={work.fields} values={values} missing={missing} onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))} />
      <Textarea label={t(isOpinion ? 'case.opinionLabel' : 'dossier.note')} description={isOpinion ? undefined : t('dossier.noteHint')} value={note} onChange={(event) => setNote(event.currentTarget.value)} autosize minRows={2} error={noteNeeded ? t('dossier.noteNeeded') : undefined} />
      <Group gap="xs">
        {work.outcomes.length === 0 ? <Button loading={complete.isPending} onClick={() => decide()}>{t(isOpinion ? 'case.sendOpinion' : 'dossier.complete')}</Button> : null}
        {work.outcomes.map((outcome) => (
          <Button key={outcome.id} {...looks[outcome.kind]} loading={complete.isPending && complete.variables.outcome === outcome.id} disabled={complete.isPending} onClick={() => decide(outcome)} data-outcome={outcome.id}>
            {only ? t('dossier.complete') : outcome.label || t('dossier.complete')}
          </Button>
        ))}
        {only?.label ? <Text size="sm" c="gray.6">{t('dossier.next', { step: only.label })}</Text> : null}
      </Group>
    </Stack>
  );
}
