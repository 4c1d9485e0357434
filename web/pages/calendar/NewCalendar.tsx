/** A calendar of its own hours: over the days off of another, or of its own. */
import { useState } from 'react';
import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CalendarFile, Weekday } from '../../../engine/calendar/types.js';
import type { CalendarRow } from '../../../server/contract.js';
import { ApiError } from '../../api.js';
import { setup } from '../../api/setup.js';
import { parseDate } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { confirmDone } from '../../ui/notify.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { spansOf } from './days.js';

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const OFFICE = '07:30-11:30, 13:00-17:00';
const ZONE = 'Asia/Ho_Chi_Minh';
interface Props { rows: readonly CalendarRow[]; onCreated: (id: string) => void; onClose: () => void }

export function NewCalendar({ rows, onCreated, onClose }: Props) {
  const { t } = useWords();
  const client = useQueryClient();
  const bases = rows.filter((row) => row.base === undefined);
  const [typed, setTyped] = useState({ id: '', name: '', base: bases[0]?.id ?? '', from: `01/01/${new Date().getFullYear()}`, reason: '' });
  const [week, setWeek] = useState<string[]>(WEEKDAYS.map((_, i) => (i < 5 ? OFFICE : '')));
  const [tried, setTried] = useState(false);
  const from = parseDate(typed.from);
  const file = (): CalendarFile => ({ name: typed.name.trim(), zone: ZONE, periods: [{ from: from!, week: Object.fromEntries(WEEKDAYS.map((day, i) => [day, spansOf(week[i] ?? '')])) }] });
  const save = useMutation({
    mutationFn: () => setup.createCalendar({ id: typed.id.trim(), file: file(), ...(typed.base ? { base: typed.base } : {}), reason: typed.reason.trim() }),
    onSuccess: async (row) => { await client.invalidateQueries({ queryKey: ['calendars'] }); confirmDone(t('calendar.created', { name: row.name })); onCreated(row.id); },
  });
  const told = (field: string, words: string): string | undefined => (save.error instanceof ApiError && save.error.problem.fields?.some((each) => each.field.startsWith(field)) ? words : undefined);
  const field = (name: 'id' | 'name' | 'from' | 'reason', label: string, refused: [field: string, words: string], description?: string) => (
    <TextInput label={label} description={description} required value={typed[name]} onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
      error={told(...refused) ?? (tried && !typed[name].trim() ? t('form.required') : name === 'from' && tried && !from ? t('form.date') : undefined)} />
  );
  const submit = () => { setTried(true); if (from && [typed.id, typed.name, typed.reason].every((each) => each.trim())) save.mutate(); };
  return (
    <form noValidate aria-label={t('calendar.new')} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Stack gap="sm" mt="sm">
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
          {field('name', t('calendar.name'), ['file.name', t('form.required')])}
          {field('id', t('calendar.code'), ['id', t('calendar.codeWrong')], t('calendar.codeHint'))}
          <NativeSelect label={t('calendar.base')} value={typed.base} onChange={(event) => setTyped({ ...typed, base: event.currentTarget.value })} error={told('base', t('calendar.baseWrong'))}
            data={[...bases.map((row) => ({ value: row.id, label: row.name })), { value: '', label: t('calendar.noBase') }]} />
          {field('from', t('calendar.from'), ['periods[0].from', t('form.date')])}
          {field('reason', t('calendar.reason'), ['reason', t('form.required')])}
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, sm: 2, md: 4 }} spacing="sm">{t('calendar.weekdays').split(',').map((day, i) => (
          <TextInput key={day} label={day} placeholder={t('calendar.noHours')} value={week[i]} onChange={(event) => setWeek(week.map((text, at) => (at === i ? event.currentTarget.value : text)))}
            error={told(`periods[0].week.${WEEKDAYS[i]}`, t('calendar.hoursWrong'))} />
        ))}</SimpleGrid>
        <ProblemNote error={save.error} kept atFields />
        <Group gap="sm"><Button type="submit" loading={save.isPending}>{t('calendar.create')}</Button><Button variant="subtle" onClick={onClose}>{t('action.cancel')}</Button></Group>
      </Stack>
    </form>
  );
}
