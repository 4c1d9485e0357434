/** Findings as a list; choosing one shows its elements on the drawing. */
import { Stack, Text, UnstyledButton } from '@mantine/core';
import type { Note } from '../../designer/findings/messages.js';
import { useWords } from '../i18n/index.js';
import { SeverityMark } from './SeverityMark.js';

interface Props { notes: readonly Note[]; onChoose?: (note: Note) => void; nameOf?: (element: string) => string }

/** The run that shows the finding, as names of elements. */
function pathOf(note: Note, nameOf: (element: string) => string): string | undefined {
  const path = note.evidence.path ?? note.evidence.run;
  return Array.isArray(path) && path.length ? path.map((id) => nameOf(String(id))).join(' → ') : undefined;
}

export function FindingList({ notes, onChoose, nameOf = (element) => element }: Props) {
  const { t } = useWords();
  const told = notes.filter((note) => note.severity !== 'unknown');
  const unknown = notes.filter((note) => note.severity === 'unknown');
  return (
    <Stack gap={6}>
      {told.length === 0 ? <Text size="sm" role="status">{t('findings.clean')}</Text> : null}
      <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {told.map((note) => (
          <li key={note.key}>
            <UnstyledButton className="df-stat" w="100%" onClick={() => onChoose?.(note)} data-check={note.check} disabled={!onChoose || note.elements.length === 0}>
              <SeverityMark severity={note.severity} text={`${t(`findings.severity.${note.severity}`)} · ${note.check}`} />
              <Text size="sm">{note.message}</Text>
              {pathOf(note, nameOf) ? <Text size="xs" c="gray.7">{t('findings.path')}: {pathOf(note, nameOf)}</Text> : null}
              {note.suggestion ? <Text size="sm" c="gray.6">{note.suggestion}</Text> : null}
            </UnstyledButton>
          </li>
        ))}
      </Stack>
      {unknown.length ? (
        <details>
          <summary style={{ cursor: 'pointer', fontSize: '0.875rem', fontWeight: 600, minHeight: 24 }}>{t('findings.cannotTell', { n: unknown.length })}</summary>
          <ul style={{ margin: '6px 0 0', paddingLeft: 18, fontSize: '0.8125rem' }}>{unknown.map((note) => <li key={note.key}>{note.check}: {t('findings.missing', { names: note.message })}</li>)}</ul>
        </details>
      ) : null}
    </Stack>
  );
}
