/** A refusal or a failure in words: what happened, who was faster, what to do. */
import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { ApiError, ConnectionLost } from '../api.js';
import { formatDateTime } from '../format.js';
import { useWords } from '../i18n/index.js';

/** One sentence for an error; the server's own sentence stands in for codes that we have no words for. */
export function useProblemText(): (error: Error) => string {
  const { t } = useWords();
  return (error) => {
    if (error instanceof ConnectionLost) return t('problem.connectionLost');
    if (!(error instanceof ApiError)) return t('problem.unknown', { code: error.name });
    const { code, detail } = error.problem;
    return t(`problem.code.${code}`, { defaultValue: detail ?? t('problem.unknown', { code }) });
  };
}

interface Props { error: Error | null; kept?: boolean; onReload?: () => void }

export function ProblemNote({ error, kept, onReload }: Props) {
  const { t } = useWords();
  const text = useProblemText();
  if (!error) return null;
  const problem = error instanceof ApiError ? error.problem : undefined;
  const meanwhile = problem?.meanwhile;
  return (
    <Alert color={problem?.status === 409 ? 'ochre' : 'red'} title={t('problem.title')} role="alert">
      <Stack gap={6} align="flex-start">
        <Text size="sm">{text(error)}</Text>
        {meanwhile ? (
          <Text size="sm" fw={600}>
            {t(meanwhile.byName ? 'problem.meanwhile' : 'problem.meanwhileUnknown', { name: meanwhile.byName, what: t(`timeline.${meanwhile.what}`, { defaultValue: meanwhile.what }), at: formatDateTime(meanwhile.at) })}
          </Text>
        ) : null}
        {problem?.fields?.length ? <List size="sm">{problem.fields.map((field) => <List.Item key={field.field}>{field.field}: {field.message}</List.Item>)}</List> : null}
        {kept ? <Text size="sm">{t('problem.kept')}</Text> : null}
        {onReload ? <Button size="xs" variant="default" onClick={onReload}>{t('problem.reload')}</Button> : null}
      </Stack>
    </Alert>
  );
}
