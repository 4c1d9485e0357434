/** Applicant, documents and data of a new dossier, with the appointment beside them. */
import { useRef, useState } from 'react';
import { Button, Checkbox, Grid, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { DossierRow, ProcedureRow, ReceivePreview } from '../../../server/contract.js';
import { api, ApiError } from '../../api.js';
import { deskApi } from '../../api/desk.js';
import { newId } from '../../api/newId.js';
import { formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { rightOf } from '../../ui/form-validator.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered } from '../../ui/states.js';
import { StepForm, type FormHandle, type Values } from '../../ui/StepForm.js';
import { ApplicantFields, emptyApplicant, type ApplicantForm } from './ApplicantFields.js';
import { Appointment } from './Appointment.js';
import { PlaceFields, type ChosenPlaces } from './PlaceFields.js';
import { FeePaid, feeOf, type FeeForm } from './FeePaid.js';
import { Similar } from './Similar.js';
import { useReceptionDraft } from './useReceptionDraft.js';
import { PartList, partsOf, type PartState } from './PartList.js';

/** `draft`: the id of what was begun before. */
interface Props { procedure: ProcedureRow; draft?: string; onChange: () => void; onReceived: (row: DossierRow) => void }

export function ReceiveForm(props: Props) {
  const preview = useQuery({ queryKey: ['receive', props.procedure.id], queryFn: () => api.previewReceipt(props.procedure.id), refetchInterval: 60_000 });
  // As it was when the page was opened: what is saved since then is what the form shows.
  const [begun] = useState(props.draft);
  const draft = useQuery({ queryKey: ['draft', begun], queryFn: () => deskApi.draft(begun!), enabled: begun !== undefined, refetchOnWindowFocus: false, staleTime: Infinity, gcTime: 0 });
  const form = (view: ReceivePreview, kept?: string) => <Form {...props} preview={view} begun={begun} kept={kept ? JSON.parse(kept) as Partial<Intent> : undefined} />;
  return <Answered query={preview} rows={8}>{(view) => (begun === undefined ? form(view) : <Answered query={draft} rows={8}>{({ content }) => form(view, content)}</Answered>)}</Answered>;
}

/** Fields that show what is wrong with them. */
const SHOWN_AT = /^applicant\./;
/** Refusals of the server that the form has words for. */
const WORDS: Record<string, string> = { 'applicant.email': 'receive.notEmail', 'applicant.birthDate': 'form.date' };

interface Intent { applicant: ApplicantForm; places: ChosenPlaces; parts: PartState[]; data: Values; note: string; fee: FeeForm }

function Form({ procedure, preview, begun, kept, onChange, onReceived }: Props & { preview: ReceivePreview; begun?: string; kept?: Partial<Intent> }) {
  const { t } = useWords();
  const [applicant, setApplicant] = useState<ApplicantForm>({ ...emptyApplicant, ...kept?.applicant });
  const [fee, setFee] = useState<FeeForm>(kept?.fee ?? { receiptNo: '' });
  const [draftId] = useState(() => begun ?? newId());
  const [parts, setParts] = useState<PartState[]>(() => partsOf(preview).map((part) => ({ ...part, ...kept?.parts?.find((each) => each.type === part.type) })));
  const [data, setData] = useState<Values>(() => ({ ...preview.form.data, ...kept?.data }));
  const { agencies: _all, desks: _desks, ...usual } = preview.places;
  const [places, setPlaces] = useState<ChosenPlaces>({ ...usual, ...kept?.places });
  const [note, setNote] = useState(kept?.note ?? '');
  const [incomplete, setIncomplete] = useState(false);
  const [missing, setMissing] = useState<string[]>([]);
  // One draft is one dossier: its id is that of the command, so that pressing again, even after a reload, receives nothing twice.
  const receive = useMutation({ mutationFn: async (intent: Intent) => {
    await draft.settled();
    const { channel, ...who } = intent.applicant;
    const filled = Object.fromEntries(Object.entries(who).filter(([name, value]) => value.trim() !== '' && (name !== 'birthDate' || who.kind === 'person'))) as typeof who;
    return api.receive({ commandId: draftId, fromDraft: draft.isKept(), procedureId: procedure.id, channel, applicant: filled, parts: intent.parts, ...intent.places, data: intent.data, note: intent.note || undefined, feePaid: feeOf(intent.fee) });
  }, onSuccess: (row) => { draft.stop(); onReceived(row); } });
  const draft = useReceptionDraft({ id: draftId, isNew: begun === undefined, procedureId: procedure.id, title: applicant.name.trim(), content: JSON.stringify({ applicant, places, parts, data, note, fee }) });
  // What is entered may decide about the limit: the appointment shown is the one that would be printed.
  const [typed] = useDebouncedValue(data, 400);
  const entered = rightOf(preview.form.schema, typed);
  const form = useRef<FormHandle>(null);
  const appointment = useQuery({ queryKey: ['receive', procedure.id, entered], queryFn: () => api.previewReceipt(procedure.id, entered), placeholderData: (previous) => previous });
  const lacking = preview.parts.filter((part) => part.mandatory && !parts.find((state) => state.type === part.type)?.received);
  const submit = () => {
    const isRight = form.current?.validateForm() ?? true;
    const absent = applicant.name.trim() === '' ? ['applicant.name'] : [];
    setMissing(absent);
    if (isRight && absent.length === 0) receive.mutate({ applicant, places, parts, data, note: note.trim(), fee });
  };
  const wrong = receive.error instanceof ApiError ? (receive.error.problem.fields ?? []).map(({ field, message }) => ({ field, message: WORDS[field] ? t(WORDS[field]) : message })) : [];
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}><Grid>
      <Grid.Col span={{ base: 12, md: 8 }}>
        <Stack gap="md">
          <Paper p="md">
            <Group justify="space-between" wrap="nowrap"><div><Text size="sm" c="gray.6">{t('receive.chooseProcedure')}</Text><Title order={2}>{preview.procedure.name}</Title></div>
              <Button variant="subtle" onClick={onChange}>{t('receive.change')}</Button></Group>
          </Paper>
          <Similar name={applicant.name} idNumber={applicant.idNumber} phone={applicant.phone} birthDate={applicant.birthDate} procedureId={procedure.id} />
          <ApplicantFields value={applicant} onChange={setApplicant} missing={missing} wrong={wrong} />
          <PlaceFields offered={preview.places} value={places} onChange={setPlaces} />
          <FeePaid fee={preview.procedure.fee} value={fee} onChange={setFee} />
          <PartList preview={preview} parts={parts} onChange={setParts} />
          {preview.form.ui['ui:order'].length ? <Paper p="md"><Title order={2} mb="sm">{t('receive.data')}</Title><StepForm ref={form} id="data" form={preview.form} values={data} onChange={setData} /></Paper> : null}
          <Textarea label={t('receive.note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} autosize minRows={2} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }}>
        <Stack gap="md" style={{ position: 'sticky', top: 72 }}>
          <Appointment preview={appointment.data ?? preview} />
          <ProblemNote error={receive.error} kept atFields={wrong.length > 0 && wrong.every(({ field }) => SHOWN_AT.test(field))} />
          {lacking.length ? <Text size="sm" c="ochre.7">{t('receive.missing', { names: lacking.map((part) => part.name).join(', ') })}</Text> : null}
          {lacking.length ? <Checkbox label={t('receive.incomplete')} checked={incomplete} onChange={(event) => setIncomplete(event.currentTarget.checked)} /> : null}
          <Saved state={draft.state} />
          <Button type="submit" size="md" loading={receive.isPending} disabled={lacking.length > 0 && !incomplete}>{t('receive.submit')}</Button>
        </Stack>
      </Grid.Col>
    </Grid></form>
  );
}

function Saved({ state }: { state: ReturnType<typeof useReceptionDraft>['state'] }) {
  const { t } = useWords();
  if (state === 'none') return null;
  const text = state === 'saving' ? t('receive.draftSaving') : state === 'failed' ? t('receive.draftFailed') : t('receive.draftSaved', { at: formatDateTime(state.savedAt) });
  return <Text size="sm" c={state === 'failed' ? 'red.8' : 'gray.7'} data-draft={typeof state === 'object' ? 'saved' : state}>{text}</Text>;
}
