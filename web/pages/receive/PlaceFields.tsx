/** Where the applicant was helped, where the dossier is handed in, and who decides: seldom others than the usual ones, so folded. */
import { NativeSelect, Paper, SimpleGrid, Title } from '@mantine/core';
import type { PlacesOffered } from '../../../server/contract.js';
import { useWords } from '../../i18n/index.js';

export type ChosenPlaces = Pick<PlacesOffered, 'helpAgencyId' | 'receptionDepartmentId' | 'competentAgencyId'>;
interface Props { offered: PlacesOffered; value: ChosenPlaces; onChange: (value: ChosenPlaces) => void }

export function PlaceFields({ offered, value, onChange }: Props) {
  const { t } = useWords();
  const nameOf = (all: readonly { id: string; name: string }[], id: string | undefined): string => all.find((each) => each.id === id)?.name ?? '';
  const field = (key: keyof ChosenPlaces, label: string, all: readonly { id: string; name: string }[]) => (
    <NativeSelect label={label} value={value[key] ?? ''} onChange={(event) => onChange({ ...value, [key]: event.currentTarget.value })} data={all.map(({ id, name }) => ({ value: id, label: name }))} />
  );
  return (
    <Paper p="md" component="section" aria-labelledby="places-title">
      <Title order={2} id="places-title" mb={4}>{t('receive.places')}</Title>
      <details>
        <summary style={{ cursor: 'pointer', fontSize: '0.875rem', minHeight: 24 }}>{[nameOf(offered.desks, value.receptionDepartmentId) || nameOf(offered.agencies, value.helpAgencyId), t('receive.decidedBy', { name: nameOf(offered.agencies, value.competentAgencyId) })].join(' · ')}</summary>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mt="sm">
          {field('helpAgencyId', t('receive.helpPlace'), offered.agencies)}
          {offered.desks.length > 0 ? field('receptionDepartmentId', t('receive.receptionPlace'), offered.desks) : null}
          {field('competentAgencyId', t('receive.competent'), offered.agencies)}
        </SimpleGrid>
      </details>
    </Paper>
  );
}
