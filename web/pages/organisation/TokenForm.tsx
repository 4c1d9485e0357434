/** A token for a program: as whom it acts, what it may reach, for how long. It is shown once. */
import { useState } from 'react';
import { Alert, Button, Checkbox, Group, NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../../api.js';
import { makeToken, SCOPES } from '../../api/organisation.js';
import { useWords } from '../../i18n/index.js';
import { ProblemNote } from '../../ui/ProblemNote.js';

const DEFAULT_DAYS = 90;
const MOST_DAYS = 366;

export function TokenForm({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [personId, setPerson] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  const [days, setDays] = useState<number | string>(DEFAULT_DAYS);
  const [tried, setTried] = useState(false);
  const making = useMutation({ mutationFn: () => makeToken({ name: name.trim(), personId: personId.trim(), scopes, days: Number(days) }), onSuccess: () => client.invalidateQueries({ queryKey: ['organisation', 'tokens'] }) });
  const needed = (filled: boolean): string | undefined => (tried && !filled ? t('form.required') : undefined);
  const wrongPerson = making.error instanceof ApiError && making.error.problem.fields?.some(({ field }) => field === 'personId') ? t('org.noSuchPerson') : undefined;
  const submit = () => { setTried(true); if (name.trim() && personId.trim() && scopes.length > 0 && days !== '') making.mutate(); };
  if (making.data) {
    return (
      <Alert color="green" title={t('org.tokenMade', { name: making.data.name })} role="status" mb="sm">
        <Text ff="monospace" data-made-token="true" style={{ overflowWrap: 'anywhere' }}>{making.data.token}</Text>
        <Button variant="default" size="xs" mt="xs" onClick={onClose}>{t('action.close')}</Button>
      </Alert>
    );
  }
  return (
    <form noValidate aria-label={t('org.newToken')} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Stack gap="sm" pb="md">
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          <TextInput label={t('org.program')} required maxLength={100} value={name} onChange={(event) => setName(event.currentTarget.value)} error={needed(name.trim() !== '')} />
          <TextInput label={t('org.actsAsAccount')} description={t('org.actsAsHint')} inputWrapperOrder={['label', 'input', 'description', 'error']} required maxLength={100} value={personId} onChange={(event) => setPerson(event.currentTarget.value)} error={wrongPerson ?? needed(personId.trim() !== '')} />
          <NumberInput label={t('org.days')} required min={1} max={MOST_DAYS} allowDecimal={false} value={days} onChange={setDays} error={needed(days !== '')} />
        </SimpleGrid>
        <Checkbox.Group label={t('org.scopes')} required value={scopes} onChange={setScopes} error={needed(scopes.length > 0) && t('org.chooseOne')}>
          <Stack gap={8} mt={6}>{SCOPES.map((scope) => <Checkbox key={scope} value={scope} label={t(`org.scope.${scope.replace(':', '_')}`)} />)}</Stack>
        </Checkbox.Group>
        <ProblemNote error={making.error} kept atFields={wrongPerson !== undefined} />
        <Group gap="sm"><Button type="submit" loading={making.isPending}>{t('org.makeToken')}</Button><Button variant="subtle" onClick={onClose}>{t('org.cancel')}</Button></Group>
      </Stack>
    </form>
  );
}
