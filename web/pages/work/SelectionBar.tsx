/** What may be done with the ticked rows together, and the answer for each. After the table, in the order of reading. */
import { useState } from 'react';
import { Alert, Button, Group, List, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { BulkResult } from '../../../server/contract.js';
import { ApiError } from '../../api.js';
import { deskApi } from '../../api/desk.js';
import { useCommand } from '../../api/useCommand.js';
import { dossierPage as enPage } from '../../i18n/en/dossier-page.js';
import { useWords } from '../../i18n/index.js';
import { addWords } from '../../i18n/late.js';
import { dossierPage as viPage } from '../../i18n/vi/dossier-page.js';
import { confirmDone } from '../../ui/notify.js';
import { ProblemNote, useMeanwhile, useProblemText } from '../../ui/ProblemNote.js';
import { CompleteDialog } from './CompleteDialog.js';
import { HandOnDialog } from './HandOnDialog.js';
import './together.js';

addWords({ vi: viPage, en: enPage });

interface Props { ids: readonly string[]; onSettled: () => void; onClear: () => void }
type Act = 'claim' | 'release';

export function SelectionBar({ ids, onSettled, onClear }: Props) {
  const { t } = useWords();
  const options = useQuery({ queryKey: ['work', 'options', ids], queryFn: () => deskApi.bulkOptions(ids), enabled: ids.length > 0, placeholderData: (previous) => previous }).data;
  const [dialog, setDialog] = useState<'handOn' | 'complete'>();
  const [failed, setFailed] = useState<BulkResult[]>([]);
  const answered = (done: 'claimed' | 'released' | 'assigned' | 'completed') => (results: BulkResult[]) => {
    setDialog(undefined);
    setFailed(results.filter((each) => !each.done));
    const n = results.filter((each) => each.done).length;
    if (n > 0) confirmDone(t(`together.${done}`, { n }));
    onClear();
    onSettled();
  };
  const act = useCommand((intent: { action: Act; ids: readonly string[] }, commandId) => deskApi.bulk({ commandId, ...intent }), (answer, _error, { action }) => { if (answer) answered(action === 'claim' ? 'claimed' : 'released')(answer.results); });
  return (
    <Stack gap="sm" mt="sm">
      <ProblemNote error={act.error} />
      {failed.length > 0 ? <Failures results={failed} onClose={() => setFailed([])} /> : null}
      {ids.length > 0 ? (
        <Paper p="sm" component="section" aria-label={t('together.bar')} style={{ position: 'sticky', bottom: 0, zIndex: 2 }}>
          <Group gap="xs">
            <Text size="sm" fw={600} role="status">{t('together.selected', { n: ids.length })}</Text>
            {options?.claim ? <Button size="xs" loading={act.isPending} onClick={() => act.mutate({ action: 'claim', ids })} data-bulk="claim">{t('together.claim', { n: options.claim })}</Button> : null}
            {options?.release ? <Button size="xs" variant="default" loading={act.isPending} onClick={() => act.mutate({ action: 'release', ids })} data-bulk="release">{t('together.release', { n: options.release })}</Button> : null}
            {options?.handOn ? <Button size="xs" variant="default" aria-haspopup="dialog" onClick={() => setDialog('handOn')} data-bulk="handOn">{t('together.handOn')}</Button> : null}
            {options?.complete ? <Button size="xs" variant="default" aria-haspopup="dialog" onClick={() => setDialog('complete')} data-bulk="complete">{t('together.complete')}</Button> : null}
            <Button size="xs" variant="subtle" onClick={onClear}>{t('together.clear')}</Button>
          </Group>
        </Paper>
      ) : null}
      {dialog === 'handOn' ? <HandOnDialog ids={ids} onDone={answered('assigned')} onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'complete' && options?.complete ? <CompleteDialog ids={ids} offer={options.complete} onDone={answered('completed')} onClose={() => setDialog(undefined)} /> : null}
    </Stack>
  );
}

function Failures({ results, onClose }: { results: BulkResult[]; onClose: () => void }) {
  const { t } = useWords();
  const text = useProblemText();
  const meanwhile = useMeanwhile();
  return (
    <Alert color="ochre" title={t('together.failed', { n: results.length })} role="alert" withCloseButton closeButtonLabel={t('together.dismiss')} onClose={onClose}>
      <List size="sm">
        {results.map(({ id, dossierId, dossierNo, problem }) => (
          <List.Item key={id}>
            {dossierId ? <Link to="/dossiers/$dossierId" params={{ dossierId }}>{dossierNo}</Link> : id}: {problem ? [text(new ApiError(problem.status, problem)), meanwhile(problem)].filter(Boolean).join(' ') : ''}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
