/** Which calendar, which month; the file in and out. */
import { useRef, useState } from 'react';
import { Button, Group, NativeSelect, Paper, Text, Title } from '@mantine/core';
import type { CalendarFile } from '../../../engine/calendar/types.js';
import type { CalendarRow } from '../../../server/contract.js';
import { setup } from '../../api/setup.js';
import { useWords } from '../../i18n/index.js';
import { ExcelLink } from '../../ui/ExcelLink.js';
import { NewCalendar } from './NewCalendar.js';
import { addMonths, COMMON, ready, type Month } from './days.js';

interface Props { rows: readonly CalendarRow[]; id: string; base?: CalendarFile; mayChange: boolean; onChoose: (id: string) => void; onImport: (file: CalendarFile) => void }

export function Toolbar({ rows, id, base, mayChange, onChoose, onImport }: Props) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [creating, setCreating] = useState(false);
  const [wrong, setWrong] = useState<string[]>([]);
  const take = async (chosen: File | undefined) => {
    if (!chosen) return;
    try {
      const file = JSON.parse(await chosen.text()) as CalendarFile;
      const { problems } = ready(file, base);
      setWrong(problems.map(({ field, message }) => `${field} ${message}`));
      if (problems.length === 0) onImport(file);
    } catch (error) {
      setWrong([t('calendar.noJson', { name: chosen.name, why: (error as Error).message })]);
    }
    if (input.current) input.current.value = '';
  };
  const row = rows.find((each) => each.id === id);
  return (
    <>
      <Group mb="xs" align="flex-end">
        <NativeSelect label={t('calendar.choose')} value={id} onChange={(event) => onChoose(event.currentTarget.value)} data={rows.map((each) => ({ value: each.id, label: each.name }))} />
        <Button component="a" href={setup.calendarFileUrl(id)} variant="default">{t('calendar.export')}</Button>
        <ExcelLink href={setup.calendarExcelUrl(id)} />
        {mayChange ? <Button variant="default" onClick={() => input.current?.click()}>{t('calendar.import')}</Button> : null}
        {mayChange ? <Button variant="default" aria-expanded={creating} onClick={() => setCreating(!creating)}>{t('calendar.new')}</Button> : null}
        {mayChange ? <input ref={input} type="file" accept=".json,application/json" hidden aria-label={t('calendar.import')} onChange={(event) => void take(event.currentTarget.files?.[0])} /> : null}
      </Group>
      <Text size="sm" c="gray.6" mb="md">{row && row.agencies.length + row.departments.length > 0 ? t('calendar.usedBy', { names: [...row.departments, ...row.agencies].join(', ') }) : t(id === COMMON ? 'calendar.usedByOthers' : 'calendar.unused')}</Text>
      {creating ? <Paper p="md" mb="md"><NewCalendar rows={rows} onCreated={(created) => { setCreating(false); onChoose(created); }} onClose={() => setCreating(false)} /></Paper> : null}
      {wrong.length > 0 ? <div role="alert"><Text c="red.8" fw={600}>{t('calendar.importWrong')}</Text><ul>{wrong.slice(0, 20).map((line) => <li key={line}>{line}</li>)}</ul></div> : null}
    </>
  );
}

export function MonthTurner({ month, onTurn, onToday }: { month: Month; onTurn: (month: Month) => void; onToday: () => void }) {
  const { t } = useWords();
  return (
    <Group justify="space-between" mb="sm">
      <Title order={2} aria-live="polite">{t('calendar.monthLabel', { ...month })}</Title>
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={() => onTurn(addMonths(month, -1))}>{t('calendar.previousMonth')}</Button>
        <Button variant="default" size="xs" onClick={onToday}>{t('calendar.today')}</Button>
        <Button variant="default" size="xs" onClick={() => onTurn(addMonths(month, 1))}>{t('calendar.nextMonth')}</Button>
      </Group>
    </Group>
  );
}
