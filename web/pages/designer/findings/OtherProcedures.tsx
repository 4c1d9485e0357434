/** The other procedures that a finding is about, each to be set beside the drawing. */
import { Button, Group, Text } from '@mantine/core';
import type { MapPlace } from '../../../../server/contract.js';
import { useWords } from '../../../i18n/index.js';
import '../../library/words.js';

export function OtherProcedures({ places, onOpen }: { places: readonly MapPlace[]; onOpen: (place: MapPlace) => void }) {
  const { t } = useWords();
  if (places.length === 0) return null;
  return (
    <section aria-label={t('library.procedures')} data-others={places.length}>
      <ul className="df-others">{places.map((place) => (
        <li key={place.id}>
          <Text size="sm">{place.code} – {place.name}</Text>
          <Group><Button size="compact-sm" variant="default" aria-label={t('library.side.besideOf', { name: place.code })} onClick={() => onOpen(place)}>{t('library.compare')}</Button></Group>
        </li>
      ))}</ul>
    </section>
  );
}
