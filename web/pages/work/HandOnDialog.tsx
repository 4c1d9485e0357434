/** To whom the work goes, and why. What was typed stays until it has been done. */
import { useState } from 'react';
import { Button, Group, Modal, Radio, ScrollArea, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { BulkResult } from '../../../server/contract.js';
import { deskApi } from '../../api/desk.js';
import { useCommand } from '../../api/useCommand.js';
import { useWords } from '../../i18n/index.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered } from '../../ui/states.js';
import './together.js';

interface Props { ids: readonly string[]; onDone: (results: BulkResult[]) => void; onClose: () => void }

export function HandOnDialog({ ids, onDone, onClose }: Props) {
  const { t } = useWords();
  const query = useQuery({ queryKey: ['work', 'options', ids], queryFn: () => deskApi.bulkOptions(ids), refetchOnWindowFocus: false });
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const give = useCommand((intent: { to: string; reason?: string }, commandId) => deskApi.bulk({ commandId, action: 'assign', ids, ...intent }), (answer) => { if (answer) onDone(answer.results); });
  const reasonNeeded = query.data?.handOn?.reasonNeeded ?? false;
  const submit = () => {
    setTried(true);
    const why = reason.trim();
    if (to !== '' && (why !== '' || !reasonNeeded)) give.mutate({ to, ...(why ? { reason: why } : {}) });
  };
  return (
    <Modal opened onClose={onClose} title={t('together.handOnTitle')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <Stack gap="sm">
          <Text size="sm">{t('together.handOnText')}</Text>
          <ProblemNote error={give.error} kept />
          <Answered query={query} rows={4}>
            {({ handOn }) => (!handOn || handOn.people.length === 0 ? <Text role="status">{t('together.noColleague')}</Text> : (
              <Radio.Group label={t('together.to')} required value={to} onChange={setTo} error={tried && to === '' ? t('form.required') : undefined}>
                <ScrollArea.Autosize mah={280} mt={6} viewportProps={{ tabIndex: -1 }}>
                  <Stack gap={8}>{handOn.people.map((each) => <Radio key={each.id} value={each.id} label={each.name} description={t('together.load', { position: each.position, n: each.load })} />)}</Stack>
                </ScrollArea.Autosize>
              </Radio.Group>
            ))}
          </Answered>
          <Textarea label={t('together.reason')} required={reasonNeeded} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={tried && reasonNeeded && reason.trim() === '' ? t('form.required') : undefined} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
            <Button type="submit" loading={give.isPending} disabled={!query.data?.handOn?.people.length}>{t('together.submitHandOn')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
