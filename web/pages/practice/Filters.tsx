/** Which dossiers the page is about; what is chosen stands in its address. */
import { Group, NativeSelect } from '@mantine/core';
import type { PracticeView } from '../../../server/contract.js';
import { useWords } from '../../i18n/index.js';
import { DateField } from '../../ui/DateField.js';
import type { PracticeSearch } from './search.js';

interface Props { search: PracticeSearch; choices: PracticeView['choices'] | undefined; onChange: (change: Partial<PracticeSearch>) => void }

export function Filters({ search, choices, onChange }: Props) {
  const { t } = useWords();
  // What is chosen can be given up, also where nothing of it is left.
  const list = (own: string | undefined, all: readonly { value: string; label: string }[]) => [{ value: '', label: t('practised.filter.all') }, ...(own !== undefined && !all.some(({ value }) => value === own) ? [{ value: own, label: own }] : []), ...all];
  const named = (rows: readonly { id: string; name: string }[] = []) => rows.map(({ id, name }) => ({ value: id, label: name }));
  const version = search.version === undefined ? undefined : String(search.version);
  return (
    <Group component="section" aria-label={t('practised.filter.title')} mb="md" gap="sm" align="flex-end">
      <DateField label={t('practised.filter.from')} value={search.from ?? ''} onChange={(value) => onChange({ from: value as string | undefined })} />
      <DateField label={t('practised.filter.to')} value={search.to ?? ''} onChange={(value) => onChange({ to: value as string | undefined })} />
      <NativeSelect label={t('practised.filter.version')} value={version ?? ''} onChange={(event) => onChange({ version: event.currentTarget.value ? Number(event.currentTarget.value) : undefined })} data={list(version, (choices?.versions ?? []).map((n) => ({ value: String(n), label: t('practised.filter.versionNo', { n }) })))} />
      <NativeSelect label={t('practised.filter.agency')} value={search.agency ?? ''} onChange={(event) => onChange({ agency: event.currentTarget.value || undefined })} data={list(search.agency, named(choices?.agencies))} maw={260} />
      <NativeSelect label={t('practised.filter.department')} value={search.department ?? ''} onChange={(event) => onChange({ department: event.currentTarget.value || undefined })} data={list(search.department, named(choices?.departments))} maw={260} />
      <NativeSelect label={t('practised.filter.channel')} value={search.channel ?? ''} onChange={(event) => onChange({ channel: (event.currentTarget.value || undefined) as PracticeSearch['channel'] })} data={list(search.channel, (choices?.channels ?? []).map((value) => ({ value, label: t(`channel.${value}`) })))} />
    </Group>
  );
}
