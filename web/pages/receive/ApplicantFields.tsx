import { NativeSelect, Paper, Radio, SimpleGrid, TextInput, Title, Group } from '@mantine/core';
import type { Problem, ReceiveRequest } from '../../../server/contract.js';
import { useWords } from '../../i18n/index.js';
import { DateField } from '../../ui/DateField.js';

export interface ApplicantForm { kind: 'person' | 'organisation'; name: string; idNumber: string; birthDate: string; phone: string; email: string; address: string; representative: string; authority: string; channel: ReceiveRequest['channel'] }
export const emptyApplicant: ApplicantForm = { kind: 'person', name: '', idNumber: '', birthDate: '', phone: '', email: '', address: '', representative: '', authority: '', channel: 'desk' };

interface Props { value: ApplicantForm; onChange: (value: ApplicantForm) => void; missing: readonly string[]; wrong: NonNullable<Problem['fields']> }

export function ApplicantFields({ value, onChange, missing, wrong }: Props) {
  const { t } = useWords();
  const told = (name: string) => { const error = missing.includes(`applicant.${name}`) ? t('form.required') : wrong.find((it) => it.field === `applicant.${name}`)?.message; return error ? { error } : {}; };
  const field = (name: 'name' | 'idNumber' | 'phone' | 'email' | 'address' | 'representative' | 'authority', label: string, type = 'text') => (
    <TextInput label={t(label)} type={type} required={name === 'name'} value={value[name]} autoComplete="off"
      onChange={(event) => onChange({ ...value, [name]: event.currentTarget.value })} {...told(name)} />
  );
  return (
    <Paper p="md" component="section" aria-labelledby="who-title">
      <Title order={2} id="who-title" mb="sm">{t('receive.applicant')}</Title>
      <Radio.Group label={t('receive.kind')} value={value.kind} onChange={(kind) => onChange({ ...value, kind: kind as ApplicantForm['kind'] })} mb="sm">
        <Group mt={4}><Radio value="person" label={t('receive.person')} /><Radio value="organisation" label={t('receive.organisation')} /></Group>
      </Radio.Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {field('name', value.kind === 'person' ? 'receive.personName' : 'receive.organisationName')}
        {field('idNumber', 'receive.idNumber')}
        {value.kind === 'person' ? <DateField label={t('receive.birthDate')} required={false} value={value.birthDate} keepTyped onChange={(day) => onChange({ ...value, birthDate: typeof day === 'string' ? day : '' })} {...told('birthDate')} /> : null}
        {field('phone', 'receive.phone', 'tel')}
        {field('email', 'receive.email', 'email')}
        {field('address', 'receive.address')}
        {field('representative', 'receive.representative')}
        {value.representative.trim() === '' ? null : field('authority', 'receive.authority')}
        <NativeSelect label={t('receive.channel')} value={value.channel} onChange={(event) => onChange({ ...value, channel: event.currentTarget.value as ApplicantForm['channel'] })}
          data={(['desk', 'online', 'post'] as const).map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))} />
      </SimpleGrid>
    </Paper>
  );
}
