/** Which dossiers and which period the overview is about; what is chosen stands in its address. */
import { Group, NativeSelect } from '@mantine/core';
import type { OverviewReport } from '../../../server/contract.js';
import { useWords } from '../../i18n/index.js';
import { DateField } from '../../ui/DateField.js';
import { namedPeriods, STEPS_OF_TIME, type OverviewSearch } from './search.js';

interface Props { search: OverviewSearch; choices: OverviewReport['choices'] | undefined; onChange: (change: Partial<OverviewSearch>) => void }
type Choice = 'agency' | 'department' | 'procedure' | 'field' | 'channel';

export function Filters({ search, choices, onChange }: Props) {
  const { t } = useWords();
  const named = (rows: readonly { id: string; name: string }[] = []) => rows.map(({ id, name }) => ({ value: id, label: name }));
  const lists: Record<Choice, { value: string; label: string }[]> = {
    agency: named(choices?.agencies), department: named(choices?.departments), procedure: named(choices?.procedures), field: (choices?.fields ?? []).map((value) => ({ value, label: value })), channel: (choices?.channels ?? []).map((value) => ({ value, label: t(`channel.${value}`) })),
  };
  const periods = namedPeriods();
  const chosen = periods.find(({ from, to }) => from === search.from && to === search.to)?.key;
  const select = (name: string, label: string, value: string | undefined, data: { value: string; label: string }[]) => (
    // What is chosen can be given up, also before the choices have come.
    <NativeSelect key={name} label={label} value={value ?? ''} onChange={(event) => onChange({ [name]: event.currentTarget.value || undefined })} maw={260}
      data={[{ value: '', label: t(name === 'by' ? 'overview.filter.byUsual' : 'overview.filter.all') }, ...(value !== undefined && !data.some((each) => each.value === value) ? [{ value, label: value }] : []), ...data]} />
  );
  return (
    <Group component="section" aria-label={t('overview.filter.title')} mb="md" gap="sm" align="flex-end">
      <NativeSelect label={t('overview.filter.period')} value={chosen ?? ''} data={[...(chosen === undefined ? [{ value: '', label: t('overview.filter.custom') }] : []), ...periods.map(({ key }) => ({ value: key, label: t(`overview.period.${key}`) }))]}
        onChange={(event) => { const next = periods.find(({ key }) => key === event.currentTarget.value); onChange({ from: next?.from, to: next?.to }); }} />
      <DateField key={`from ${chosen ?? ''}`} label={t('overview.filter.from')} value={search.from ?? ''} onChange={(value) => onChange({ from: value as string | undefined })} />
      <DateField key={`to ${chosen ?? ''}`} label={t('overview.filter.to')} value={search.to ?? ''} onChange={(value) => onChange({ to: value as string | undefined })} />
      {select('by', t('overview.filter.by'), search.by, STEPS_OF_TIME.map((value) => ({ value, label: t(`overview.by.${value}`) })))}
      {(Object.keys(lists) as Choice[]).map((name) => select(name, t(`overview.${name}`), search[name], lists[name]))}
    </Group>
  );
}
