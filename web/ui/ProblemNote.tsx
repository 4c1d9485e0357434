/** A refusal or a failure in words: what happened, who was faster, what to do. */
import { Alert, Button, List, Stack, Text } from '@mantine/core';
import type { Problem } from '../../server/contract.js';
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

/** Who did what when, in the case of a 409 that says so. */
export function useMeanwhile(): (problem: Problem | undefined) => string | undefined {
  const { t } = useWords();
  return (problem) => {
    const told = problem?.meanwhile;
    return told && t(told.byName ? 'problem.meanwhile' : 'problem.meanwhileUnknown', { name: told.byName, what: t(`timeline.${told.what}`, { defaultValue: told.what }), at: formatDateTime(told.at) });
  };
}

/** `atFields`: what is wrong with a field is told there. */
interface Props { error: Error | null; kept?: boolean; atFields?: boolean; onReload?: () => void }

export function ProblemNote({ error, kept, atFields, onReload }: Props) {
  const { t } = useWords();
  const text = useProblemText();
  const inWords = useMeanwhile();
  if (!error) return null;
  const problem = error instanceof ApiError ? error.problem : undefined;
  const meanwhile = inWords(problem);
  return (
    <Alert color={problem?.status === 409 ? 'ochre' : 'red'} title={t('problem.title')} role="alert">
      <Stack gap={6} align="flex-start">
        <Text size="sm">{text(error)}</Text>
        {meanwhile ? <Text size="sm" fw={600}>{meanwhile}</Text> : null}
        {problem?.fields?.length && !atFields ? <List size="sm">{problem.fields.map((field) => <List.Item key={field.field}>{field.field}: {field.message}</List.Item>)}</List> : null}
        {kept ? <Text size="sm">{t('problem.kept')}</Text> : null}
        {onReload ? <Button size="xs" variant="default" onClick={onReload}>{t('problem.reload')}</Button> : null}
      </Stack>
    </Alert>
  );
}
