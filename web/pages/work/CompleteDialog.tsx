/** One way on for several dossiers at the same step. */
import { useState } from 'react';
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import type { BulkOptions, BulkResult, Outcome } from '../../../server/contract.js';
import { deskApi } from '../../api/desk.js';
import { useCommand } from '../../api/useCommand.js';
import { useWords } from '../../i18n/index.js';
import { ProblemNote } from '../../ui/ProblemNote.js';

interface Props { ids: readonly string[]; offer: NonNullable<BulkOptions['complete']>; onDone: (results: BulkResult[]) => void; onClose: () => void }

export function CompleteDialog({ ids, offer, onDone, onClose }: Props) {
  const { t } = useWords();
  const [note, setNote] = useState('');
  const [lacks, setLacks] = useState(false);
  const complete = useCommand((intent: { outcome?: string; note?: string }, commandId) => deskApi.bulk({ commandId, action: 'complete', ids, ...intent }), (answer) => { if (answer) onDone(answer.results); });
  const decide = (outcome?: Outcome) => {
    const missing = outcome !== undefined && outcome.kind !== 'forward' && note.trim() === '';
    setLacks(missing);
    if (!missing) complete.mutate({ ...(outcome ? { outcome: outcome.id } : {}), ...(note.trim() ? { note: note.trim() } : {}) });
  };
  return (
    <Modal opened onClose={onClose} title={t('together.completeTitle', { step: offer.step, n: ids.length })} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack gap="sm">
        <Text size="sm">{t('together.completeText')}</Text>
        <ProblemNote error={complete.error} kept />
        <Textarea label={t('together.note')} autosize minRows={2} value={note} onChange={(event) => setNote(event.currentTarget.value)} error={lacks ? t('together.noteNeeded') : undefined} />
        <Group gap="xs">
          {offer.outcomes.length === 0 ? <Button loading={complete.isPending} onClick={() => decide()}>{t('dossier.complete')}</Button> : null}
          {offer.outcomes.map((outcome) => (
            <Button key={outcome.id} variant={outcome.kind === 'forward' ? 'filled' : 'outline'} color={outcome.kind === 'refuse' ? 'red.8' : undefined} disabled={complete.isPending} onClick={() => decide(outcome)} data-outcome={outcome.id}>
              {offer.outcomes.length === 1 ? t('dossier.complete') : outcome.label || t('dossier.complete')}
            </Button>
          ))}
        </Group>
      </Stack>
    </Modal>
  );
}
