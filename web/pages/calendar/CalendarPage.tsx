/** Working calendars in a month view: what holds when and why; changes are tried on open dossiers before they hold. */
import { useState } from 'react';
import { Alert, Grid, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CalendarFile } from '../../../engine/calendar/types.js';
import type { CalendarRow, CalendarView } from '../../../server/contract.js';
import { calendarQuery, calendarsQuery } from '../../api/setup.js';
import { deskDay, formatDateTime, formatNumber } from '../../format.js';
import { calendar as en } from '../../i18n/en/calendar.js';
import { useWords } from '../../i18n/index.js';
import { addWords } from '../../i18n/late.js';
import { calendar as vi } from '../../i18n/vi/calendar.js';
import { sessionQuery } from '../../queries.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Answered } from '../../ui/states.js';
import { Assignments } from './Assignments.js';
import { Applied, Correction } from './Correction.js';
import { DayEditor } from './DayEditor.js';
import { COMMON, dayInfo, firstOf, monthOf, ready } from './days.js';
import { Legend } from './DayMark.js';
import { MonthGrid } from './MonthGrid.js';
import { Periods } from './Periods.js';
import { MonthTurner, Toolbar } from './Toolbar.js';
import './calendar.css';

addWords({ vi, en });

export function CalendarPage() {
  const { t } = useWords();
  const rows = useQuery(calendarsQuery);
  const [chosen, setChosen] = useState(COMMON);
  return (
    <>
      <PageHeader title={t('calendar.title')} note={t('calendar.note')} />
      <Answered query={rows}>{(list) => <Chosen rows={list} id={list.some((row) => row.id === chosen) ? chosen : list[0]?.id ?? ''} onChoose={setChosen} />}</Answered>
    </>
  );
}

function Chosen({ rows, id, onChoose }: { rows: CalendarRow[]; id: string; onChoose: (id: string) => void }) {
  const query = useQuery(calendarQuery(id));
  const [applied, setApplied] = useState<{ id: string; version: number } | null>(null);
  return (
    <Answered query={query} rows={8}>
      {(view) => <Desk key={`${view.id}:${view.version}`} rows={rows} view={view} onChoose={onChoose} applied={applied?.id === id ? applied.version : undefined} onApplied={(version) => setApplied({ id, version })} />}
    </Answered>
  );
}

interface DeskProps { rows: CalendarRow[]; view: CalendarView; onChoose: (id: string) => void; applied: number | undefined; onApplied: (version: number) => void }

function Desk({ rows, view, onChoose, applied, onApplied }: DeskProps) {
  const { t } = useWords();
  const roles = useQuery(sessionQuery).data?.person?.roles ?? [];
  const mayChange = roles.includes('administrator');
  const [draft, setDraft] = useState<CalendarFile>(view.file);
  const [{ day, byKey }, setDay] = useState({ day: deskDay(), byKey: false });
  const { calendar, problems } = ready(draft, view.baseFile);
  const stored = ready(view.file, view.baseFile).calendar;
  const isChanged = JSON.stringify(draft) !== JSON.stringify(view.file);
  const info = (date: string) => dayInfo(calendar ?? stored!, draft, date);
  const changed = (date: string) => JSON.stringify(info(date)) !== JSON.stringify(dayInfo(stored!, view.file, date));
  return (
    <>
      <Toolbar rows={rows} id={view.id} {...(view.baseFile ? { base: view.baseFile } : {})} mayChange={mayChange} onChoose={onChoose} onImport={setDraft} />
      <Stack gap="md">
        {applied === undefined ? null : <Applied id={view.id} version={applied} />}
        {problems.length > 0 ? <Alert color="red" role="alert">{problems.map(({ field, message }) => <Text size="sm" key={field}>{field} {message}</Text>)}</Alert> : null}
        <Grid gap="md">
          <Grid.Col span={{ base: 12, lg: 8 }}>
            <Paper p="md" component="section" aria-label={t('calendar.monthView')}>
              <MonthTurner month={monthOf(day)} onTurn={(month) => setDay({ day: firstOf(month), byKey: false })} onToday={() => setDay({ day: deskDay(), byKey: false })} />
              <MonthGrid month={monthOf(day)} selected={day} info={info} changed={changed} onSelect={(date, key) => setDay({ day: date, byKey: key })} focus={byKey} />
              <Legend />
            </Paper>
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 4 }}>
            <DayEditor key={`${day}:${JSON.stringify(draft.open?.[day] ?? draft.closed?.[day] ?? '')}`} info={info(day)} file={draft} {...(view.baseFile ? { base: view.baseFile } : {})} mayChange={mayChange} onChange={setDraft} />
          </Grid.Col>
        </Grid>
        {isChanged && problems.length === 0 ? <Correction view={view} draft={draft} mayChange={mayChange} onApplied={onApplied} onDiscard={() => setDraft(view.file)} /> : null}
        <Periods file={draft} mayChange={mayChange} onChange={setDraft} />
        <Versions view={view} />
        <Assignments rows={rows} mayChange={mayChange} />
      </Stack>
    </>
  );
}

function Versions({ view }: { view: CalendarView }) {
  const { t, language } = useWords();
  return (
    <Paper p="md" component="section" aria-labelledby="versions-title">
      <Title order={2} id="versions-title" mb="sm">{t('calendar.versions')}</Title>
      <div className="df-table-wrap" tabIndex={0} role="group" aria-label={t('calendar.versions')}>
        <table className="df-table">
          <thead><tr><th scope="col" className="df-number">{t('calendar.version')}</th><th scope="col">{t('calendar.savedAt')}</th><th scope="col">{t('calendar.savedBy')}</th><th scope="col">{t('calendar.reason')}</th><th scope="col" className="df-number">{t('calendar.moved')}</th></tr></thead>
          <tbody>{view.versions.map((row) => (
            <tr key={row.version}><td className="df-number">{row.version}</td><td className="df-nowrap">{formatDateTime(row.savedAt)}</td><td>{row.savedByName}</td><td>{row.reason}</td><td className="df-number">{row.moved === undefined ? '' : formatNumber(row.moved, language)}</td></tr>
          ))}</tbody>
        </table>
      </div>
    </Paper>
  );
}
