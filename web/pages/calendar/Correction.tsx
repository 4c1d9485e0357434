/** Before a change holds: which open dossiers get another date. After it: how far the change has got. */
import { useState } from 'react';
import { Alert, Button, Group, Paper, Progress, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CalendarFile } from '../../../engine/calendar/types.js';
import type { CalendarMove, CalendarView, Page } from '../../../server/contract.js';
import { setup } from '../../api/setup.js';
import { formatDateTime, formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { Pager } from '../../ui/Pager.js';
import { ProblemNote } from '../../ui/ProblemNote.js';

interface Props { view: CalendarView; draft: CalendarFile; mayChange: boolean; onApplied: (version: number) => void; onDiscard: () => void }

export function Correction({ view, draft, mayChange, onApplied, onDiscard }: Props) {
  const { t, language } = useWords();
  const client = useQueryClient();
  const [page, setPage] = useState(1);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const preview = useMutation({ mutationFn: (wanted: number) => setup.previewCalendar(view.id, draft, wanted), onSuccess: (_, wanted) => setPage(wanted) });
  const apply = useMutation({
    mutationFn: () => setup.correctCalendar(view.id, { file: draft, reason: reason.trim(), base: view.version }),
    onSuccess: async ({ version }) => { await client.invalidateQueries({ queryKey: ['calendars'] }); onApplied(version); },
  });
  return (
    <Paper p="md" component="section" aria-labelledby="correction-title" style={{ borderColor: '#b97a10' }}>
      <Title order={2} id="correction-title">{t('calendar.unsaved')}</Title>
      <Text size="sm" mb="sm">{t('calendar.unsavedText')}</Text>
      <Stack gap="sm">
        <Group>
          <Button variant="default" loading={preview.isPending} onClick={() => preview.mutate(1)}>{t('calendar.preview')}</Button>
          <Button variant="subtle" onClick={onDiscard}>{t('calendar.discard')}</Button>
        </Group>
        <ProblemNote error={preview.error ?? apply.error} kept />
        {preview.data ? (
          <>
            <Text fw={600} role="status" data-testid="would-move">{t('calendar.wouldMove', { n: formatNumber(preview.data.total, language), steps: formatNumber(preview.data.steps, language) })}</Text>
            <Moves page={{ ...preview.data, page }} onPage={(wanted) => preview.mutate(wanted)} />
            {mayChange ? (
              <form noValidate onSubmit={(event) => { event.preventDefault(); setTried(true); if (reason.trim()) apply.mutate(); }}>
                <Group align="flex-end">
                  <TextInput style={{ flex: 1, minWidth: 220 }} label={t('calendar.reason')} description={t('calendar.reasonHint')} required value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={tried && !reason.trim() ? t('form.required') : undefined} />
                  <Button type="submit" loading={apply.isPending}>{t('calendar.apply')}</Button>
                </Group>
              </form>
            ) : null}
          </>
        ) : null}
      </Stack>
    </Paper>
  );
}

function Moves({ page, onPage }: { page: Page<CalendarMove>; onPage: (page: number) => void }) {
  const { t } = useWords();
  if (page.total === 0) return null;
  return (
    <div>
      <div className="df-table-wrap" tabIndex={0} role="group" aria-label={t('calendar.moves')}>
        <table className="df-table">
          <caption>{t('calendar.moves')}</caption>
          <thead><tr><th scope="col">{t('work.dossier')}</th><th scope="col">{t('work.procedureShort')}</th><th scope="col">{t('calendar.before')}</th><th scope="col">{t('calendar.after')}</th></tr></thead>
          <tbody>{page.items.map((move) => (
            <tr key={move.dossierId}><td className="df-nowrap">{move.dossierNo}</td><td>{move.procedureName}</td><td className="df-nowrap">{move.from ? formatDateTime(move.from) : ''}</td><td className="df-nowrap">{move.to ? formatDateTime(move.to) : ''}</td></tr>
          ))}</tbody>
        </table>
      </div>
      <Pager page={page.page} pageSize={page.pageSize} total={page.total} onPage={onPage} />
    </div>
  );
}

const ASK_AGAIN_MS = 700;

/** Until lists and histories of all dossiers concerned have it. */
export function Applied({ id, version }: { id: string; version: number }) {
  const { t, language } = useWords();
  const query = useQuery({
    queryKey: ['calendar-progress', id, version], queryFn: () => setup.calendarProgress(id, version),
    refetchInterval: ({ state }) => (state.data?.appliedAt && state.data.told === state.data.all ? false : ASK_AGAIN_MS),
  });
  const progress = query.data;
  if (!progress) return null;
  const done = progress.appliedAt !== undefined && progress.told === progress.all;
  return (
    <Alert color={done ? 'green' : 'ochre'} role="status" title={t(done ? 'calendar.applied' : 'calendar.applying', { version })} data-testid="applied" data-done={done}>
      <Text size="sm">{t('calendar.appliedText', { moved: formatNumber(progress.moved ?? 0, language), told: formatNumber(progress.told, language), all: formatNumber(progress.all, language) })}</Text>
      {done ? null : <Progress value={progress.all === 0 ? 100 : (progress.told / progress.all) * 100} aria-label={t('calendar.applying', { version })} mt="xs" />}
    </Alert>
  );
}
