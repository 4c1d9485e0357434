/** One day: what holds on it, why, and what an administrator makes of it. */
import { useState } from 'react';
import { Button, Checkbox, Group, Paper, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import type { CalendarFile } from '../../../engine/calendar/types.js';
import { formatDate } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { editOf, spansOf, withDay, type DayEdit, type DayInfo } from './days.js';
import { useDayWords } from './MonthGrid.js';

interface Props { info: DayInfo; file: CalendarFile; base?: CalendarFile; mayChange: boolean; onChange: (file: CalendarFile) => void }

export function DayEditor({ info, file, base, mayChange, onChange }: Props) {
  const { t } = useWords();
  const words = useDayWords();
  const note = file.notes?.[info.date] ?? (info.own ? undefined : base?.notes?.[info.date]);
  return (
    <Paper p="md" component="section" aria-labelledby="day-title">
      <Title order={2} id="day-title">{formatDate(`${info.date}T12:00:00+07:00`)}</Title>
      <Text size="sm" mb="xs" data-testid="day-words">{words(info)}</Text>
      {note?.basis ? <Text size="sm" c="gray.6">{t('calendar.basisIs', { text: note.basis })}</Text> : null}
      {note?.source ? <Text size="sm" c="gray.6">{t('calendar.sourceIs', { text: note.source })}</Text> : null}
      {!info.own && base && (base.closed?.[info.date] ?? base.open?.[info.date]) ? <Text size="sm" c="gray.6">{t('calendar.inherited', { name: base.name ?? '' })}</Text> : null}
      {mayChange ? <Form info={info} file={file} onChange={onChange} /> : null}
    </Paper>
  );
}

const SPAN = /^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const areSpans = (text: string): boolean => spansOf(text).every((span) => SPAN.test(span) && span.slice(0, 5) < span.slice(6));

function Form({ info, file, onChange }: Pick<Props, 'info' | 'file' | 'onChange'>) {
  const { t } = useWords();
  const [edit, setEdit] = useState<DayEdit>(() => editOf(file, info));
  const [tried, setTried] = useState(false);
  const set = (more: Partial<DayEdit>) => setEdit({ ...edit, ...more });
  const noName = edit.mode === 'closed' && edit.name.trim() === '';
  const noHours = edit.mode === 'hours' && !areSpans(edit.hours);
  const submit = () => { setTried(true); if (!noName && !noHours) onChange(withDay(file, info.date, edit)); };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Stack gap="sm" mt="sm">
        <Radio.Group label={t('calendar.mode')} value={edit.mode} onChange={(mode) => set({ mode: mode as DayEdit['mode'] })}>
          <Stack gap={4} mt={4}>{(['week', 'closed', 'hours'] as const).map((mode) => <Radio key={mode} value={mode} label={t(`calendar.modes.${mode}`)} />)}</Stack>
        </Radio.Group>
        {edit.mode === 'week' ? null : (
          <>
            {edit.mode === 'hours' ? <TextInput label={t('calendar.hours')} description={t('calendar.hoursHint')} value={edit.hours} onChange={(event) => set({ hours: event.currentTarget.value })} error={tried && noHours ? t('calendar.hoursWrong') : undefined} /> : null}
            <TextInput label={t(edit.mode === 'closed' ? 'calendar.dayName' : 'calendar.dayNameOptional')} required={edit.mode === 'closed'} value={edit.name} onChange={(event) => set({ name: event.currentTarget.value })} error={tried && noName ? t('form.required') : undefined} />
            <TextInput label={t('calendar.basis')} value={edit.basis} onChange={(event) => set({ basis: event.currentTarget.value })} />
            <TextInput label={t('calendar.source')} value={edit.source} onChange={(event) => set({ source: event.currentTarget.value })} />
            <Checkbox label={t('calendar.confirmed')} checked={edit.confirmed} onChange={(event) => set({ confirmed: event.currentTarget.checked })} />
          </>
        )}
        <Group><Button type="submit" variant="default">{t('calendar.putIn')}</Button></Group>
      </Stack>
    </form>
  );
}
