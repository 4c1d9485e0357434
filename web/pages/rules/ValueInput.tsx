/** The input that fits a rule's kind of value. */
import { Checkbox, Group, NativeSelect, NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import type { RuleRow } from '../../../server/contract.js';
import { useWords } from '../../i18n/index.js';
import { ROLES, UNITS } from './words.js';

interface Props { kind: RuleRow['kind']; value: unknown; onChange: (value: unknown) => void; error: string | undefined }
interface Time { value: number; unit: string }

export function ValueInput({ kind, value, onChange, error }: Props) {
  const { t } = useWords();
  const label = t('rules.value');
  switch (kind) {
    case 'yesNo': return <NativeSelect label={label} error={error} value={String(value)} onChange={(event) => onChange(event.currentTarget.value === 'true')} data={[{ value: 'true', label: t('rules.yes') }, { value: 'false', label: t('rules.no') }]} />;
    case 'count': return <NumberInput label={label} error={error} min={0} max={1000} allowDecimal={false} hideControls value={value as number} onChange={(next) => onChange(next === '' ? '' : Number(next))} />;
    case 'period': return <NativeSelect label={label} error={error} value={String(value)} onChange={(event) => onChange(event.currentTarget.value)} data={['ever', 'year'].map((each) => ({ value: each, label: t(`rules.periodValue.${each}`) }))} />;
    case 'pattern': return <TextInput label={label} description={t('rules.patternHint')} error={error} value={String(value)} onChange={(event) => onChange(event.currentTarget.value)} />;
    case 'roles': return <Roles value={value as string[]} onChange={onChange} error={error} />;
    case 'states': return <States value={value as Record<string, number>} onChange={onChange} error={error} />;
    default: return <Stretch value={value as Time} onChange={onChange} error={error} signed={kind === 'lead'} />;
  }
}

function Stretch({ value, onChange, error, signed }: { value: Time; onChange: (value: Time) => void; error: string | undefined; signed: boolean }) {
  const { t, language } = useWords();
  return (
    <Group align="flex-start" gap="sm">
      <NumberInput label={t('rules.value')} error={error} min={signed ? -1000 : 0} max={1000} hideControls w={110} decimalSeparator={language === 'vi' ? ',' : '.'} value={value.value} onChange={(next) => onChange({ ...value, value: Number(next) })} />
      <NativeSelect label={t('rules.unit')} value={value.unit} onChange={(event) => onChange({ ...value, unit: event.currentTarget.value })} data={UNITS.map((unit) => ({ value: unit, label: t(`rules.units.${unit}`) }))} />
    </Group>
  );
}

function Roles({ value, onChange, error }: { value: string[]; onChange: (value: string[]) => void; error: string | undefined }) {
  const { t } = useWords();
  return (
    <Checkbox.Group label={t('rules.value')} description={t('rules.rolesHint')} error={error} value={value} onChange={onChange}>
      <Group mt={6} gap="sm">{ROLES.map((role) => <Checkbox key={role} value={role} label={t(`role.${role}`)} />)}</Group>
    </Checkbox.Group>
  );
}

function States({ value, onChange, error }: { value: Record<string, number>; onChange: (value: Record<string, number>) => void; error: string | undefined }) {
  const { t } = useWords();
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend style={{ fontWeight: 500, fontSize: '0.875rem' }}>{t('rules.value')}</legend>
      {error ? <p role="alert" style={{ color: 'var(--df-late)', margin: 0, fontSize: '0.8125rem' }}>{error}</p> : null}
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="xs">{Object.entries(value).map(([state, number]) => (
        <NumberInput key={state} label={t(`dossierState.${state}`)} min={1} max={10} allowDecimal={false} hideControls value={number} onChange={(next) => onChange({ ...value, [state]: Number(next) })} />
      ))}</SimpleGrid>
    </fieldset>
  );
}
