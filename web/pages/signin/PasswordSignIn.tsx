/** Account and password. What was typed stays after a refusal; the password can be shown, pasted and filled in by a manager. */
import { useState } from 'react';
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { SessionView } from '../../../server/contract.js';
import { api } from '../../api.js';
import { useWords } from '../../i18n/index.js';
import { ProblemNote } from '../../ui/ProblemNote.js';

export function PasswordSignIn({ onSignedIn }: { onSignedIn: (view: SessionView) => Promise<void> }) {
  const { t } = useWords();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const signIn = useMutation({ mutationFn: () => api.signInWithPassword({ account, password }), onSuccess: onSignedIn });
  const needed = (value: string): string | undefined => (tried && value.trim() === '' ? t('form.required') : undefined);
  const submit = () => { setTried(true); if (account.trim() && password) signIn.mutate(); };
  return (
    <form noValidate aria-label={t('signIn.title')} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Stack gap="sm" maw={420}>
        <TextInput label={t('signIn.account')} required autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={100} value={account} onChange={(event) => setAccount(event.currentTarget.value)} error={needed(account)} />
        <PasswordInput label={t('signIn.password')} required autoComplete="current-password" maxLength={1_000} value={password} onChange={(event) => setPassword(event.currentTarget.value)} error={needed(password)}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show'), tabIndex: 0, 'aria-hidden': false }} />
        <ProblemNote error={signIn.error} />
        <Button type="submit" loading={signIn.isPending} style={{ alignSelf: 'flex-start' }}>{t('signIn.title')}</Button>
      </Stack>
    </form>
  );
}
