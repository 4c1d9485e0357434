/** Living with a finding: why, and when to look at it again. */
import { useState } from 'react';
import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { Acceptance } from '../../../../designer/findings/accept.js';
import type { TellingFinding } from '../../../../engine/check.js';
import { deskDay, formatDate } from '../../../format.js';
import { useWords } from '../../../i18n/index.js';

interface Props { finding: TellingFinding; who?: string; onAccept: (acceptance: Acceptance | undefined) => void }

export function AcceptForm({ finding: { accepted }, who, onAccept }: Props) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const [lookAgain, setLookAgain] = useState(inAYear);
  const [tried, setTried] = useState(false);
  if (accepted) {
    const again = formatDate(accepted.lookAgain);
    return (
      <Stack gap={4} component="section" aria-label={t('analyser.accepted')}>
        <Text size="sm">{accepted.reason}</Text>
        <Text size="xs" c="gray.7">{accepted.by && accepted.on ? t('analyser.accept.by', { name: accepted.by, on: formatDate(accepted.on), again }) : t('analyser.accept.byNobody', { again })}</Text>
        <Group><Button size="compact-sm" variant="default" onClick={() => onAccept(undefined)}>{t('analyser.accept.withdraw')}</Button></Group>
      </Stack>
    );
  }
  const isLater = /^\d{4}-\d\d-\d\d$/.test(lookAgain) && lookAgain > deskDay();
  const submit = (): void => {
    setTried(true);
    if (reason.trim() !== '' && isLater) onAccept({ reason: reason.trim(), lookAgain, on: deskDay(), ...(who !== undefined && { by: who }) });
  };
  return (
    <details>
      <summary className="df-summary">{t('analyser.accept.title')}</summary>
      <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <Stack gap={6}>
          <Textarea size="xs" label={t('analyser.accept.reason')} required autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={tried && reason.trim() === '' ? t('analyser.accept.needReason') : undefined} />
          <TextInput size="xs" type="date" label={t('analyser.accept.lookAgain')} required value={lookAgain} onChange={(event) => setLookAgain(event.currentTarget.value)} error={tried && !isLater ? t('analyser.accept.needDate') : undefined} />
          <Text size="xs" c="gray.7">{t('analyser.accept.kept')}</Text>
          <Group><Button size="compact-sm" type="submit">{t('analyser.accept.save')}</Button></Group>
        </Stack>
      </form>
    </details>
  );
}

function inAYear(): string {
  const [year, rest] = [deskDay().slice(0, 4), deskDay().slice(4)];
  return `${Number(year) + 1}${rest === '-02-29' ? '-02-28' : rest}`;
}
