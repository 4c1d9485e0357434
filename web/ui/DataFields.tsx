/** Inputs for the data a step asks for. */
import { useState } from 'react';
import { Checkbox, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import type { FormField } from '../../server/contract.js';
import { formatDate, nameInWords, parseDate } from '../format.js';
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
  const label = field.label === field.name ? nameInWords(field.name) : field.label;
  const common = { label, required: field.required, error: missing ? t('form.required') : undefined };
  const text = typeof value === 'string' ? value : '';
  const typed = (raw: string) => onChange(raw === '' ? undefined : raw);
  switch (field.type) {
    case 'boolean': return <Checkbox label={label} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />;
    case 'number': return <NumberInput {...common} value={typeof value === 'number' ? value : ''} onChange={(next) => onChange(next === '' ? undefined : Number(next))} decimalSeparator={language === 'vi' ? ',' : '.'} thousandSeparator={language === 'vi' ? '.' : ','} hideControls />;
    case 'date': return <DateField {...common} value={text} onChange={onChange} />;
    case 'text': return <Textarea {...common} autosize minRows={2} value={text} onChange={(event) => typed(event.currentTarget.value)} />;
    default: return <TextInput {...common} value={text} onChange={(event) => typed(event.currentTarget.value)} />;
  }
}

/** A day typed as dd/MM/yyyy: the browser's own date field follows the browser's language, not that of the page. */
export function DateField({ value, onChange, error, ...rest }: { label: string; required: boolean; error?: string; value: string; onChange: (value: unknown) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState(() => (value ? formatDate(`${value.slice(0, 10)}T00:00:00+07:00`) : ''));
  const [left, setLeft] = useState(false);
  const wrong = left && typed !== '' && parseDate(typed) === undefined;
  const change = (text: string) => { setTyped(text); onChange(text === '' ? undefined : parseDate(text)); };
  return <TextInput {...rest} inputMode="numeric" placeholder={t('form.datePattern')} value={typed} onChange={(event) => change(event.currentTarget.value)} onBlur={() => setLeft(true)} error={wrong ? t('form.date') : error} />;
}
