/** In place of a temporary password. */
import { useQueryClient } from '@tanstack/react-query';
import type { SessionView } from '../../../server/contract.js';
import { Text } from '@mantine/core';
import { account as en } from '../../i18n/en/account.js';
import { useWords } from '../../i18n/index.js';
import { addWords } from '../../i18n/late.js';
import { account as vi } from '../../i18n/vi/account.js';
import { sessionQuery } from '../../queries.js';
import { PasswordForm } from '../account/PasswordForm.js';

addWords({ vi, en });

export function NewPassword({ account, onDone }: { account: string; onDone: (view: SessionView) => Promise<void> }) {
  const { t } = useWords();
  const client = useQueryClient();
  return (
    <>
      <Text mb="md" maw="70ch">{t('account.mustChange')}</Text>
      <PasswordForm account={account} onDone={async () => { await onDone(await client.fetchQuery({ ...sessionQuery, staleTime: 0 })); }} />
    </>
  );
}
