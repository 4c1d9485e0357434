/** Settings: the value in force, its default and legal basis, and what an agency or procedure has instead. */
import { useState } from 'react';
import { Button, Group, NativeSelect, NumberInput, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SettingView } from '../../../server/contract.js';
import { settingsQuery, setup } from '../../api/setup.js';
import { useWords } from '../../i18n/index.js';
import { sessionQuery } from '../../queries.js';
import { useLimit } from '../../ui/DueMark.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered } from '../../ui/states.js';

type Value = SettingView['default'];

export function AgencySettings({ mayChange }: { mayChange: boolean }) {
  const { t } = useWords();
  const query = useQuery(settingsQuery);
  return (
    <Paper p="md" component="section" aria-labelledby="settings-title">
      <Title order={2} id="settings-title" mb={4}>{t('settings.title')}</Title>
      <Text size="sm" c="gray.6" mb="sm">{t('settings.note')}</Text>
      <Answered query={query} rows={4}>{(settings) => <Stack gap="md">{settings.map((setting) => <Setting key={setting.key} setting={setting} mayChange={mayChange} />)}</Stack>}</Answered>
    </Paper>
  );
}

const keyOf = (setting: SettingView): string => setting.key.replace('.', '_');

function useValueWords(setting: SettingView): (value: Value) => string {
  const { t } = useWords();
  const limit = useLimit();
  return (value) => {
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' ? t(`settings.value.${keyOf(setting)}.${value}`) : limit(`${value.value} ${value.unit}`);
  };
}

function Setting({ setting, mayChange }: { setting: SettingView; mayChange: boolean }) {
  const { t } = useWords();
  const words = useValueWords(setting);
  return (
    <div data-setting={setting.key}>
      <Text fw={600}>{t(`settings.name.${keyOf(setting)}`)}</Text>
      <dl className="df-facts">
        <dt>{t('settings.default')}</dt><dd>{words(setting.default)}</dd>
        {setting.changed.map((each) => [<dt key={`${each.scope}t`}>{each.scope === 'all' ? t('settings.all') : each.scope.slice(each.scope.indexOf(':') + 1)}</dt>, <dd key={each.scope}>{words(each.value)} · {each.changedByName}: {each.reason}</dd>])}
        <dt>{t('settings.basis')}</dt><dd>{setting.basis}{setting.confirmed ? '' : ` (${t('settings.unconfirmed')})`}</dd>
      </dl>
      {mayChange ? <details><summary style={{ cursor: 'pointer', fontSize: '0.875rem', minHeight: 24 }}>{t('settings.change', { name: t(`settings.name.${keyOf(setting)}`) })}</summary><Change setting={setting} /></details> : null}
    </div>
  );
}

const CHOICES: Readonly<Record<string, readonly string[]>> = { 'clock.afterStop': ['continues', 'restarts'], 'clock.outsideHours': ['asReceived', 'nextOpening'], 'due.early': ['dayBefore', 'anyTime'],
  'version.approval': ['qmsOfficerThenLeader', 'leader'], 'version.ownApproval': ['refused', 'allowed'], 'version.directIssue': ['off', 'on'], 'notice.email': ['on', 'off'], 'notice.text': ['on', 'off'], 'notice.language': ['vi', 'en', 'both'],
};
const UNITS = ['workingHours', 'workingDays', 'days'] as const;

function ValueField({ setting, value, onChange }: { setting: SettingView; value: Value; onChange: (value: Value) => void }) {
  const { t } = useWords();
  if (typeof value === 'string') return <NativeSelect label={t('settings.newValue')} value={value} onChange={(event) => onChange(event.currentTarget.value)} data={(CHOICES[setting.key] ?? []).map((each) => ({ value: each, label: t(`settings.value.${keyOf(setting)}.${each}`) }))} />;
  if (typeof value === 'number') return <NumberInput label={t('settings.newValue')} min={0} value={value} onChange={(next) => onChange(Number(next))} allowDecimal={false} hideControls />;
  return (
    <>
      <NumberInput label={t('settings.newValue')} min={0} max={1000} value={value.value} onChange={(next) => onChange({ ...value, value: Number(next) })} hideControls />
      <NativeSelect label={t('settings.unit')} value={value.unit} onChange={(event) => onChange({ ...value, unit: event.currentTarget.value })} data={UNITS.map((unit) => ({ value: unit, label: t(`settings.units.${unit}`) }))} />
    </>
  );
}

function Change({ setting }: { setting: SettingView }) {
  const { t } = useWords();
  const client = useQueryClient();
  const person = useQuery(sessionQuery).data?.person;
  const [value, setValue] = useState<Value>(setting.default);
  const [scope, setScope] = useState('all');
  const [reason, setReason] = useState('');
  const save = useMutation({ mutationFn: (wanted: Value | null) => setup.changeSetting(setting.key, { scope, value: wanted, reason: reason.trim() }), onSuccess: (settings) => client.setQueryData(settingsQuery.queryKey, settings) });
  const scopes = [{ value: 'all', label: t('settings.all') }, ...(person && setting.scopes.includes('agency') ? [{ value: `agency:${person.agencyId}`, label: person.agencyName }] : [])];
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); save.mutate(value); }}>
      <Stack gap="sm" mt="xs">
        <Group align="flex-end">
          <ValueField setting={setting} value={value} onChange={setValue} />
          <NativeSelect label={t('settings.scope')} value={scope} onChange={(event) => setScope(event.currentTarget.value)} data={scopes} />
          <TextInput label={t('settings.reason')} required value={reason} onChange={(event) => setReason(event.currentTarget.value)} style={{ flex: 1, minWidth: 180 }} />
        </Group>
        <ProblemNote error={save.error} kept />
        <Group><Button type="submit" variant="default" loading={save.isPending} disabled={!reason.trim()}>{t('action.save')}</Button><Button variant="subtle" disabled={!reason.trim()} onClick={() => save.mutate(null)}>{t('settings.takeBack')}</Button></Group>
      </Stack>
    </form>
  );
}
