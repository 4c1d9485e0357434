/** Which period and place the index is about; what is chosen stands in the address. */
import { Group, NativeSelect } from '@mantine/core';
import type { IndexReport } from '../../../server/contract.js';
import { useWords } from '../../i18n/index.js';
import { choicesOf, KINDS, kindOf, type IndexSearch, type Kind } from './search.js';

interface Props { search: IndexSearch; period: string; choices: IndexReport['choices'] | undefined; onChange: (change: Partial<IndexSearch>) => void }

export function usePeriodWords(): (period: string) => string {
  const { t } = useWords();
  return (period) => (kindOf(period) === 'year' ? t('serviceIndex.yearOf', { year: period }) : kindOf(period) === 'quarter' ? t('serviceIndex.quarterOf', { n: period.slice(6), year: period.slice(0, 4) }) : `${period.slice(5)}/${period.slice(0, 4)}`);
}

export function Filters({ search, period, choices, onChange }: Props) {
  const { t } = useWords();
  const words = usePeriodWords();
  const kind = kindOf(period);
  const periods = choicesOf(kind);
  const list = (own: string | undefined, rows: readonly { id: string; name: string }[] = []) => [
    { value: '', label: t('serviceIndex.all') }, ...(own !== undefined && !rows.some(({ id }) => id === own) ? [{ value: own, label: own }] : []), ...rows.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const chosen = (event: React.ChangeEvent<HTMLSelectElement>): string | undefined => event.currentTarget.value || undefined;
  return (
    <Group component="section" aria-label={t('serviceIndex.choose')} mb="md" gap="sm" align="flex-end">
      <NativeSelect label={t('serviceIndex.kind')} value={kind} onChange={(event) => onChange({ period: choicesOf(event.currentTarget.value as Kind)[0] })} data={KINDS.map((each) => ({ value: each, label: t(`serviceIndex.kinds.${each}`) }))} />
      <NativeSelect label={t('serviceIndex.which')} value={period} onChange={(event) => onChange({ period: chosen(event), page: undefined })} data={[...(periods.includes(period) ? [] : [period]), ...periods].map((each) => ({ value: each, label: words(each) }))} />
      <NativeSelect label={t('serviceIndex.agency')} value={search.agency ?? ''} onChange={(event) => onChange({ agency: chosen(event), department: undefined, page: undefined })} data={list(search.agency, choices?.agencies)} maw={260} />
      <NativeSelect label={t('serviceIndex.department')} value={search.department ?? ''} onChange={(event) => onChange({ department: chosen(event), agency: undefined, page: undefined })} data={list(search.department, choices?.departments)} maw={260} />
      <NativeSelect label={t('serviceIndex.procedure')} value={search.procedure ?? ''} onChange={(event) => onChange({ procedure: chosen(event), page: undefined })} data={list(search.procedure, choices?.procedures)} maw={300} />
    </Group>
  );
}
