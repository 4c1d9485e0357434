/** Office hours by period: from when on which hours hold; seasons are periods of their own. */
import { useState } from 'react';
import { Button, Group, Paper, SimpleGrid, Stack, TextInput, Title } from '@mantine/core';
import type { CalendarFile, CalendarFilePeriod, Weekday } from '../../../engine/calendar/types.js';
import { formatDate, parseDate } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { spansOf } from './days.js';

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
interface Props { file: CalendarFile; mayChange: boolean; onChange: (file: CalendarFile) => void }

const dayText = (date: string): string => formatDate(`${date}T12:00:00+07:00`);

export function Periods({ file, mayChange, onChange }: Props) {
  const { t } = useWords();
  const [editing, setEditing] = useState<number | 'new' | null>(null);
  const periods = [...file.periods].sort((a, b) => (a.from < b.from ? -1 : 1));
  const put = (index: number | 'new', period: CalendarFilePeriod | null) => {
    const others = periods.filter((each, i) => i !== index && each.from !== period?.from);
    onChange({ ...file, periods: [...others, ...(period ? [period] : [])].sort((a, b) => (a.from < b.from ? -1 : 1)) });
    setEditing(null);
  };
  const last = periods[periods.length - 1];
  const names = t('calendar.weekdays').split(',');
  return (
    <Paper p="md" component="section" aria-labelledby="periods-title">
      <Group justify="space-between" mb="sm"><Title order={2} id="periods-title">{t('calendar.periods')}</Title>
        {mayChange ? <Button variant="default" size="xs" onClick={() => setEditing('new')}>{t('calendar.addPeriod')}</Button> : null}</Group>
      <div className="df-table-wrap" tabIndex={0} role="group" aria-label={t('calendar.periods')}>
        <table className="df-table">
          <thead><tr><th scope="col">{t('calendar.from')}</th><th scope="col">{t('calendar.periodName')}</th>{names.map((name) => <th scope="col" key={name}>{name}</th>)}{mayChange ? <th scope="col">{t('calendar.change')}</th> : null}</tr></thead>
          <tbody>{periods.map((period, index) => (
            <tr key={period.from}>
              <td className="df-nowrap">{dayText(period.from)}</td><td className="df-wide">{period.name ?? ''}{period.basis ? <span className="df-sub">{period.basis}</span> : null}</td>
              {WEEKDAYS.map((day) => <td key={day}>{(period.week[day] ?? []).map((span) => <span key={span} className="df-nowrap" style={{ display: 'block' }}>{span}</span>)}{(period.week[day] ?? []).length === 0 ? '–' : null}</td>)}
              {mayChange ? <td><Button variant="subtle" size="compact-sm" aria-label={t('calendar.changePeriod', { from: dayText(period.from) })} onClick={() => setEditing(index)}>{t('calendar.change')}</Button></td> : null}
            </tr>
          ))}</tbody>
        </table>
      </div>
      {editing === null ? null : (
        <PeriodForm key={String(editing)} period={editing === 'new' ? { ...last!, from: '' } : periods[editing]!} removable={editing !== 'new' && periods.length > 1}
          onPut={(period) => put(editing, period)} onRemove={() => put(editing, null)} onCancel={() => setEditing(null)} />
      )}
    </Paper>
  );
}

interface FormProps { period: CalendarFilePeriod; removable: boolean; onPut: (period: CalendarFilePeriod) => void; onRemove: () => void; onCancel: () => void }

function PeriodForm({ period, removable, onPut, onRemove, onCancel }: FormProps) {
  const { t } = useWords();
  const [from, setFrom] = useState(period.from ? dayText(period.from) : '');
  const [name, setName] = useState(period.name ?? '');
  const [basis, setBasis] = useState(period.basis ?? '');
  const [week, setWeek] = useState(() => WEEKDAYS.map((day) => (period.week[day] ?? []).join(', ')));
  const [tried, setTried] = useState(false);
  const date = parseDate(from);
  const submit = () => {
    setTried(true);
    if (!date) return;
    onPut({ ...period, from: date, ...(name.trim() ? { name: name.trim() } : {}), ...(basis.trim() ? { basis: basis.trim() } : {}), week: Object.fromEntries(WEEKDAYS.map((day, i) => [day, spansOf(week[i] ?? '')])) });
  };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Stack gap="sm" mt="md">
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <TextInput label={t('calendar.from')} required placeholder={t('form.datePattern')} value={from} onChange={(event) => setFrom(event.currentTarget.value)} error={tried && !date ? t('form.date') : undefined} />
          <TextInput label={t('calendar.periodName')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <TextInput label={t('calendar.basis')} value={basis} onChange={(event) => setBasis(event.currentTarget.value)} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, sm: 2, md: 4 }}>{t('calendar.weekdays').split(',').map((day, i) => (
          <TextInput key={day} label={day} placeholder={t('calendar.noHours')} value={week[i]} onChange={(event) => setWeek(week.map((text, at) => (at === i ? event.currentTarget.value : text)))} />
        ))}</SimpleGrid>
        <Group>
          <Button type="submit" variant="default">{t('calendar.putIn')}</Button>
          {removable ? <Button variant="subtle" color="red" onClick={onRemove}>{t('calendar.removePeriod')}</Button> : null}
          <Button variant="subtle" onClick={onCancel}>{t('action.cancel')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
