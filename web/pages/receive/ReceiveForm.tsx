/** Applicant, documents and data of a new dossier, with the appointment beside them. */
import { useState } from 'react';
import { Button, Checkbox, Grid, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { DossierRow, ProcedureRow, ReceivePreview } from '../../../server/contract.js';
import { api, ApiError } from '../../api.js';
import { useCommand } from '../../api/useCommand.js';
import { useWords } from '../../i18n/index.js';
import { DataFields, firstValues, missingFields, type Values } from '../../ui/DataFields.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered } from '../../ui/states.js';
import { ApplicantFields, emptyApplicant, type ApplicantForm } from './ApplicantFields.js';
import { Appointment } from './Appointment.js';
import { PartList, partsOf, type PartState } from './PartList.js';

interface Props { procedure: ProcedureRow; onChange: () => void; onReceived: (row: DossierRow) => void }

export function ReceiveForm(props: Props) {
  const preview = useQuery({ queryKey: ['receive', props.procedure.id], queryFn: () => api.previewReceipt(props.procedure.id), refetchInterval: 60_000 });
  return <Answered query={preview} rows={8}>{(view) => <Form {...props} preview={view} />}</Answered>;
}

interface Intent { applicant: ApplicantForm; parts: PartState[]; data: Values; note: string }

function Form({ procedure, preview, onChange, onReceived }: Props & { preview: ReceivePreview }) {
  const { t } = useWords();
  const [applicant, setApplicant] = useState<ApplicantForm>(emptyApplicant);
  const [parts, setParts] = useState<PartState[]>(() => partsOf(preview));
  const [data, setData] = useState<Values>(() => firstValues(preview.fields));
  const [note, setNote] = useState('');
  const [incomplete, setIncomplete] = useState(false);
  const [missing, setMissing] = useState<string[]>([]);
  const receive = useCommand((intent: Intent, commandId) => {
    const { channel, ...who } = intent.applicant;
    const filled = Object.fromEntries(Object.entries(who).filter(([, value]) => value.trim() !== '')) as typeof who;
    return api.receive({ commandId, procedureId: procedure.id, channel, applicant: filled, parts: intent.parts, data: intent.data, note: intent.note || undefined });
  }, (row) => { if (row) onReceived(row); });
  // What is entered may decide about the limit: the appointment shown is the one that would be printed.
  const [entered] = useDebouncedValue(data, 400);
  const appointment = useQuery({ queryKey: ['receive', procedure.id, entered], queryFn: () => api.previewReceipt(procedure.id, entered), placeholderData: (previous) => previous });
  const lacking = preview.parts.filter((part) => part.mandatory && !parts.find((state) => state.type === part.type)?.received);
  const submit = () => {
    const absent = missingFields(preview.fields, data);
    if (applicant.name.trim() === '') absent.push('applicant.name');
    setMissing(absent);
    if (absent.length === 0) receive.mutate({ applicant, parts, data, note: note.trim() });
  };
  const wrong = receive.error instanceof ApiError ? (receive.error.problem.fields ?? []) : [];
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}><Grid>
      <Grid.Col span={{ base: 12, md: 8 }}>
        <Stack gap="md">
          <Paper p="md">
            <Group justify="space-between" wrap="nowrap"><div><Text size="sm" c="gray.6">{t('receive.chooseProcedure')}</Text><Title order={2}>{preview.procedure.name}</Title></div>
              <Button variant="subtle" onClick={onChange}>{t('receive.change')}</Button></Group>
          </Paper>
          <ApplicantFields value={applicant} onChange={setApplicant} missing={missing} wrong={wrong} />
          <PartList preview={preview} parts={parts} onChange={setParts} />
          {preview.fields.length ? <Paper p="md"><Title order={2} mb="sm">{t('receive.data')}</Title><DataFields fields={preview.fields} values={data} missing={missing} onChange={(name, value) => setData({ ...data, [name]: value })} /></Paper> : null}
          <Textarea label={t('receive.note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} autosize minRows={2} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }}>
        <Stack gap="md" style={{ position: 'sticky', top: 72 }}>
          <Appointment preview={appointment.data ?? preview} />
          <ProblemNote error={receive.error} kept />
          {lacking.length ? <Text size="sm" c="ochre.7">{t('receive.missing', { names: lacking.map((part) => part.name).join(', ') })}</Text> : null}
          {lacking.length ? <Checkbox label={t('receive.incomplete')} checked={incomplete} onChange={(event) => setIncomplete(event.currentTarget.checked)} /> : null}
          <Button type="submit" size="md" loading={receive.isPending} disabled={lacking.length > 0 && !incomplete}>{t('receive.submit')}</Button>
        </Stack>
      </Grid.Col>
    </Grid></form>
  );
}
