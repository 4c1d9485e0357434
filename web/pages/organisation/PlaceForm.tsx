/** The province that the agency lies in: a code and the day on which it was that province's. */
import { useState } from 'react';
import { Group, NativeSelect, Text } from '@mantine/core';
import type { AgencyPlace, OrganisationView } from '../../../server/contract.js';
import { savePlace } from '../../api/organisation.js';
import { deskDay, formatDate } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { EditForm } from './EditForm.js';

export function PlaceLine({ place }: { place: AgencyPlace | undefined }) {
  const { t } = useWords();
  const named = ({ code, name, kind }: Pick<AgencyPlace, 'code' | 'name' | 'kind'>): string => t('org.placeNamed', { kind: t(`org.placeKind.${kind}`), name, code });
  if (!place) return <Text size="sm" c="gray.7">{t('org.noPlace')}</Text>;
  return <Text size="sm">{t('org.placeOn', { place: named(place), day: formatDate(`${place.at}T00:00:00+07:00`) })}{place.now ? ` ${t('org.placeNow', { place: named(place.now) })}` : ''}</Text>;
}

export function PlaceForm({ view, onClose }: { view: OrganisationView; onClose: () => void }) {
  const { t } = useWords();
  const [code, setCode] = useState(view.place?.now?.code ?? view.place?.code ?? '');
  return (
    <EditForm label={t('org.setPlace')} name={view.agencyName} isComplete={code !== ''} save={(reason) => savePlace({ code, at: deskDay(), reason })} onClose={onClose}>{({ wrong, needed }) => (
      <Group><NativeSelect label={t('org.province')} required value={code} onChange={(event) => setCode(event.currentTarget.value)} error={wrong('code') ?? needed(code !== '')}
        data={[{ value: '', label: t('org.choose') }, ...view.provinces.map(({ code: value, name }) => ({ value, label: `${name} (${value})` }))]} /></Group>
    )}</EditForm>
  );
}
