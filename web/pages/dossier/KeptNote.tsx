/** What somebody had typed for a step that a colleague has ended meanwhile, and who that was. */
import { Alert, Text } from '@mantine/core';
import type { TimelineEntry } from '../../../server/contract.js';
import { formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { useByWhom } from '../../ui/byWhom.js';

export interface Kept { text: string; element: string; step: string }

/** The same text is kept once. */
export const withKept = (before: readonly Kept[], kept: Kept): Kept[] => (before.some(({ text, element }) => text === kept.text && element === kept.element) ? [...before] : [...before, kept]);

export function KeptNote({ kept, timeline, onClose }: { kept: readonly Kept[]; timeline: readonly TimelineEntry[]; onClose: () => void }) {
  const { t } = useWords();
  const byWhom = useByWhom();
  if (kept.length === 0) return null;
  const endOf = ({ element }: Kept) => timeline.filter((entry) => entry.element === element && entry.kind === 'completed').at(-1);
  return (
    <Alert color="ochre" title={t('dossier.keptNote')} withCloseButton closeButtonLabel={t('action.close')} onClose={onClose}>
      {kept.map((each) => {
        const ended = endOf(each);
        return (
          <div key={`${each.element} ${each.text}`}>
            {ended ? <Text size="sm" c="gray.8">{t('dossier.endedMeanwhile', { step: each.step, by: byWhom(ended), at: formatDateTime(ended.at) })}</Text> : null}
            <Text size="sm" style={{ whiteSpace: 'pre-line' }}>{each.text}</Text>
          </div>
        );
      })}
    </Alert>
  );
}
