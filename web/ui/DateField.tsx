/** A day typed as dd/MM/yyyy: the browser's own date field follows the browser's language, not that of the page. */
import { useState } from 'react';
import { TextInput } from '@mantine/core';
import { formatDate, parseDate } from '../format.js';
import { useWords } from '../i18n/index.js';

const ISO_DAY = /^\d{4}-\d\d-\d\d/;
/** `keepTyped`: what is no day is told as it was typed, so that whoever checks the form sees it; else it counts as nothing. */
interface Props { id?: string; label: string; required?: boolean; error?: string | undefined; value: string; keepTyped?: boolean; onChange: (value: unknown) => void }

export function DateField({ value, keepTyped, onChange, error, ...rest }: Props) {
  const { t } = useWords();
  const [typed, setTyped] = useState(() => (ISO_DAY.test(value) ? formatDate(`${value.slice(0, 10)}T00:00:00+07:00`) : value));
  const [left, setLeft] = useState(false);
  const wrong = left && typed !== '' && parseDate(typed) === undefined;
  const change = (text: string) => { setTyped(text); onChange(text === '' ? undefined : parseDate(text) ?? (keepTyped ? text : undefined)); };
  return <TextInput {...rest} inputMode="numeric" placeholder={t('form.datePattern')} value={typed} onChange={(event) => change(event.currentTarget.value)} onBlur={() => setLeft(true)} error={wrong ? t('form.date') : error} />;
}
