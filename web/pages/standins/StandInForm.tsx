/** Who is away, who stands in, from when to when, for what. */
import { useState } from 'react';
import { Button, Checkbox, NativeSelect, Paper, Radio, ScrollArea, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ApiError } from '../../api.js';
import { deskApi } from '../../api/desk.js';
import { useWords } from '../../i18n/index.js';
import { proceduresQuery, sessionQuery } from '../../queries.js';
import { DateField } from '../../ui/DateField.js';
import { confirmDone } from '../../ui/notify.js';
import { ProblemNote } from '../../ui/ProblemNote.js';

/** Days as the agency counts them: from the first midnight to the one after the last day. */
const beginOf = (day: string): string => `${day}T00:00:00+07:00`;
const endOf = (day: string): string => new Date(Date.parse(beginOf(day)) + 86_400_000).toISOString();

export function StandInForm({ onDone }: { onDone: () => void }) {
  const { t } = useWords();
  const me = useQuery(sessionQuery).data?.person;
  const people = useQuery({ queryKey: ['standIns', 'people'], queryFn: deskApi.colleagues }).data?.items ?? [];
  const procedures = useQuery(proceduresQuery).data ?? [];
  const [absent, setAbsent] = useState('');
  const [standIn, setStandIn] = useState('');
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const [some, setSome] = useState<string[]>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const set = useMutation({ mutationFn: deskApi.setStandIn, onSuccess: (row) => { confirmDone(t('standIn.done', { name: row.standInName })); setStandIn(''); setReason(''); setTried(false); onDone(); } });
  const wrong = (field: string) => (set.error instanceof ApiError ? set.error.problem.fields?.find((each) => each.field === field)?.message : undefined);
  const needed = (value: unknown) => (tried && !value ? t('form.required') : undefined);
  const submit = () => {
    setTried(true);
    if (!standIn || !from || !to || some?.length === 0) return;
    set.mutate({ ...(absent && absent !== me?.id ? { absent } : {}), standIn, from: beginOf(from), to: endOf(to), ...(some ? { procedures: some } : {}), ...(reason.trim() ? { reason: reason.trim() } : {}) });
  };
  const named = (none: string) => [{ value: '', label: none }, ...people.map((each) => ({ value: each.id, label: `${each.name} – ${each.position}` }))];
  const asDay = (value: unknown) => (typeof value === 'string' ? value.slice(0, 10) : undefined);
  return (
    <Paper p="md" component="section" aria-labelledby="stand-in-new">
      <Title order={2} id="stand-in-new" mb="sm">{t('standIn.new')}</Title>
      <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <Stack gap="sm">
          <ProblemNote error={set.error} kept atFields />
          <NativeSelect label={t('standIn.absent')} data={named(me?.name ?? '')} value={absent} onChange={(event) => setAbsent(event.currentTarget.value)} error={wrong('absent')} />
          <NativeSelect label={t('standIn.standIn')} required data={named(t('standIn.choose'))} value={standIn} onChange={(event) => setStandIn(event.currentTarget.value)} error={needed(standIn) ?? wrong('standIn')} />
          <DateField label={t('standIn.from')} required value={from ?? ''} onChange={(value) => setFrom(asDay(value))} error={needed(from) ?? wrong('from')} />
          <DateField label={t('standIn.to')} required value={to ?? ''} onChange={(value) => setTo(asDay(value))} error={needed(to) ?? wrong('to')} />
          <Radio.Group label={t('standIn.procedures')} value={some ? 'some' : 'all'} onChange={(value) => setSome(value === 'some' ? [] : undefined)}>
            <Stack gap={8} mt={6}><Radio value="all" label={t('standIn.all')} /><Radio value="some" label={t('standIn.some')} /></Stack>
          </Radio.Group>
          {some ? (
            <Checkbox.Group aria-label={t('standIn.some')} value={some} onChange={setSome} error={tried && some.length === 0 ? t('form.required') : undefined}>
              <ScrollArea.Autosize mah={220} viewportProps={{ tabIndex: 0 }}><Stack gap={8}>{procedures.map((row) => <Checkbox key={row.id} value={row.id} label={`${row.code} ${row.name}`} />)}</Stack></ScrollArea.Autosize>
            </Checkbox.Group>
          ) : null}
          <TextInput label={t('standIn.reason')} value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} />
          <Button type="submit" loading={set.isPending}>{t('standIn.submit')}</Button>
        </Stack>
      </form>
    </Paper>
  );
}
