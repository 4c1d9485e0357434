/** One's own sign-in: the password, and where one is signed in. */
import { Paper, Stack, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { account as en } from '../../i18n/en/account.js';
import { useWords } from '../../i18n/index.js';
import { addWords } from '../../i18n/late.js';
import { account as vi } from '../../i18n/vi/account.js';
import { sessionQuery } from '../../queries.js';
import { confirmDone } from '../../ui/notify.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { OwnSessions } from './OwnSessions.js';
import { PasswordForm } from './PasswordForm.js';

addWords({ vi, en });

export function AccountPage() {
  const { t } = useWords();
  const client = useQueryClient();
  const account = useQuery(sessionQuery).data?.person?.id ?? '';
  // The token of the new session comes with the answer about the session.
  const changed = async () => { await client.fetchQuery({ ...sessionQuery, staleTime: 0 }); await client.invalidateQueries({ queryKey: ['account'] }); confirmDone(t('account.changed')); };
  return (
    <>
      <PageHeader title={t('nav.account')} />
      <Stack gap="md">
        <OwnSessions />
        <Paper p="md" component="section" aria-labelledby="password-title">
          <Title order={2} id="password-title" mb="sm">{t('account.passwordTitle')}</Title>
          <PasswordForm account={account} onDone={changed} />
        </Paper>
      </Stack>
    </>
  );
}
