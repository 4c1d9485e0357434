/** The state of a version, in words. */
import { Badge } from '@mantine/core';
import type { VersionState } from '../../../server/contract.js';
import { useWords } from '../../i18n/index.js';

const COLOURS: Partial<Record<VersionState, string>> = { inForce: 'green', inReview: 'ochre', returned: 'ochre', withdrawn: 'red', replaced: 'gray' };

export function StateBadge({ state }: { state: VersionState }) {
  const { t } = useWords();
  return <Badge color={COLOURS[state]} variant="light">{t(`version.state.${state}`)}</Badge>;
}
