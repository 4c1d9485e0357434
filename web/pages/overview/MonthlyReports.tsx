/** Reports of months that have ended: they come by themselves on the first, or when somebody asks. */
import { useState } from 'react';
import { Anchor, Button, Group, NativeSelect, Paper, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MonthlyReportRow, Page } from '../../../server/contract.js';
import { monthlyQuery, reports } from '../../api/reports.js';
import { deskDay, formatDateTime, formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { hasRole } from '../../layout/roles.js';
import { sessionQuery } from '../../queries.js';
import { confirmDone } from '../../ui/notify.js';
import { Pager } from '../../ui/Pager.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered } from '../../ui/states.js';

const OFFERED = 12;
/** Ended months, the latest first, as `YYYY-MM`. */
function endedMonths(today: string): string[] {
  return Array.from({ length: OFFERED }, (_, ago) => new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 2 - ago, 1)).toISOString().slice(0, 7));
}
const monthName = (month: string): string => `${month.slice(5)}/${month.slice(0, 4)}`;

export function MonthlyReports() {
  const { t } = useWords();
  const [page, setPage] = useState(1);
  const person = useQuery(sessionQuery).data?.person;
  return (
    <Paper p="md" component="section" aria-labelledby="monthly-title">
      <Title order={2} id="monthly-title" mb={4}>{t('monthly.title')}</Title>
      <Text size="sm" c="gray.7" mb="sm">{t('monthly.note')}</Text>
      <Answered query={useQuery(monthlyQuery(page))} rows={2}>{(found) => (found.items.length === 0 ? <Text size="sm">{t('monthly.none')}</Text> : <List found={found} onPage={setPage} />)}</Answered>
      {person && hasRole(person, ['manager', 'leader', 'administrator']) ? <Make /> : null}
    </Paper>
  );
}

function List({ found, onPage }: { found: Page<MonthlyReportRow>; onPage: (page: number) => void }) {
  const { t, language } = useWords();
  return (
    <>
      <div className="df-table-wrap" data-list="true">
        <table className="df-table">
          <caption>{t('monthly.caption', { n: formatNumber(found.total, language) })}</caption>
          <thead><tr><th scope="col">{t('monthly.month')}</th><th scope="col">{t('monthly.made')}</th><th scope="col">{t('monthly.print')}</th></tr></thead>
          <tbody>{found.items.map(({ month, at, byName }) => (
            <tr key={month} data-month={month}>
              <td>{monthName(month)}</td>
              <td data-label={t('monthly.made')}>{formatDateTime(at)}, {byName ?? t('monthly.bySchedule')}</td>
              <td data-label={t('monthly.print')}><Group gap="xs">{(['vi', 'en'] as const).map((each) => <Anchor key={each} href={reports.monthlyUrl(month, each)} aria-label={t(`monthly.${each}`, { month: monthName(month) })}>{`PDF ${each.toUpperCase()}`}</Anchor>)}</Group></td>
            </tr>
          ))}</tbody>
        </table>
      </div>
      <Pager page={found.page} pageSize={found.pageSize} total={found.total} onPage={onPage} />
    </>
  );
}

function Make() {
  const { t } = useWords();
  const client = useQueryClient();
  const months = endedMonths(deskDay());
  const [month, setMonth] = useState(months[0]!);
  const making = useMutation({
    mutationFn: () => reports.makeMonthly(month),
    onSuccess: async () => { await client.invalidateQueries({ queryKey: ['monthly'] }); confirmDone(t('monthly.done', { month: monthName(month) })); },
  });
  return (
    <Group align="flex-end" mt="sm">
      <NativeSelect label={t('monthly.month')} data={months.map((value) => ({ value, label: monthName(value) }))} value={month} onChange={(event) => setMonth(event.currentTarget.value)} />
      <Button variant="default" loading={making.isPending} onClick={() => making.mutate()}>{t('monthly.make')}</Button>
      <ProblemNote error={making.error} />
    </Group>
  );
}
