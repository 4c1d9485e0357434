/** A temporary password for somebody, with a reason; shown once. */
import { useState } from 'react';
import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { StaffRow } from '../../../server/contract.js';
import { resetPassword } from '../../api/organisation.js';
import { formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { ProblemNote } from '../../ui/ProblemNote.js';

export function PasswordReset({ row: { id, name }, onClose }: { row: StaffRow; onClose: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const reset = useMutation({ mutationFn: () => resetPassword(id, reason.trim()), onSuccess: () => client.invalidateQueries({ queryKey: ['organisation', 'changes'] }) });
  const submit = () => { setTried(true); if (reason.trim()) reset.mutate(); };
  if (reset.data) {
    return (
      <Alert color="green" title={t('org.temporary', { name })} role="status" my="xs">
        <Text ff="monospace" fz="lg" data-temporary="true">{reset.data.password}</Text>
        <Text size="sm" mb="xs">{t('org.until', { at: formatDateTime(reset.data.until) })}</Text>
        <Button variant="default" size="xs" onClick={onClose}>{t('action.close')}</Button>
      </Alert>
    );
  }
  return (
    <form noValidate aria-label={t('org.resetOf', { name })} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Stack gap="sm" py="xs">
        <Text size="sm" maw="70ch">{t('org.resetText')}</Text>
        <TextInput label={t('org.reason')} required value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} error={tried && !reason.trim() ? t('form.required') : undefined} />
        <ProblemNote error={reset.error} kept />
        <Group gap="sm"><Button type="submit" loading={reset.isPending}>{t('org.reset')}</Button><Button variant="subtle" onClick={onClose}>{t('org.cancel')}</Button></Group>
      </Stack>
    </form>
  );
}
