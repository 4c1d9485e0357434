/** One open step: what is to be entered, a note, and a button for each way the drawing offers. */
import { useRef, useState } from 'react';
import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { BulkResult, DossierView, Outcome } from '../../../server/contract.js';
import { api, ApiError } from '../../api.js';
import { useCommand } from '../../api/useCommand.js';
import { formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { refreshWork } from '../../queries.js';
import { lazily } from '../../ui/lazily.js';
import { confirmDone } from '../../ui/notify.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { StepForm, type FormHandle, type Values } from '../../ui/StepForm.js';
import '../work/together.js';
import { HowWorkedOut } from './DueLedger.js';
import { useKeptText } from './useKeptText.js';

const HandOnDialog = lazily(() => import('../work/HandOnDialog.js').then((part) => part.HandOnDialog));
type Work = DossierView['work'][number];
interface Intent { outcome?: string; data: Record<string, unknown>; note?: string }
const looks: Record<Outcome['kind'], { variant: string; color?: string }> = { forward: { variant: 'filled' }, return: { variant: 'outline' }, refuse: { variant: 'outline', color: 'red.8' } };

interface Props { work: Work; dossierId: string; me: string; /** Takes what was typed when the step goes away under it. */ onKeep: (text: string) => void }

export function WorkPanel({ work, dossierId, me, onKeep }: Props) {
  const { t } = useWords();
  const client = useQueryClient();
  const claim = useCommand((_: null, commandId) => api.claim(work.id, commandId), () => void refreshWork(client, dossierId));
  const release = useCommand((_: null, commandId) => api.release(work.id, commandId), (result) => { if (result) confirmDone(t('work.released')); void refreshWork(client, dossierId); });
  const [handing, setHanding] = useState(false);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const handed = ([result]: BulkResult[]) => {
    setHanding(false);
    setRefused(result?.problem ? new ApiError(result.problem.status, result.problem) : null);
    if (result?.done) confirmDone(t('together.assigned', { n: 1 }));
    void refreshWork(client, dossierId);
  };
  return (
    <Paper p="md" component="section" aria-labelledby={`work-${work.id}`} data-work={work.id} style={{ borderColor: work.mayAct ? '#8bc0cc' : undefined }}>
      <Group justify="space-between" mb={4} align="flex-start" gap="xs">
        <Title order={2} id={`work-${work.id}`}>{work.step}</Title>
        <Group gap={6} style={{ flex: 'none' }}>
          {work.mayHandOn ? <Button size="xs" variant="default" aria-haspopup="dialog" onClick={() => setHanding(true)} data-hand-on>{t('together.handOn')}</Button> : null}
          {work.assignee === me ? <Button size="xs" variant="default" loading={release.isPending} onClick={() => release.mutate(null)}>{t('work.release')}</Button> : null}
          {work.status === 'offered' && work.mayAct ? <Button size="xs" variant="light" style={{ flex: 'none' }} loading={claim.isPending} onClick={() => claim.mutate(null)}>{t('work.claim')}</Button> : null}
        </Group>
      </Group>
      <Text size="sm" c="gray.6" mb="sm">
        {[work.departmentName, work.assigneeName ?? t(`workStatus.${work.status}`), work.stepDueAt ? t('dossier.stepDue', { at: formatDateTime(work.stepDueAt) }) : ''].filter(Boolean).join(' · ')}
      </Text>
      {work.stepDue ? <HowWorkedOut due={work.stepDue} label={t('due.stepHow')} /> : null}
      <ProblemNote error={claim.error ?? release.error ?? refused} />
      {handing ? <HandOnDialog ids={[work.id]} onDone={handed} onClose={() => setHanding(false)} /> : null}
      {work.mayAct && work.onBehalfOfName ? <Text size="sm" fw={600} mb="xs">{t('dossier.onBehalf', { name: work.onBehalfOfName })}</Text> : null}
      {work.mayAct ? <Decision work={work} dossierId={dossierId} onKeep={onKeep} /> : <Text size="sm">{work.whyNot ?? (work.assignee && work.assignee !== me ? t('dossier.heldBy', { name: work.assigneeName }) : t('dossier.mayNotAct'))}</Text>}
    </Paper>
  );
}

/** Note and changed fields as lines; a field that still says what it said at first is not lost. */
function typedText({ schema, data }: Work['form'], values: Values, note: string): string {
  const changed = Object.entries(schema.properties).filter(([name]) => values[name] !== undefined && values[name] !== data[name]);
  return [...changed.map(([name, { title }]) => `${title}: ${String(values[name])}`), note.trim()].filter(Boolean).join('\n');
}

function Decision({ work, dossierId, onKeep }: Pick<Props, 'work' | 'dossierId' | 'onKeep'>) {
  const { t } = useWords();
  const client = useQueryClient();
  const [values, setValues] = useState<Values>(work.form.data);
  const form = useRef<FormHandle>(null);
  const [note, setNote] = useState('');
  const [noteNeeded, setNoteNeeded] = useState(false);
  const complete = useCommand(
    (intent: Intent, commandId) => api.complete(work.id, { commandId, ...intent }),
    (result) => { if (result) { confirmDone(t('dossier.completed', { step: work.step })); void refreshWork(client, dossierId); } },
  );
  useKeptText(complete.isSuccess ? '' : typedText(work.form, values, note), onKeep);
  const stale = complete.error instanceof ApiError && complete.error.status === 409;
  /** One way on is no choice: the button says what is done, the text beside it where the dossier goes. */
  const only = work.outcomes.length === 1 ? work.outcomes[0] : undefined;
  const isOpinion = work.element === 'opinion';
  const decide = (outcome?: Outcome) => {
    const isRight = form.current?.validateForm() ?? true;
    const lacksNote = ((outcome && outcome.kind !== 'forward') || isOpinion) && note.trim() === '';
    setNoteNeeded(lacksNote);
    if (isRight && !lacksNote) complete.mutate({ outcome: outcome?.id, data: { ...values, ...outcome?.data }, note: note.trim() || undefined });
  };
  return (
    <Stack gap="sm">
      <ProblemNote error={complete.error} kept onReload={stale ? () => void refreshWork(client, dossierId) : undefined} />
      <StepForm ref={form} id={`step-${work.id}`} form={work.form} values={values} onChange={setValues} />
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
