/** What every change of the organisation has: a reason, a button, what was refused beside its field, and nothing typed lost. */
import { useState, type ReactNode } from 'react';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../../api.js';
import { useWords } from '../../i18n/index.js';
import { confirmDone } from '../../ui/notify.js';
import { ProblemNote } from '../../ui/ProblemNote.js';

interface Props {
  label: string;
  /** Of whom or what, for the confirmation. */
  name: string;
  isComplete: boolean;
  save: (reason: string) => Promise<unknown>;
  onClose: () => void;
  onSaved?: (name: string) => void;
  children: (fields: { wrong: (field: string) => string | undefined; needed: (filled: boolean) => string | undefined }) => ReactNode;
}

export function EditForm({ label, name, isComplete, save, onClose, onSaved, children }: Props) {
  const { t } = useWords();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const saving = useMutation({
    mutationFn: () => save(reason.trim()),
    onSuccess: async () => { await client.invalidateQueries({ queryKey: ['organisation'] }); confirmDone(t('org.saved', { name })); onSaved?.(name); onClose(); },
  });
  /** In the words of the page where it has some. */
  const wrong = (field: string): string | undefined => {
    const message = saving.error instanceof ApiError ? saving.error.problem.fields?.find((each) => each.field === field || each.field.split('.')[0] === field)?.message : undefined;
    return message && t(`org.wrong.${message === 'is taken' ? 'taken' : field.split('.').at(-1)}`, { defaultValue: message });
  };
  const needed = (filled: boolean): string | undefined => (tried && !filled ? t('form.required') : undefined);
  const submit = () => { setTried(true); if (isComplete && reason.trim()) saving.mutate(); };
  return (
    <form noValidate aria-label={label} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Stack gap="sm" py="xs">
        {children({ wrong, needed })}
        <TextInput label={t('org.reason')} required value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} error={wrong('reason') ?? needed(reason.trim() !== '')} />
        <ProblemNote error={saving.error} kept atFields />
        <Group gap="sm"><Button type="submit" loading={saving.isPending}>{t('org.save')}</Button><Button variant="subtle" onClick={onClose}>{t('org.cancel')}</Button></Group>
      </Stack>
    </form>
  );
}
