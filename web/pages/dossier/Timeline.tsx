/** Who did what when, the newest first. */
import { Text } from '@mantine/core';
import type { TimelineEntry } from '../../../server/contract.js';
import { formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { useByWhom } from '../../ui/byWhom.js';
import { useWorkingTime } from '../../ui/DueMark.js';

export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const { t } = useWords();
  const inWords = useWorkingTime();
  const byWhom = useByWhom();
  if (entries.length === 0) return <Text size="sm" c="gray.6">{t('timeline.empty')}</Text>;
  return (
    <ol className="df-timeline" reversed>
      {[...entries].sort((a, b) => b.seq - a.seq).map((entry) => (
        <li key={entry.seq} data-kind={entry.kind}>
          <strong>{t(`timeline.${entry.kind}`)}{entry.step ? `: ${entry.step}` : ''}{entry.automatic ? `: ${t(`case.automatic.${entry.automatic.replace(':', '_')}`)}` : ''}</strong>
          {entry.toName ? <span> → {entry.toName}</span> : null}
          {entry.outcome ? <span> → {entry.outcome}</span> : null}
          <span className="df-sub">
            {[formatDateTime(entry.at), byWhom(entry), entry.departmentName, entry.minutes ? inWords(entry.minutes) : undefined].filter(Boolean).join(' · ')}
          </span>
          {entry.moved ? <Text size="sm" mt={2}>{t('timeline.moved', { from: formatDateTime(entry.moved.from), to: formatDateTime(entry.moved.to) })}</Text> : null}
          {entry.until || entry.ground ? <Text size="sm" mt={2}>{[entry.until ? t('timeline.until', { at: formatDateTime(entry.until) }) : '', entry.ground ? t('timeline.ground', { text: entry.ground }) : ''].filter(Boolean).join(' · ')}</Text> : null}
          {entry.parts?.length ? <Text size="sm" mt={2}>{entry.parts.join('; ')}</Text> : null}
          {entry.note ? <Text size="sm" mt={2} style={{ whiteSpace: 'pre-line' }}>“{entry.note}”</Text> : null}
        </li>
      ))}
    </ol>
  );
}
