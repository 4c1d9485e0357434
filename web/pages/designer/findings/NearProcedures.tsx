/** Published procedures that are like the one that is published here, each to be set beside the drawing. */
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MapPlace } from '../../../../server/contract.js';
import { nearQuery } from '../../../api/library.js';
import { formatShare } from '../../../format.js';
import { useWords } from '../../../i18n/index.js';
import '../../library/words.js';
import { OtherProcedures } from './OtherProcedures.js';

export function NearProcedures({ procedureId, onOpen }: { procedureId: string; onOpen: (place: MapPlace) => void }) {
  const { t, language } = useWords();
  const { data } = useQuery(nearQuery(procedureId));
  if (!data) return null;
  return (
    <details data-near={data.length}>
      <summary className="df-summary">{t('library.side.near')} ({data.length})</summary>
      {data.length === 0 ? <Text size="sm">{t('library.side.nearNone')}</Text>
        : <OtherProcedures places={data.map(({ b, similarity }) => ({ ...b, name: `${b.name} (${formatShare(similarity, language)})` }))} onOpen={onOpen} />}
    </details>
  );
}
