/** Inputs for the data a step asks for. */
import { Checkbox, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import type { FormField } from '../../server/contract.js';
import { useWords } from '../i18n/index.js';

export type Values = Record<string, unknown>;

/** What the form starts with; a box that is not ticked says no, other fields say nothing until filled in. */
export const firstValues = (fields: readonly FormField[]): Values =>
  Object.fromEntries(fields.flatMap((field) => (field.value !== undefined ? [[field.name, field.value]] : field.type === 'boolean' ? [[field.name, false]] : [])));

export const missingFields = (fields: readonly FormField[], values: Values): string[] =>
  fields.filter((field) => field.required && (values[field.name] === undefined || values[field.name] === '')).map((field) => field.name);

interface Props { fields: readonly FormField[]; values: Values; missing: readonly string[]; onChange: (name: string, value: unknown) => void }

export function DataFields({ fields, values, missing, onChange }: Props) {
  if (fields.length === 0) return null;
  return <Stack gap="sm">{fields.map((field) => <Field key={field.name} field={field} value={values[field.name]} missing={missing.includes(field.name)} onChange={(value) => onChange(field.name, value)} />)}</Stack>;
}

function Field({ field, value, missing, onChange }: { field: FormField; value: unknown; missing: boolean; onChange: (value: unknown) => void }) {
  const { t, language } = useWords();
  const common = { label: field.label, required: field.required, error: missing ? t('form.required') : undefined };
  const text = typeof value === 'string' ? value : '';
  const typed = (raw: string) => onChange(raw === '' ? undefined : raw);
  switch (field.type) {
    case 'boolean': return <Checkbox label={field.label} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />;
    case 'number': return <NumberInput {...common} value={typeof value === 'number' ? value : ''} onChange={(next) => onChange(next === '' ? undefined : Number(next))} decimalSeparator={language === 'vi' ? ',' : '.'} thousandSeparator={language === 'vi' ? '.' : ','} hideControls />;
    case 'date': return <TextInput {...common} type="date" value={text} onChange={(event) => typed(event.currentTarget.value)} />;
    case 'text': return <Textarea {...common} autosize minRows={2} value={text} onChange={(event) => typed(event.currentTarget.value)} />;
    default: return <TextInput {...common} value={text} onChange={(event) => typed(event.currentTarget.value)} />;
  }
}
