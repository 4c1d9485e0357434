/** Checklist of the documents that the procedure asks for: whether each is there, in which form, how many. */
import { Checkbox, Group, NativeSelect, NumberInput, Paper, Stack, Text, Title } from '@mantine/core';
import type { PartForm, ReceivePreview } from '../../../server/contract.js';
import { useWords } from '../../i18n/index.js';

const FORMS: readonly PartForm[] = ['original', 'certified', 'copy', 'electronic'];
export interface PartState { type: string; copies: number; received: boolean; form?: PartForm }
export const partsOf = (preview: ReceivePreview): PartState[] => preview.parts.map((part) => ({ type: part.type, copies: part.copies, received: false, form: FORMS.find((each) => each === part.original) }));

interface Props { preview: ReceivePreview; parts: PartState[]; onChange: (parts: PartState[]) => void }

export function PartList({ preview, parts, onChange }: Props) {
  const { t } = useWords();
  const change = (type: string, next: Partial<PartState>) => onChange(parts.map((part) => (part.type === type ? { ...part, ...next } : part)));
  return (
    <Paper p="md" component="section" aria-labelledby="list-title">
      <Title order={2} id="list-title">{t('receive.parts')}</Title>
      <Text size="sm" c="gray.6" mb="sm">{t(preview.parts.length ? 'receive.partsHint' : 'receive.noParts')}</Text>
      <Stack gap="xs">
        {preview.parts.map((part) => {
          const state = parts.find((it) => it.type === part.type);
          return (
            <Group key={part.type} justify="space-between" align="flex-start" gap="sm">
              <Checkbox style={{ flex: '1 1 220px' }} checked={state?.received ?? false} onChange={(event) => change(part.type, { received: event.currentTarget.checked })} label={part.name}
                description={`${t(`receive.original.${part.original}`, { defaultValue: part.original })} · ${t(part.mandatory ? 'receive.mandatory' : 'receive.optional')}`} />
              <Group gap="xs" wrap="nowrap" style={{ flex: '0 1 294px', minWidth: 0 }}>
                <NativeSelect aria-label={`${t('receive.form')}: ${part.name}`} style={{ flex: '1 1 0', minWidth: 0 }} value={state?.form ?? ''} onChange={(event) => change(part.type, { form: FORMS.find((each) => each === event.currentTarget.value) })}
                  data={[...(state?.form ? [] : [{ value: '', label: t(`receive.original.${part.original}`, { defaultValue: part.original }) }]), ...FORMS.map((form) => ({ value: form, label: t(`receive.original.${form}`) }))]} />
                <NumberInput aria-label={`${t('receive.copies')}: ${part.name}`} w={76} min={0} max={99} allowDecimal={false} value={state?.copies ?? part.copies} onChange={(copies) => change(part.type, { copies: Number(copies) || 0 })} />
              </Group>
            </Group>
          );
        })}
      </Stack>
    </Paper>
  );
}
