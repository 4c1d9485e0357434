/** Another value for a rule, from a day on, with its basis and the reason. */
import { useState } from 'react';
import { Button, Checkbox, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RuleRow, RulesView } from '../../../server/contract.js';
import { ApiError } from '../../api.js';
import { setup } from '../../api/setup.js';
import { deskDay } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { DateField } from '../../ui/DateField.js';
import { confirmDone } from '../../ui/notify.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { ValueInput } from './ValueInput.js';

interface Props { view: RulesView; rule: RuleRow; onClose: () => void }

export function ChangeForm({ view, rule, onClose }: Props) {
  const { t, language } = useWords();
  const client = useQueryClient();
  const [value, setValue] = useState<unknown>(rule.value);
  const [from, setFrom] = useState<string | undefined>(deskDay());
  const [basis, setBasis] = useState(rule.basis);
  const [confirmed, setConfirmed] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: (wanted: unknown) => setup.changeRule({ ...(view.agency ? { agency: view.agency } : {}), key: rule.key, value: wanted, from: from!, reason: reason.trim(), base: view.base, ...(wanted === null ? {} : { basis: basis.trim(), confirmed }) }),
    onSuccess: async () => { await client.invalidateQueries({ queryKey: ['rules'] }); confirmDone(t('rules.saved', { rule: rule.title[language] })); onClose(); },
  });
  const submit = (wanted: unknown) => { setTried(true); if (from && reason.trim()) save.mutate(wanted); };
  const wrong = (field: string, words?: string): string | undefined => { const found = save.error instanceof ApiError ? save.error.problem.fields?.find((each) => each.field === field) : undefined; return found && (words ?? found.message); };
  const missing = (filled: boolean): string | undefined => (tried && !filled ? t('form.required') : undefined);
  // Only what was set for this very scope can be taken back.
  const isSet = rule.change !== undefined && (rule.change.agencyName !== undefined) === (view.agency !== undefined);
  return (
    <form noValidate aria-label={t('rules.changeRule', { rule: rule.title[language] })} onSubmit={(event) => { event.preventDefault(); submit(value); }}>
      <Stack gap="sm" py="xs">
        <ValueInput kind={rule.kind} value={value} onChange={setValue} error={wrong('value', t(`rules.wrong.${rule.kind}`))} />
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          <DateField label={t('rules.from')} required value={from ?? ''} onChange={(next) => setFrom(next as string | undefined)} error={wrong('from', t('rules.fromPast')) ?? missing(Boolean(from))} />
          <TextInput label={t('rules.newBasis')} value={basis} onChange={(event) => setBasis(event.currentTarget.value)} error={wrong('basis')} />
          <TextInput label={t('rules.reason')} required value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={wrong('reason') ?? missing(reason.trim() !== '')} />
        </SimpleGrid>
        <Checkbox label={t('rules.confirmed')} checked={confirmed} onChange={(event) => setConfirmed(event.currentTarget.checked)} />
        <ProblemNote error={save.error} kept atFields />
        <Group gap="sm">
          <Button type="submit" loading={save.isPending}>{t('action.save')}</Button>
          {isSet ? <Button variant="default" onClick={() => submit(null)}>{t('rules.takeBack')}</Button> : null}
          <Button variant="subtle" onClick={onClose}>{t('action.cancel')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
