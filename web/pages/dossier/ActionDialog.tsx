/** One action: what it asks, and why it was refused. What was typed stays until it has been done or the dialog is closed. */
import { useState } from 'react';
import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { OfferedAction } from '../../../server/contract.js';
import { api } from '../../api.js';
import { useCommand } from '../../api/useCommand.js';
import { formatDate, formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { DateField } from '../../ui/DateField.js';
import { ProblemNote } from '../../ui/ProblemNote.js';

type Field = OfferedAction['fields'][number];
interface Values { reason: string; ground: string; note: string; parts: string[]; otherParts: string; newDate?: string; department: string; handOver: string; opinion: string; automatic: string }
interface Props { dossierId: string; offer: OfferedAction; onDone: (followUp: string | undefined) => void; onClose: () => void }

const localDay = (instant: string): string => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);

function firstValues({ draft, departments, handOvers, opinions, automatic }: OfferedAction): Values {
  return {
    reason: draft?.reason ?? '', ground: '', note: '', parts: [], otherParts: '', ...(draft ? { newDate: localDay(draft.newDueAt) } : {}),
    department: departments?.[0]?.id ?? '', handOver: handOvers?.[0]?.id ?? '', opinion: opinions?.[0]?.id ?? '', automatic: automatic?.[0]?.kind ?? '',
  };
}

const partsOf = ({ parts, otherParts }: Values): string[] => [...parts, ...otherParts.split('\n').map((each) => each.trim()).filter(Boolean)];

function lacks(field: Field, values: Values, offer: OfferedAction): boolean {
  switch (field) {
    case 'parts': return partsOf(values).length === 0;
    case 'ground': return offer.groundNeeded === true && values.ground.trim() === '';
    case 'newDate': return values.newDate === undefined;
    case 'reason': return values.reason.trim() === '';
    default: return false;
  }
}

/** Only what the action asks is sent. */
function bodyOf({ fields }: OfferedAction, values: Values): Record<string, unknown> {
  const texts = Object.fromEntries((['reason', 'ground', 'note', 'department', 'handOver', 'opinion', 'automatic'] as const).filter((field) => fields.includes(field) && values[field].trim() !== '').map((field) => [field, values[field].trim()]));
  return { ...texts, ...(fields.includes('parts') ? { parts: partsOf(values) } : {}), ...(fields.includes('newDate') && values.newDate ? { newDate: values.newDate } : {}) };
}

export function ActionDialog({ dossierId, offer, onDone, onClose }: Props) {
  const { t } = useWords();
  const [values, setValues] = useState(() => firstValues(offer));
  const [missing, setMissing] = useState<Field[]>([]);
  const act = useCommand(
    (intent: Record<string, unknown>, commandId) => api.actOnDossier(dossierId, offer.action, { commandId, ...intent }),
    (result) => { if (result) onDone(result.dossierId === dossierId ? undefined : result.dossierId); },
  );
  const submit = () => {
    const lacking = offer.fields.filter((field) => lacks(field, values, offer));
    setMissing(lacking);
    if (lacking.length === 0) act.mutate(bodyOf(offer, values));
  };
  const set = (changed: Partial<Values>) => setValues((before) => ({ ...before, ...changed }));
  return (
    <Modal opened onClose={onClose} title={t(`case.action.${offer.action}`)} size="lg" closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <Stack gap="sm">
          <Text size="sm">{t(`case.hint.${offer.action}`)}</Text>
          <Dates offer={offer} />
          <ProblemNote error={act.error} kept />
          {offer.fields.map((field) => <ActionField key={field} field={field} offer={offer} values={values} missing={missing.includes(field) && lacks(field, values, offer)} onChange={set} />)}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
            <Button type="submit" loading={act.isPending} data-submit={offer.action}>{t(`case.action.${offer.action}`)}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Dates({ offer: { dueAt, latest, until, answerBy } }: { offer: OfferedAction }) {
  const { t } = useWords();
  const lines = [
    dueAt ? t('case.dueNow', { at: formatDateTime(dueAt) }) : undefined, latest ? t('case.latest', { at: formatDate(latest) }) : undefined,
    until ? t('case.until', { at: formatDateTime(until) }) : undefined, answerBy ? t('case.answerBy', { at: formatDate(answerBy) }) : undefined,
  ].filter((each) => each !== undefined);
  return lines.length > 0 ? <Text size="sm" c="gray.7">{lines.join(' ')}</Text> : null;
}

interface FieldProps { field: Field; offer: OfferedAction; values: Values; missing: boolean; onChange: (changed: Partial<Values>) => void }

function ActionField({ field, offer, values, missing, onChange }: FieldProps) {
  const { t } = useWords();
  const label = offer.action === 'askOpinion' && field === 'reason' ? t('case.field.question') : offer.action === 'handOver' && field === 'reason' ? t('case.field.what') : t(`case.field.${field}`);
  const error = missing ? t('form.required') : undefined;
  switch (field) {
    case 'parts': return <PartsField offer={offer} values={values} missing={missing} onChange={onChange} />;
    case 'newDate': return <DateField label={label} required value={values.newDate ?? ''} onChange={(newDate) => onChange({ newDate: typeof newDate === 'string' ? newDate : undefined })} error={error} />;
    case 'ground': return <TextInput label={label} required={offer.groundNeeded === true} value={values.ground} onChange={(event) => onChange({ ground: event.currentTarget.value })} error={error} />;
    case 'department': return <NativeSelect label={label} value={values.department} onChange={(event) => onChange({ department: event.currentTarget.value })} data={(offer.departments ?? []).map(({ id, name, agencyName }) => ({ value: id, label: `${name} (${agencyName})` }))} />;
    case 'handOver': return <NativeSelect label={label} value={values.handOver} onChange={(event) => onChange({ handOver: event.currentTarget.value })} data={(offer.handOvers ?? []).map(({ id, what, fromName }) => ({ value: id, label: `${what} – ${fromName}` }))} />;
    case 'opinion': return <NativeSelect label={label} value={values.opinion} onChange={(event) => onChange({ opinion: event.currentTarget.value })} data={(offer.opinions ?? []).map(({ id, question, departmentName }) => ({ value: id, label: `${departmentName}: ${question}` }))} />;
    case 'automatic': return <NativeSelect label={label} value={values.automatic} onChange={(event) => onChange({ automatic: event.currentTarget.value })} data={(offer.automatic ?? []).map(({ kind, at }) => ({ value: kind, label: `${t(`case.automatic.${kind.replace(':', '_')}`)} – ${formatDateTime(at)}` }))} />;
    case 'note': return <Textarea label={label} autosize minRows={2} value={values.note} onChange={(event) => onChange({ note: event.currentTarget.value })} />;
    case 'reason': return <Textarea label={label} required autosize minRows={2} value={values.reason} onChange={(event) => onChange({ reason: event.currentTarget.value })} error={error} />;
  }
}

/** All at once: the parts of the procedure to tick, and lines for others. */
function PartsField({ offer, values, missing, onChange }: Omit<FieldProps, 'field'>) {
  const { t } = useWords();
  return (
    <Checkbox.Group label={t('case.field.parts')} required value={values.parts} onChange={(parts) => onChange({ parts })} error={missing ? t('form.required') : undefined}>
      <Stack gap={6} mt={6}>
        {(offer.parts ?? []).map((part) => <Checkbox key={part} value={part} label={part} />)}
        <Textarea label={t('case.field.otherParts')} description={t('case.field.otherPartsHint')} autosize minRows={2} value={values.otherParts} onChange={(event) => onChange({ otherParts: event.currentTarget.value })} />
      </Stack>
    </Checkbox.Group>
  );
}
