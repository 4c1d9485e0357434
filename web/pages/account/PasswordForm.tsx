/** The present password and another one, typed twice because nobody sees it. */
import { useState } from 'react';
import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, ApiError } from '../../api.js';
import { useWords } from '../../i18n/index.js';
import { ProblemNote } from '../../ui/ProblemNote.js';

const EMPTY = { current: '', password: '', again: '' };

export function PasswordForm({ account, onDone }: { account: string; onDone: () => Promise<void> }) {
  const { t } = useWords();
  const [typed, setTyped] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const { current, password, again } = typed;
  const change = useMutation({ mutationFn: () => api.changePassword({ current, password }), onSuccess: async () => { setTyped(EMPTY); setTried(false); await onDone(); } });
  const refused = (field: string): string | undefined => {
    const fault = change.error instanceof ApiError ? change.error.problem.fields?.find((each) => each.field === field)?.message : undefined;
    return fault && t(`account.fault.${fault}`, { defaultValue: fault });
  };
  const needed = (value: string): string | undefined => (tried && value === '' ? t('form.required') : undefined);
  const differs = password !== '' && again !== '' && password !== again;
  const submit = () => { setTried(true); if (current && password && password === again) change.mutate(); };
  const field = (name: keyof typeof EMPTY, autoComplete: string, error: string | undefined) => (
    <PasswordInput label={t(`account.${name}`)} required autoComplete={autoComplete} maxLength={1_000} value={typed[name]} onChange={(event) => { const { value } = event.currentTarget; setTyped((before) => ({ ...before, [name]: value })); }} error={error ?? needed(typed[name])}
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.show'), tabIndex: 0, 'aria-hidden': false }} />
  );
  return (
    <form noValidate aria-label={t('account.passwordTitle')} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Stack gap="sm" maw={420}>
        <input type="text" name="username" autoComplete="username" value={account} readOnly hidden />
        {field('current', 'current-password', refused('current'))}
        {field('password', 'new-password', refused('password'))}
        <Text size="sm" c="gray.7">{t('account.rule')}</Text>
        {field('again', 'new-password', tried && differs ? t('account.differs') : undefined)}
        <ProblemNote error={change.error} atFields />
        <Button type="submit" loading={change.isPending} style={{ alignSelf: 'flex-start' }}>{t('account.change')}</Button>
      </Stack>
    </form>
  );
}
