/** Who works by which calendar from when on; another one is chosen for an agency or a department. */
import { useState } from 'react';
import { Button, Group, NativeSelect, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CalendarAssignments, CalendarRow } from '../../../server/contract.js';
import { ApiError } from '../../api.js';
import { assignmentsQuery, setup } from '../../api/setup.js';
import { deskDay, formatDate, formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { DateField } from '../../ui/DateField.js';
import { confirmDone } from '../../ui/notify.js';
import { Pager } from '../../ui/Pager.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered } from '../../ui/states.js';
import { COMMON } from './days.js';

interface Props { rows: readonly CalendarRow[]; mayChange: boolean }

export function Assignments({ rows, mayChange }: Props) {
  const { t } = useWords();
  const [page, setPage] = useState(1);
  const [isOpen, setOpen] = useState(false);
  const query = useQuery(assignmentsQuery(page));
  return (
    <Paper p="md" component="section" aria-labelledby="assignments-title">
      <Group justify="space-between" mb="xs"><Title order={2} id="assignments-title">{t('calendar.assignments')}</Title>
        {mayChange ? <Button variant="default" size="xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{t('calendar.assign')}</Button> : null}</Group>
      <dl className="df-facts">{rows.flatMap((row) => [<dt key={row.id}>{row.name}</dt>, <dd key={`${row.id}-who`}>{[...row.departments, ...row.agencies, ...(row.id === COMMON ? [t('calendar.nobody')] : [])].join(', ') || t('calendar.unused')}</dd>])}</dl>
      <Answered query={query} rows={2}>{(list) => (
        <>
          {isOpen && mayChange ? <AssignForm rows={rows} list={list} onClose={() => setOpen(false)} /> : null}
          {list.total === 0 ? null : <History list={list} />}
          <Pager page={page} pageSize={list.pageSize} total={list.total} onPage={setPage} />
        </>
      )}</Answered>
    </Paper>
  );
}

function History({ list }: { list: CalendarAssignments }) {
  const { t } = useWords();
  return (
    <div className="df-table-wrap" data-list="true" tabIndex={0} role="group" aria-label={t('calendar.assigned')} style={{ marginTop: 12 }}>
      <table className="df-table">
        <caption>{t('calendar.assigned')}</caption>
        <thead><tr>{['who', 'choose', 'from', 'savedAt', 'savedBy', 'reason'].map((each) => <th scope="col" key={each}>{t(`calendar.${each}`)}</th>)}</tr></thead>
        <tbody>{list.items.map((row) => (
          <tr key={row.n}>
            <td>{row.who}</td><td data-label={t('calendar.choose')}>{row.calendar ?? t('calendar.noOwn')}</td><td className="df-nowrap" data-label={t('calendar.from')}>{formatDate(row.from)}</td>
            <td className="df-nowrap" data-label={t('calendar.savedAt')}>{formatDateTime(row.at)}</td><td data-label={t('calendar.savedBy')}>{row.byName}</td><td data-label={t('calendar.reason')}>{row.reason}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}

function AssignForm({ rows, list, onClose }: { rows: readonly CalendarRow[]; list: CalendarAssignments; onClose: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [who, setWho] = useState(`agency:${list.agencies[0]?.id ?? ''}`);
  const [calendar, setCalendar] = useState(rows[0]?.id ?? '');
  const [from, setFrom] = useState<string | undefined>(deskDay());
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: () => setup.assignCalendar({ [who.slice(0, who.indexOf(':'))]: who.slice(who.indexOf(':') + 1), calendar: calendar || null, from: from!, reason: reason.trim() }),
    onSuccess: async (row) => { await client.invalidateQueries({ queryKey: ['calendars'] }); confirmDone(t('calendar.assignedTo', { who: row.who })); onClose(); },
  });
  const told = (field: string): string | undefined => (save.error instanceof ApiError ? save.error.problem.fields?.find((each) => each.field === field)?.message : undefined);
  return (
    <form noValidate aria-label={t('calendar.assign')} onSubmit={(event) => { event.preventDefault(); setTried(true); if (from && reason.trim()) save.mutate(); }}>
      <Stack gap="sm" mt="sm">
        <Text size="sm" c="gray.7">{t('calendar.assignNote')}</Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <NativeSelect label={t('calendar.who')} value={who} onChange={(event) => setWho(event.currentTarget.value)} error={told('agency') ?? told('department')} data={[
            { group: t('calendar.agencies'), items: list.agencies.map(({ id, name }) => ({ value: `agency:${id}`, label: name })) },
            { group: t('calendar.departments'), items: list.departments.map(({ id, name, agencyName }) => ({ value: `department:${id}`, label: `${name} (${agencyName})` })) },
          ]} />
          <NativeSelect label={t('calendar.choose')} value={calendar} onChange={(event) => setCalendar(event.currentTarget.value)} error={told('calendar')} data={[...rows.map((row) => ({ value: row.id, label: row.name })), { value: '', label: t('calendar.noOwn') }]} />
          <DateField label={t('calendar.from')} required value={from ?? ''} onChange={(next) => setFrom(next as string | undefined)} error={(told('from') && t('calendar.fromWrong')) ?? (tried && !from ? t('form.required') : undefined)} />
          <TextInput label={t('calendar.reason')} required value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={told('reason') ?? (tried && !reason.trim() ? t('form.required') : undefined)} />
        </SimpleGrid>
        <ProblemNote error={save.error} kept atFields />
        <Group gap="sm"><Button type="submit" loading={save.isPending}>{t('action.save')}</Button><Button variant="subtle" onClick={onClose}>{t('action.cancel')}</Button></Group>
      </Stack>
    </form>
  );
}
