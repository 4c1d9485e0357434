/** What a page shows while it has nothing to show: loading, empty, failed. */
import type { ReactNode } from 'react';
import { Alert, Button, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useWords } from '../i18n/index.js';
import { useProblemText } from './ProblemNote.js';

export function Loading({ rows = 5 }: { rows?: number }) {
  const { t } = useWords();
  return (
    <Stack gap="xs" role="status" aria-label={t('state.loading')}>
      {Array.from({ length: rows }, (_, row) => <Skeleton key={row} height={row === 0 ? 28 : 36} width={row === 0 ? '40%' : '100%'} />)}
    </Stack>
  );
}

export function Empty({ title, children, action }: { title?: string; children?: ReactNode; action?: ReactNode }) {
  const { t } = useWords();
  return (
    <Paper p="xl" ta="center">
      <Title order={2}>{title ?? t('state.emptyTitle')}</Title>
      {children ? <Text c="gray.6" mt={4}>{children}</Text> : null}
      {action ? <div style={{ marginTop: 16 }}>{action}</div> : null}
    </Paper>
  );
}

export function Failed({ error, retry }: { error: Error; retry: () => void }) {
  const { t } = useWords();
  const text = useProblemText();
  return (
    <Alert color="red" title={t('state.errorTitle')} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{text(error)}</Text>
        <Button variant="default" size="xs" onClick={retry}>{t('action.retry')}</Button>
      </Stack>
    </Alert>
  );
}

/** The three states of a question around the page that shows its answer. */
export function Answered<T>({ query, rows, children }: { query: UseQueryResult<T, Error>; rows?: number; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return <Loading rows={rows} />;
}
